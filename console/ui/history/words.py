"""Words of the history: moments of a case, what a file lacked, what was not found and why."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.desk.gpx_reader import FileFlaw, FileTracks, Flaw
from console.domain.errors import Fault, NetworkFault
from console.domain.milestones import Milestone
from console.domain.unit import Unit
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line


def milestone_word(milestone: Milestone) -> str:
    """One word for the slider."""
    return {
        Milestone.RECEIVED: translate("history", "received"),
        Milestone.DISPATCHED: translate("history", "sent"),
        Milestone.EN_ROUTE: translate("history", "en route"),
        Milestone.ON_SCENE: translate("history", "on scene"),
        Milestone.CLOSED: translate("history", "closed"),
    }[milestone]


MILESTONE_COLOURS = {
    Milestone.RECEIVED: "text",
    Milestone.DISPATCHED: "accent",
    Milestone.EN_ROUTE: "en_route",
    Milestone.ON_SCENE: "on_scene",
    Milestone.CLOSED: "good",
}
"""Colours of the palette; the word above each mark says the same."""


def day_time(at: datetime, zone: ZoneInfo) -> str:
    """22/11 09:12 in the site's zone, as the fields take it."""
    return at.astimezone(zone).strftime("%d/%m %H:%M")


def track_name(unit: Unit | None, unit_id: str) -> str:
    """Call sign of a unit; the id of one this desk does not hold any more."""
    return one_line(unit.call_sign) if unit is not None else one_line(unit_id)


def fixes_words(count: int) -> str:
    """How many fixes a track has."""
    return translate("history", "{n} fixes").format(n=count) if count else translate("history", "nothing recorded")


def file_words(found: FileTracks) -> str:
    """How much was read of a file."""
    words = [translate("history", "{n} points").format(n=found.points)]
    if found.untimed:
        words.append(translate("history", "{n} without a time").format(n=found.untimed))
    if found.flawed:
        words.append(translate("history", "flaws: {n}").format(n=found.flawed))
    return " · ".join(words)


def flaw_words(flaw: FileFlaw) -> str:
    """One flaw of a file with its line."""
    sentence = {
        Flaw.PLACE: translate("history", "line {line}, point {point}: no usable place ({value})"),
        Flaw.NOWHERE: translate("history", "line {line}, point {point}: 0, 0 is no place"),
        Flaw.TIME: translate("history", "line {line}, point {point}: no usable time ({value})"),
        Flaw.CUT: translate("history", "line {line}: the file breaks off here"),
    }[flaw.flaw]
    return sentence.format(line=flaw.line, point=flaw.point, value=one_line(flaw.value))


def looking_fault_words(fault: Fault) -> str:
    """Why the past cannot be shown now."""
    if isinstance(fault, NetworkFault):
        return translate(
            "history", "Past positions are kept by the server, and it cannot be reached now. Try again later."
        )
    return fault_words(fault)
