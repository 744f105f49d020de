"""Who is on duty on which rung of the ladder, by post and shift, with a number to ring."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

_OFFICER_ID = re.compile(r"[A-Za-z0-9_-]{1,60}")
_EMAIL = re.compile(r"[^\s@<>\"(),:;\\\[\]]{1,64}@[A-Za-z0-9.-]{1,190}")
_PHONE = re.compile(r"\+?[0-9][0-9 .-]{5,24}")


class Rung(StrEnum):
    """The ladder an unanswered alarm climbs (mission.md: Polri 110, operator to Mabes)."""

    OPERATOR = "operator"
    DUTY_OFFICER = "duty_officer"
    POLSEK = "polsek"
    POLRES = "polres"
    POLDA = "polda"
    MABES = "mabes"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftHours:
    """A shift by its local hours, 'HH:MM'; one that ends before it starts goes over midnight."""

    id: str
    starts: str
    ends: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Somebody on duty: on which rung, for which post ('' any), in which shift ('' always), on which day ('' daily).

    `day` is the ISO date, in the site's zone, on which the shift begins. `contact` is the number to ring. `officer` is
    the id of an officer of the roster who can be written to, '' when he is only rung.
    """

    rung: Rung
    name: str
    contact: str
    post: str = ""
    shift: str = ""
    day: str = ""
    officer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyOfficer:
    """A person of the roster and the ways to reach him besides ringing: '' where there is none.

    His phone page is enrolled apart (`POST /v1/admin/duty-officers/{id}/link`): its secret is nobody's but his.
    """

    id: str
    name: str
    email: str = ""
    sms: str = ""

    @property
    def ways(self) -> tuple[str, ...]:
        """The ways a message goes to him: 'email', 'sms'."""
        return tuple(way for way, address in (("email", self.email), ("sms", self.sms)) if address.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The site's roster, edited by administrators (`PUT /v1/admin/roster`)."""

    id: str = "roster"
    revision: int = 0
    shifts: tuple[ShiftHours, ...] = ()
    duties: tuple[Duty, ...] = ()
    officers: tuple[DutyOfficer, ...] = ()

    def officer(self, officer_id: str) -> DutyOfficer | None:
        """An officer of the roster by id."""
        return next((each for each in self.officers if each.id == officer_id), None) if officer_id else None

    def on_duty(self, rung: Rung, now: datetime, zone: str, post: str = "") -> Duty | None:
        """Who is on duty on that rung now; the named post's before anybody's, the day's own before the daily."""
        local = now.astimezone(ZoneInfo(zone))
        fit = [d for d in self.duties if d.rung is rung and (not post or d.post in ("", post)) and self._now(d, local)]
        fit.sort(key=lambda duty: (duty.post != post, not duty.day, not duty.shift))
        return fit[0] if fit else None

    def _now(self, duty: Duty, local: datetime) -> bool:
        hours = next((shift for shift in self.shifts if shift.id == duty.shift), None)
        if hours is None:
            return not duty.shift and duty.day in ("", local.date().isoformat())
        starts, ends, at = time.fromisoformat(hours.starts), time.fromisoformat(hours.ends), local.time()
        over_midnight = ends <= starts
        if not over_midnight:
            return starts <= at < ends and duty.day in ("", local.date().isoformat())
        if at >= starts:
            return duty.day in ("", local.date().isoformat())
        yesterday = local.date().fromordinal(local.date().toordinal() - 1)
        return at < ends and duty.day in ("", yesterday.isoformat())


def wrong_roster(roster: Roster) -> str:
    """What cannot be used in a roster, as 'field: why'; '' when all can."""
    for place, shift in enumerate(roster.shifts):
        for name in ("starts", "ends"):
            if not _is_time(getattr(shift, name)):
                return f"shifts[{place}].{name}: HH:MM"
    known = {shift.id for shift in roster.shifts}
    if len(known) < len(roster.shifts) or "" in known:
        return "shifts: each needs an id of its own"
    for place, duty in enumerate(roster.duties):
        if not duty.name.strip() or not duty.contact.strip():
            return f"duties[{place}]: a name and a contact to ring"
        if duty.shift and duty.shift not in known:
            return f"duties[{place}].shift: one of the shifts"
        if duty.rung is Rung.OPERATOR:
            return f"duties[{place}].rung: operators are at the desks; duty_officer to mabes"
        if duty.day and not _is_day(duty.day):
            return f"duties[{place}].day: YYYY-MM-DD"
        if duty.officer and roster.officer(duty.officer) is None:
            return f"duties[{place}].officer: one of the officers"
    return _wrong_officer(roster.officers)


def _wrong_officer(officers: tuple[DutyOfficer, ...]) -> str:
    ids = [officer.id for officer in officers]
    for place, officer in enumerate(officers):
        if not _OFFICER_ID.fullmatch(officer.id) or ids.count(officer.id) > 1:
            return f"officers[{place}].id: 1 to 60 letters, digits, - or _, each once"
        if not 0 < len(officer.name.strip()) <= 100:
            return f"officers[{place}].name: 1 to 100 characters"
        if officer.email and not _EMAIL.fullmatch(officer.email):
            return f"officers[{place}].email: an address like name@host, or empty"
        if officer.sms and not _PHONE.fullmatch(officer.sms):
            return f"officers[{place}].sms: a number like +62 811 000 000, or empty"
    return ""


def _is_time(text: str) -> bool:
    try:
        time.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 5


def _is_day(text: str) -> bool:
    try:
        datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        return False
    return True
