"""Open decisions of this desk, and which reports they tie together."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from console.domain.acts import ON_UNIT, OP_OF
from console.domain.casework.project import Pending
from console.domain.decision import Decision
from console.domain.person import Actor
from console.domain.report import Report
from console.domain.shown_case import LedgerState
from console.store.bodies import decode, decode_decision
from console.store.database import bare
from console.store.packing import unpack

_NAMING = (
    "SELECT l.seq, l.id, l.decision, l.actor, l.state FROM ledger_subject AS s CROSS JOIN ledger AS l"
    " ON l.seq = s.seq AND l.open = 1 WHERE s.kind = 'report' AND s.id = ?"
)
# Joined in this order: the open rows are few, all that were ever made are many.
_ALL_NAMED = (
    "SELECT DISTINCT s.id FROM ledger AS l CROSS JOIN ledger_subject AS s ON s.seq = l.seq AND s.kind = 'report'"
    " WHERE l.open = 1"
)

_MOVING_UNITS = (
    "SELECT DISTINCT r.id FROM ledger AS l CROSS JOIN ledger_subject AS s ON s.seq = l.seq AND s.kind = 'unit'"
    " CROSS JOIN ledger_subject AS r ON r.seq = l.seq AND r.kind = 'report' WHERE l.open = 1"
)

_MOVING_THESE = (
    "SELECT DISTINCT r.id FROM json_each(?) AS wanted CROSS JOIN ledger_subject AS s ON s.kind = 'unit'"
    " AND s.id = wanted.value CROSS JOIN ledger AS l ON l.seq = s.seq AND l.open = 1"
    " CROSS JOIN ledger_subject AS r ON r.seq = l.seq AND r.kind = 'report'"
)

_ABOUT_REPORTER = (
    "SELECT DISTINCT r.id FROM json_each(?) AS wanted CROSS JOIN ledger_subject AS s ON s.kind = 'standing'"
    " AND s.id = wanted.value CROSS JOIN ledger AS l ON l.seq = s.seq AND l.open = 1"
    " CROSS JOIN ledger_subject AS r ON r.seq = l.seq AND r.kind = 'report'"
)

_MOVING_STANDINGS = (
    "SELECT DISTINCT r.id FROM ledger AS l CROSS JOIN ledger_subject AS s ON s.seq = l.seq AND s.kind = 'standing'"
    " CROSS JOIN ledger_subject AS r ON r.seq = l.seq AND r.kind = 'report' WHERE l.open = 1"
)


_ON_UNITS = (
    "SELECT l.seq, l.decision, l.actor, l.state FROM ledger AS l WHERE l.open = 1"
    " AND l.op IN (SELECT value FROM json_each(?)) ORDER BY l.seq"
)
_UNIT_OPS = json.dumps([OP_OF[act] for act in ON_UNIT])


@dataclass(frozen=True, slots=True)
class Open:
    """A decision the mirror does not show yet; `waiting` while the server has not answered."""

    pending: Pending
    waiting: bool
    seq: int = 0

    @property
    def decision(self) -> Decision:
        """The decision."""
        return self.pending.decision


@dataclass(frozen=True, slots=True)
class Tied:
    """Reports that open decisions tie together, as the server told them, with those decisions, oldest first."""

    reports: dict[str, Report]
    held: tuple[Open, ...]

    @property
    def ids(self) -> set[str]:
        """Of all of them, and of what a filing among the decisions makes."""
        return {*self.reports, *(each for item in self.held for each in reports_of(item.decision))}


def reports_of(decision: Decision) -> tuple[str, ...]:
    """Ids of every report a decision is about, its subject first."""
    return tuple(dict.fromkeys(thing_id for kind, thing_id in decision.subjects if kind == "report"))


def reports_with_open_decisions(connection: Connection) -> frozenset[str]:
    """Ids of reports with a decision not yet seen in the mirror, those it names besides its subject too."""
    cursor = bare(connection)
    cursor.execute(_ALL_NAMED)
    return frozenset(row[0] for row in cursor.fetchall())


def reports_moving_units(connection: Connection) -> frozenset[str]:
    """Those of them whose decisions name a unit: after hours without the server they are the fewer."""
    cursor = bare(connection)
    cursor.execute(_MOVING_UNITS)
    return frozenset(row[0] for row in cursor.fetchall())


def reports_naming_units(connection: Connection, unit_ids: Iterable[str]) -> frozenset[str]:
    """Those of them whose decisions name one of these units."""
    rows = connection.exec_driver_sql(_MOVING_THESE, (json.dumps(sorted(unit_ids)),)).all()
    return frozenset(row[0] for row in rows)


def mirror_report(connection: Connection, report_id: str) -> Report | None:
    """The server's word; None of what was filed here and it has not told of yet (revision 0, store.filed)."""
    statement = "SELECT body FROM mirror_report WHERE id = ? AND revision > 0"
    body = connection.exec_driver_sql(statement, (report_id,)).scalar()
    return None if body is None else decode(unpack(body), Report)


def reports_naming_standings(connection: Connection) -> tuple[str, ...]:
    """Ids of reports whose open decisions move somebody's standing."""
    return tuple(row[0] for row in connection.exec_driver_sql(_MOVING_STANDINGS).all())


def _of_same_reporter(connection: Connection, report: Report) -> list[str]:
    """Reports with open decisions about the standing of this one's reporter: a strike for one counts on all."""
    known = report.reporter.recognised_by
    return [row[0] for row in connection.exec_driver_sql(_ABOUT_REPORTER, (json.dumps(known),))] if known else []


def tied(connection: Connection, report_ids: Iterable[str]) -> Tied:
    """These reports, and all that are tied to them by open decisions: a merge shows on both sides.

    A decision whose line stands on its subject's timeline already is left out: it would count twice.
    """
    reports: dict[str, Report] = {}
    held: dict[int, Open] = {}
    asked, ahead = set[str](), list(report_ids)
    while ahead:
        report_id = ahead.pop()
        if report_id in asked:
            continue
        asked.add(report_id)
        report = mirror_report(connection, report_id)
        if report is not None:
            reports[report_id] = report
            ahead.extend(_of_same_reporter(connection, report))
        for seq, _, kept, actor, state in connection.exec_driver_sql(_NAMING, (report_id,)).all():
            if seq not in held:
                decision = decode_decision(kept)
                pending = Pending(decision=decision, actor=decode(actor, Actor))
                held[seq] = Open(pending, state == LedgerState.WAITING, seq)
                ahead.extend(reports_of(decision))
    told = {report_id: {entry.decision_id for entry in report.timeline} for report_id, report in reports.items()}
    open_now = (held[seq] for seq in sorted(held))
    return Tied(reports, tuple(i for i in open_now if i.decision.id not in told.get(i.decision.subject.id, ())))


def open_on_units(connection: Connection) -> tuple[Open, ...]:
    """Decisions whose subject is a unit and that the mirror does not show yet, oldest first; nearly always none."""
    rows = connection.exec_driver_sql(_ON_UNITS, (_UNIT_OPS,)).all()
    return tuple(
        Open(
            Pending(decision=decode_decision(kept), actor=decode(actor, Actor)), state == LedgerState.WAITING, seq
        )
        for seq, kept, actor, state in rows
    )
