"""Joins polygons into one outline without slivers, and takes needless points from lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import reduce

import shapely
from shapely import BufferJoinStyle, MultiPolygon, Polygon

from console.areas.shape import METRES_PER_DEGREE
from console.areas.varints import UNITS_PER_DEGREE, Ring

CLOSED_GAP_M = 30.0
"""Neighbours drawn apart by less than this are joined: borders of one office differ by metres, rivers by more."""

LEAST_HOLE_M2 = 60_000.0
"""A smaller hole is a gap between neighbours: the smallest kelurahan measure 0.06 km2 and more."""

LEAST_PART_M2 = 300.0
"""A smaller part of its own is a splinter; islets are larger."""

STEP_M = 3.0
"""An outline's points may lie so far off the borders it was made of: a tenth of a pixel at zoom 12."""

_METRES_PER_UNIT = METRES_PER_DEGREE / UNITS_PER_DEGREE


def joined(areas: Sequence[Sequence[Ring]]) -> tuple[Ring, ...]:
    """One outline around areas, each given as even-odd rings in 1e-7 degrees; () when nothing has a surface.

    Small overlaps and gaps between neighbours (a closing by half of CLOSED_GAP_M) leave neither slivers nor
    splinters; lakes and enclaves stay. At most STEP_M off; some 0.5 ms a polygon.
    """
    plane = _Plane(areas)
    surfaces = [surface for rings in areas if not (surface := plane.surface(rings)).is_empty]
    grown = [shapely.buffer(surface, CLOSED_GAP_M / 2, join_style=BufferJoinStyle.mitre) for surface in surfaces]
    closed = shapely.buffer(shapely.union_all(grown), -CLOSED_GAP_M / 2, join_style=BufferJoinStyle.mitre)
    # What lay narrower than the closing is kept as it was: nothing of an area is ever lost.
    whole = shapely.union_all([closed, *surfaces])
    return plane.rings(shapely.simplify(_without_splinters(whole), STEP_M))


def middle_of(rings: Sequence[Ring]) -> tuple[int, int]:
    """(lat, lon) in 1e-7 degrees where a name stands: the middle of the widest circle in the largest part."""
    plane = _Plane([rings])
    largest = _parts(plane.surface(rings))[0]
    circle = shapely.maximum_inscribed_circle(largest, tolerance=max(1.0, math.sqrt(largest.area) / 100))
    return plane.units(*circle.coords[0])


def thinned(line: Ring, step_m: float) -> Ring:
    """An open line in 1e-7 degrees with fewer points, none of it more than `step_m` off (Douglas-Peucker 1973)."""
    if len(line) < 3:
        return line
    plane = _Plane([[line]])
    kept = shapely.simplify(shapely.LineString(plane.metres(line)), step_m)
    return tuple(plane.units(x, y) for x, y in kept.coords)


class _Plane:
    """Metres on a local plane: 1e-7 degrees there and back, east squeezed by the middle latitude."""

    def __init__(self, areas: Sequence[Sequence[Ring]]) -> None:
        points = [ring[0] for rings in areas for ring in rings if ring]
        self._lat, self._lon = points[0] if points else (0, 0)
        middle = sum(lat for lat, _ in points) / max(1, len(points)) / UNITS_PER_DEGREE
        self._up = _METRES_PER_UNIT
        self._east = _METRES_PER_UNIT * max(0.01, math.cos(math.radians(middle)))

    def metres(self, ring: Ring) -> list[tuple[float, float]]:
        return [((lon - self._lon) * self._east, (lat - self._lat) * self._up) for lat, lon in ring]

    def units(self, x: float, y: float) -> tuple[int, int]:
        return round(y / self._up) + self._lat, round(x / self._east) + self._lon

    def surface(self, rings: Sequence[Ring]) -> Polygon | MultiPolygon:
        """Even-odd over the rings, made valid: dumps cross their own lines here and there."""
        parts = [shapely.make_valid(Polygon(self.metres(ring))) for ring in rings if len(ring) >= 3]
        if not parts:
            return Polygon()
        return _surfaces_of(reduce(shapely.symmetric_difference, parts))

    def rings(self, surface: Polygon | MultiPolygon) -> tuple[Ring, ...]:
        found = [
            tuple(self.units(x, y) for x, y in ring.coords[:-1])
            for part in _parts(surface)
            for ring in (part.exterior, *part.interiors)
        ]
        return tuple(ring for ring in found if len(ring) >= 3)


def _without_splinters(surface: Polygon | MultiPolygon) -> MultiPolygon:
    kept = []
    for part in _parts(surface):
        if part.area >= LEAST_PART_M2:
            kept.append(
                Polygon(part.exterior, [ring for ring in part.interiors if Polygon(ring).area >= LEAST_HOLE_M2])
            )
    return MultiPolygon(kept)


def _parts(surface: Polygon | MultiPolygon) -> list[Polygon]:
    parts = [part for part in shapely.get_parts(surface) if isinstance(part, Polygon) and not part.is_empty]
    return sorted(parts, key=lambda part: -part.area)


def _surfaces_of(shape: shapely.Geometry) -> Polygon | MultiPolygon:
    """What of a shape has a surface: repairs leave lines and points behind."""
    return MultiPolygon([part for each in shapely.get_parts(shape) for part in _parts(each)])
