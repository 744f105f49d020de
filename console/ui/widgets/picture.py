"""One of our icons standing beside words, redrawn in the colours worn now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from console.ui import icons, theme


class Picture(QLabel):
    """`show_icon(name, ink)`; what it means always stands beside it in words."""

    def __init__(self, size_px: int = 15, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size_px, self._name, self._ink = size_px, "", "text"
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFixedSize(theme.px(size_px), theme.px(size_px))

    def show_icon(self, name: str, ink: str = "text") -> None:
        """Draw this icon in a colour of the palette."""
        if (name, ink) != (self._name, self._ink):
            self._name, self._ink = name, ink
            self._paint()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours or another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.setFixedSize(theme.px(self._size_px), theme.px(self._size_px))
            self._paint()

    def _paint(self) -> None:
        if self._name:
            self.setPixmap(icons.pixmap(self._name, theme.px(self._size_px), self._ink))
