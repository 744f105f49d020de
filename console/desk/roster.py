"""The roster as a week: who is on duty on which rung, day by day, and who is now."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from console.contract.admin import Done
from console.contract.enrolled import PhonePage
from console.desk.administration import Administration
from console.desk.phone_pages import PageShown, PhonePages
from console.domain.errors import InputFault
from console.domain.roster import Duty, DutyOfficer, Roster, Rung, ShiftHours, wrong_roster

RUNGS: tuple[Rung, ...] = tuple(rung for rung in Rung if rung is not Rung.OPERATOR)
"""Rungs with a roster: operators are at the desks."""
_LONGEST = 100
_NUMBER = re.compile(r"\+?[0-9][0-9 .()/-]{2,24}")
_UNFIT = re.compile(r"[^A-Za-z0-9_-]+")


class RosterSource(Protocol):
    """What this desk holds of it (the store, by shape); any thread."""

    def roster(self) -> Roster:
        """The roster as the server told it last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where somebody can be on duty: a rung, for a post ('' any), in a shift ('' always)."""

    rung: Rung
    post: str = ""
    shift: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """A slot with who is there on each of seven days; `days[3]` is None where nobody is. Daily ones fill every day."""

    slot: Slot
    days: tuple[Duty | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterShown:
    """The roster, and who is on duty on each rung at this moment (None: nobody)."""

    roster: Roster
    now: tuple[tuple[Rung, Duty | None], ...]
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyDraft:
    """Somebody to put on duty, as typed; `day` None for every day. The ways to write to him may stay empty."""

    slot: Slot
    day: date | None
    name: str
    contact: str
    email: str = ""
    sms: str = ""


class RosterBook:
    """Reading works without the server; each change is told to it at once. Ask in the background."""

    def __init__(
        self, administration: Administration, source: RosterSource, now: Callable[[], datetime], pages: PhonePages
    ) -> None:
        self._ask, self._source, self._now, self._pages = administration.ask, source, now, pages

    def shown(self, zone: str, told: Roster | None = None) -> RosterShown:
        """The roster at this desk, or the one just `told` by the server while that is newer."""
        roster = self._source.roster()
        if told is not None and told.revision > roster.revision:
            roster = told
        now = self._now()
        ladder = tuple((rung, roster.on_duty(rung, now, zone)) for rung in RUNGS)
        return RosterShown(roster=roster, now=ladder, today=now.astimezone(ZoneInfo(zone)).date())

    def save(self, roster: Roster) -> Roster:
        """Tell the server; the roster as it stands from now on.

        Raises:
            InputFault: `roster_wrong`, or `list_changed` when somebody saved meanwhile.
        """
        said = wrong_roster(roster)
        if said:
            raise InputFault("roster_wrong", said, field=said.partition(": ")[0], detail=said)
        query = {"revision": str(roster.revision)}
        return self._ask("PUT", "/v1/admin/roster", Roster, sent=roster, query=query)

    def phones_address(self) -> str:
        """How phones reach the server."""
        return self._pages.address()

    def make_page(self, duty: Duty, address: str) -> PageShown:
        """A link to the phone page of an officer of the roster, where his alarms stand; the one before ends.

        Raises:
            InputFault: `phones_address_wrong`, `phones_address_local`.
        """
        path = f"/v1/admin/duty-officers/{duty.officer}/link"
        return self._pages.make(path, duty.officer, duty.name, duty.post, address)

    def page_of(self, officer_id: str) -> PhonePage | None:
        """The page an officer of the roster has, None without one."""
        pages = self._ask("GET", "/v1/admin/duty-pages", tuple[PhonePage, ...])
        return next((each for each in pages if each.unit_id == officer_id), None)

    def take_page_back(self, officer_id: str) -> None:
        """His page ends now: a phone was lost or handed on."""
        self._ask("POST", f"/v1/admin/duty-officers/{officer_id}/link/revoke", Done)


def first_of_week(day: date) -> date:
    """The Monday of that day's week (ISO 8601)."""
    return day - timedelta(days=day.weekday())


def week_of(roster: Roster, monday: date) -> tuple[WeekRow, ...]:
    """Every slot anybody ever had, by rung, post and shift as the day goes on, with the seven days from `monday`."""
    order = {shift.id: place for place, shift in enumerate(sorted(roster.shifts, key=lambda s: s.starts))}
    slots = {slot_of(duty) for duty in roster.duties}
    ranked = sorted(slots, key=lambda slot: (RUNGS.index(slot.rung), slot.post, order.get(slot.shift, -1)))
    days = [monday + timedelta(days=number) for number in range(7)]
    return tuple(WeekRow(slot=slot, days=tuple(who(roster, slot, day) for day in days)) for slot in ranked)


def slot_of(duty: Duty) -> Slot:
    """Where that duty is."""
    return Slot(rung=duty.rung, post=duty.post, shift=duty.shift)


def who(roster: Roster, slot: Slot, day: date) -> Duty | None:
    """Who is there on that day: the day's own before the daily."""
    there = [duty for duty in roster.duties if slot_of(duty) == slot and duty.day in ("", day.isoformat())]
    return next((duty for duty in there if duty.day), next(iter(there), None))


