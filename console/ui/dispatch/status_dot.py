"""A dot in a unit's colour; its words stand beside it, so colour is never the only signal."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui import theme


class StatusDot(QWidget):
    """A filled circle of 8 px at 100 %; `colour` by palette name."""

    def __init__(self, colour: str = "stale", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_colour(self, colour: str) -> None:
        """Change the colour."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def sizeHint(self) -> QSize:
        """10 px at 100 %."""
        return QSize(theme.px(10), theme.px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The circle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour(self._colour))
        painter.setBrush(theme.colour(self._colour))
        painter.drawEllipse(self.rect().adjusted(1, 1, -2, -2))
