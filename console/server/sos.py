"""An officer's alarm becomes a report of its own: first priority, at his place."""

from __future__ import annotations

from console.contract.ids import new_id
from console.contract.intake import NewReport, NewReporter
from console.domain.place import Provenance
from console.domain.report import ReportKind, SourceKind
from console.domain.unit import Position, Unit
from console.server.casefile import load
from console.server.intake.reports import receive
from console.server.parts import Parts
from console.server.sources import Source

DEVICES = Source(id="@devices", name="Perangkat petugas", kind=SourceKind.DEVICE, per_second=1000.0)
"""The source of alarms; its id is one no administrator can give."""


def raise_alarm(parts: Parts, unit_id: str, position: Position | None) -> str:
    """A P1 report of an officer in danger, '' when his last one is younger than a minute; else its number.

    Without a fix of its own the alarm carries the unit's latest position.
    """
    if not parts.alarms.is_new(unit_id, parts.now()):
        return ""
    where = position or parts.positions.latest_of(unit_id)
    with parts.database.read() as connection:
        unit = load(connection, Unit, unit_id)
    name = f"{unit.call_sign} {unit.title}".strip() if unit else unit_id
    try:
        return receive(parts, DEVICES, NewReport(
            id=new_id(),
            kind=ReportKind.PANIC,
            category="officer_sos",
            lat=where.lat if where else None,
            lon=where.lon if where else None,
            accuracy_m=where.accuracy_m if where else None,
            provenance=Provenance.OFFICER,
            happened_at=where.at if where else None,
            reporter=NewReporter(account=unit_id, name=name, reachable=False),
        )).number  # fmt: skip
    except BaseException:
        parts.alarms.forget(unit_id)
        raise
