"""Folds this desk's decisions over the mirror: what screens show until confirmed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from console.domain.agency import Agency
from console.domain.casework.facts import Facts
from console.domain.casework.project import Pending, project
from console.domain.decision import Decision, Refusal
from console.domain.errors import Bug
from console.domain.person import Actor
from console.domain.report import Report
from console.domain.shown_case import LedgerState, ShownCase
from console.domain.unit import Unit
from console.store.bodies import decode, decode_decision, decode_readable
from console.store.database import bare
from console.store.packing import unpack
from console.store.row import closed_at_us, queue_place

_PUT_DERIVED = (
    "UPDATE mirror_report SET urgency = ?, facets = ?, holder_id = ?, folded = ?, closed_us = ? WHERE row = ?"
)


@dataclass(frozen=True, slots=True)
class _Open:
    pending: Pending
    waiting: bool


def reports_with_open_decisions(connection: Connection) -> frozenset[str]:
    """Ids of reports with a decision not yet seen in the mirror."""
    cursor = bare(connection)
    cursor.execute("SELECT DISTINCT report_id FROM ledger WHERE open = 1")
    return frozenset(row[0] for row in cursor.fetchall())


def mirror_report(connection: Connection, report_id: str) -> Report | None:
    """The server's word."""
    body = connection.exec_driver_sql("SELECT body FROM mirror_report WHERE id = ?", (report_id,)).scalar()
    return None if body is None else decode(unpack(body), Report)


def mirror_units(connection: Connection, ids: Iterable[str]) -> dict[str, Unit]:
    """The server's word on some units; unknown ones are left out."""
    statement = (
        "SELECT t.body FROM json_each(?) AS wanted CROSS JOIN mirror_thing AS t ON t.kind = 'unit'"
        " AND t.id = wanted.value"
    )
    rows = connection.exec_driver_sql(statement, (json.dumps(sorted(set(ids))),))
    return {unit.id: unit for unit in decode_readable((row[0] for row in rows), Unit)}


def mirror_agency(connection: Connection, agency_id: str) -> Agency | None:
    """The server's word on an agency."""
    statement = "SELECT body FROM mirror_thing WHERE kind = 'agency' AND id = ?"
    rows = connection.exec_driver_sql(statement, (agency_id,))
    return next(iter(decode_readable((row[0] for row in rows), Agency)), None)


def shown_case(connection: Connection, report_id: str) -> ShownCase | None:
    """The report with open decisions folded in, oldest first; None when the server never told of it."""
    report = mirror_report(connection, report_id)
    if report is None:
        return None
    held = _open_decisions(connection, report)
    facts = Facts(report=report, units=_units_for(connection, report, [item.pending.decision for item in held]))
    return _folded(connection, facts, held)


def facts_for(connection: Connection, decision: Decision) -> Facts:
    """All a rule reads to judge a new decision, with open ones folded in."""
    report = mirror_report(connection, decision.subject.id)
    if report is None:
        return Facts(report=None)
    held = _open_decisions(connection, report)
    decisions = [*(item.pending.decision for item in held), decision]
    shown = _folded(connection, Facts(report=report, units=_units_for(connection, report, decisions)), held)
    return Facts(report=shown.report, units=shown.units, agency=_agency_of(connection, decision))


def projected_units(connection: Connection, skip_report: str = "") -> dict[str, Unit]:
    """Units that open decisions on reports (but `skip_report`) have moved, as projected."""
    moved: dict[str, Unit] = {}
    for report_id in sorted(reports_with_open_decisions(connection) - {skip_report}):
        report = mirror_report(connection, report_id)
        held = _open_decisions(connection, report) if report else []
        named = {unit_id for item in held for unit_id in _unit_ids(item.pending.decision)}
        if report is None or not named:
            continue
        before = mirror_units(connection, named | {a.unit_id for a in report.assignments})
        shown = _folded(connection, Facts(report=report, units=tuple(before.values())), held)
        moved.update({unit.id: unit for unit in shown.units if unit != before.get(unit.id)})
    return moved


