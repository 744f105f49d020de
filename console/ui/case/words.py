"""Words of the case pane: places, outcomes, distances, file sizes."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from console.domain.outcome import Ending
from console.domain.place import AreaMethod, Place, Provenance
from console.domain.report import Report
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line


def outcome_word(outcome: str) -> str:
    """How a case ended, junk included; an unknown code as it is."""
    return {
        "handled_on_scene": translate("outcome", "Handled on scene"),
        "nothing_found": translate("outcome", "Nothing found"),
        "referred": translate("outcome", "Referred"),
        "police_report_made": translate("outcome", "Police report (LP) made"),
        "done_by_agency": translate("outcome", "Done by agency"),
        "information_given": translate("outcome", "Information given"),
        "duplicate": translate("outcome", "Duplicate"),
        "false_report": translate("outcome", "False report"),
        "prank": translate("outcome", "Prank"),
        "test": translate("outcome", "Test"),
        "wrong_number": translate("outcome", "Wrong number"),
    }.get(outcome, outcome)


def ended_words(report: Report) -> str:
    """How it ended in the center's own words, with whom it was referred to or its LP number."""
    ending = report.ending or Ending()
    parts = (ending.words or outcome_word(report.outcome), ending.referred_to, ending.lp_number)
    return " · ".join(one_line(part) for part in parts if part)


def provenance_word(provenance: Provenance) -> str:
    """Where the coordinates come from (screens.md, case pane)."""
    return {
        Provenance.UNKNOWN: translate("place", "unconfirmed"),
        Provenance.REPORTER: translate("place", "reporter's word"),
        Provenance.READ_BACK: translate("place", "read back"),
        Provenance.GPS: translate("place", "GPS"),
        Provenance.OFFICER: translate("place", "confirmed by officer"),
    }[provenance]


def place_words(place: Place) -> str:
    """Address and kelurahan on one line; 'place unknown' when neither is there."""
    area = ""
    if place.area_name:
        area = translate("place", "Kel. {name}").format(name=one_line(place.area_name))
    words = one_line(place.words)
    if not words and not area:
        if place.lat is not None and place.lon is not None:
            return f"{place.lat:.5f}, {place.lon:.5f}"
        return translate("place", "Place unknown")
    return ", ".join(part for part in (words, area) if part)


def certainty_words(place: Place) -> str:
    """How sure the place is: provenance, accuracy, and whether the kelurahan is a guess."""
    parts = [provenance_word(place.provenance)]
    if place.accuracy_m is not None and place.known:
        parts.append(f"±{distance_words(place.accuracy_m)}")
    if place.area_name and place.area_method is AreaMethod.NEAREST:
        parts.append(translate("place", "kelurahan estimated"))
    if place.ambiguous:
        parts.append(translate("place", "in two kelurahan, borders overlap"))
    return " · ".join(parts)


def distance_words(metres: float) -> str:
    """'90 m' below a kilometre by tens, else '1,4 km' with the language's decimal sign."""
    if metres < 1000:
        return f"{round(metres / 10) * 10 if metres >= 20 else round(metres)} m"
    return f"{QLocale().toString(metres / 1000, 'f', 1 if metres < 100_000 else 0)} km"


def size_words(size_bytes: int) -> str:
    """'312 kB', '4,2 MB' (powers of 1000)."""
    if size_bytes < 1_000_000:
        return f"{max(1, round(size_bytes / 1000))} kB"
    return f"{QLocale().toString(size_bytes / 1_000_000, 'f', 1)} MB"


def headline(text: str, most: int = 90) -> str:
    """The first sentence or line of a text as a title, cut at a word; '' for an empty one."""
    line = one_line(text.strip().split("\n", 1)[0])
    for end in (". ", "! ", "? "):
        cut = line.find(end)
        if 12 <= cut < most:
            return line[:cut]
    if len(line) <= most:
        return line.rstrip(".")
    return line[:most].rsplit(" ", 1)[0] + "…"
