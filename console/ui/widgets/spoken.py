"""Words that follow the language: said anew after each switch."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

Words = str | Callable[[], str]
"""A fixed text (facts, names), or a function giving words of ours in the language spoken now."""


def worded(words: Words) -> str:
    """The text of fixed or spoken words."""
    return words if isinstance(words, str) else words()


class Spoken(QObject):
    """Calls `say` now and after each language switch that reaches `widget`; lives as long as the widget."""

    def __init__(self, widget: QWidget, say: Callable[[], None]) -> None:
        super().__init__(widget)
        self._say = say
        widget.installEventFilter(self)
        say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say it anew on LanguageChange."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        return False


def name_widget(widget: QWidget, words: Words) -> None:
    """Give a widget its accessible name (every one needs one), in the language spoken now."""
    if isinstance(words, str):
        widget.setAccessibleName(words)
    else:
        Spoken(widget, lambda: widget.setAccessibleName(words()))
