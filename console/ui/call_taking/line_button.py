"""A line that can be pressed: ends in … where there is no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.spoken import Words, name_widget, worded


class LineButton(PlainButton):
    """A link as wide as there is room, never wider."""

    def __init__(self, pressed: Callable[[], None], parent: QWidget | None = None) -> None:
        self._whole: Words = ""
        super().__init__("", pressed, parent, tone="link")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        name_widget(self, lambda: worded(self._whole))

    def say(self, words: Words) -> None:
        """Show a fixed text, or a function's words now and after each language switch."""
        self._whole = words
        super().say(lambda: self._fitting(worded(words)))
        self.tip(words)
        self.setAccessibleName(worded(words))

    def minimumSizeHint(self) -> QSize:
        """It may shrink to a few letters."""
        return QSize(self.fontMetrics().horizontalAdvance("MMM…"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self.setText(self._fitting(worded(self._whole)).replace("&", "&&"))

    def _fitting(self, text: str) -> str:
        room = max(0, self.width() - 4)
        return self.fontMetrics().elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, room)
