"""Words of units: what they do, how old their position is, why one is or is not proposed."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.desk.case import UNREAD_AFTER_S
from console.desk.fleet import UnitCard
from console.domain.recommend import Advice
from console.domain.report import Assignment, AssignmentStatus
from console.domain.unit import Unit, UnitStatus
from console.ui.case.words import distance_words
from console.ui.texts.language import translate
from console.ui.texts.times import ago_words, clock_words, length_words
from console.ui.texts.unseen import one_line

_COMMON_SKILLS = frozenset(
    {"patrol", "traffic", "accident_scene", "investigation", "arrest", "observation", "mediation", "interview",
     "narcotics", "front_desk", "beat_officer"}
)  # fmt: skip
"""Skills the function's name already tells."""


def unit_status_word(status: UnitStatus) -> str:
    """What a unit is doing."""
    return {
        UnitStatus.AVAILABLE: translate("unit", "available"),
        UnitStatus.ORDERED: translate("unit", "ordered"),
        UnitStatus.EN_ROUTE: translate("unit", "en route"),
        UnitStatus.ON_SCENE: translate("unit", "on scene"),
        UnitStatus.OFF_DUTY: translate("unit", "off duty"),
    }[status]


def unit_name(unit: Unit) -> str:
    """Call sign and title on one line."""
    return one_line(f"{unit.call_sign} {unit.title}")


def unit_colour(status: UnitStatus, *, stale: bool) -> str:
    """Palette name of a unit's dot; an old position is never shown as current."""
    if stale or status is UnitStatus.OFF_DUTY:
        return "stale"
    return {
        UnitStatus.AVAILABLE: "available",
        UnitStatus.ORDERED: "en_route",
        UnitStatus.EN_ROUTE: "en_route",
        UnitStatus.ON_SCENE: "on_scene",
    }[status]


def position_words(age_s: int | None) -> str:
    """'position 8 s ago'; 'no position'."""
    if age_s is None:
        return translate("unit", "no position")
    return translate("unit", "position {ago}").format(ago=ago_words(age_s))


def card_words(card: UnitCard) -> str:
    """Second line of a card: what it does, on which case, how far, or how old."""
    unit = card.unit
    parts = [unit_status_word(unit.status)]
    if unit.report_number:
        parts[0] += f" {unit.report_number}"
    if card.stale:
        parts.append(position_words(card.position_age_s))
    elif card.distance_m is not None:
        parts.append(distance_words(card.distance_m))
    return " · ".join(parts)


def skipped_words(advice: Advice) -> str:
    """Why a nearer unit is not proposed."""
    unit = advice.unit
    if advice.skipped == "busy":
        return " ".join(part for part in (unit_status_word(unit.status), unit.report_number) if part)
    if advice.skipped == "stale_position":
        return position_words(advice.position_age_s)
    return {
        "off_duty": translate("unit", "off duty"),
        "no_position": translate("unit", "no position"),
        "mock_position": translate("unit", "position may be faked"),
    }.get(advice.skipped, advice.skipped)


def advice_words(advice: Advice) -> str:
    """Second line of an advice row: distance, time, function, age; for a skipped one why."""
    metres = "" if advice.distance_m is None else distance_words(advice.distance_m)
    if advice.skipped:
        why = translate("unit", "{why}: skipped").format(why=skipped_words(advice))
        return translate("unit", "{distance} but {why}").format(distance=metres, why=why) if metres else why
    parts = [metres]
    if advice.eta_s is not None:
        parts.append(length_words(max(60, advice.eta_s)))
    if advice.beat:
        parts.append(translate("unit", "beat officer"))
    parts += [one_line(advice.unit.function), *skill_words(advice.unit.skills)]
    parts.append(position_words(advice.position_age_s))
    return " · ".join(part for part in parts if part)


def skill_words(skills: tuple[str, ...]) -> tuple[str, ...]:
    """Skills that may decide whom to send, at most two; those every unit of its function has are left out."""
    words = {
        "first_aid": translate("unit", "first aid"),
        "women_children": translate("unit", "women and children"),
        "swimming": translate("unit", "rescue swimmer"),
        "negotiation": translate("unit", "negotiator"),
        "crowd_control": translate("unit", "crowd control"),
        "motorcycle": translate("unit", "motorcycle"),
        "sign_language": translate("unit", "sign language"),
    }
    known = [words[code] for code in words if code in skills]
    own = [one_line(code.replace("_", " ")) for code in skills if code not in words and code not in _COMMON_SKILLS]
    return tuple((*known, *own)[:2])


def assignment_word(status: AssignmentStatus) -> str:
    """A unit's answer to its order (screens.md words)."""
    return {
        AssignmentStatus.ORDERED: translate("assignment", "order sent"),
        AssignmentStatus.READ: translate("assignment", "read"),
        AssignmentStatus.ACCEPTED: translate("assignment", "accepted"),
        AssignmentStatus.EN_ROUTE: translate("assignment", "en route"),
        AssignmentStatus.ON_SCENE: translate("assignment", "on scene"),
        AssignmentStatus.DONE: translate("assignment", "done"),
        AssignmentStatus.CANCELLED: translate("assignment", "called back"),
    }[status]


def is_unread(assignment: Assignment, now: datetime) -> bool:
    """Whether its order lies unread for longer than UNREAD_AFTER_S."""
    if assignment.status is not AssignmentStatus.ORDERED:
        return False
    return (now - assignment.ordered_at).total_seconds() > UNREAD_AFTER_S


def assignment_words(assignment: Assignment, now: datetime, zone: ZoneInfo, *, waiting: bool) -> str:
    """Where the order stands: 'unread for 41 s', 'en route 14:06 (by radio)'."""
    if waiting:
        return translate("assignment", "waiting to send")
    if is_unread(assignment, now):
        unread_s = (now - assignment.ordered_at).total_seconds()
        return translate("assignment", "unread for {time}").format(time=length_words(unread_s))
    at = assignment.status_at or assignment.ordered_at
    words = f"{assignment_word(assignment.status)} {clock_words(at, zone)}"
    by = {"radio": translate("assignment", "by radio"), "phone": translate("assignment", "by phone")}
    return f"{words} ({by[assignment.by]})" if assignment.by in by else words