def with_duty(roster: Roster, draft: DutyDraft) -> Roster:
    """The roster with this person in that slot, instead of whoever was there on that day (or every day).

    Raises:
        InputFault: `name_missing`, `contact_wrong`, `too_long`, each naming its field.
    """
    name, contact = draft.name.strip(), draft.contact.strip()
    if not name:
        raise InputFault("name_missing", "name: rank and name", field="name")
    if not _NUMBER.fullmatch(contact):
        raise InputFault("contact_wrong", "contact: the number to ring", field="contact")
    for field in ("name", "post"):
        if len(name if field == "name" else draft.slot.post) > _LONGEST:
            raise InputFault("too_long", f"{field}: at most {_LONGEST}", field=field, most=_LONGEST)
    roster, officer = _with_officer(roster, name, draft.email.strip(), draft.sms.strip())
    duty = Duty(
        rung=draft.slot.rung, name=name, contact=contact, post=draft.slot.post.strip(), shift=draft.slot.shift,
        day=draft.day.isoformat() if draft.day else "", officer=officer,
    )  # fmt: skip
    kept = tuple(each for each in roster.duties if not _same_place(each, duty))
    return _tidied(replace(roster, duties=(*kept, duty)))


def with_page(roster: Roster, duty: Duty) -> Roster:
    """The roster in which that person is an officer who can have a phone page; the same where he is one."""
    if duty.officer:
        return roster
    roster, officer = _with_officer(roster, duty.name, "", "", paged=True)
    duties = tuple(replace(each, officer=officer) if each == duty else each for each in roster.duties)
    return replace(roster, duties=duties)


def without_duty(roster: Roster, duty: Duty) -> Roster:
    """The roster without that line."""
    return _tidied(replace(roster, duties=tuple(each for each in roster.duties if each != duty)))


def with_week_copied(roster: Roster, monday: date, into: date) -> Roster:
    """The lines of the week from `monday` also in the week from `into`, instead of what stood there by day."""
    shift = into - monday
    week = {(monday + timedelta(days=n)).isoformat() for n in range(7)}
    target = {(into + timedelta(days=n)).isoformat() for n in range(7)}
    copied = tuple(
        replace(duty, day=(date.fromisoformat(duty.day) + shift).isoformat())
        for duty in roster.duties
        if duty.day in week
    )
    return replace(roster, duties=(*(duty for duty in roster.duties if duty.day not in target), *copied))


def with_shifts(roster: Roster, text: str) -> Roster:
    """The roster with these shifts, a line each: 'pagi 06:00-14:00'.

    Raises:
        InputFault: `shift_wrong` with the line, `shift_used` for one taken away that lines of the roster name.
    """
    shifts: list[ShiftHours] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        found = re.fullmatch(r"(\S(?:.*\S)?)\s+(\d\d)[:.](\d\d)\s*[-–]\s*(\d\d)[:.](\d\d)", line)
        shift = found and ShiftHours(id=found[1], starts=f"{found[2]}:{found[3]}", ends=f"{found[4]}:{found[5]}")
        if not shift or wrong_roster(Roster(shifts=(shift,))) or any(shift.id == other.id for other in shifts):
            raise InputFault("shift_wrong", f"shifts: {line}", field="shifts", line=line)
        shifts.append(shift)
    gone = {duty.shift for duty in roster.duties if duty.shift} - {shift.id for shift in shifts}
    if gone:
        raise InputFault("shift_used", "shifts: still named", field="shifts", shift=min(gone))
    return replace(roster, shifts=tuple(shifts))


def shifts_text(roster: Roster) -> str:
    """The shifts, a line each, as they are typed."""
    return "\n".join(f"{shift.id} {shift.starts}-{shift.ends}" for shift in roster.shifts)


def _same_place(one: Duty, other: Duty) -> bool:
    return slot_of(one) == slot_of(other) and one.day == other.day


def _with_officer(
    roster: Roster, name: str, email: str, sms: str, *, paged: bool = False
) -> tuple[Roster, str]:
    """The roster with this person among its officers, and his id; '' when there is no way to write to him."""
    known = next((officer for officer in roster.officers if officer.name == name), None)
    if known is None and not (email or sms or paged):
        return roster, ""
    taken = {officer.id for officer in roster.officers}
    plain = _UNFIT.sub("-", name).strip("-")[:50] or "officer"
    fresh = next(i for n in range(1, len(taken) + 3) if (i := plain if n == 1 else f"{plain}-{n}") not in taken)
    officer = DutyOfficer(id=known.id if known else fresh, name=name, email=email, sms=sms)
    others = tuple(each for each in roster.officers if each.id != officer.id)
    return replace(roster, officers=(*others, officer)), officer.id


def _tidied(roster: Roster) -> Roster:
    """Officers no line names any more are forgotten: their addresses serve nothing."""
    named = {duty.officer for duty in roster.duties}
    return replace(roster, officers=tuple(officer for officer in roster.officers if officer.id in named))
