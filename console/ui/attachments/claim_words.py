"""Words of what a file says of itself: when and where it was made, beside its report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from console.domain.doubt import Settled
from console.domain.file_claim import FileDoubt, HeldClaim
from console.domain.landmark import wind_of
from console.domain.place import Place
from console.ui.case.words import distance_words
from console.ui.texts.cases import finding_word
from console.ui.texts.language import translate
from console.ui.texts.places import wind_words
from console.ui.texts.times import length_words, zone_name
from console.ui.texts.unseen import one_line

SAME_TIME_S = 60.0
"""Nearer than so the report's and the file's time are one."""


def moment_words(at: datetime, zone: ZoneInfo) -> str:
    """'21/11/2026 14:06 WIB'."""
    return f"{at.astimezone(zone):%d/%m/%Y %H:%M} {zone_name(zone, at)}"


def spot_words(lat: float, lon: float) -> str:
    """'-7.97750, 112.63480'."""
    return f"{lat:.5f}, {lon:.5f}"


def time_apart_words(earlier_s: float) -> str:
    """How long before or after the report a file was made."""
    if abs(earlier_s) < SAME_TIME_S:
        return translate("claims", "at the time of the report")
    words = translate("claims", "{time} before the report") if earlier_s > 0 else translate(
        "claims", "{time} after the report"
    )  # fmt: skip
    return words.format(time=length_words(abs(earlier_s)))


def place_apart_words(held: HeldClaim, place: Place) -> str:
    """How far from the reported place a file was made, and in which direction; '' where either is unknown."""
    claim = held.claim
    if held.metres is None or None in (place.lat, place.lon, claim.lat, claim.lon):
        return ""
    wind = wind_of(place.lat or 0.0, place.lon or 0.0, claim.lat or 0.0, claim.lon or 0.0)
    words = translate("claims", "{distance} {wind} of the reported place")
    return words.format(distance=distance_words(held.metres), wind=wind_words()[wind])


def figures_words(metres: float | None, earlier_s: float | None) -> str:
    """'3 d before the report, 12 km from the reported place'."""
    parts = []
    if earlier_s is not None:
        parts.append(time_apart_words(earlier_s))
    if metres is not None:
        parts.append(translate("claims", "{distance} from the reported place").format(distance=distance_words(metres)))
    return ", ".join(parts)


def held_words(word: str, held: HeldClaim) -> str:
    """One file in one sentence: 'photo 1: 6 min before the report, 24 m from the reported place'."""
    if held.claim.empty:
        return translate("claims", "{file} says nothing of when and where it was made").format(file=word)
    parts = [f"{word}: {figures_words(held.metres, held.earlier_s)}"]
    if held.earlier_s is None:
        parts.append(translate("claims", "no time"))
    elif held.metres is None and held.claim.lat is None:
        parts.append(translate("claims", "no place"))
    if held.later:
        parts.append(translate("claims", "its camera's clock is wrong"))
    if held.settled is not None:
        parts.append(finding_word(held.settled.finding))
    return " · ".join(part.rstrip(": ") for part in parts)


def doubt_words(doubts: Iterable[FileDoubt]) -> str:
    """Why files put a report in doubt, a file a line, and what people found about it; '' for none."""
    return "\n".join(_doubt_line(each) for each in doubts)


def _doubt_line(doubt: FileDoubt) -> str:
    words = translate("claims", "File {n} was made {figures}.")
    line = words.format(n=doubt.number, figures=figures_words(doubt.metres, doubt.earlier_s))
    return line if doubt.settled is None else f"{line} {settled_words(doubt.settled)}"


def settled_words(settled: Settled) -> str:
    """'Settled by Sari: the clock of the phone is wrong.'"""
    words = translate("claims", "Settled by {who}: {finding}.")
    return words.format(who=one_line(settled.by_name), finding=finding_word(settled.finding))


def told_words(params: dict[str, str]) -> str:
    """What the line of a timeline says: the figures a desk read from the file when it told them."""
    metres, earlier_s = params.get("metres"), params.get("earlier_s")
    return figures_words(float(metres) if metres else None, float(earlier_s) if earlier_s else None)
