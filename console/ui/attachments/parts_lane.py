"""Parts to be covered and silenced, a row each under the line of the film: stretched."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui import theme
from console.ui.attachments.moments import Moments
from console.ui.texts.language import translate
from console.ui.widgets.spoken import name_widget

_ROW_PX, _BAR_PX, _GRIP_PX, _EDGE_PX = 22, 16, 7, 4
_ROWS_SEEN = 5
_LEAST_MS = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A row: what it is in words, from when until when in ms (as seen on the line), whether it is a silence."""

    words: str
    from_ms: int
    until_ms: int
    silent: bool


class PartsLane(QWidget):
    """`chosen(row)` by press or the up and down keys; `stretched(row, from_ms, until_ms)` while an end is dragged.

    Of many rows those around the chosen one are seen.
    """

    chosen = Signal(int)
    stretched = Signal(int, int, int)

    def __init__(self, line: Moments, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._parts: tuple[Part, ...] = ()
        self._chosen = -1
        self._held: tuple[int, bool] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        name_widget(self, lambda: translate("redact", "Parts to be covered and silenced"))

    @property
    def parts(self) -> tuple[Part, ...]:
        """What it shows."""
        return self._parts

    def show_parts(self, parts: tuple[Part, ...], chosen: int) -> None:
        """Show these; -1: none is chosen."""
        self._parts, self._chosen = parts, chosen
        self.setAccessibleDescription(parts[chosen].words if 0 <= chosen < len(parts) else "")
        self.setVisible(bool(parts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row each, up to some."""
        rows = max(1, min(_ROWS_SEEN, len(self._parts)))
        return QSize(theme.px(320), rows * theme.px(_ROW_PX) + theme.px(4))

    def minimumSizeHint(self) -> QSize:
        """It may be short, not low."""
        return QSize(theme.px(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose another row; other keys are the player's."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and self._parts:
            self.chosen.emit(min(len(self._parts) - 1, max(0, self._chosen + step)))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row, and take hold of an end if one is there."""
        row = self._row_at(event.position().y())
        if event.button() is not Qt.MouseButton.LeftButton or row is None:
            return
        self._held = None if (end := self._end_at(row, event.position().x())) is None else (row, end)
        self.chosen.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch what is held; show where an end can be taken."""
        x = event.position().x()
        if self._held is None:
            row = self._row_at(event.position().y())
            grip = row is not None and self._end_at(row, x) is not None
            self.setCursor(Qt.CursorShape.SizeHorCursor if grip else Qt.CursorShape.ArrowCursor)
            return
        row, last = self._held
        part, at_ms = self._parts[row], self._line.ms_at(x - self._off())
        begin = part.from_ms if last else min(at_ms, part.until_ms - _LEAST_MS)
        end = max(at_ms, part.from_ms + _LEAST_MS) if last else part.until_ms
        self.stretched.emit(row, begin, end)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar a row with its words; the chosen one in colour, with its ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(11))
        for row in range(self._first(), min(len(self._parts), self._first() + _ROWS_SEEN)):
            self._paint_row(painter, row)
        at = self._line.x_at(self._line.value()) + self._off()
        painter.setPen(QPen(theme.colour("text"), 1))
        painter.drawLine(QPointF(at, 0), QPointF(at, self.height()))
        painter.end()

    def _paint_row(self, painter: QPainter, row: int) -> None:
        part, chosen = self._parts[row], row == self._chosen
        bar = self._bar(row)
        painter.setPen(QPen(theme.colour("text") if chosen and self.hasFocus() else theme.colour("line"), 1))
        painter.setBrush(theme.colour("accent" if chosen else "faint"))
        painter.drawRoundedRect(bar, theme.px(3), theme.px(3))
        wide = painter.fontMetrics().horizontalAdvance(part.words) + theme.px(12)
        inside = wide <= bar.width()
        left = bar.left() + theme.px(6) if inside else bar.right() + theme.px(6)
        if not inside and left + wide > self.width():
            left = bar.left() - wide
        painter.setPen(theme.colour("on_accent") if inside and chosen else theme.colour("text"))
        room = QRectF(max(theme.px(2), left), bar.top(), wide, bar.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, part.words)

    def _bar(self, row: int) -> QRectF:
        part, off = self._parts[row], self._off()
        top = (row - self._first()) * theme.px(_ROW_PX) + theme.px(_ROW_PX - _BAR_PX) / 2 + theme.px(2)
        left, right = self._line.x_at(part.from_ms) + off, self._line.x_at(part.until_ms) + off
        return QRectF(left, top, max(theme.px(_EDGE_PX), right - left), theme.px(_BAR_PX))

    def _first(self) -> int:
        """The first row seen."""
        return max(0, min(self._chosen - _ROWS_SEEN // 2, len(self._parts) - _ROWS_SEEN))

    def _row_at(self, y: float) -> int | None:
        row = self._first() + int((y - theme.px(2)) / theme.px(_ROW_PX))
        return row if 0 <= row < len(self._parts) else None

    def _end_at(self, row: int, x: float) -> bool | None:
        """Which end of a row's bar lies there: False the first, True the last, None neither."""
        bar, reach = self._bar(row), theme.px(_GRIP_PX)
        if abs(x - bar.right()) <= reach:
            return True
        return False if abs(x - bar.left()) <= reach else None

    def _off(self) -> float:
        """How far to the right the line begins."""
        return float(self._line.mapToGlobal(QPoint(0, 0)).x() - self.mapToGlobal(QPoint(0, 0)).x())
