"""What the whole shift watches: officers in danger, alarms, hand-overs, who holds what.

Why so long: one view of the shift and the plain facts it is made of, put together in one look at the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from console.desk.ports import PositionsPort, PresencePort
from console.domain.agency import Site
from console.domain.alarm import last_step, taken_now
from console.domain.casework.handing import open_offer, open_transfer
from console.domain.casework.sos import called_off, is_sos
from console.domain.deadlines import acknowledge_by
from console.domain.handing import Offer, Transfer
from console.domain.load import Colleague, Load
from console.domain.person import DESK_ROLES, Actor, Role
from console.domain.place import distance_m
from console.domain.police_area import PoliceAreas
from console.domain.queue_row import QueueRow
from console.domain.report import Report
from console.domain.roster import Rung
from console.domain.safety import SafetyCheck, SafetyState, safety_check
from console.domain.shown_case import ShownCase
from console.domain.timeline import Entry
from console.domain.unit import Position, Unit, UnitStatus

NEAREST = 3
"""How many units nearest to an officer in danger are named."""


class ShiftSource(Protocol):
    """What the store holds of it; any thread."""

    def watched(self) -> tuple[ShownCase, ...]:
        """Open cases the whole shift keeps an eye on."""

    def loads(self) -> tuple[Load, ...]:
        """Who holds how many open cases."""

    def report(self, report_id: str) -> Report | None:
        """A case as the server told it."""

    def units(self) -> tuple[Unit, ...]:
        """Every unit."""

    def site(self) -> Site:
        """The site's facts."""

    def police_areas(self) -> PoliceAreas:
        """Whose police area each kelurahan is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """A unit that could help: available, with a fresh position, so many metres away."""

    unit_id: str
    call_sign: str
    distance_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SosCase:
    """An officer's call for help; `fix_at` is when his last position was taken, None when there is none.

    `step` is the highest rung that was told, `answer` a duty officer's word that he takes it, `safe` whether he said
    himself that he is.
    """

    report_id: str
    number: str
    who: str
    raised_at: datetime
    area_name: str
    fix_at: datetime | None
    helpers: tuple[Helper, ...]
    holder_name: str
    step: Entry | None
    safe: bool
    answer: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyCase:
    """Officers at a dangerous scene who are to be asked, or do not answer."""

    report_id: str
    number: str
    check: SafetyCheck
    state: SafetyState
    step: Entry | None
    answer: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedCase:
    """A case offered or assigned to whoever sits here."""

    report_id: str
    number: str
    category: str
    offer: Offer


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedCase:
    """A case passed to another post that has not said yes; ours until `due_at` and after."""

    report_id: str
    number: str
    transfer: Transfer
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ClimbingCase:
    """An unclaimed critical case whose alarm left the operators' rung; `answer` who takes it, if somebody does."""

    report_id: str
    number: str
    category: str
    step: Entry
    answer: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftView:
    """Everything of it at one moment, most pressing first; `taker` is who may take an alarm at this very screen."""

    sos: tuple[SosCase, ...] = ()
    safety: tuple[SafetyCase, ...] = ()
    offers: tuple[OfferedCase, ...] = ()
    passed: tuple[PassedCase, ...] = ()
    climbing: tuple[ClimbingCase, ...] = ()
    taker: str = ""


