"""A box to choose one of a few from, with the arrow that says so."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from console.ui import icons, theme

_ARROW_PX = 16


class ChoiceBox(QComboBox):
    """The style sheet takes Qt's own arrow away: ours is drawn in the colours worn now."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, then its arrow at the right."""
        super().paintEvent(event)
        size = theme.px(_ARROW_PX)
        at_x, at_y = self.width() - size - theme.px(6), (self.height() - size) // 2
        painter = QPainter(self)
        painter.drawPixmap(at_x, at_y, icons.pixmap("down", size, "muted" if self.isEnabled() else "faint"))
        painter.end()
