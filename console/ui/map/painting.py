"""Paints one base tile: tinted areas, borders, names; on any thread."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QImageWriter,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)

from console.ui.map.mercator import TILE_PX, box_degrees, unit_x, unit_y, world_px
from console.ui.map.names import REACH_PX, SHEET_PX, Box, Name, PlacedName, place_names
from console.ui.map.palette import PALETTES, MapPalette, Theme, tint_of
from console.ui.map.sources import AreaOutline, OutlineSource

NAME_PX = {12: 10.0, 13: 12.0, 14: 13.0, 15: 14.0, 16: 15.0, 17: 17.0, 18: 19.0}
"""Text height of names by zoom, CSS pixels; below zoom 12 whole cities share a few tiles: no names."""

_FINEST_STEP_PX = 0.6
_SHEETS_KEPT = 64
_PATHS_KEPT = 4000
_DOT_PX = 2.0
_CENTRED = Qt.AlignmentFlag.AlignCenter


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
                points.append(QPointF(x * _UNIT, y * _UNIT))
                last_x, last_y = x, y
        if len(points) > 2:
            path.addPolygon(QPolygonF(points))
            path.closeSubpath()
    return path


_UNIT = float(1 << 28)
"""Paths are kept in 2**-28 of the world (13 cm at the equator): Qt drops fills of paths near 1e-6 wide."""


def _weight(outline: AreaOutline) -> float:
    """Importance of a name: the larger area wins; areas without outline are equal."""
    if not outline.rings or not outline.rings[0]:
        return 0.0
    lats = [lat for lat, _ in outline.rings[0]]
    lons = [lon for _, lon in outline.rings[0]]
    return (max(lats) - min(lats)) * (max(lons) - min(lons))


class TilePainter:
    """Draws tiles from one outline source and keeps opened paths and name layouts between tiles."""

    def __init__(self, source: OutlineSource, font: QFont) -> None:
        """`font` gives the family of names; sizes come from NAME_PX."""
        self._source = source
        self._font = QFont(font)
        self._lock = threading.Lock()
        self._sheets: OrderedDict[tuple[int, int, int], list[PlacedName]] = OrderedDict()
        self._paths: OrderedDict[tuple[str, int], QPainterPath] = OrderedDict()

    def paint_png(self, theme: Theme, zoom: int, column: int, row: int, ratio: int = 1) -> bytes:
        """PNG bytes of a tile of TILE_PX * ratio pixels."""
        image = self.paint(theme, zoom, column, row, ratio)
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(b"png"))
        writer.setQuality(80)
        writer.write(image)
        return bytes(data.data())

    def paint(self, theme: Theme, zoom: int, column: int, row: int, ratio: int = 1) -> QImage:
        """The tile as an opaque image."""
        palette = PALETTES[theme]
        image = QImage(TILE_PX * ratio, TILE_PX * ratio, QImage.Format.Format_RGB32)
        image.fill(QColor(palette.outside))
        left, top = column * TILE_PX, row * TILE_PX
        outlines = self._outlines(zoom, left - 4, top - 4, left + TILE_PX + 4, top + TILE_PX + 4)
        painter = QPainter(image)
        try:
            painter.scale(ratio, ratio)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_areas(painter, palette, outlines, zoom, left, top)
            painter.translate(-left, -top)
            self._paint_names(painter, palette, outlines, zoom, column, row)
        finally:
            painter.end()
        return image

    def _outlines(self, zoom: int, left: float, top: float, right: float, bottom: float) -> Sequence[AreaOutline]:
        box = box_degrees(zoom, left, top, right, bottom)
        return self._source.outlines(box.south, box.west, box.north, box.east)

    def _paint_areas(
        self,
        painter: QPainter,
        palette: MapPalette,
        outlines: Sequence[AreaOutline],
        zoom: int,
        left: float,
        top: float,
    ) -> None:
        """Grounds first and borders after, so no ground covers half of a neighbour's border."""
        size = world_px(zoom)
        placed: list[QPainterPath] = []
        for outline in outlines:
            if not outline.rings:
                continue
            to_tile = QTransform(
                size / _UNIT, 0, 0, size / _UNIT,
                unit_x(outline.lon) * size - left, unit_y(outline.lat) * size - top,
            )  # fmt: skip
            path = to_tile.map(self._path(outline, zoom))
            painter.fillPath(path, QColor(tint_of(palette, outline.code)))
            placed.append(path)
        pen = QPen(QColor(palette.border), 0.8 if zoom < 12 else 1.3)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for path in placed:
            painter.drawPath(path)

    def _path(self, outline: AreaOutline, zoom: int) -> QPainterPath:
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

    def _paint_names(
        self,
        painter: QPainter,
        palette: MapPalette,
        outlines: Sequence[AreaOutline],
        zoom: int,
        column: int,
        row: int,
    ) -> None:
        if zoom not in NAME_PX:
            return
        left, top = column * TILE_PX, row * TILE_PX
        ground = Box(left, top, left + TILE_PX, top + TILE_PX)
        self._paint_dots(painter, palette, outlines, zoom)
        painter.setFont(self._name_font(zoom))
        for name in self._sheet(zoom, left // SHEET_PX, top // SHEET_PX):
            if name.box.touches(ground):
                _paint_name(painter, palette, name)

    def _paint_dots(self, painter: QPainter, palette: MapPalette, outlines: Sequence[AreaOutline], zoom: int) -> None:
        """A dot under the name of an area whose outline is not known: its point, not its surface."""
        size = world_px(zoom)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.border))
        for outline in outlines:
            if not outline.rings:
                at = QPointF(unit_x(outline.lon) * size, unit_y(outline.lat) * size + NAME_PX[zoom])
                painter.drawEllipse(at, _DOT_PX, _DOT_PX)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _sheet(self, zoom: int, column: int, row: int) -> list[PlacedName]:
        key = (zoom, column, row)
        with self._lock:
            sheet = self._sheets.get(key)
            if sheet is not None:
                self._sheets.move_to_end(key)
                return sheet
        sheet = self._lay_out(zoom, column, row)
        with self._lock:
            self._sheets[key] = sheet
            while len(self._sheets) > _SHEETS_KEPT:
                self._sheets.popitem(last=False)
        return sheet

    def _lay_out(self, zoom: int, column: int, row: int) -> list[PlacedName]:
        size = world_px(zoom)
        left, top = column * SHEET_PX, row * SHEET_PX
        near = self._outlines(
            zoom, left - REACH_PX, top - REACH_PX, left + SHEET_PX + REACH_PX, top + SHEET_PX + REACH_PX
        )
        names = [self._name(o, zoom, size) for o in near if o.name]
        metrics = QFontMetricsF(self._name_font(zoom))
        height = metrics.height()
        return place_names(names, (column, row), lambda text: (metrics.horizontalAdvance(text), height))

    def _name(self, outline: AreaOutline, zoom: int, size: float) -> Name:
        x, y = unit_x(outline.lon) * size, unit_y(outline.lat) * size
        path = self._path(outline, zoom)
        scale = _UNIT / size

        def holds(to_x: float, to_y: float) -> bool:
            return path.contains(QPointF((to_x - x) * scale, (to_y - y) * scale))

        return Name(outline.code, outline.name, x, y, _weight(outline), holds)

    def _name_font(self, zoom: int) -> QFont:
        font = QFont(self._font)
        font.setPixelSize(round(NAME_PX[zoom]))
        return font


def _paint_name(painter: QPainter, palette: MapPalette, name: PlacedName) -> None:
    """A name with a soft edge in the ground's colour, so borders do not cut through its letters."""
    box = QRectF(QPointF(name.box.left, name.box.top), QPointF(name.box.right, name.box.bottom))
    halo = QColor(palette.halo)
    halo.setAlpha(150)
    painter.setPen(halo)
    for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        painter.drawText(box.translated(dx, dy), _CENTRED, name.text)
    painter.setPen(QColor(palette.name))
    painter.drawText(box, _CENTRED, name.text)
