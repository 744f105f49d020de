"""Rows already painted, kept as pictures: scrolling and ticking paint only what is new."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPixmap

from console.domain.queue_row import QueueRow
from console.ui.queue.row_age import Age, age_of
from console.ui.queue.row_painter import RowState, paint_age, paint_row
from console.ui.queue.strokes import Strokes, strokes

_KEPT = 96


@dataclass(slots=True)
class _Picture:
    row: QueueRow
    state: RowState
    strokes: Strokes
    drawn: QPixmap
    age: Age | None = None


class RowPictures:
    """The latest hundred rows; made anew when row, state, width or dress changed, their age when it counts on.

    A frame is then one call of Qt a row. Each lets other threads run Python, and with a page of the feed being applied
    the GUI thread waits to come back from it: written age by age, half of a frame went there.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[str, _Picture] = OrderedDict()

    def paint(self, painter: QPainter, rect: QRect, row: QueueRow, state: RowState, at: datetime) -> None:
        """Put a row into `rect` as it stands at `at`."""
        now = strokes()
        kept = self._kept.get(row.id)
        ratio = painter.device().devicePixelRatioF()
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        if (
            kept is None
            or kept.state != state
            or kept.strokes is not now
            or kept.drawn.size() != size
            or (kept.row is not row and kept.row != row)
        ):
            kept = _Picture(row, state, now, _drawn(rect.size(), size, ratio, row, state))
            self._kept[row.id] = kept
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(row.id)
        age = age_of(row, at)
        if age != kept.age:
            kept.age = age
            _write_age(kept.drawn, rect.size(), age, state)
        painter.drawPixmap(rect.topLeft(), kept.drawn)

    def forget(self) -> None:
        """Words or colours changed: paint all anew."""
        self._kept.clear()


def _drawn(size: QSize, pixels: QSize, ratio: float, row: QueueRow, state: RowState) -> QPixmap:
    picture = QPixmap(pixels)
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    paint_row(painter, QRect(0, 0, size.width(), size.height()), row, state)
    painter.end()
    return picture


def _write_age(picture: QPixmap, size: QSize, age: Age, state: RowState) -> None:
    painter = QPainter(picture)
    paint_age(painter, QRect(0, 0, size.width(), size.height()), age, state)
    painter.end()
