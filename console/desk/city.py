"""The site as the map shows it: units on duty, open reports, the site's own facts."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from console.desk.ports import PositionsPort
from console.domain.agency import Site
from console.domain.changes import Changes
from console.domain.queue_row import QueueRow
from console.domain.report import ENDED
from console.domain.unit import Position, Unit, UnitStatus


class CitySource(Protocol):
    """What the store holds of it; any thread."""

    def units(self) -> tuple[Unit, ...]:
        """Every unit."""

    def site(self) -> Site:
        """The site's facts."""

    def pins(self) -> tuple[QueueRow, ...]:
        """Open reports with a place."""

    def queue_rows(self, ids: Iterable[str]) -> dict[str, QueueRow]:
        """Rows by id; ids not held are left out."""

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Be told of changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenUnit:
    """A unit on duty at its latest fix."""

    unit: Unit
    position: Position


class City:
    """Answers from memory where it can: units are read again only when one changed. Any thread but the GUI's."""

    def __init__(self, source: CitySource, positions: PositionsPort) -> None:
        """Read the site; call in the background."""
        self._source, self._positions = source, positions
        self._lock = threading.Lock()
        self._units: dict[str, Unit] | None = None
        self._site = source.site()
        self._stop = source.subscribe(self._take)

    def close(self) -> None:
        """Hear of nothing more."""
        self._stop()

    @property
    def site(self) -> Site:
        """The site's facts, from memory: the GUI thread may ask this one."""
        return self._site

    def zone(self) -> ZoneInfo:
        """The zone in which times are shown, from memory."""
        return ZoneInfo(self._site.zone)

    def units(self) -> dict[str, Unit]:
        """Every unit by id."""
        with self._lock:
            known = self._units
        if known is None:
            known = {unit.id: unit for unit in self._source.units()}
            with self._lock:
                self._units = known
        return known

    def seen_units(self) -> tuple[SeenUnit, ...]:
        """Units on duty that have been seen, wherever and whenever that was."""
        units = self.units()
        return tuple(
            SeenUnit(unit=units[unit_id], position=position)
            for unit_id, position in self._positions.latest().items()
            if unit_id in units and units[unit_id].status is not UnitStatus.OFF_DUTY
        )

    def pins(self) -> tuple[QueueRow, ...]:
        """Open reports with a place."""
        return self._source.pins()

    def pins_of(self, report_ids: frozenset[str]) -> dict[str, QueueRow | None]:
        """The rows `pins` has of these reports, None for those it has not: ended, without a place, withdrawn."""
        rows = self._source.queue_rows(report_ids) if report_ids else {}
        shown = {id_: row for id_, row in rows.items() if row.lat is not None and row.status not in ENDED}
        return {id_: shown.get(id_) for id_ in report_ids}

    def _take(self, changes: Changes) -> None:
        if changes.units or changes.everything:
            with self._lock:
                self._units = None
        if changes.site or changes.everything:
            self._site = self._source.site()
