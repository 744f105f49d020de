"""Whose positions may be kept and shown: of units on duty, of officers who call for help."""

from __future__ import annotations

from datetime import datetime

from console.domain.on_duty import on_duty_at
from console.domain.report import Report
from console.domain.unit import Unit, UnitStatus


class OnDuty:
    """Told of every unit and of every call for help as they are committed; asked for each fix, from memory.

    Positions are kept and shown only while the unit is on duty (privacy; its phone need not be switched off). A fix
    counts by its own time: what a phone gathered without a network during duty is kept when it comes after it, and
    what it gathered off duty is never kept.

    Two exceptions. An officer off duty who calls for help is looked for: until an operator has closed that case his
    fixes are kept like anybody's. And what he sends about himself (his own page, a finding, the alarm) may use his
    last position: he is the one who asks.
    """

    def __init__(self) -> None:
        self._minded: dict[str, Unit] = {}
        self._calling: dict[str, frozenset[str]] = {}

    def note(self, unit: Unit) -> None:
        """A unit as it now is."""
        if unit.duties or unit.status is UnitStatus.OFF_DUTY:
            self._minded[unit.id] = unit
        else:
            self._minded.pop(unit.id, None)

    def note_call(self, report: Report) -> None:
        """A case as it now is; those that are no officer's call for help are no matter."""
        if report.sos is None:
            return
        unit_id = report.sos.unit_id
        others = self._calling.get(unit_id, frozenset()) - {report.id}
        self._calling[unit_id] = others if report.ended else others | {report.id}

    def at(self, unit_id: str, at: datetime) -> bool:
        """Whether its fix of that time may be kept."""
        unit = self._minded.get(unit_id)
        return unit is None or on_duty_at(unit, at) or bool(self._calling.get(unit_id))

    def now(self, unit_id: str) -> bool:
        """Whether its position may be shown."""
        unit = self._minded.get(unit_id)
        return unit is None or unit.status is not UnitStatus.OFF_DUTY or bool(self._calling.get(unit_id))
