"""What an imported record must be, or a refusal that names the field."""

from __future__ import annotations

import math
from collections.abc import Sequence

from console.areas.area import CODE, Record
from console.areas.varints import Ring, to_units

INDONESIA_LAT = (-11.5, 6.5)
INDONESIA_LON = (94.5, 141.5)
"""Bounds of Indonesia in degrees with some sea: no latitude of it can be a longitude of it."""

LONGEST_NAME = 120
MOST_POINTS = 1_000_000


class RefusedRecord(ValueError):
    """A record is not usable; `field` names what is wrong with it."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field
        self.reason = reason


def record_of(code: object, name: object, nested: object, *, lat_first: bool, line: int) -> Record:
    """Check one record and bring its coordinates to rings. Raises RefusedRecord naming the field."""
    if not isinstance(code, str) or not CODE.match(code.strip()):
        raise RefusedRecord("code", f"{code!r:.40} is no area code such as 35.73.01.1001")
    if not isinstance(name, str) or not name.strip() or len(name) > LONGEST_NAME:
        raise RefusedRecord("name", f"{name!r:.40} is no name of 1 to {LONGEST_NAME} characters")
    if not name.isprintable() or "\ufffd" in name:
        raise RefusedRecord("name", "the name holds control or invisible characters or is not UTF-8")
    return Record(
        code=code.strip(), name=" ".join(name.split()), line=line, rings=rings_of(nested, lat_first=lat_first)
    )


def rings_of(nested: object, *, lat_first: bool) -> tuple[Ring, ...]:
    """Bring coordinates nested 3 deep (one polygon) or 4 deep (several) to open rings in 1e-7 degrees.

    Raises RefusedRecord: other depths, points that are no places, swapped order, nothing left of 3 points.
    """
    depth = _depth(nested)
    if depth not in (3, 4):
        raise RefusedRecord("path", f"coordinates are nested {depth} deep, expected 3 (polygon) or 4 (several)")
    polygons = [nested] if depth == 3 else nested
    rings: list[Ring] = []
    left = MOST_POINTS
    for polygon in _list(polygons):
        for ring in _list(polygon):
            points = _list(ring)
            left -= len(points)
            if left < 0:
                raise RefusedRecord("path", f"more than {MOST_POINTS} points")
            kept = _open_ring(points, lat_first)
            if len(kept) >= 3:
                rings.append(kept)
    if not rings:
        raise RefusedRecord("path", "no ring has three different points")
    return tuple(rings)


def point_of(pair: object, *, lat_first: bool) -> tuple[float, float]:
    """One (lat, lon) in degrees from a pair in the file's order. Raises RefusedRecord."""
    if not isinstance(pair, list) or len(pair) < 2:
        raise RefusedRecord("coordinates", f"{pair!r:.40} is no pair of numbers")
    first, second = pair[0], pair[1]
    for number in (first, second):
        if isinstance(number, bool) or not isinstance(number, int | float) or not _is_small(number):
            raise RefusedRecord("coordinates", f"{number!r:.40} is no finite number")
    lat, lon = (float(first), float(second)) if lat_first else (float(second), float(first))
    if looks_swapped(lat, lon):
        order = "latitude first" if lat_first else "longitude first"
        raise RefusedRecord("coordinates", f"[{first}, {second}] looks swapped: this format puts {order}")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise RefusedRecord("coordinates", f"[{first}, {second}] is no place on the globe")
    return lat, lon


def looks_swapped(lat: float, lon: float) -> bool:
    """Whether the pair lies in Indonesia once its two numbers change places."""
    return INDONESIA_LON[0] <= lat <= INDONESIA_LON[1] and INDONESIA_LAT[0] <= lon <= INDONESIA_LAT[1]


def _is_small(number: int | float) -> bool:
    return math.isfinite(number) if isinstance(number, float) else abs(number) <= 1_000_000


def _open_ring(points: Sequence[object], lat_first: bool) -> Ring:
    kept: list[tuple[int, int]] = []
    for pair in points:
        lat, lon = point_of(pair, lat_first=lat_first)
        point = (to_units(lat), to_units(lon))
        if not kept or kept[-1] != point:
            kept.append(point)
    while len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return tuple(kept)


def _depth(nested: object) -> int:
    depth = 0
    while isinstance(nested, list):
        depth += 1
        if not nested or depth > 5:
            break
        nested = nested[0]
    return depth


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise RefusedRecord("path", f"{value!r:.40} stands where a list belongs")
    return value
