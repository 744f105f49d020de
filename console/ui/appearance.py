"""How the console looks and speaks: theme, text size, language; live and remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from console.ui import theme
from console.ui.background import Background
from console.ui.texts.language import Language

Remember = Callable[..., object]
"""Keeps changed settings by name; called on a worker."""


class Appearance(QObject):
    """`theme_changed("dark" | "light")` for what paints by itself, such as the map."""

    theme_changed = Signal(str)

    def __init__(self, app: QApplication, resources: Path, background: Background, remember: Remember) -> None:
        super().__init__()
        self._app, self._resources, self._background, self._remember = app, resources, background, remember
        self.language = Language(app, resources / "translations")

    def begin(self, language: str, name: str, percent: int) -> None:
        """Put on what was remembered."""
        self.language.speak(language)
        theme.dress(self._app, self._resources, name, percent)

    def end(self) -> None:
        """Take the words back out of the application."""
        self.language.speak("en")

    def speak(self, code: str) -> None:
        """Switch language ("id" | "en") now and for the next start."""
        self.language.speak(code)
        self._background.ask(self, lambda: self._remember(language=code))

    def dress(self, name: str) -> None:
        """Switch theme now and for the next start."""
        theme.dress(self._app, self._resources, name, theme.percent())
        self.theme_changed.emit(name)
        self._background.ask(self, lambda: self._remember(theme=name))

    def resize_text(self, percent: int) -> None:
        """Switch text size (80..200 percent) now and for the next start."""
        theme.dress(self._app, self._resources, theme.palette().name, percent)
        self._background.ask(self, lambda: self._remember(text_percent=percent))
