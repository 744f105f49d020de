"""An officer's alarm becomes a report of its own: first priority, at his place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, select

from console.contract.audit import named
from console.contract.ids import new_id
from console.contract.intake import NewReport, NewReporter
from console.domain.casework.sos import OFFICER_SOS, called_again, officer_safe
from console.domain.casework.ticks import said_safe
from console.domain.place import Place, Provenance
from console.domain.report import Report, ReportKind, SourceKind
from console.domain.safety import safety_check
from console.domain.sos import Sos
from console.domain.unit import Position, Unit
from console.server import tables
from console.server.audit import note
from console.server.casefile import load
from console.server.database import Tx
from console.server.intake.reports import located, receive
from console.server.parts import Parts
from console.server.sources import Source

DEVICES = Source(id="@devices", name="Perangkat petugas", kind=SourceKind.DEVICE, per_second=1000.0)
"""The source of alarms; its id is one no administrator can give."""

_reports = tables.reports
_calls = select(_reports.c.id).where(
    _reports.c.source_id == DEVICES.id, _reports.c.category == OFFICER_SOS, _reports.c.closed_at.is_(None)
)


def raise_alarm(parts: Parts, unit_id: str, position: Position | None) -> str:
    """A P1 report of an officer in danger, '' when his last one is younger than a minute; else its number.

    Without a fix of its own the alarm carries the unit's latest position. While his call is open, a later one is a
    line on the same case.
    """
    if not parts.alarms.is_new(unit_id, parts.now()):
        return ""
    where = position or parts.positions.latest_of(unit_id)
    try:
        return _again(parts, unit_id, where) or _new(parts, unit_id, where)
    except BaseException:
        parts.alarms.forget(unit_id)
        raise


def open_call(connection: Connection | Tx, unit_id: str) -> Report | None:
    """This unit's own call for help that no operator has closed yet, if any."""
    return next((report for report, _ in _open_calls(connection, unit_id)), None)


def call_off(parts: Parts, unit_id: str) -> int:
    """The officer says on his own page or device that he is safe; how many open calls for help that ends.

    The cases stay open: an operator looks once more and closes them (domain.casework.sos). A safety check running at
    the scene he is on is answered by it too.
    """
    ended = 0
    with parts.database.write() as tx:
        for report, unit in _open_calls(tx, unit_id):
            safe = officer_safe(report, unit, parts.now())
            if safe is not report:
                parts.casefile.save_report(tx, safe, parts.now())
                note(tx, parts.now(), "officer", what="sos.safe", actor=named("unit", unit_id),
                     subject=named("report", report.id))  # fmt: skip
                ended += 1
        _answer_check(parts, tx, unit_id)
    parts.alarms.forget(unit_id)
    return ended


def _answer_check(parts: Parts, tx: Tx, unit_id: str) -> None:
    unit = load(tx, Unit, unit_id)
    report = load(tx, Report, unit.report_id) if unit is not None and unit.report_id else None
    if unit is None or report is None or safety_check(report, parts.casefile.site.deadlines) is None:
        return
    safe = said_safe(report, unit, parts.now())
    if safe is not report:
        parts.casefile.save_report(tx, safe, parts.now())
        note(tx, parts.now(), "officer", what="unit.safe", actor=named("unit", unit_id),
             subject=named("report", report.id))  # fmt: skip


def _new(parts: Parts, unit_id: str, where: Position | None) -> str:
    with parts.database.read() as connection:
        unit = load(connection, Unit, unit_id)
    name = f"{unit.call_sign} {unit.title}".strip() if unit else unit_id
    new = NewReport(
        id=new_id(),
        kind=ReportKind.PANIC,
        category=OFFICER_SOS,
        lat=where.lat if where else None,
        lon=where.lon if where else None,
        accuracy_m=where.accuracy_m if where else None,
        provenance=Provenance.OFFICER,
        happened_at=where.at if where else None,
        reporter=NewReporter(account=unit_id, name=name, reachable=False),
    )
    whose = Sos(
        unit_id=unit_id, call_sign=unit.call_sign if unit else unit_id, title=unit.title if unit else ""
    )
    return receive(parts, DEVICES, new, sos=whose).number


def _again(parts: Parts, unit_id: str, where: Position | None) -> str:
    place = None
    if where is not None:
        place = located(parts, Place(
            lat=where.lat, lon=where.lon, accuracy_m=where.accuracy_m, provenance=Provenance.OFFICER
        ))  # fmt: skip
    with parts.database.write() as tx:
        for report, unit in _open_calls(tx, unit_id):
            parts.casefile.save_report(tx, called_again(report, unit, parts.now(), place), parts.now())
            note(tx, parts.now(), "officer", what="sos.again", actor=named("unit", unit_id),
                 subject=named("report", report.id))  # fmt: skip
            return report.number
    return ""


def _open_calls(tx: Connection | Tx, unit_id: str) -> Iterator[tuple[Report, Unit]]:
    """This unit's own calls for help that no operator has closed."""
    unit = load(tx, Unit, unit_id)
    found = (load(tx, Report, report_id) for report_id in tx.execute(_calls).scalars().all())
    for report in found:
        if report is not None and report.sos is not None and report.sos.unit_id == unit_id:
            yield report, unit or replace(_UNKNOWN, id=unit_id, call_sign=unit_id)


_UNKNOWN = Unit(id="?", call_sign="?")
