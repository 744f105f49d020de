"""The line of a film: where it stands, what is at hand, a small picture over the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console.ui import theme
from console.ui.attachments.moments import Moments

_HIGH_PX, _EDGE_PX, _LINE_PX, _KNOB_PX = 24, 10, 4, 7


class Scrubber(Moments):
    """A thin line; the knob grows while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_EDGE_PX, parent)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.px(320), theme.px(_HIGH_PX))

    def minimumSizeHint(self) -> QSize:
        """It may be short, not low."""
        return QSize(theme.px(120), theme.px(_HIGH_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Line, what is at hand, what is past, the knob, and a mark under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick, middle = theme.px(_LINE_PX), self.height() / 2
        top, left, right = middle - thick / 2, self.x_at(0), self.x_at(self.maximum())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(QRectF(left, top, right - left, thick), thick / 2, thick / 2)
        painter.setBrush(theme.colour("faint"))
        self.paint_ranges(painter, top, thick)
        if not self.maximum():
            painter.end()
            return
        at = self.x_at(self.value())
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(left, top, at - left, thick), thick / 2, thick / 2)
        self.paint_part(painter, theme.px(2), self.height() - theme.px(4))
        if self.mouse_x is not None:
            painter.setPen(QPen(theme.colour("text"), 1))
            painter.drawLine(QPointF(self.mouse_x, middle - theme.px(6)), QPointF(self.mouse_x, middle + theme.px(6)))
        painter.setPen(QPen(theme.colour("text" if self.hasFocus() else "panel"), theme.px(2)))
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QPointF(at, middle), theme.px(_KNOB_PX), theme.px(_KNOB_PX))
        painter.end()
