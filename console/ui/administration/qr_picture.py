"""A QR code on the screen: dark on white in either theme, whole squares only."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.desk.qr_code import QUIET, Grid
from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.spoken import name_widget


class QrPicture(QWidget):
    """`show_grid` draws a code, () none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid: Grid = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setMinimumHeight(theme.px(300))
        name_widget(self, lambda: translate("enrolment", "QR code of the officer's page, to be scanned with his phone"))

    def show_grid(self, grid: Grid) -> None:
        """Draw this code."""
        self.grid = grid
        self.update()

    def sizeHint(self) -> QSize:
        """Large enough to be scanned from an arm's length."""
        return QSize(theme.px(360), theme.px(360))

    def paintEvent(self, event: QPaintEvent) -> None:
        """White, then the dark squares."""
        if self.grid:
            with QPainter(self) as painter:
                draw_qr(painter, self.rect(), self.grid)


def draw_qr(painter: QPainter, room: QRect, grid: Grid) -> None:
    """Draw a code with its quiet zone in the middle of `room`, every square of the same whole number of pixels."""
    count = len(grid) + 2 * QUIET
    square = max(1, min(room.width(), room.height()) // count)
    left = room.x() + (room.width() - square * count) // 2
    top = room.y() + (room.height() - square * count) // 2
    painter.fillRect(left, top, square * count, square * count, QColor("white"))
    for r, row in enumerate(grid):
        for c, dark in enumerate(row):
            if dark:
                at_x, at_y = left + (c + QUIET) * square, top + (r + QUIET) * square
                painter.fillRect(at_x, at_y, square, square, QColor("black"))
