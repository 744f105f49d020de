"""A chip that can be pressed: priority and category open their choice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from console.ui import icons, theme
from console.ui.widgets.buttons import PlainButton


class ChipButton(PlainButton):
    """`tone` as a Chip's; an icon by our name may stand before the word."""

    def __init__(self, pressed: Callable[[], None] | None = None, parent: QWidget | None = None) -> None:
        super().__init__("", pressed, parent)
        self.setProperty("role", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._icon_name, self._ink = "", "text"

    def set_icon_name(self, name: str, ink: str = "text") -> None:
        """Put an icon before the word, '' for none."""
        if (name, ink) != (self._icon_name, self._ink):
            self._icon_name, self._ink = name, ink
            self._paint_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in the colours worn now."""
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()
        super().changeEvent(event)

    def shown_words(self) -> str:
        """Its words as far as they fit."""
        return self._option().text

    def paintEvent(self, event: QPaintEvent) -> None:
        """A push button cuts a long text at both ends; this one at its end, and says so."""
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
            return
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, self._option())

    def _option(self) -> QStyleOptionButton:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        too_wide = self.sizeHint().width() - self.width()
        if too_wide > 0:
            room = self.fontMetrics().horizontalAdvance(option.text) - too_wide
            option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, max(0, room))
        return option

    def _paint_icon(self) -> None:
        if self._icon_name:
            self.setIcon(icons.icon(self._icon_name, self._ink))
            self.setIconSize(QSize(theme.px(14), theme.px(14)))
