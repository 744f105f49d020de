"""Paints one base tile: tinted areas, borders, roads, names; on any thread."""

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
)

from console.ui.map.area_paths import UNIT, AreaPaths
from console.ui.map.mercator import TILE_PX, box_degrees, unit_x, unit_y, world_px
from console.ui.map.names import REACH_PX, SHEET_PX, Box, Name, PlacedName, place_names
from console.ui.map.palette import PALETTES, MapPalette, Theme, tint_of
from console.ui.map.road_painting import RoadPainter
from console.ui.map.sources import AreaOutline, OutlineSource, layered

NAME_PX = {
    7: 11.0, 8: 11.0, 9: 12.0, 10: 13.0, 11: 11.0, 12: 12.0, 13: 12.0, 14: 13.0, 15: 14.0, 16: 15.0, 17: 17.0, 18: 19.0,
}  # fmt: skip
"""Text height of names by zoom, CSS pixels: of cities to CITIES_TO, of kecamatan to DISTRICTS_TO, then kelurahan."""

CITIES_TO, DISTRICTS_TO = 10, 12
_ABOVE_PX = 1.8
_SHEETS_KEPT = 64
_DOT_PX = 2.0
_CENTRED = Qt.AlignmentFlag.AlignCenter


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
        self._source = layered(source)
        self._font = QFont(font)
        self._lock = threading.Lock()
        self._sheets: OrderedDict[tuple[int, int, int], list[PlacedName]] = OrderedDict()
        self._paths = AreaPaths()
        self._roads = RoadPainter(self._source, self._font)

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
            self._paint_above(painter, palette, zoom, left, top)
            self._roads.paint(painter, palette, zoom, left, top)
            painter.translate(-left, -top)
            self._paint_names(painter, palette, outlines, zoom, column, row)
        finally:
            painter.end()
        return image

    def _outlines(self, zoom: int, left: float, top: float, right: float, bottom: float) -> Sequence[AreaOutline]:
        """What the ground is made of at that zoom: where nothing is outlined above them, kelurahan."""
        box = box_degrees(zoom, left, top, right, bottom)
        sides = (box.south, box.west, box.north, box.east)
        above: Sequence[AreaOutline] = ()
        if zoom <= CITIES_TO:
            above = self._source.cities(*sides)
        elif zoom <= DISTRICTS_TO:
            above = self._source.districts(*sides)
        return above or self._source.outlines(*sides)

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
        placed: list[QPainterPath] = []
        for outline in outlines:
            if outline.rings:
                path = self._paths.placed(outline, zoom, left, top)
                painter.fillPath(path, QColor(tint_of(palette, outline.code)))
                placed.append(path)
        _draw(painter, placed, palette.border, 0.8 if zoom < 12 else 1.3)

    def _paint_above(self, painter: QPainter, palette: MapPalette, zoom: int, left: float, top: float) -> None:
        """Borders of what the painted areas lie in, stronger than their own."""
        if zoom <= CITIES_TO:
            return
        box = box_degrees(zoom, left - 4, top - 4, left + TILE_PX + 4, top + TILE_PX + 4)
        ask = self._source.cities if zoom <= DISTRICTS_TO else self._source.districts
        above = ask(box.south, box.west, box.north, box.east)
        paths = [self._paths.placed(outline, zoom, left, top) for outline in above]
        _draw(painter, paths, palette.border_above, _ABOVE_PX)

    def _paint_names(
        self,
        painter: QPainter,
        palette: MapPalette,
        outlines: Sequence[AreaOutline],
        zoom: int,
        column: int,
        row: int,
    ) -> None:
        if zoom not in NAME_PX or (zoom < DISTRICTS_TO and not _above(outlines)):
            return
        left, top = column * TILE_PX, row * TILE_PX
        ground = Box(left, top, left + TILE_PX, top + TILE_PX)
        self._paint_dots(painter, palette, outlines, zoom)
        painter.setFont(self._name_font(zoom))
        sheet = self._sheet(zoom, left // SHEET_PX, top // SHEET_PX)
        for name in sheet:
            if name.box.touches(ground):
                _paint_name(painter, palette, name)
        self._roads.paint_names(painter, palette, zoom, column, row, [name.box for name in sheet])

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
        names = [self._name(o, zoom, size) for o in near if o.name and (zoom >= DISTRICTS_TO or _above((o,)))]
        metrics = QFontMetricsF(self._name_font(zoom))
        height = metrics.height()
        return place_names(names, (column, row), lambda text: (metrics.horizontalAdvance(text), height))

    def _name(self, outline: AreaOutline, zoom: int, size: float) -> Name:
        x, y = unit_x(outline.lon) * size, unit_y(outline.lat) * size
        path = self._paths.path(outline, zoom)
        scale = UNIT / size

        def holds(to_x: float, to_y: float) -> bool:
            return path.contains(QPointF((to_x - x) * scale, (to_y - y) * scale))

        return Name(outline.code, outline.name, x, y, _weight(outline), holds)

    def _name_font(self, zoom: int) -> QFont:
        font = QFont(self._font)
        font.setPixelSize(round(NAME_PX[zoom]))
        return font


def _above(outlines: Sequence[AreaOutline]) -> bool:
    """Whether these are kecamatan or cities: codes of fewer parts than a kelurahan's."""
    return any(outline.code.count(".") < 3 for outline in outlines)


def _draw(painter: QPainter, paths: Sequence[QPainterPath], colour: str, width: float) -> None:
    pen = QPen(QColor(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for path in paths:
        painter.drawPath(path)


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
