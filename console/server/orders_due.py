"""Orders that waited: each second those whose hour has come, or whose unit is free, begin."""

from __future__ import annotations

from datetime import timedelta

from console.contract.audit import named
from console.domain.casework import Facts
from console.domain.casework.waiting import order_due
from console.domain.report import Report
from console.domain.unit import NextOrder, Unit
from console.server.audit import note
from console.server.casefile import load, load_all
from console.server.parts import Parts

LOOK_AGAIN = timedelta(minutes=1)
"""How often all units are read: another server on the same database may have written some."""


class OrdersDue:
    """Starts what is due; asked by the schedule, one at a time."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._looked_at = parts.now() - LOOK_AGAIN

    def start_due(self) -> int:
        """Begin every order whose time has come, the first of a unit first; how many cases changed."""
        now = self._parts.now()
        if now - self._looked_at >= LOOK_AGAIN:
            self._looked_at = now
            with self._parts.database.read() as connection:
                for unit in load_all(connection, Unit):
                    self._parts.casefile.note_waits(unit)
        waiting = tuple(self._parts.casefile.waited_on.values())
        return sum(self._start(unit.id, order) for unit in waiting for order in unit.next_orders)

    def _start(self, unit_id: str, order: NextOrder) -> bool:
        now = self._parts.now()
        if order.due_at is not None and now < order.due_at:
            return False
        with self._parts.database.read() as connection:
            unit, report = load(connection, Unit, unit_id), load(connection, Report, order.report_id)
        seen = Facts(report=report, units=(unit,) if unit else ())
        if order_due(seen, order.report_id, unit_id, now) == seen:
            return False
        with self._parts.database.write() as tx:
            unit, report = load(tx, Unit, unit_id), load(tx, Report, order.report_id)
            before = Facts(report=report, units=(unit,) if unit else ())
            after = order_due(before, order.report_id, unit_id, now)
            if after == before:
                return False
            self._parts.casefile.save(tx, before, after, now)
            note(tx, now, "server", what="order.due", actor=named("unit", unit_id),
                 subject=named("report", order.report_id))  # fmt: skip
        return True
