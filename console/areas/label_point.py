"""Where a name stands: the point of an area farthest from its border.

Method: the area is covered with square cells; the cell that could hold the best point is split in four
until no cell can beat the best by more than the wanted precision (idea of Garcia-Castellanos and Lombardo
2007, 'Poles of inaccessibility', and the quadtree search known from map labelling).
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence

from console.areas.shape import Shape
from console.areas.varints import UNITS_PER_DEGREE, Ring

FIVE_DECIMALS = UNITS_PER_DEGREE // 100_000
MOST_CELLS = 4_000


def label_point(rings: Sequence[Ring]) -> tuple[float, float]:
    """(lat, lon) in degrees with 5 decimals (1.1 m), inside the area whenever it is wider than that."""
    shape = Shape(rings)
    lat, lon = _pole(shape, _segments(rings), _squeeze_factor(shape))
    rounded = _inside_on_grid(shape, lat, lon)
    return round(rounded[0] / UNITS_PER_DEGREE, 5), round(rounded[1] / UNITS_PER_DEGREE, 5)


def _squeeze_factor(shape: Shape) -> float:
    middle = (shape.box.min_lat + shape.box.max_lat) / 2 / UNITS_PER_DEGREE
    return max(0.01, math.cos(math.radians(middle)))


def _segments(rings: Sequence[Ring]) -> list[tuple[int, int, int, int]]:
    return [(*ring[index - 1], *ring[index]) for ring in rings for index in range(len(ring))]


def _pole(shape: Shape, segments: list[tuple[int, int, int, int]], squeeze: float) -> tuple[int, int]:
    box = shape.box
    height = box.max_lat - box.min_lat
    width = (box.max_lon - box.min_lon) * squeeze
    half = max(1.0, min(height, width) / 2)
    precision = max(FIVE_DECIMALS, half / 50)
    best = (-math.inf, (box.min_lat + box.max_lat) // 2, (box.min_lon + box.max_lon) // 2)
    cells: list[tuple[float, float, float, float, float]] = []

    def add(lat: float, lon: float, cell_half: float) -> None:
        nonlocal best
        depth = _depth(shape, segments, squeeze, round(lat), round(lon))
        if depth > best[0]:
            best = (depth, round(lat), round(lon))
        heapq.heappush(cells, (-(depth + cell_half * math.sqrt(2)), lat, lon, cell_half, depth))

    for row in range(max(1, math.ceil(height / (2 * half)))):
        for column in range(max(1, math.ceil(width / (2 * half)))):
            add(box.min_lat + (2 * row + 1) * half, box.min_lon + (2 * column + 1) * half / squeeze, half)
    for _ in range(MOST_CELLS):
        if not cells or -cells[0][0] - best[0] <= precision:
            break
        _, lat, lon, cell_half, _ = heapq.heappop(cells)
        quarter = cell_half / 2
        for up in (-quarter, quarter):
            for side in (-quarter, quarter):
                add(lat + up, lon + side / squeeze, quarter)
    return best[1], best[2]


def _depth(shape: Shape, segments: list[tuple[int, int, int, int]], squeeze: float, lat: int, lon: int) -> float:
    """Distance to the border in 1e-7 degrees of latitude, negative outside."""
    nearest = math.inf
    for lat_a, lon_a, lat_b, lon_b in segments:
        ax, ay = (lon_a - lon) * squeeze, float(lat_a - lat)
        dx, dy = (lon_b - lon_a) * squeeze, float(lat_b - lat_a)
        length = dx * dx + dy * dy
        along = max(0.0, min(1.0, -(ax * dx + ay * dy) / length)) if length else 0.0
        x, y = ax + along * dx, ay + along * dy
        nearest = min(nearest, x * x + y * y)
    return math.sqrt(nearest) * (1 if shape.holds(lat, lon) else -1)


def _inside_on_grid(shape: Shape, lat: int, lon: int) -> tuple[int, int]:
    base_lat, base_lon = round(lat / FIVE_DECIMALS), round(lon / FIVE_DECIMALS)
    around = sorted(
        ((up, side) for up in range(-3, 4) for side in range(-3, 4)),
        key=lambda step: step[0] ** 2 + step[1] ** 2,
    )
    for up, side in around:
        candidate = (base_lat + up) * FIVE_DECIMALS, (base_lon + side) * FIVE_DECIMALS
        if shape.holds(*candidate):
            return candidate
    return lat, lon
