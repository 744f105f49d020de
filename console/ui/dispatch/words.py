"""Words of units: what they do, how old their position is, why one is or is not proposed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from console.desk.case import UNREAD_AFTER_S
from console.desk.fleet import UnitCard
from console.domain.crew_size import Because, CrewSize
from console.domain.recommend import Advice
from console.domain.report import Assignment, AssignmentStatus
from console.domain.unit import Doubt, Unit, UnitStatus
from console.domain.waiting_order import WaitingOrder
from console.ui.case.words import distance_words
from console.ui.texts.cases import category_word, tick_list
from console.ui.texts.duties import away_words
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


def doubt_words(doubt: Doubt) -> str:
    """What speaks against a position; '' for nothing."""
    return {
        Doubt.NONE: "",
        Doubt.MOCK: translate("unit", "position may be faked"),
        Doubt.JUMP: translate("unit", "GPS jumps, last believed place"),
    }[doubt]


def card_words(card: UnitCard) -> str:
    """Second line of a card: what it does, on which case, how far, or how old, and whether that is in doubt."""
    unit = card.unit
    parts = [away_words(unit) if unit.status is UnitStatus.OFF_DUTY else unit_status_word(unit.status)]
    if unit.report_number:
        parts[0] += f" {unit.report_number}"
    if card.stale:
        parts.append(position_words(card.position_age_s))
    elif card.distance_m is not None:
        parts.append(distance_words(card.distance_m))
    if card.doubt:
        parts.append(doubt_words(card.doubt))
    if unit.next_orders:
        parts.append(translate("unit", "then {number}").format(number=unit.next_orders[0].number))
    return " · ".join(parts)


def skipped_words(advice: Advice) -> str:
    """Why a nearer unit is not proposed."""
    unit = advice.unit
    if unit.status is UnitStatus.OFF_DUTY:
        return away_words(unit)
    if advice.skipped == "busy":
        return " ".join(part for part in (unit_status_word(unit.status), unit.report_number) if part)
    if advice.skipped == "stale_position":
        return position_words(advice.position_age_s)
    if advice.skipped == "outranked":
        strained = strain_words(advice)
        return strained or translate("unit", "the others fit better")
    return {
        "no_position": translate("unit", "no position"),
        "mock_position": doubt_words(Doubt.MOCK),
        "jump_position": doubt_words(Doubt.JUMP),
    }.get(advice.skipped, advice.skipped)


def strain_words(advice: Advice) -> str:
    """What a unit has behind it: '3 orders this shift, free for 4 min'; '' when nothing counts."""
    parts = []
    if advice.orders:
        parts.append(translate("unit", "{n} orders this shift").format(n=advice.orders))
    if advice.freed_s is not None:
        parts.append(translate("unit", "free for {time}").format(time=length_words(advice.freed_s)))
    return ", ".join(parts)


def advice_words(advice: Advice) -> str:
    """Second line of an advice row: distance, time, what speaks for it, load, age; for a skipped one why."""
    metres = "" if advice.distance_m is None else distance_words(advice.distance_m)
    if advice.skipped:
        why = translate("unit", "{why}: skipped").format(why=skipped_words(advice))
        return translate("unit", "{distance} but {why}").format(distance=metres, why=why) if metres else why
    parts = [metres]
    if advice.eta_s is not None:
        parts.append(length_words(max(60, advice.eta_s)))
    if advice.beat:
        first = translate("unit", "beat officer, first for this service")
        parts.append(first if advice.first else translate("unit", "beat officer"))
    parts += [one_line(advice.unit.function), *skill_words(advice.unit.skills, advice.skills)]
    if advice.vehicle:
        parts.append(translate("unit", "vehicle"))
    parts.append(strain_words(advice))
    if not advice.first or advice.distance_m is not None:
        parts += [position_words(advice.position_age_s), doubt_words(advice.doubt)]
    return " · ".join(part for part in parts if part)


def crew_words(crew: CrewSize, category: str) -> str:
    """How many to send and the sum: 'Officers to send: 4 = traffic accident 2 + P1 1 + injured 1'."""
    lines = [f"{_because_word(line, category)} {line.people}" for line in crew.because if line.people]
    words = translate("dispatch", "Officers to send: {n} = {sum}.").format(n=crew.send, sum=" + ".join(lines))
    if crew.fewest_for:
        words += " " + translate("dispatch", "Never fewer than {n}.").format(n=crew.fewest)
    files = next((line.count for line in crew.because if line.code == "files"), 0)
    if files:
        words += " " + (
            translate("dispatch", "A file came: look, then tick what it shows.") if files == 1
            else translate("dispatch", "{n} files came: look, then tick what they show.").format(n=files)
        )  # fmt: skip
    return words


def fewest_words(params: Mapping[str, str]) -> str:
    """Why so few may not go, from a refusal's params: '1 would go, at least 2 must: weapon'."""
    by_category = params.get("why") == "category"
    why = category_word(params.get("category", "")) if by_category else tick_list(params.get("why", ""))
    return translate("dispatch", "{sent} would be there, at least {fewest} must go: {why}.").format(
        sent=params.get("sent", "?"), fewest=params.get("fewest", "?"), why=why
    )


def _because_word(line: Because, category: str) -> str:
    if line.code == "category":
        return category_word(category)
    return "P1" if line.code == "priority" else tick_list(line.code)


def due_words(when: datetime, now: datetime, zone: ZoneInfo) -> str:
    """'today 14:30', 'tomorrow 09:00', '24/11 09:00' in the site's zone."""
    day, today = when.astimezone(zone).date(), now.astimezone(zone).date()
    clock = clock_words(when, zone)
    if day == today:
        return translate("dispatch", "today {time}").format(time=clock)
    if (day - today).days == 1:
        return translate("dispatch", "tomorrow {time}").format(time=clock)
    return f"{day:%d/%m} {clock}"


def waiting_words(order: WaitingOrder, now: datetime, zone: ZoneInfo) -> str:
    """What an order waits for."""
    if order.told:
        return translate("dispatch", "its hour came, but the unit is off duty")
    if order.due_at is not None:
        return translate("dispatch", "goes {when}").format(when=due_words(order.due_at, now, zone))
    if order.after:
        return translate("dispatch", "next, after {number}").format(number=one_line(order.after))
    return translate("dispatch", "next, when it is free")


def skill_words(skills: tuple[str, ...], wanted: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Skills that may decide whom to send, at most two, wanted ones first; what its function tells is left out."""
    skills = (*wanted, *(skill for skill in skills if skill not in wanted))
    words = {
        "first_aid": translate("unit", "first aid"),
        "women_children": translate("unit", "women and children"),
        "swimming": translate("unit", "rescue swimmer"),
        "negotiation": translate("unit", "negotiator"),
        "crowd_control": translate("unit", "crowd control"),
        "motorcycle": translate("unit", "motorcycle"),
        "sign_language": translate("unit", "sign language"),
        "traffic": translate("unit", "traffic"),
        "accident_scene": translate("unit", "accident scenes"),
        "arrest": translate("unit", "arrests"),
        "investigation": translate("unit", "investigation"),
        "mediation": translate("unit", "mediation"),
        "interview": translate("unit", "interviews of victims"),
    }
    known = [words[code] for code in skills if code in words and (code in wanted or code not in _COMMON_SKILLS)]
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
