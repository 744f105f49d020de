"""One opened polygon: is a point inside, its box, its size, its label point.

All coordinates are (lat, lon) integers in 1e-7 degrees. Inside means the even-odd rule over all rings
(holes and several parts alike), with half-open edges: of two areas that share an edge exactly one holds
a point on it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from console.areas.varints import UNITS_PER_DEGREE, Ring

METRES_PER_DEGREE = 111_320.0
"""Length of one degree of latitude on the sphere of 6,378 km (0.5 % is enough to order areas by size)."""

_POINTS_PER_BAND = 8
_MOST_BANDS = 512

Edge = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """Bounds in 1e-7 degrees, ends included."""

    min_lat: int
    min_lon: int
    max_lat: int
    max_lon: int

    def holds(self, lat: int, lon: int) -> bool:
        """Whether the point lies in the box or on its border."""
        return self.min_lat <= lat <= self.max_lat and self.min_lon <= lon <= self.max_lon


def box_of(rings: Sequence[Ring]) -> Box:
    """Bounds of all rings. Raises ValueError when there is no point."""
    lats = [lat for ring in rings for lat, _ in ring]
    lons = [lon for ring in rings for _, lon in ring]
    return Box(min(lats), min(lons), max(lats), max(lons))


def size_m2(rings: Sequence[Ring]) -> int:
    """Size of the surface in square metres: shoelace on a local plane, holes taken away.

    Dumps wind their rings either way, so a ring counts as a hole when it begins inside an odd number of
    the other rings.
    """
    shapes = [Shape((ring,)) for ring in rings]
    total = 0.0
    for ring in rings:
        around = sum(1 for other in shapes if other.rings[0] is not ring and other.holds(*ring[0]))
        total += _ring_m2(ring) * (-1 if around % 2 else 1)
    return max(0, round(total))


def _ring_m2(ring: Ring) -> float:
    middle = math.radians(sum(lat for lat, _ in ring) / len(ring) / UNITS_PER_DEGREE)
    doubled = 0
    before_lat, before_lon = ring[-1]
    for lat, lon in ring:
        doubled += before_lon * lat - lon * before_lat
        before_lat, before_lon = lat, lon
    scale = METRES_PER_DEGREE / UNITS_PER_DEGREE
    return abs(doubled) / 2 * scale * scale * math.cos(middle)


class Shape:
    """Rings prepared for many questions: edges sorted into horizontal bands, so a question looks at few."""

    __slots__ = ("_band_units", "_bands", "box", "rings")

    def __init__(self, rings: Sequence[Ring]) -> None:
        self.rings: tuple[Ring, ...] = tuple(rings)
        self.box = box_of(self.rings)
        points = sum(len(ring) for ring in self.rings)
        count = max(1, min(_MOST_BANDS, points // _POINTS_PER_BAND))
        self._band_units = max(1, (self.box.max_lat - self.box.min_lat) // count + 1)
        self._bands: list[list[Edge]] = [[] for _ in range(count)]
        for ring in self.rings:
            self._sort_into_bands(ring)

    def _sort_into_bands(self, ring: Ring) -> None:
        lat_a, lon_a = ring[-1]
        for lat_b, lon_b in ring:
            if lat_a != lat_b:
                low, high = (lat_a, lat_b) if lat_a < lat_b else (lat_b, lat_a)
                edge = (lat_a, lon_a, lat_b, lon_b)
                first = (low - self.box.min_lat) // self._band_units
                last = (high - self.box.min_lat) // self._band_units
                for band in range(first, last + 1):
                    self._bands[band].append(edge)
            lat_a, lon_a = lat_b, lon_b

    def holds(self, lat: int, lon: int) -> bool:
        """Whether the point (1e-7 degrees) lies inside by the even-odd rule."""
        if not self.box.holds(lat, lon):
            return False
        inside = False
        for lat_a, lon_a, lat_b, lon_b in self._bands[(lat - self.box.min_lat) // self._band_units]:
            if (lat_a > lat) != (lat_b > lat):
                # Exact: (lon - lon_a) < (lat - lat_a) * (lon_b - lon_a) / (lat_b - lat_a) without a division.
                rise = lat_b - lat_a
                left = (lon - lon_a) * rise
                right = (lat - lat_a) * (lon_b - lon_a)
                if (left < right) if rise > 0 else (left > right):
                    inside = not inside
        return inside
