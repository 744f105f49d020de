"""Units on a case: the legal steps of an order, and the unit that follows them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from console.domain.report import OPEN_ASSIGNMENTS, Assignment, AssignmentStatus, Report
from console.domain.unit import ORDERS_KEPT_H, Unit, UnitStatus

_FORWARD = (
    AssignmentStatus.ORDERED,
    AssignmentStatus.READ,
    AssignmentStatus.ACCEPTED,
    AssignmentStatus.EN_ROUTE,
    AssignmentStatus.ON_SCENE,
    AssignmentStatus.DONE,
)

NEXT_STATUSES: dict[AssignmentStatus, frozenset[AssignmentStatus]] = {
    status: frozenset(_FORWARD[place + 1 :]) for place, status in enumerate(_FORWARD)
} | {AssignmentStatus.CANCELLED: frozenset()}
"""Legal steps of an assignment: steps may be skipped forward (a radio message says it all), never back."""


_ORDERS_KEPT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When an assignment moved and who said so: '' the unit itself, else 'radio' or 'phone'."""

    at: datetime
    by: str = ""


def open_assignment(report: Report, unit_id: str) -> Assignment | None:
    """The assignment that binds this unit to this report now, if any."""
    return next((a for a in report.assignments if a.unit_id == unit_id and a.status in OPEN_ASSIGNMENTS), None)


def assignment_made(report: Report, unit: Unit, decision_id: str, at: datetime) -> tuple[Report, Unit]:
    """Order a unit to a report now; it counts among the orders of its last hours."""
    assignment = Assignment(
        unit_id=unit.id,
        call_sign=unit.call_sign,
        title=unit.title,
        decision_id=decision_id,
        status=AssignmentStatus.ORDERED,
        ordered_at=at,
    )
    since = at - timedelta(hours=ORDERS_KEPT_H)
    unit = replace(
        unit,
        status=UnitStatus.ORDERED,
        status_at=at,
        report_id=report.id,
        report_number=report.number,
        orders_at=(*(each for each in unit.orders_at if each > since), at)[-_ORDERS_KEPT:],
        revision=unit.revision + 1,
    )
    return replace(report, assignments=(*report.assignments, assignment)), unit


def assignment_moved(report: Report, unit: Unit, status: AssignmentStatus, moment: Moment) -> tuple[Report, Unit]:
    """Move a unit's open assignment to `status`; the unit follows, free again after done or cancelled."""
    called = open_assignment(report, unit.id)
    if called is not None and status is AssignmentStatus.CANCELLED:
        unit = replace(unit, orders_at=tuple(at for at in unit.orders_at if at != called.ordered_at))
    moved = tuple(
        replace(a, status=status, status_at=moment.at, by=moment.by, read_at=a.read_at or moment.at)
        if a.unit_id == unit.id and a.status in OPEN_ASSIGNMENTS
        else a
        for a in report.assignments
    )
    return replace(report, assignments=moved), _following(unit, status, moment)


def _following(unit: Unit, status: AssignmentStatus, moment: Moment) -> Unit:
    """The unit's own status after its assignment's (read and accepted are still 'ordered')."""
    by_assignment = {
        AssignmentStatus.EN_ROUTE: UnitStatus.EN_ROUTE,
        AssignmentStatus.ON_SCENE: UnitStatus.ON_SCENE,
        AssignmentStatus.DONE: UnitStatus.AVAILABLE,
        AssignmentStatus.CANCELLED: UnitStatus.AVAILABLE,
    }
    unit_status = by_assignment.get(status, UnitStatus.ORDERED)
    free = unit_status is UnitStatus.AVAILABLE
    return replace(
        unit,
        freed_at=moment.at if status is AssignmentStatus.DONE else unit.freed_at,
        status=unit_status,
        status_at=moment.at,
        report_id="" if free else unit.report_id,
        report_number="" if free else unit.report_number,
        revision=unit.revision + 1,
    )
