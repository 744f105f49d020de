"""Invented street maps as MBTiles, for pictures and measurements: no such street exists."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from console.ui.map.mercator import unit_x, unit_y

MALANG = (-8.06, 112.55, -7.90, 112.71)
"""South, west, north, east of the demo city."""
CREDIT = "© Dinas Rekaan Kota (peta contoh)"
_PX = 512
_BLOCK = 2.0**-19
"""Streets lie this far apart, in widths of the world: some 76 m."""
_KINDS = ((16, "#f7c873", 5.0), (4, "#ffffff", 3.6), (1, "#ffffff", 1.6))


def write_streets(path: Path, zooms: range, bounds: tuple[float, float, float, float] = MALANG) -> int:
    """Write an MBTiles file with tiles of 512 pixels; how many."""
    south, west, north, east = bounds
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE metadata (name text, value text)")
        connection.execute("CREATE TABLE tiles (zoom_level int, tile_column int, tile_row int, tile_data blob)")
        connection.execute("CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)")
        facts = {"name": "Peta jalan (rekaan)", "format": "png", "type": "baselayer", "attribution": CREDIT,
                 "bounds": f"{west},{south},{east},{north}"}  # fmt: skip
        connection.executemany("INSERT INTO metadata VALUES (?, ?)", facts.items())
        written = 0
        for zoom, column, row in _within(zooms, bounds):
            png = street_tile(zoom, column, row)
            connection.execute("INSERT INTO tiles VALUES (?, ?, ?, ?)", (zoom, column, (1 << zoom) - 1 - row, png))
            written += 1
    connection.close()
    return written


def street_tile(zoom: int, column: int, row: int) -> bytes:
    """PNG of one tile (XYZ) of 512 pixels."""
    image = QImage(_PX, _PX, QImage.Format.Format_RGB32)
    image.fill(QColor("#ece8df"))
    scale = _PX * 2.0**zoom
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_greens(painter, scale, column, row)
    for every, colour, width in _KINDS:
        if every * _BLOCK * scale > 9:
            pen = QPen(QColor(colour), width * min(2.0, 2.0 ** (zoom - 14)))
            _paint_streets(painter, scale, column, row, every, pen)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, PySide wants str
    return bytes(data.data())


def _within(zooms: range, bounds: tuple[float, float, float, float]) -> Iterator[tuple[int, int, int]]:
    south, west, north, east = bounds
    for zoom in zooms:
        across = 1 << zoom
        for column in range(int(unit_x(west) * across), int(unit_x(east) * across) + 1):
            for row in range(int(unit_y(north) * across), int(unit_y(south) * across) + 1):
                yield zoom, column, row


def _bend(along: float) -> float:
    """How far a street leaves its straight line, so that the map does not look like a chessboard."""
    return _BLOCK * (1.7 * math.sin(along / _BLOCK / 9) + 0.8 * math.sin(along / _BLOCK / 3.1))


def _paint_streets(painter: QPainter, scale: float, column: int, row: int, every: int, pen: QPen) -> None:
    step, side = every * _BLOCK, _PX / scale
    left, top = column * side, row * side
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    points = [n * side / 24 for n in range(-1, 26)]
    for number in range(int((left - 3 * _BLOCK) // step), int((left + side + 3 * _BLOCK) // step) + 1):
        line = [QPointF((number * step + _bend(top + y) - left) * scale, y * scale) for y in points]
        painter.drawPolyline(QPolygonF(line))
    for number in range(int((top - 3 * _BLOCK) // step), int((top + side + 3 * _BLOCK) // step) + 1):
        line = [QPointF(x * scale, (number * step + _bend(left + x) - top) * scale) for x in points]
        painter.drawPolyline(QPolygonF(line))


def _paint_greens(painter: QPainter, scale: float, column: int, row: int) -> None:
    """A park here and there, and a river through all of it."""
    side, step = _PX / scale, 24 * _BLOCK
    left, top = column * side, row * side
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#cfe3c0"))
    for across in range(int(left // step) - 1, int((left + side) // step) + 2):
        for down in range(int(top // step) - 1, int((top + side) // step) + 2):
            if (across * 7 + down * 13) % 5 == 0:
                at = QPointF((across * step - left) * scale, (down * step - top) * scale)
                painter.drawEllipse(at, 5.3 * _BLOCK * scale, 3.9 * _BLOCK * scale)
    painter.setPen(QPen(QColor("#a9cbe6"), max(2.0, 2.2 * _BLOCK * scale)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle, points = unit_x(112.632), [n * side / 24 for n in range(-1, 26)]
    river = [QPointF((middle + 12 * _bend((top + y) / 3) - left) * scale, y * scale) for y in points]
    painter.drawPolyline(QPolygonF(river))
