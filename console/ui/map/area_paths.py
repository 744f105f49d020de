"""Paths of outlines as Qt paints them, kept between tiles; any thread."""

from __future__ import annotations

import threading
from collections import OrderedDict

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from console.ui.map.mercator import unit_x, unit_y, world_px
from console.ui.map.sources import AreaOutline

UNIT = float(1 << 28)
"""Paths are kept in 2**-28 of the world (13 cm at the equator): Qt drops fills of paths near 1e-6 wide."""

_FINEST_STEP_PX = 0.6
_PATHS_KEPT = 4000


class AreaPaths:
    """Paths by code and zoom, relative to the label point, in UNIT of the world."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._paths: OrderedDict[tuple[str, int], QPainterPath] = OrderedDict()

    def path(self, outline: AreaOutline, zoom: int) -> QPainterPath:
        """The outline at that zoom; points nearer than half a pixel are dropped."""
        key = (outline.code, zoom)
        with self._lock:
            path = self._paths.get(key)
            if path is not None:
                self._paths.move_to_end(key)
                return path
        path = _path_of(outline, _FINEST_STEP_PX / world_px(zoom))
        with self._lock:
            self._paths[key] = path
            while len(self._paths) > _PATHS_KEPT:
                self._paths.popitem(last=False)
        return path

    def placed(self, outline: AreaOutline, zoom: int, left: float, top: float) -> QPainterPath:
        """The outline in pixels of a tile whose corner is at (left, top) in world pixels."""
        size = world_px(zoom)
        to_tile = QTransform(
            size / UNIT, 0, 0, size / UNIT, unit_x(outline.lon) * size - left, unit_y(outline.lat) * size - top
        )
        return to_tile.map(self.path(outline, zoom))


def _path_of(outline: AreaOutline, step: float) -> QPainterPath:
    """Rings in the unit square relative to the label point, points nearer than `step` dropped."""
    origin_x, origin_y = unit_x(outline.lon), unit_y(outline.lat)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in outline.rings:
        points: list[QPointF] = []
        last_x = last_y = 9.0
        for lat, lon in ring:
            x, y = unit_x(lon) - origin_x, unit_y(lat) - origin_y
            if abs(x - last_x) + abs(y - last_y) >= step:
                points.append(QPointF(x * UNIT, y * UNIT))
                last_x, last_y = x, y
        if len(points) > 2:
            path.addPolygon(QPolygonF(points))
            path.closeSubpath()
    return path
