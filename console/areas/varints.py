"""Polygons as compact bytes: zigzag varints of coordinate differences in 1e-7 degrees.

Bytes of one area: ring count, then per ring its point count followed by (lat, lon) differences to the
point before (the first to 0, 0). 1e-7 degrees is 1.1 cm, so 32 bits hold every coordinate exactly and
point-in-polygon runs on integers without rounding.
"""

from __future__ import annotations

from collections.abc import Sequence

UNITS_PER_DEGREE = 10_000_000
MOST_POINTS = 2_000_000

Ring = tuple[tuple[int, int], ...]
"""Open ring of (lat, lon) in 1e-7 degrees; the last point is joined to the first."""


class BadPolygonBytes(ValueError):
    """The stored bytes of a polygon end early, run on, or claim an impossible size."""


def to_units(degrees: float) -> int:
    """Degrees to the nearest 1e-7 degree."""
    return round(degrees * UNITS_PER_DEGREE)


def to_degrees(units: int) -> float:
    """1e-7 degrees to degrees."""
    return units / UNITS_PER_DEGREE


def encode_rings(rings: Sequence[Sequence[tuple[int, int]]]) -> bytes:
    """Pack rings of (lat, lon) in 1e-7 degrees into bytes."""
    out = bytearray()
    _put(out, len(rings))
    for ring in rings:
        _put(out, len(ring))
        before_lat = before_lon = 0
        for lat, lon in ring:
            _put(out, _zigzag(lat - before_lat))
            _put(out, _zigzag(lon - before_lon))
            before_lat, before_lon = lat, lon
    return bytes(out)


def decode_rings(blob: bytes) -> tuple[Ring, ...]:
    """Unpack what encode_rings packed. Raises BadPolygonBytes when the bytes are damaged."""
    numbers = _numbers(blob)
    place = 0
    rings: list[Ring] = []
    try:
        ring_count = numbers[place]
        place += 1
        if ring_count > MOST_POINTS:
            raise BadPolygonBytes("impossible ring count")
        for _ in range(ring_count):
            point_count = numbers[place]
            place += 1
            if point_count > MOST_POINTS or place + 2 * point_count > len(numbers):
                raise BadPolygonBytes("polygon bytes end early")
            rings.append(_points(numbers[place : place + 2 * point_count]))
            place += 2 * point_count
    except IndexError:
        raise BadPolygonBytes("polygon bytes end early") from None
    if place != len(numbers):
        raise BadPolygonBytes("polygon bytes run on")
    return tuple(rings)


def _points(differences: list[int]) -> Ring:
    lat = lon = 0
    points = []
    for index in range(0, len(differences), 2):
        step_lat, step_lon = differences[index], differences[index + 1]
        lat += (step_lat >> 1) ^ -(step_lat & 1)
        lon += (step_lon >> 1) ^ -(step_lon & 1)
        points.append((lat, lon))
    return tuple(points)


def _zigzag(number: int) -> int:
    return number * 2 if number >= 0 else -number * 2 - 1


def _put(out: bytearray, number: int) -> None:
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)


def _numbers(blob: bytes) -> list[int]:
    numbers: list[int] = []
    value = shift = 0
    for byte in blob:
        value |= (byte & 0x7F) << shift
        if byte & 0x80:
            shift += 7
            if shift > 63:
                raise BadPolygonBytes("a number longer than 64 bits")
        else:
            numbers.append(value)
            value = shift = 0
    if shift:
        raise BadPolygonBytes("polygon bytes end inside a number")
    return numbers
