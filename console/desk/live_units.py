"""Keeps the index of units in step with the store and with positions as they come."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Protocol

from console.desk.ports import PositionsPort
from console.domain.changes import Changes
from console.domain.recommend import Advice
from console.domain.report import Report
from console.domain.unit import Position, Unit

_ONE_BY_ONE = 20
"""Up to so many changed units are read singly, more by reading all."""


class UnitSource(Protocol):
    """What keeps the units (the store, by shape); any thread."""

    def units(self) -> tuple[Unit, ...]:
        """Every unit, this desk's waiting decisions folded in."""

    def unit(self, unit_id: str) -> Unit | None:
        """One unit, likewise."""

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Be told what each commit changed, from any thread; returns how to stop."""


class Fleet(Protocol):
    """The units as a case asks about them (the unit index, by shape)."""

    def recommend(self, report: Report, now: datetime, *, stale_after_s: int, count: int = 3) -> tuple[Advice, ...]:
        """The best units for a report, then nearer ones with why they are left out."""

    def beat_officer(self, area_code: str) -> tuple[Unit, Position | None] | None:
        """The unit whose kelurahan this is."""


class _Kept(Fleet, Protocol):
    """The index as it is kept up to date."""

    def replace_units(self, units: Iterable[Unit]) -> None:
        """These are all units there are."""

    def put_units(self, units: Iterable[Unit]) -> None:
        """Take units as they are now."""

    def put_positions(self, fixes: Mapping[str, Position]) -> None:
        """Take fixes by unit id."""

    def drop(self, unit_id: str) -> None:
        """Forget a unit."""


class LiveUnits:
    """Reads the units once, then only those a commit touched; `index` brings them up to date first."""

    def __init__(self, source: UnitSource, positions: PositionsPort) -> None:
        """Nothing is read until the index is asked for; make it before any screen hears of changes."""
        self._source, self._positions = source, positions
        self._reading, self._marking = threading.Lock(), threading.Lock()
        self._index: _Kept | None = None
        self._stale: set[str] = set()
        self._all_stale = True
        self._own: set[str] = set()
        # First to be told of a commit: a screen that asks because of it must not find the unit as it was.
        source.subscribe(self._changed)

    def index(self) -> Fleet:
        """The index as of now; may take milliseconds of disk: never on the GUI thread."""
        with self._reading:
            index = self._index = self._index or self._begun()
            with self._marking:
                everything, touched = self._all_stale or len(self._stale) > _ONE_BY_ONE, self._stale
                self._all_stale, self._stale = False, set()
            if everything:
                index.replace_units(self._source.units())
            for unit_id in () if everything else touched:
                unit = self._source.unit(unit_id)
                if unit is None:
                    index.drop(unit_id)
                else:
                    index.put_units([unit])
        return index

    def _begun(self) -> _Kept:
        # NumPy takes a tenth of a second to load, which the start of a console must not wait for.
        from console.desk.unit_index import UnitIndex

        index = UnitIndex()
        self._positions.subscribe(index.put_positions)
        index.put_positions(self._positions.latest())
        return index

    def _changed(self, changes: Changes) -> None:
        with self._marking:
            self._all_stale = self._all_stale or changes.everything
            self._stale |= changes.units
            if changes.ledger:
                # What this desk decided about a unit may fall with a change of the case alone.
                self._own |= changes.units
                self._stale |= self._own