def refold(connection: Connection, report_ids: Iterable[str]) -> None:
    """Write the queue rows of these reports anew, and let go of decisions the mirror now shows."""
    for report_id in report_ids:
        found = connection.exec_driver_sql(
            "SELECT row, body FROM mirror_report WHERE id = ?", (report_id,)
        ).one_or_none()
        if found is None:
            _let_go(connection, report_id, None)
            continue
        _let_go(connection, report_id, decode(unpack(found[1]), Report))
        shown = shown_case(connection, report_id)
        if shown is not None:
            # Folded while anything is open, doubtful ones too: reading the row asks again.
            held = report_id in reports_with_open_decisions(connection)
            place = queue_place(shown.report, folded=held)
            connection.exec_driver_sql(_PUT_DERIVED, (*place, closed_at_us(shown.report), found[0]))


def _let_go(connection: Connection, report_id: str, report: Report | None) -> None:
    """Close applied decisions that the mirror already shows, or whose report is gone."""
    rows = connection.exec_driver_sql(
        "SELECT seq, id FROM ledger WHERE open = 1 AND report_id = ? AND state = 'applied'", (report_id,)
    ).all()
    mirrored = {entry.decision_id for entry in report.timeline} if report else set()
    for seq, decision_id in rows:
        if report is None or decision_id in mirrored:
            connection.exec_driver_sql("UPDATE ledger SET open = 0 WHERE seq = ?", (seq,))


def _open_decisions(connection: Connection, report: Report) -> list[_Open]:
    """Decisions not yet in the mirror; one whose entry is already in the timeline would count twice."""
    rows = connection.exec_driver_sql(
        "SELECT id, decision, actor, state FROM ledger WHERE open = 1 AND report_id = ? ORDER BY seq", (report.id,)
    ).all()
    if not rows:
        return []
    mirrored = {entry.decision_id for entry in report.timeline}
    return [
        _Open(Pending(decision=decode_decision(kept), actor=decode(actor, Actor)), state == LedgerState.WAITING)
        for decision_id, kept, actor, state in rows
        if decision_id not in mirrored
    ]


def _folded(connection: Connection, facts: Facts, held: list[_Open]) -> ShownCase:
    waiting: list[str] = []
    doubtful: list[tuple[str, Refusal]] = []
    tentative = False
    for item in held:
        decision, held_as = item.pending.decision, _token(facts)
        projection = project(replace(facts, agency=_agency_of(connection, decision)), [item.pending])
        facts = projection.facts
        if projection.waiting and (decision.op == "report.claim" or _token(facts) != held_as):
            tentative = item.waiting
        if item.waiting:
            waiting.extend(projection.waiting)
            doubtful.extend(projection.doubtful)
    if facts.report is None:
        raise Bug("a fold never loses its report")
    return ShownCase(
        report=facts.report,
        units=facts.units,
        waiting=tuple(waiting),
        doubtful=tuple(doubtful),
        tentative=tentative and facts.report.claim is not None,
    )


def _token(facts: Facts) -> int | None:
    """What tells one lease from another."""
    claim = facts.report.claim if facts.report else None
    return None if claim is None else claim.token


def _units_for(connection: Connection, report: Report, decisions: Iterable[Decision]) -> tuple[Unit, ...]:
    named = {unit_id for decision in decisions for unit_id in _unit_ids(decision)}
    wanted = named | {assignment.unit_id for assignment in report.assignments}
    if not wanted:
        return ()
    units = mirror_units(connection, wanted)
    units.update(
        {unit_id: unit for unit_id, unit in projected_units(connection, report.id).items() if unit_id in units}
    )
    return tuple(units.values())


def _unit_ids(decision: Decision) -> set[str]:
    return {subject.id for subject in decision.also if subject.kind == "unit"}


def _agency_of(connection: Connection, decision: Decision) -> Agency | None:
    agency_id = next((subject.id for subject in decision.also if subject.kind == "agency"), "")
    return mirror_agency(connection, agency_id) if agency_id else None
