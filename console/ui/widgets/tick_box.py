"""A box to tick, framed in a colour that is seen: Fusion's own is dark on dark."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from console.ui import theme

_MARK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.30))
"""The corners of the tick, in shares of the box."""


class TickBox(QCheckBox):
    """A QCheckBox in our colours: framed when empty, filled and ticked when checked."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words as ever, the box over it."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        box = QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5)
        on, alive = self.isChecked(), self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(("accent" if on else "muted") if alive else "faint"), 1.2))
        painter.setBrush(theme.colour("accent" if on and alive else "panel"))
        painter.drawRoundedRect(box, 3, 3)
        if on:
            pen = QPen(theme.colour("on_accent" if alive else "faint"), 1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            spots = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _MARK]
            painter.drawPolyline(QPolygonF(spots))
