"""The officer's personal page: his order, his answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from msgspec import structs

from console.contract.audit import named
from console.contract.fleet import LaterOrder, OfficerOrder, OfficerPage, OpenOrder
from console.domain.casework import Facts, events
from console.domain.casework.assignment import NEXT_STATUSES, open_assignment
from console.domain.casework.sos import called_off
from console.domain.casework.ticks import ticks_of
from console.domain.report import OPEN_ASSIGNMENTS, Assignment, AssignmentStatus, Report
from console.domain.safety import safety_check
from console.domain.unit import Unit
from console.server.audit import note
from console.server.casefile import load, load_all
from console.server.database import Tx
from console.server.intake.form import File
from console.server.intake.reports import attach
from console.server.officer_places import landmarks_at, note_seen, place_of
from console.server.parts import Parts
from console.server.phone_pages import holder_of, note_opened
from console.server.refusals import RequestRefused, not_found, wrong
from console.server.sos import open_call

ANSWERS: dict[str, AssignmentStatus] = {
    "accepted": AssignmentStatus.ACCEPTED,
    "en_route": AssignmentStatus.EN_ROUTE,
    "on_scene": AssignmentStatus.ON_SCENE,
    "done": AssignmentStatus.DONE,
}
"""What an officer may answer, by the last part of the address."""
_SHOWN = 1_500

MOST_WAITED_S = 6 * 3600.0
"""How long an answer may have waited for a signal and still count from when it was pressed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What comes with an answer: which order is meant ('' the open one), words, files, seconds waited for a signal."""

    order: str = ""
    text: str = ""
    waited_s: float = 0.0
    files: tuple[File, ...] = ()


def open_page(parts: Parts, token: str) -> OfficerPage:
    """The page; opening it marks the order read.

    Raises:
        RequestRefused: 404 for a link that is unknown or has ended.
    """
    unit = unit_behind(parts, token)
    note_opened(parts, token)
    with parts.database.read() as connection:
        report = load(connection, Report, unit.report_id) if unit.report_id else None
    if report is not None and _unread(report, unit.id):
        with parts.database.write() as tx:
            before = _facts(tx, unit.id)
            after = events.unit_read(before, unit.id, parts.now())
            parts.casefile.save(tx, before, after, parts.now())
            _put_on_chain(tx, parts, unit.id, "order.read", before)
        report = after.report
    if report is not None:
        report = note_seen(parts, unit, report)
    return page_of(parts, unit, report)


def unit_behind(parts: Parts, token: str) -> Unit:
    """Whose page it is.

    Raises:
        RequestRefused: 404 for a link that is unknown or has ended.
    """
    unit_id = holder_of(parts, token)
    with parts.database.read() as connection:
        unit = load(connection, Unit, unit_id) if unit_id else None
    if unit is None:
        raise not_found("link", "link")
    return unit


def answer_order(parts: Parts, token: str, step: str, said: Said | None = None) -> OfficerPage:
    """The officer's answer; the same again changes nothing, and one meant for an earlier order changes no other.

    Raises:
        RequestRefused: 404 for a link or answer that does not exist, 409 when the order is gone or further on.
    """
    said, status = said or Said(), ANSWERS.get(step)
    if status is None:
        raise wrong("status", f"one of {', '.join(ANSWERS)}")
    unit = unit_behind(parts, token)
    with parts.database.write() as tx:
        before = _facts(tx, unit.id)
        assignment = open_assignment(before.report, unit.id) if before.report else None
        if said.order and (assignment is None or assignment.decision_id != said.order):
            # Sent again out of a dead zone: it was taken, or the order called back, and the page will show which.
            return page_of(parts, before.unit(unit.id) or unit, before.report)
        if before.report is None:
            raise RequestRefused(409, "no_order", "There is no open order for this unit.", field="status")
        repeated = assignment is not None and status == assignment.status
        if assignment is None or not (repeated or status in NEXT_STATUSES[assignment.status]):
            raise RequestRefused(409, "illegal_status", "The order is further on than that.", field="status")
        after = events.unit_answered(before, unit.id, status, _when(parts, assignment, said), said.text.strip())
        if after != before and after.report is not None and said.files:
            attachments = attach(tx, after.report.id, said.files, parts.now(), named("unit", unit.id))
            after = replace(after, report=events.files_added(after.report, attachments, parts.now()))
        parts.casefile.save(tx, before, after, parts.now())
        if after != before:
            _put_on_chain(tx, parts, unit.id, f"order.{status.value}", before)
    unit = after.unit(unit.id) or unit
    return page_of(parts, unit, after.report if unit.report_id else None)


def _when(parts: Parts, assignment: Assignment, said: Said) -> datetime:
    """When he pressed: his phone counted how long the answer waited for a signal; never before his last answer."""
    now = parts.now()
    pressed = now - timedelta(seconds=min(max(said.waited_s, 0.0), MOST_WAITED_S))
    return min(now, max(pressed, assignment.status_at or assignment.ordered_at))


def page_of(parts: Parts, unit: Unit, report: Report | None) -> OfficerPage:
    """What the phone shows: the least that is needed to go there and help."""
    assignment = open_assignment(report, unit.id) if report else None
    order = _order_of(report, assignment) if report is not None and assignment is not None else None
    with parts.database.read() as connection:
        call = open_call(connection, unit.id)
        if order is not None and report is not None:
            order = structs.replace(order, landmarks=landmarks_at(parts, connection, report))
    return OfficerPage(
        call_sign=unit.call_sign,
        title=unit.title,
        order=order,
        later=tuple(LaterOrder(number=later.number, due_at=later.due_at) for later in unit.next_orders),
        help_number=call.number if call is not None and not called_off(call) else "",
        asked_safe=report is not None and _is_asked(parts, report, unit),
        zone=parts.casefile.site.zone,
        as_of=parts.now(),
    )


def _is_asked(parts: Parts, report: Report, unit: Unit) -> bool:
    check = safety_check(report, parts.casefile.site.deadlines)
    return check is not None and unit.call_sign in check.units


def _order_of(report: Report, assignment: Assignment) -> OfficerOrder:
    return OfficerOrder(
        id=assignment.decision_id,
        number=report.number,
        category=report.category,
        priority=report.priority,
        sensitive=report.sensitive,
        status=assignment.status.value,
        ordered_at=assignment.ordered_at,
        place=place_of(report, assignment),
        text="" if report.sensitive else report.text[:_SHOWN],
        note=_note_of(report, assignment)[:_SHOWN],
        cautions=ticks_of(report).ticked,
        others=tuple(
            a.call_sign for a in report.assignments if a.status in OPEN_ASSIGNMENTS and a.unit_id != assignment.unit_id
        ),
    )


def open_orders(parts: Parts) -> tuple[OpenOrder, ...]:
    """Every order that binds a unit now, oldest first."""
    with parts.database.read() as connection:
        busy = [unit for unit in load_all(connection, Unit) if unit.report_id]
        reports = {rid: load(connection, Report, rid) for rid in {unit.report_id for unit in busy}}
    orders = []
    for unit in busy:
        report = reports[unit.report_id]
        assignment = open_assignment(report, unit.id) if report else None
        if report is not None and assignment is not None:
            orders.append(OpenOrder(
                unit_id=unit.id, report_id=report.id, number=report.number, status=assignment.status.value,
                lat=report.place.lat, lon=report.place.lon, ordered_at=assignment.ordered_at,
            ))  # fmt: skip
    return tuple(sorted(orders, key=lambda order: order.ordered_at))


def _put_on_chain(tx: Tx, parts: Parts, unit_id: str, what: str, facts: Facts) -> None:
    subject = named("report", facts.report.id) if facts.report else ""
    note(tx, parts.now(), "officer", what=what, actor=named("unit", unit_id), subject=subject)


def _facts(tx: Tx, unit_id: str) -> Facts:
    unit = load(tx, Unit, unit_id)
    report = load(tx, Report, unit.report_id) if unit and unit.report_id else None
    return Facts(report=report, units=(unit,) if unit else ())


def _unread(report: Report, unit_id: str) -> bool:
    assignment = open_assignment(report, unit_id)
    return assignment is not None and assignment.read_at is None


def _note_of(report: Report, assignment: Assignment) -> str:
    """What the operator wrote when he sent the unit."""
    return next((e.text for e in report.timeline if e.decision_id == assignment.decision_id), "")