class Shift:
    """Questions about the shift; all may take milliseconds of disk: ask in the background."""

    def __init__(
        self,
        source: ShiftSource,
        positions: PositionsPort,
        presence: PresencePort,
        actor: Callable[[], Actor | None],
        now: Callable[[], datetime],
        critical: Callable[[], Iterable[QueueRow]] = tuple,
    ) -> None:
        """`actor` is who is signed in now; `now` estimated server time, aware UTC; `critical` the unclaimed P1."""
        self._source, self._positions, self._presence, self._critical = source, positions, presence, critical
        self._actor, self._now = actor, now

    def view(self) -> ShiftView:
        """What needs the shift now."""
        actor, now, site = self._actor(), self._now(), self._source.site()
        reports = [case.report for case in self._source.watched()]
        sos = sorted((report for report in reports if is_sos(report)), key=lambda report: report.received_at)
        offers = [(report, offer) for report in reports if (offer := open_offer(report)) is not None]
        passed = [(report, transfer) for report in reports if (transfer := open_transfer(report)) is not None]
        safety = tuple(self._safety(reports, site, now))
        climbing = tuple(self._climbing({each.id for each in sos}, site, now))
        leads = actor is not None and actor.role is Role.SUPERVISOR
        return ShiftView(
            sos=self._sos(sos, site, now) if sos else (),
            safety=safety,
            offers=tuple(
                OfferedCase(report_id=report.id, number=report.number, category=report.category, offer=offer)
                for report, offer in offers
                if actor is not None and offer.to_id == actor.id
            ),
            passed=tuple(
                PassedCase(
                    report_id=report.id, number=report.number, transfer=transfer,
                    due_at=acknowledge_by(report, transfer.asked_at, site.deadlines),
                )
                for report, transfer in passed
            ),
            climbing=climbing,
            taker=actor.name if leads and actor is not None and (sos or safety or climbing) else "",
        )  # fmt: skip

    def loads(self) -> tuple[Load, ...]:
        """Who holds how many open cases, most first."""
        return self._source.loads()

    def colleagues(self) -> tuple[Colleague, ...]:
        """Others who may hold a case: at a desk now, or holding one; by name."""
        actor = self._actor()
        known = {c.id: c for c in self._presence.present() if c.role in DESK_ROLES}
        me = actor.id if actor else ""
        return tuple(sorted((c for c in known.values() if c.id != me), key=lambda c: c.name))

    def now(self) -> datetime:
        """Estimated server time, aware UTC."""
        return self._now()

    def areas(self) -> PoliceAreas:
        """Whose police area each kelurahan is."""
        return self._source.police_areas()

    def _sos(self, reports: Iterable[Report], site: Site, now: datetime) -> tuple[SosCase, ...]:
        units, latest = self._source.units(), self._positions.latest()
        return tuple(_sos_case(report, units, latest, site, now) for report in reports)

    def _climbing(self, shown: set[str], site: Site, now: datetime) -> Iterable[ClimbingCase]:
        for row in self._critical():
            report = None if row.id in shown else self._source.report(row.id)
            step = last_step(report) if report is not None else None
            if report is not None and step is not None and step.params.get("rung") != Rung.OPERATOR:
                yield ClimbingCase(
                    report_id=row.id, number=row.number, category=row.category, step=step,
                    answer=taken_now(report, step, site.deadlines, now),
                )  # fmt: skip

    def _safety(self, reports: Iterable[Report], site: Site, now: datetime) -> Iterable[SafetyCase]:
        for report in reports:
            check = safety_check(report, site.deadlines)
            if check is not None and check.state(now) is not SafetyState.CALM:
                step = last_step(report)
                yield SafetyCase(
                    report_id=report.id, number=report.number, check=check, state=check.state(now), step=step,
                    answer=taken_now(report, step, site.deadlines, now) if step is not None else None,
                )  # fmt: skip


def _sos_case(
    report: Report, units: Iterable[Unit], latest: dict[str, Position], site: Site, now: datetime
) -> SosCase:
    whose = report.sos
    fix = latest.get(whose.unit_id) if whose else None
    lat, lon = (fix.lat, fix.lon) if fix else (report.place.lat, report.place.lon)
    helpers: list[Helper] = []
    for unit in units:
        at = latest.get(unit.id)
        if at is None or lat is None or lon is None or unit.status is not UnitStatus.AVAILABLE:
            continue
        if at.mock or at.jump:
            continue
        if (whose and unit.id == whose.unit_id) or (now - at.at).total_seconds() > site.stale_after_s:
            continue
        metres = distance_m(lat, lon, at.lat, at.lon)
        helpers.append(Helper(unit_id=unit.id, call_sign=unit.call_sign, distance_m=metres))
    helpers.sort(key=lambda helper: helper.distance_m)
    step = last_step(report)
    return SosCase(
        report_id=report.id,
        number=report.number,
        who=f"{whose.call_sign} {whose.title}".strip() if whose else "",
        raised_at=report.received_at,
        area_name=report.place.area_name,
        fix_at=fix.at if fix else report.happened_at,
        helpers=tuple(helpers[:NEAREST]),
        holder_name=report.claim.holder_name if report.claim else "",
        step=step,
        safe=called_off(report),
        answer=taken_now(report, step, site.deadlines, now) if step is not None else None,
    )
