"""Spots as columns of numbers, and the density surface made of them in milliseconds."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from console.domain.heat import (
    BANDWIDTH_CELLS,
    GUARDED_LEAST,
    HOURS,
    LEAST_REPORTS,
    STEPS_PER_MEAN,
    Grid,
    HeatMap,
    HeatQuestion,
    grid_over,
    guarded_box,
    guarded_cell,
    hour_of_week,
    quartic,
    weeks_of,
)
from console.domain.spot import Spot, counted, happened

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Chosen = npt.NDArray[np.bool_]

_WEEK_DAYS = 7.0


class HeatColumns:
    """What counts of some spots, immutable; any thread."""

    def __init__(self, spots: Sequence[Spot], zone: ZoneInfo) -> None:
        kept = [spot for spot in spots if counted(spot)]
        self.categories = tuple(sorted({spot.category for spot in kept}))
        number = {category: place for place, category in enumerate(self.categories)}
        self._lat: Floats = np.array([spot.place.lat for spot in kept], dtype=np.float64)
        self._lon: Floats = np.array([spot.place.lon for spot in kept], dtype=np.float64)
        self._received: Floats = np.array([spot.received_at.timestamp() for spot in kept], dtype=np.float64)
        self._hour: Whole = np.array([hour_of_week(happened(spot), zone) for spot in kept], dtype=np.int64)
        self._category: Whole = np.array([number[spot.category] for spot in kept], dtype=np.int64)
        self._guarded: Chosen = np.array([spot.guarded for spot in kept], dtype=np.bool_)
        self._first = min((spot.received_at.timestamp() for spot in spots), default=math.inf)

    def answer(self, question: HeatQuestion, now: datetime) -> HeatMap:
        """The surface for a question; drawn over the whole span's area, so that filters do not move the picture."""
        end = now.timestamp()
        start = end - question.days * 86_400
        within = (self._received >= start) & (self._received <= end)
        of_span = Counter(self._category[within].tolist())
        by_category = {self.categories[place]: count for place, count in of_span.items()}
        wanted = within & self._of_categories(question.categories)
        by_hour = tuple(np.bincount(self._hour[wanted], minlength=HOURS).tolist())
        held_days = max(0.0, min(question.days, (end - max(start, self._first)) / 86_400))
        asked = np.isin(np.arange(HOURS), list(question.hours))
        wanted = wanted & asked[self._hour]
        if not wanted.any():
            return HeatMap(question=question, by_hour=by_hour, by_category=by_category, held_days=held_days)
        grid = grid_over(self._lat[within].tolist(), self._lon[within].tolist())
        plain, outside = self._binned(grid, wanted & ~self._guarded)
        guarded, hidden, far = self._smeared(grid, wanted & self._guarded)
        used = int(wanted.sum()) - hidden - outside - far
        found = HeatMap(
            question=question, used=used, hidden=hidden, outside=outside + far, grid=grid, by_hour=by_hour,
            by_category=by_category, held_days=held_days,
        )  # fmt: skip
        if used < LEAST_REPORTS:
            return found
        # What is not held cannot be counted: a console of ten days would make a year look calm. Less than a week
        # counts as one: an hour is no rate of a week.
        weeks = weeks_of(max(_WEEK_DAYS, held_days), question.hours)
        return _levelled(found, density(plain + guarded, grid) * 1e6 / weeks)

    def _of_categories(self, wanted: frozenset[str]) -> Chosen:
        if not wanted:
            return np.ones(len(self._category), dtype=np.bool_)
        return np.isin(self._category, [place for place, name in enumerate(self.categories) if name in wanted])

    def _binned(self, grid: Grid, chosen: Chosen) -> tuple[Floats, int]:
        """Reports per cell, and how many lie outside the grid."""
        rows = np.floor((self._lat[chosen] - grid.south) / grid.step_lat).astype(np.int64)
        columns = np.floor((self._lon[chosen] - grid.west) / grid.step_lon).astype(np.int64)
        inside = (rows >= 0) & (rows < grid.rows) & (columns >= 0) & (columns < grid.columns)
        cells = np.bincount(rows[inside] * grid.columns + columns[inside], minlength=grid.rows * grid.columns)
        return cells.reshape(grid.rows, grid.columns).astype(np.float64), int((~inside).sum())

    def _smeared(self, grid: Grid, chosen: Chosen) -> tuple[Floats, int, int]:
        """Sensitive cases spread evenly over their squares; how many in too small squares, how many outside."""
        cells = np.zeros((grid.rows, grid.columns))
        squares = Counter(map(guarded_cell, self._lat[chosen].tolist(), self._lon[chosen].tolist()))
        hidden = outside = 0
        for square, count in squares.items():
            if count < GUARDED_LEAST:
                hidden += count
                continue
            south, west, north, east = guarded_box(square)
            rows = _between(grid.south, grid.step_lat, grid.rows, south, north)
            columns = _between(grid.west, grid.step_lon, grid.columns, west, east)
            many = (rows.stop - rows.start) * (columns.stop - columns.start)
            if many <= 0:
                outside += count
            else:
                cells[rows, columns] += count / many
        return cells, hidden, outside


def density(cells: Floats, grid: Grid) -> Floats:
    """Quartic kernel density per square metre of reports counted by cell; its volume is the number of reports."""
    reach = BANDWIDTH_CELLS
    size = grid.cell_m
    weights = {
        (up, side): quartic(math.hypot(up, side) * size, grid.bandwidth_m)
        for up in range(-reach, reach + 1)
        for side in range(-reach, reach + 1)
    }
    # The kernel cut into cells is not quite 1: what is missing would be reports lost.
    whole = sum(weights.values()) * size**2
    padded = np.pad(cells, reach)
    found = np.zeros_like(cells)
    for (up, side), weight in weights.items():
        if weight:
            rows = slice(reach + up, reach + up + grid.rows)
            columns = slice(reach + side, reach + side + grid.columns)
            found += weight / whole * padded[rows, columns]
    return found


def _levelled(found: HeatMap, per_km2_week: Floats) -> HeatMap:
    mean = float(per_km2_week[per_km2_week > 0].mean())
    levels = np.minimum(255, np.round(per_km2_week / mean * STEPS_PER_MEAN)).astype(np.uint8)
    return HeatMap(
        question=found.question, used=found.used, hidden=found.hidden, outside=found.outside, mean=mean,
        peak=float(per_km2_week.max()), grid=found.grid, levels=levels.tobytes(), by_hour=found.by_hour,
        by_category=found.by_category, held_days=found.held_days,
    )  # fmt: skip


def _between(first: float, step: float, count: int, low: float, high: float) -> slice:
    """The cells whose middle lies between two degrees."""
    begin = max(0, math.ceil((low - first) / step - 0.5))
    end = min(count, math.ceil((high - first) / step - 0.5))
    return slice(begin, max(begin, end))
