"""Paints roads into a base tile, widths by rank and zoom, names along them; any thread."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from console.ui.map.mercator import TILE_PX, box_degrees, unit_x, unit_y, world_px
from console.ui.map.names import REACH_PX, SHEET_PX, Box
from console.ui.map.palette import MapPalette
from console.ui.map.sources import LayeredSource, RoadLine

MOST_RANK = {6: 1, 7: 1, 8: 2, 9: 2, 10: 3, 11: 3, 12: 4, 13: 5, 14: 6}
"""The least important rank painted at a zoom; nothing below 6, everything above 14."""

WIDTH_PX = {1: 3.4, 2: 3.0, 3: 2.6, 4: 2.0, 5: 1.6, 6: 1.0, 7: 0.7}
"""Width at zoom 13, CSS pixels; it grows by a third with each zoom."""

DISTINCT_FROM = 13
"""From this zoom roads have rims; below they are lines."""

NAMED_FROM = {1: 13, 2: 13, 3: 14, 4: 14, 5: 15, 6: 16, 7: 17}
_NAME_PX = 10.5
_APART_PX = 380.0
"""The same name stands no nearer to itself."""
_BEND_PX = 5.0
_PIECE_PX = 60.0
_SHEETS_KEPT = 64
_LINES_KEPT = 20_000
_CENTRED = Qt.AlignmentFlag.AlignCenter

_Points = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class RoadName:
    """A name along a road: middle in world pixels, degrees clockwise, and the upright box it stays in."""

    text: str
    x: float
    y: float
    turned: float
    box: Box


class RoadPainter:
    """Keeps lines and name layouts between tiles."""

    def __init__(self, source: LayeredSource, font: QFont) -> None:
        self._source = source
        self._font = QFont(font)
        self._font.setPixelSize(round(_NAME_PX))
        self._lock = threading.Lock()
        self._lines: OrderedDict[int, _Points] = OrderedDict()
        self._sheets: OrderedDict[tuple[int, int, int], list[RoadName]] = OrderedDict()

    def paint(self, painter: QPainter, palette: MapPalette, zoom: int, left: float, top: float) -> None:
        """All rims first, then all roads, so that crossings are open; the most important on top."""
        roads = self._roads(zoom, left - 12, top - 12, left + TILE_PX + 12, top + TILE_PX + 12)
        drawn = [(road.rank, self._path(road, zoom, left, top)) for road in roads]
        if zoom >= DISTINCT_FROM:
            for rank, path in drawn:
                _stroke(painter, path, palette.road_rim, width_px(rank, zoom) + 1.6)
        for rank, path in drawn:
            _stroke(painter, path, _colour(palette, rank), width_px(rank, zoom))

    def paint_names(
        self, painter: QPainter, palette: MapPalette, zoom: int, column: int, row: int, taken: Sequence[Box]
    ) -> None:
        """Names over a tile, none over the boxes taken in its sheet; the painter stands in world pixels."""
        if zoom < min(NAMED_FROM.values()):
            return
        left, top = column * TILE_PX, row * TILE_PX
        ground = Box(left, top, left + TILE_PX, top + TILE_PX)
        painter.setFont(self._font)
        for name in self._sheet(zoom, left // SHEET_PX, top // SHEET_PX, taken):
            if name.box.touches(ground):
                _paint_name(painter, palette, name)

    def _roads(self, zoom: int, left: float, top: float, right: float, bottom: float) -> Sequence[RoadLine]:
        most = MOST_RANK.get(zoom, 7) if zoom >= min(MOST_RANK) else 0
        if most == 0:
            return ()
        box = box_degrees(zoom, left, top, right, bottom)
        return self._source.roads(box.south, box.west, box.north, box.east, most)

    def _line(self, road: RoadLine) -> _Points:
        """Its points in the unit square."""
        with self._lock:
            line = self._lines.get(road.id)
        if line is None:
            line = [(unit_x(lon), unit_y(lat)) for lat, lon in road.points]
            with self._lock:
                self._lines[road.id] = line
                while len(self._lines) > _LINES_KEPT:
                    self._lines.popitem(last=False)
        return line

    def _path(self, road: RoadLine, zoom: int, left: float, top: float) -> QPainterPath:
        size = world_px(zoom)
        path = QPainterPath()
        for number, (x, y) in enumerate(self._line(road)):
            at = QPointF(x * size - left, y * size - top)
            if number:
                path.lineTo(at)
            else:
                path.moveTo(at)
        return path

    def _sheet(self, zoom: int, column: int, row: int, taken: Sequence[Box]) -> list[RoadName]:
        key = (zoom, column, row)
        with self._lock:
            sheet = self._sheets.get(key)
        if sheet is None:
            sheet = self._lay_out(zoom, column, row, taken)
            with self._lock:
                self._sheets[key] = sheet
                while len(self._sheets) > _SHEETS_KEPT:
                    self._sheets.popitem(last=False)
        return sheet

    def _lay_out(self, zoom: int, column: int, row: int, taken: Sequence[Box]) -> list[RoadName]:
        """Names that lie whole in the sheet, important roads first: each sheet decides alone, so tiles agree."""
        size = world_px(zoom)
        left, top = column * SHEET_PX, row * SHEET_PX
        sheet = Box(left, top, left + SHEET_PX, top + SHEET_PX)
        near = self._roads(zoom, left, top, left + SHEET_PX, top + SHEET_PX)
        named = [road for road in near if road.name and zoom >= NAMED_FROM.get(road.rank, 99)]
        metrics = QFontMetricsF(self._font)
        placed: list[RoadName] = []
        for road in sorted(named, key=lambda each: (each.rank, each.name, each.id)):
            wide = metrics.horizontalAdvance(road.name)
            if wide > REACH_PX:
                continue
            line = [(x * size, y * size) for x, y in self._line(road)]
            name = _along(road.name, _cut(line, sheet), wide + 8, metrics.height())
            if name is None or not _inside(name.box, sheet) or any(name.box.touches(box) for box in taken):
                continue
            if not any(_clash(name, other) for other in placed):
                placed.append(name)
        return placed


def width_px(rank: int, zoom: int) -> float:
    """How wide a road is painted, CSS pixels."""
    return max(0.7, WIDTH_PX.get(rank, 0.7) * 1.33 ** (zoom - 13))


def _colour(palette: MapPalette, rank: int) -> str:
    return palette.main_road if rank <= 3 else palette.road if rank <= 5 else palette.street


def _stroke(painter: QPainter, path: QPainterPath, colour: str, width: float) -> None:
    pen = QPen(QColor(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPath(path)


def _cut(line: _Points, sheet: Box) -> _Points:
    """The longest run of a line's points inside the sheet."""
    best: _Points = []
    run: _Points = []
    for x, y in _fine(line):
        if sheet.left <= x < sheet.right and sheet.top <= y < sheet.bottom:
            run.append((x, y))
            if len(run) > len(best):
                best = run
        else:
            run = []
    return best[:300]


