"""Web Mercator (EPSG:3857) as plain numbers: degrees, unit square, tiles."""

from __future__ import annotations

import math
from dataclasses import dataclass

TILE_PX = 256
"""Side of a tile in CSS pixels; the world at zoom z is TILE_PX * 2**z pixels wide."""

MAX_LAT = 85.05112877980659
"""Latitude at which the square world ends: atan(sinh(pi)) in degrees."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box in WGS 84 degrees."""

    south: float
    west: float
    north: float
    east: float


def unit_x(lon: float) -> float:
    """Longitude in degrees to 0..1, west to east."""
    return (lon + 180.0) / 360.0


def unit_y(lat: float) -> float:
    """Latitude in degrees to 0..1, north to south (spherical Mercator, Snyder 1987, eq. 7-2)."""
    clipped = max(-MAX_LAT, min(MAX_LAT, lat))
    return (1.0 - math.asinh(math.tan(math.radians(clipped))) / math.pi) / 2.0


def lon_at(x: float) -> float:
    """Inverse of `unit_x`, degrees."""
    return x * 360.0 - 180.0


def lat_at(y: float) -> float:
    """Inverse of `unit_y`, degrees."""
    return math.degrees(math.atan(math.sinh(math.pi * (1.0 - 2.0 * y))))


def world_px(zoom: int) -> float:
    """Width of the whole world at a zoom, CSS pixels."""
    return float(TILE_PX << zoom)


def box_degrees(zoom: int, left_px: float, top_px: float, right_px: float, bottom_px: float) -> Bounds:
    """Degrees of a box given in world pixels of a zoom."""
    size = world_px(zoom)
    return Bounds(
        south=lat_at(bottom_px / size),
        west=lon_at(left_px / size),
        north=lat_at(top_px / size),
        east=lon_at(right_px / size),
    )
