"""Buttons whose words follow the language and which never take the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QWidget

from console.ui.widgets.safe import restyle, safe_tip
from console.ui.widgets.spoken import Words, worded


class PlainButton(QPushButton):
    """A button; `tone` is '' or primary, danger, flat, link. '&' in a citizen's text is shown, not taken as a key."""

    def __init__(
        self,
        words: Words = "",
        pressed: Callable[[], None] | None = None,
        parent: QWidget | None = None,
        *,
        tone: str = "",
    ) -> None:
        super().__init__(parent)
        self._words: Words = ""
        self._tip: Words = ""
        self.setAutoDefault(False)
        if tone:
            self.setProperty("tone", tone)
        self.say(words)
        if pressed is not None:
            self.clicked.connect(lambda *_: pressed())

    def say(self, words: Words) -> None:
        """Show a fixed text, or a function's words now and after each language switch."""
        self._words = words
        self.setText(worded(words).replace("&", "&&"))

    def tip(self, words: Words) -> None:
        """Explain it on hover, as plain text."""
        self._tip = words
        self.setToolTip(safe_tip(worded(words)))

    def set_tone(self, tone: str) -> None:
        """Change how loud it is."""
        restyle(self, tone=tone)

    def changeEvent(self, event: QEvent) -> None:
        """Say spoken words anew in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            if not isinstance(self._words, str):
                self.say(self._words)
            if not isinstance(self._tip, str):
                self.tip(self._tip)
        super().changeEvent(event)
