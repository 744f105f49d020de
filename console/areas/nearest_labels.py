"""Without polygons: the nearest label point, an estimate (perkiraan)."""

from __future__ import annotations

import math
from collections.abc import Iterable

from console.areas.area import Area
from console.areas.pack_file import squeeze
from console.domain.place import distance_m

NEAREST_LIMIT_M = 5_000.0
"""Beyond this a nearest label says nothing: the widest kelurahan of the five cities measure 5 km across."""

_CELL_DEGREES = 0.05
"""Cells of 5.5 km: few to look at for the usual limit."""


class NearestLabels:
    """A table of label points and the nearest of them to a point; immutable, usable from any thread."""

    def __init__(self, areas: Iterable[Area], limit_m: float = NEAREST_LIMIT_M) -> None:
        self.areas: tuple[Area, ...] = tuple(sorted(areas, key=lambda area: area.code))
        self._limit_m = limit_m
        self._by_code = {area.code: area for area in self.areas}
        self._cells: dict[tuple[int, int], list[Area]] = {}
        for area in self.areas:
            self._cells.setdefault(_cell(area.lat, area.lon), []).append(area)

    def nearest(self, lat: float, lon: float) -> Area | None:
        """The area with the nearest label point within the limit, ties by code; None beyond it."""
        row, column = _cell(lat, lon)
        reach = max(1, math.ceil(self._limit_m / (_CELL_DEGREES * 111_000 * max(0.05, math.cos(math.radians(lat))))))
        around = (
            (distance_m(lat, lon, area.lat, area.lon), area.code, area)
            for up in range(-reach, reach + 1)
            for side in range(-reach, reach + 1)
            for area in self._cells.get((row + up, column + side), ())
        )
        best = min(around, default=None, key=lambda found: found[:2])
        return best[2] if best is not None and best[0] <= self._limit_m else None

    def area(self, code: str) -> Area | None:
        """The area with that code."""
        return self._by_code.get(code)

    def search(self, name: str, limit: int = 20) -> tuple[Area, ...]:
        """Areas whose name holds the words, the whole name first, then its beginning."""
        wanted = squeeze(name)
        if not wanted:
            return ()
        found = [area for area in self.areas if wanted in squeeze(area.name + area.district + area.city)]
        found.sort(key=lambda area: (not squeeze(area.name).startswith(wanted), len(area.name), area.code))
        return tuple(found[:limit])


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat / _CELL_DEGREES), math.floor(lon / _CELL_DEGREES)