def _fine(line: _Points) -> Iterator[tuple[float, float]]:
    """The line with a point every _PIECE_PX at least: a straight road has none for kilometres."""
    for number, (x, y) in enumerate(line):
        if number:
            x_a, y_a = line[number - 1]
            pieces = min(200, int(math.hypot(x - x_a, y - y_a) / _PIECE_PX))
            for piece in range(1, pieces + 1):
                share = piece / (pieces + 1)
                yield x_a + (x - x_a) * share, y_a + (y - y_a) * share
        yield x, y


def _along(text: str, line: _Points, wide: float, high: float) -> RoadName | None:
    """The text on the longest stretch that bends less than _BEND_PX, read from the left; None where none is so long."""
    best: tuple[float, int, int] = (wide, 0, 0)
    for first in range(len(line) - 1):
        for last in range(first + 1, len(line)):
            if not all(_off(line[first], line[last], point) <= _BEND_PX for point in line[first + 1 : last]):
                break
            length = math.dist(line[first], line[last])
            if length > best[0]:
                best = (length, first, last)
    if best[2] == 0:
        return None
    (x_a, y_a), (x_b, y_b) = sorted((line[best[1]], line[best[2]]))
    angle = math.atan2(y_b - y_a, x_b - x_a)
    x, y = (x_a + x_b) / 2, (y_a + y_b) / 2
    half_w = (abs(math.cos(angle)) * wide + abs(math.sin(angle)) * high) / 2
    half_h = (abs(math.sin(angle)) * wide + abs(math.cos(angle)) * high) / 2
    return RoadName(text, x, y, math.degrees(angle), Box(x - half_w, y - half_h, x + half_w, y + half_h))


def _off(first: tuple[float, float], last: tuple[float, float], point: tuple[float, float]) -> float:
    """How far a point lies off the line through two others, pixels."""
    across, down = last[0] - first[0], last[1] - first[1]
    length = math.hypot(across, down) or 1.0
    return abs(across * (point[1] - first[1]) - down * (point[0] - first[0])) / length


def _inside(box: Box, sheet: Box) -> bool:
    return sheet.left <= box.left and box.right <= sheet.right and sheet.top <= box.top and box.bottom <= sheet.bottom


def _clash(name: RoadName, other: RoadName) -> bool:
    if name.box.touches(other.box):
        return True
    return name.text == other.text and math.hypot(name.x - other.x, name.y - other.y) < _APART_PX


def _paint_name(painter: QPainter, palette: MapPalette, name: RoadName) -> None:
    painter.save()
    painter.translate(name.x, name.y)
    painter.rotate(name.turned)
    box = QRectF(-REACH_PX, -20, 2 * REACH_PX, 40)
    painter.setPen(QColor(palette.halo))
    for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        painter.drawText(box.translated(dx, dy), _CENTRED, name.text)
    painter.setPen(QColor(palette.name))
    painter.drawText(box, _CENTRED, name.text)
    painter.restore()
