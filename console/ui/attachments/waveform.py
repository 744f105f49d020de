"""A sound as it looks: loudness over time, what was heard in colour; press to go there."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui import theme
from console.ui.attachments.moments import Moments
from console.ui.attachments.player_words import moment_words

_EDGE_PX, _BAR_PX, _GAP_PX = 12, 3, 1
_WORDS_PX = 22
_TICKS_S = (0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)
_APART_PX = 90
_HALF_PX, _FOOT_PX = 180, 16
_LARGER = 8


class Waveform(Moments):
    """`show_levels` with the loudest sample (0..255) of each of equal slices; until then a flat line.

    A quiet sound is drawn larger, up to eightfold: where something is said is what one looks for.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_EDGE_PX, parent)
        self._levels = b""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def levels(self) -> bytes:
        """What it draws."""
        return self._levels

    def show_levels(self, levels: bytes) -> None:
        """Draw these; b'' for none."""
        self._levels = levels
        self.update()

    def sizeHint(self) -> QSize:
        """Wide, and high enough to see a voice."""
        return QSize(theme.px(560), theme.px(220))

    def minimumSizeHint(self) -> QSize:
        """It may be small."""
        return QSize(theme.px(160), theme.px(90))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars above and below the middle, times at the foot, the line where it stands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = theme.px(_WORDS_PX)
        room = QRectF(0, theme.px(8), self.width(), self.height() - foot - theme.px(8))
        self._paint_bars(painter, room)
        if self.maximum():
            self._paint_times(painter, room.bottom())
            half = min(room.height() / 2, theme.px(_HALF_PX + _FOOT_PX))
            self.paint_part(painter, room.center().y() - half, 2 * half)
            self._paint_place(painter, QRectF(0, room.center().y() - half, room.width(), 2 * half))
        painter.end()

    def _paint_bars(self, painter: QPainter, room: QRectF) -> None:
        step = theme.px(_BAR_PX) + theme.px(_GAP_PX)
        left, right = self.x_at(0), self.x_at(self.maximum()) if self.maximum() else self.width() - self.x_at(0)
        count = max(1, int((right - left) / step))
        at, middle, half = self.x_at(self.value()), room.center().y(), min(room.height() / 2, theme.px(_HALF_PX))
        full = max(255 / _LARGER, *self._levels, 1) if self._levels else 255
        past: list[QLineF] = []
        ahead: list[QLineF] = []
        for bar in range(count):
            x = left + (bar + 0.5) * (right - left) / count
            high = max(1.0, half * self._loudest(bar, count) / full)
            (past if self.maximum() and x <= at else ahead).append(QLineF(x, middle - high, x, middle + high))
        for colour, lines in (("accent", past), ("muted", ahead)):
            pen = QPen(theme.colour(colour), theme.px(_BAR_PX))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLines(lines)

    def _loudest(self, bar: int, count: int) -> int:
        levels = self._levels
        if not levels:
            return 0
        since = bar * len(levels) // count
        return max(levels[since : max(since + 1, (bar + 1) * len(levels) // count)])

    def _paint_times(self, painter: QPainter, top: float) -> None:
        painter.setFont(theme.font(11))
        length_s = self.maximum() / 1000
        most = max(1.0, (self.width() - 2 * theme.px(_EDGE_PX)) / theme.px(_APART_PX))
        every_s = next((each for each in _TICKS_S if length_s / each <= most), _TICKS_S[-1])
        at_s = 0.0
        while at_s <= length_s:
            x = self.x_at(at_s * 1000)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(x, top + 2), QPointF(x, top + theme.px(6)))
            painter.setPen(theme.colour("muted"))
            words = moment_words(at_s, tenths=every_s < 1)
            wide = painter.fontMetrics().horizontalAdvance(words)
            left = min(max(0.0, x - wide / 2), self.width() - wide)
            painter.drawText(QPointF(left, top + theme.px(18)), words)
            at_s += every_s

    def _paint_place(self, painter: QPainter, room: QRectF) -> None:
        if self.mouse_x is not None:
            painter.setPen(QPen(theme.colour("faint"), 1))
            painter.drawLine(QPointF(self.mouse_x, room.top()), QPointF(self.mouse_x, room.bottom()))
        at = self.x_at(self.value())
        painter.setPen(QPen(theme.colour("text"), theme.px(3 if self.hasFocus() else 2)))
        painter.drawLine(QPointF(at, room.top()), QPointF(at, room.bottom()))
