"""Keeps the units in memory, and an index of them, in step with store and positions."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Protocol

from console.desk.ports import PositionsPort
from console.domain.changes import Changes
from console.domain.crew_size import CrewFigures
from console.domain.recommend import Advice
from console.domain.report import Report
from console.domain.unit import Position, Unit

_SOME = 200
"""Up to so many changed units are read by their ids, more by reading all."""


class UnitSource(Protocol):
    """What keeps the units (the store, by shape); any thread."""

    def units(self) -> tuple[Unit, ...]:
        """Every unit, this desk's waiting decisions folded in."""

    def some_units(self, ids: Iterable[str]) -> dict[str, Unit]:
        """These units by id, likewise; those there are not are left out."""

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Be told what each commit changed, from any thread; returns how to stop."""


class Fleet(Protocol):
    """The units as a case asks about them (the unit index, by shape)."""

    def recommend(
        self, report: Report, now: datetime, *, stale_after_s: int, count: int = 3, figures: CrewFigures | None = None
    ) -> tuple[Advice, ...]:
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
    """Reads the units once, then only those a commit touched; `units` and `index` bring them up to date first.

    Both may take milliseconds of disk: never on the GUI thread.
    """

    def __init__(self, source: UnitSource, positions: PositionsPort) -> None:
        """Nothing is read until something is asked for; make it before any screen hears of changes."""
        self._source, self._positions = source, positions
        self._reading, self._marking = threading.Lock(), threading.Lock()
        self._known: dict[str, Unit] = {}
        self._sorted: tuple[Unit, ...] | None = None
        self._index: _Kept | None = None
        self._stale: set[str] = set()
        self._all_stale = True
        self._own: set[str] = set()
        # First to be told of a commit: a screen that asks because of it must not find the unit as it was.
        source.subscribe(self._changed)

    def units(self) -> tuple[Unit, ...]:
        """Every unit as of now, by call sign."""
        with self._reading:
            self._catch_up()
            if self._sorted is None:
                self._sorted = tuple(sorted(self._known.values(), key=lambda unit: unit.call_sign))
            return self._sorted

    def index(self) -> Fleet:
        """The index as of now."""
        with self._reading:
            self._catch_up()
            if self._index is None:
                self._index = self._begun()
                self._index.replace_units(self._known.values())
        return self._index

    def _catch_up(self) -> None:
        with self._marking:
            everything, touched = self._all_stale or len(self._stale) > _SOME, self._stale
            self._all_stale, self._stale = False, set()
        if not everything and not touched:
            return
        try:
            self._read(None if everything else touched)
        except BaseException:
            with self._marking:
                self._all_stale = True  # what was not read is read by whoever asks next
            raise

    def _read(self, touched: set[str] | None) -> None:
        """Take those units, or all, as they are now."""
        self._sorted = None
        if touched is None:
            self._known = {unit.id: unit for unit in self._source.units()}
            if self._index is not None:
                self._index.replace_units(self._known.values())
            return
        found = self._source.some_units(touched)
        self._known.update(found)
        if self._index is not None:
            self._index.put_units(found.values())
        for unit_id in touched - found.keys():
            self._known.pop(unit_id, None)
            if self._index is not None:
                self._index.drop(unit_id)

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
