"""The heat map's answers: reads the store once, then only what a commit touched."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from console.desk.review import SHIFT_HOURS
from console.domain.changes import Changes
from console.domain.heat import SPANS_DAYS, HeatMap, HeatQuestion, span_start
from console.domain.roster import Roster, ShiftHours
from console.domain.spot import Spot

MOST_REPORTS = 300_000
"""More than a large city's year; the newest count."""

_SOME = 2_000
"""Up to so many changed reports are read by their ids, more by reading all."""


class SpotSource(Protocol):
    """What keeps the reports (the store, by shape); any thread."""

    def spots_since(self, start: datetime, most: int) -> tuple[Spot, ...]:
        """Located reports received since then."""

    def spots_of(self, ids: Iterable[str]) -> dict[str, Spot]:
        """These; withdrawn ones are missing."""

    def roster(self) -> Roster:
        """Who is on duty when."""

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Be told what each commit changed; returns how to stop."""


class _Columns(Protocol):
    def answer(self, question: HeatQuestion, now: datetime) -> HeatMap:
        """The surface for a question."""


class Heat:
    """Callable from any thread but the GUI's: the first answer reads the span, the next ones take milliseconds.

    What was read is kept while the map is looked at, and forgotten by `forget`.
    """

    def __init__(self, source: SpotSource, now: Callable[[], datetime], zone: Callable[[], ZoneInfo]) -> None:
        self._source, self._now, self._zone = source, now, zone
        self._reading, self._marking = threading.Lock(), threading.Lock()
        self._spots: dict[str, Spot] = {}
        self._days = 0
        self._columns: _Columns | None = None
        self._touched: set[str] = set()
        self._all_touched = True
        self._of_zone = ""
        source.subscribe(self._changed)

    def answer(self, question: HeatQuestion) -> HeatMap:
        """The heat map of a span, of categories and hours.

        Raises:
            StoreFault: the store cannot be read.
        """
        from console.desk.heat_columns import HeatColumns  # NumPy: a tenth of a second that no start should wait for

        now, zone = self._now(), self._zone()
        with self._reading:
            self._catch_up(question.days, now)
            if self._columns is None or self._of_zone != zone.key:
                self._columns, self._of_zone = HeatColumns(tuple(self._spots.values()), zone), zone.key
            return self._columns.answer(question, now)

    def shifts(self) -> tuple[ShiftHours, ...]:
        """The center's shifts; police's usual three where it has none of its own."""
        own = self._source.roster().shifts
        later = (*SHIFT_HOURS[1:], SHIFT_HOURS[0])
        return own or tuple(
            ShiftHours(id=f"{first:02d}", starts=f"{first:02d}:00", ends=f"{last:02d}:00")
            for first, last in zip(SHIFT_HOURS, later, strict=True)
        )

    def forget(self) -> None:
        """Give the memory back: nobody looks at the map any more."""
        with self._reading:
            self._spots, self._columns, self._days = {}, None, 0

    def _catch_up(self, days: int, now: datetime) -> None:
        with self._marking:
            touched, everything = self._touched, self._all_touched
            self._touched, self._all_touched = set(), False
        try:
            if everything or days > self._days or len(touched) > _SOME:
                found = self._source.spots_since(span_start(now, max(days, SPANS_DAYS[1])), MOST_REPORTS)
                self._spots = {spot.id: spot for spot in found}
                self._days, self._columns = max(days, SPANS_DAYS[1]), None
            elif touched:
                changed = self._source.spots_of(touched)
                if any(self._spots.get(id_) != changed.get(id_) for id_ in touched):
                    self._columns = None
                for id_ in touched - changed.keys():
                    self._spots.pop(id_, None)
                self._spots |= changed
        except BaseException:
            with self._marking:
                self._all_touched = True  # what was not read is read by whoever asks next
            raise

    def _changed(self, changes: Changes) -> None:
        with self._marking:
            self._all_touched |= changes.everything
            if self._days:
                self._touched |= changes.reports | changes.new_reports
