"""Sending units: who may go, never too few, at once, at an hour, or after their case."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from console.domain import acts
from console.domain.acts import Act
from console.domain.casework.assignment import NEXT_STATUSES, Moment, assignment_made, assignment_moved, open_assignment
from console.domain.casework.facts import Facts
from console.domain.casework.step import Rule, Step, Stepped, with_claim
from console.domain.casework.waiting import next_due, order_begun, wait_dropped, wait_put, waiting_order
from console.domain.crew_size import crew_size, people_on
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.errors import Bug
from console.domain.person import Actor
from console.domain.report import AssignmentStatus, Report
from console.domain.unit import Unit, UnitStatus
from console.domain.waiting_order import LATEST, MOST_WAITING


def _judge_dispatch(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act, report = cast("acts.DispatchUnits", decision.act), cast("Report", facts.report)
    if not act.unit_ids or len(set(act.unit_ids)) != len(act.unit_ids):
        return refuse(Reason.BAD_VALUE, field="unit_ids", value=", ".join(act.unit_ids))
    if act.due_at is not None and (act.due_at.tzinfo is None or not _ahead(decision.decided_at, act.due_at)):
        return refuse(Reason.TIME_NOT_AHEAD, number=report.number)
    units: list[Unit] = []
    for unit_id in act.unit_ids:
        unit = facts.unit(unit_id)
        if unit is None:
            return refuse(Reason.NOT_FOUND, subject=unit_id)
        refusal = _unit_refusal(act, report, unit)
        if refusal is not None:
            return refusal
        units.append(unit)
    return _too_few(act, report, units, facts)


def _ahead(decided_at: datetime, due_at: datetime) -> bool:
    return decided_at < due_at <= decided_at + LATEST


def _unit_refusal(act: acts.DispatchUnits, report: Report, unit: Unit) -> Refusal | None:
    if unit.report_id == report.id:
        return refuse(Reason.UNIT_BUSY, unit=unit.call_sign, number=report.number)
    later = act.due_at is not None or (act.after_current and unit.report_id != "")
    if not later and unit.status is UnitStatus.OFF_DUTY:
        return refuse(Reason.UNIT_OFF_DUTY, unit=unit.call_sign)
    if not later and unit.status is not UnitStatus.AVAILABLE:
        return refuse(Reason.UNIT_BUSY, unit=unit.call_sign, number=unit.report_number)
    others = [order for order in unit.next_orders if order.report_id != report.id]
    if later and len(others) >= MOST_WAITING:
        return refuse(Reason.UNIT_STACK_FULL, unit=unit.call_sign, n=str(len(others)))
    return None


def _too_few(act: acts.DispatchUnits, report: Report, units: list[Unit], facts: Facts) -> Refusal | None:
    """Fewer than may be sent, unless somebody says why: the first at the scene may have to be alone for a while."""
    crew, sent = crew_size(report, facts.crews), people_on(report, facts.units) + sum(unit.people for unit in units)
    if sent >= crew.fewest or act.fewer_because.strip():
        return None
    return refuse(
        Reason.TOO_FEW_SENT,
        number=report.number,
        sent=str(sent),
        fewest=str(crew.fewest),
        why=crew.fewest_for,
        category=report.category,
    )


def _judge_cancel(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act, report = cast("acts.CancelDispatch", decision.act), cast("Report", facts.report)
    if open_assignment(report, act.unit_id) is None and waiting_order(report, act.unit_id) is None:
        return refuse(Reason.UNIT_NOT_ASSIGNED, unit=act.unit_id)
    return None


def _judge_status(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.SetUnitStatus", decision.act)
    assignment = open_assignment(cast("Report", facts.report), act.unit_id)
    if assignment is None:
        return refuse(Reason.UNIT_NOT_ASSIGNED, unit=act.unit_id)
    if act.status not in {status.value for status in NEXT_STATUSES[assignment.status]}:
        return refuse(Reason.ILLEGAL_STATUS, unit=assignment.call_sign, now=assignment.status, then=act.status)
    if act.by not in ("radio", "phone"):
        return refuse(Reason.BAD_VALUE, field="by", value=act.by)
    return None


def _judge_start(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    """An order that waited begins by the rule the server follows; one the server began meanwhile stands as it is."""
    act, report = cast("acts.StartOrder", decision.act), cast("Report", facts.report)
    if _begun(act, report):
        return None
    order, unit = waiting_order(report, act.unit_id), facts.unit(act.unit_id)
    if order is None or unit is None or order.decision_id != act.order_id:
        return refuse(Reason.UNIT_NOT_ASSIGNED, unit=act.unit_id)
    if unit.status is UnitStatus.OFF_DUTY:
        return refuse(Reason.UNIT_OFF_DUTY, unit=unit.call_sign)
    if unit.status is not UnitStatus.AVAILABLE:
        return refuse(Reason.UNIT_BUSY, unit=unit.call_sign, number=unit.report_number)
    due = next_due(unit, decision.decided_at)
    if due is None or due.report_id != report.id:
        return refuse(Reason.ORDER_NOT_DUE, unit=unit.call_sign, number=due.number if due else "")
    return None


def _begun(act: acts.StartOrder, report: Report) -> bool:
    """Whether that order is under way, or was."""
    return any((a.unit_id, a.decision_id) == (act.unit_id, act.order_id) for a in report.assignments)


def _dispatch(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act, at = cast("acts.DispatchUnits", decision.act), decision.decided_at
    crew, people = crew_size(report, facts.crews), people_on(report, facts.units)
    report = with_claim(report, actor, decision)
    now, later = [], []
    for unit_id in act.unit_ids:
        unit = facts.unit(unit_id)
        if unit is None:
            raise Bug("apply() of a dispatch of an unknown unit")
        people += unit.people
        if act.due_at is not None or unit.status is not UnitStatus.AVAILABLE:
            later.append(unit.call_sign)
            report, unit = wait_put(report, unit, decision.id, at, act.due_at)
        else:
            now.append(unit.call_sign)
            report, unit = wait_dropped(report, unit)
            report, unit = assignment_made(report, unit, decision.id, at)
        facts = facts.with_unit(unit)
    params = {"units": ", ".join(now)}
    if later:
        params |= {"later": ", ".join(later), "due": act.due_at.isoformat() if act.due_at else ""}
    if people < crew.fewest:
        params |= {"fewer": act.fewer_because.strip(), "people": str(people), "fewest": str(crew.fewest)}
    return facts, report, params, act.note


def _cancel(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.CancelDispatch", decision.act)
    order, unit = waiting_order(report, act.unit_id), facts.unit(act.unit_id)
    if order is not None and open_assignment(report, act.unit_id) is None:
        if unit is None:
            left = tuple(each for each in report.waiting_orders if each is not order)
            return facts, replace(report, waiting_orders=left), {"unit": order.call_sign}, act.reason
        report, unit = wait_dropped(report, unit)
        return facts.with_unit(unit), report, {"unit": order.call_sign}, act.reason
    facts, report, sign = _moved(decision, facts, report, act.unit_id, AssignmentStatus.CANCELLED, "")
    return facts, report, {"unit": sign}, act.reason


def _status(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.SetUnitStatus", decision.act)
    facts, report, sign = _moved(decision, facts, report, act.unit_id, AssignmentStatus(act.status), act.by)
    return facts, report, {"unit": sign, "status": act.status, "by": act.by}, ""


def _start(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act, unit = cast("acts.StartOrder", decision.act), facts.unit(cast("acts.StartOrder", decision.act).unit_id)
    sign = unit.call_sign if unit is not None else act.unit_id
    if unit is None or _begun(act, report):
        return facts, report, {"unit": sign, "already": "yes"}, ""
    report, unit = order_begun(report, unit, decision.decided_at)
    return facts.with_unit(unit), report, {"unit": sign}, ""


def _moved(
    decision: Decision, facts: Facts, report: Report, unit_id: str, status: AssignmentStatus, by: str
) -> tuple[Facts, Report, str]:
    unit = facts.unit(unit_id)
    if unit is None:
        raise Bug("apply() of a status of an unknown unit")
    report, unit = assignment_moved(report, unit, status, Moment(at=decision.decided_at, by=by))
    return facts.with_unit(unit), report, unit.call_sign


RULES: dict[type[Act], Rule] = {
    acts.DispatchUnits: _judge_dispatch,
    acts.CancelDispatch: _judge_cancel,
    acts.SetUnitStatus: _judge_status,
    acts.StartOrder: _judge_start,
}
"""The rules of sending units."""

STEPS: dict[type[Act], Step] = {
    acts.DispatchUnits: _dispatch,
    acts.CancelDispatch: _cancel,
    acts.SetUnitStatus: _status,
    acts.StartOrder: _start,
}
"""The steps of sending units."""
