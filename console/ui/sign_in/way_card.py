"""One of the ways a new console may begin: an icon, a name, what it means."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from console.ui import icons, theme
from console.ui.widgets.spoken import Words, worded


class WayCard(QAbstractButton):
    """A large checkable button with two lines."""

    def __init__(self, icon: str, words: Words, hint: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name, self._words, self._hint = icon, words, hint
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self._spell()

    def sizeHint(self) -> QSize:
        """Room for the name and two lines of hint."""
        return QSize(theme.px(300), theme.px(70))

    def changeEvent(self, event: QEvent) -> None:
        """Say it anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._spell()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, name, hint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isChecked() or self.hasFocus()
        painter.setPen(theme.colour("accent" if lit else "line"))
        painter.setBrush(theme.colour("hover" if self.underMouse() or self.isChecked() else "panel"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.px(8), theme.px(8))
        size = theme.px(24)
        enabled = self.isEnabled()
        icon = icons.pixmap(self._icon_name, size, "accent" if enabled else "faint")
        painter.drawPixmap(theme.px(16), (self.height() - size) // 2, icon)
        left = theme.px(56)
        width = self.width() - left - theme.px(12)
        painter.setPen(theme.colour("text" if enabled else "faint"))
        painter.setFont(theme.font(14, bold=True))
        painter.drawText(
            QRect(left, theme.px(8), width, theme.px(20)), Qt.AlignmentFlag.AlignVCenter, worded(self._words)
        )
        font = theme.font(12)
        painter.setFont(font)
        painter.setPen(theme.colour("muted" if enabled else "faint"))
        height = QFontMetrics(font).lineSpacing() * 2
        room = QRect(left, theme.px(29), width, height)
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, worded(self._hint))

    def _spell(self) -> None:
        self.setAccessibleName(worded(self._words))
        self.setAccessibleDescription(worded(self._hint))
