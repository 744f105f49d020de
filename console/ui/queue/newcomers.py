"""Critical newcomers above the list; the others wait behind '3 new ↑'."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from console.domain.queue_row import QueueRow
from console.ui import theme
from console.ui.queue.row_age import age_of
from console.ui.queue.row_painter import RowState, paint_age, paint_row
from console.ui.queue.strokes import strokes
from console.ui.queue.words import row_sentence
from console.ui.texts.language import translate

MOST = 3
"""Rows shown at most; more are counted on the button."""

_STATE = RowState(hovered=True)


class Newcomers(QWidget):
    """Up to three P1 rows; `chosen(report_id)` on a click. Hidden when there are none. Never takes focus."""

    chosen = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._rows: tuple[QueueRow, ...] = ()
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.update)
        self.hide()

    @property
    def rows(self) -> tuple[QueueRow, ...]:
        """The rows shown."""
        return self._rows

    def show_rows(self, rows: tuple[QueueRow, ...]) -> None:
        """Show those of priority 1."""
        self._rows = tuple(row for row in rows if row.priority == 1)[:MOST]
        height = len(self._rows) * strokes().height
        self.setFixedHeight(max(1, height))
        self.setVisible(bool(self._rows))
        sentences = "; ".join(row_sentence(row) for row in self._rows)
        self.setAccessibleName(translate("queue", "New critical reports: {rows}").format(rows=sentences))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each row, edged in red."""
        painter = QPainter(self)
        height = strokes().height
        for number, row in enumerate(self._rows):
            rect = QRect(0, number * height, self.width(), height)
            paint_row(painter, rect, row, _STATE)
            paint_age(painter, rect, age_of(row, self._now()), _STATE)
            painter.setPen(theme.colour("p1"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer."""
        number = int(event.position().y()) // strokes().height
        if 0 <= number < len(self._rows):
            self.chosen.emit(self._rows[number].id)

    def showEvent(self, event: QShowEvent) -> None:
        """Ages run while they are seen."""
        super().showEvent(event)
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing ticks unseen."""
        self._second.stop()
        super().hideEvent(event)
