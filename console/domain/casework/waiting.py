"""Orders that wait: put on case and unit, dropped, moved with a merge, started in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from console.domain.casework.assignment import assignment_made
from console.domain.casework.facts import Facts
from console.domain.casework.status import restated
from console.domain.errors import Bug
from console.domain.report import Report
from console.domain.timeline import Entry
from console.domain.unit import Duty, NextOrder, Unit, UnitStatus
from console.domain.waiting_order import MOST_WAITING, WaitingOrder


def waiting_order(report: Report, unit_id: str) -> WaitingOrder | None:
    """The order of this unit that waits on this report, if any."""
    return next((order for order in report.waiting_orders if order.unit_id == unit_id), None)


def wait_put(
    report: Report, unit: Unit, decision_id: str, at: datetime, due_at: datetime | None
) -> tuple[Report, Unit]:
    """An order decided at `at` that starts at `due_at`, or (None) when the unit is free; one before it is replaced."""
    report, unit = wait_dropped(report, unit)
    order = WaitingOrder(
        decision_id=decision_id,
        unit_id=unit.id,
        call_sign=unit.call_sign,
        title=unit.title,
        ordered_at=at,
        due_at=due_at,
        after="" if due_at else unit.report_number,
    )
    return _put(report, unit, order)


def _put(report: Report, unit: Unit, order: WaitingOrder) -> tuple[Report, Unit]:
    mark = NextOrder(report_id=report.id, number=report.number, decision_id=order.decision_id, due_at=order.due_at)
    report = replace(report, waiting_orders=(*report.waiting_orders, order))
    return report, replace(unit, next_orders=(*unit.next_orders, mark), revision=unit.revision + 1)


def wait_dropped(report: Report, unit: Unit) -> tuple[Report, Unit]:
    """The unit waits for this report no more; both as they were when it did not."""
    if waiting_order(report, unit.id) is not None:
        left = tuple(order for order in report.waiting_orders if order.unit_id != unit.id)
        report = replace(report, waiting_orders=left)
    return report, _unmarked(unit, report.id)


def all_waits_dropped(facts: Facts, report: Report) -> tuple[Facts, Report]:
    """Nobody waits for the report any more; the server tidies units that are not among the facts."""
    for order in report.waiting_orders:
        unit = facts.unit(order.unit_id)
        if unit is not None:
            facts = facts.with_unit(_unmarked(unit, report.id))
    return facts, replace(report, waiting_orders=()) if report.waiting_orders else report


def waits_restored(facts: Facts, report: Report, orders: tuple[WaitingOrder, ...]) -> tuple[Facts, Report]:
    """Orders the end of the case had dropped wait again, but for units it has by now or that have no room left."""
    for order in orders:
        unit = facts.unit(order.unit_id)
        if unit is None or len(unit.next_orders) >= MOST_WAITING or _has(report, unit):
            continue
        report, unit = _put(report, unit, order)
        facts = facts.with_unit(unit)
    return facts, report


def waits_moved(facts: Facts, report: Report, into: Report) -> tuple[Facts, Report, Report]:
    """Facts, `report` and `into` with every order that waits on the one waiting on the other.

    It falls where the unit is there already.
    """
    for order in report.waiting_orders:
        moved = replace(order, came_by=(*order.came_by, report.id))
        facts, report, into = _moved(facts, report, into, order, moved)
    return facts, report, into


def waits_back(facts: Facts, parent: Report, child: Report) -> tuple[Facts, Report, Report]:
    """Facts, parent and child with the orders that came with the child and still wait on it again."""
    for order in parent.waiting_orders:
        if order.came_by and order.came_by[-1] == child.id:
            back = replace(order, came_by=order.came_by[:-1])
            facts, parent, child = _moved(facts, parent, child, order, back)
    return facts, parent, child


def _moved(
    facts: Facts, source: Report, target: Report, order: WaitingOrder, changed: WaitingOrder
) -> tuple[Facts, Report, Report]:
    unit = facts.unit(order.unit_id)
    falls = unit is None or _has(target, unit)
    if unit is not None and falls:
        facts = facts.with_unit(_unmarked(unit, source.id))
    elif unit is not None:
        marks = tuple(
            replace(n, report_id=target.id, number=target.number) if n.report_id == source.id else n
            for n in unit.next_orders
        )
        facts = facts.with_unit(replace(unit, next_orders=marks, revision=unit.revision + 1))
    left = tuple(each for each in source.waiting_orders if each.unit_id != order.unit_id)
    taken = target.waiting_orders if falls else (*target.waiting_orders, changed)
    return facts, replace(source, waiting_orders=left), replace(target, waiting_orders=taken)


def _has(report: Report, unit: Unit) -> bool:
    """Whether the unit is on this report already, or its order waits there."""
    return unit.report_id == report.id or waiting_order(report, unit.id) is not None


def next_due(unit: Unit, at: datetime) -> NextOrder | None:
    """The order a unit goes to next, by the rule the server follows: it is free, and the first whose time has come."""
    if unit.status is not UnitStatus.AVAILABLE:
        return None
    return next((order for order in unit.next_orders if order.due_at is None or order.due_at <= at), None)


def order_begun(report: Report, unit: Unit, at: datetime) -> tuple[Report, Unit]:
    """The order of this unit that waits here begins."""
    order = waiting_order(report, unit.id)
    if order is None:
        raise Bug("an order that does not wait cannot begin")
    report, unit = wait_dropped(report, unit)
    return assignment_made(report, unit, order.decision_id, at)


def order_due(facts: Facts, report_id: str, unit_id: str, at: datetime) -> Facts:
    """What becomes of a unit's waiting order at time `at`; written by the server, nothing changes before its time.

    A free unit is ordered. A busy one's order of an hour that has come waits until it is free, one behind a break until
    that ends. For one off duty the operator is told once, and the order stays until he decides. What an ended case left
    on a unit is tidied away.
    """
    report, unit = facts.report, facts.unit(unit_id)
    if unit is None:
        return facts
    order = waiting_order(report, unit_id) if report is not None else None
    if report is None or report.ended or order is None:
        tidy = _unmarked(unit, report_id)
        return facts if tidy is unit else facts.with_unit(tidy)
    if order.told or (order.due_at is not None and at < order.due_at):
        return facts
    if unit.duty is Duty.BREAK and order.due_at is None:
        return facts
    if unit.status is UnitStatus.OFF_DUTY:
        return replace(facts, report=_told(report, replace(order, told=True), unit, "order.off_duty", at))
    if unit.status is not UnitStatus.AVAILABLE:
        if order.due_at is None:
            return facts
        marks = tuple(replace(n, due_at=None) if n.report_id == report_id else n for n in unit.next_orders)
        facts = facts.with_unit(replace(unit, next_orders=marks, revision=unit.revision + 1))
        stacked = replace(order, due_at=None, after=unit.report_number)
        return replace(facts, report=_told(report, stacked, unit, "order.stacked", at))
    report, unit = order_begun(report, unit, at)
    return replace(facts.with_unit(unit), report=_told(report, None, unit, "order.started", at))


def _unmarked(unit: Unit, report_id: str) -> Unit:
    left = tuple(order for order in unit.next_orders if order.report_id != report_id)
    return unit if left == unit.next_orders else replace(unit, next_orders=left, revision=unit.revision + 1)


def _told(report: Report, order: WaitingOrder | None, unit: Unit, kind: str, at: datetime) -> Report:
    """The report with the order as it is now, its line, and unread for whoever holds the case."""
    orders = tuple(order if order and each.unit_id == order.unit_id else each for each in report.waiting_orders)
    params = {"unit": unit.call_sign, "number": order.after if order else ""}
    entry = Entry(kind=kind, at=at, params=params)
    return restated(replace(report, waiting_orders=orders, timeline=(*report.timeline, entry), unread=True))
