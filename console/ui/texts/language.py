"""Speaks Indonesian or English; a switch reaches every widget by Qt's own event."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from console.ui.texts.compiled_words import compile_words

_said: dict[tuple[str, str], str] = {}
"""What was translated since the language was last switched: a decision shows some thousand words anew."""


def translate(context: str, english: str) -> str:
    """The word in the language spoken now; lupdate finds these calls. Any thread."""
    said = _said.get((context, english))
    if said is None:
        said = _said[context, english] = QCoreApplication.translate(context, english)
    return said


LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}
"""Languages by code, each named in itself."""

_LOCALES = {"id": "id_ID", "en": "en_GB"}


def spoken_code() -> str:
    """'en' or 'id': which of two texts of the center to show now."""
    return "en" if QLocale().language() == QLocale.Language.English else "id"


class Words(QTranslator):
    """The translations of .ts files as they are: compiled here, so that there is no step to forget."""

    def __init__(self, files: list[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        words: dict[tuple[str, str], str] = {}
        for file in files:
            words |= read_translations(file)
        self._compiled = compile_words(words)  # Qt reads from these very bytes for as long as it translates
        self.load(self._compiled)


class Language(QObject):
    """The language spoken now; `speak("en")` switches every living widget."""

    def __init__(self, app: QApplication, translations: Path) -> None:
        """`translations`: the folder of console_<code>.ts (ours) and qt_<code>.ts (Qt menus); English needs none."""
        super().__init__(app)
        self._app = app
        self._folder = translations
        self._words: Words | None = None
        self.code = "en"

    def speak(self, code: str) -> None:
        """Switch to language `code` ("id" | "en"); numbers and dates follow."""
        QLocale.setDefault(QLocale(_LOCALES.get(code, "id_ID")))
        _said.clear()
        if self._words is not None:
            self._app.removeTranslator(self._words)
            self._words.deleteLater()
            self._words = None
        self.code = code
        files = [file for name in ("qt", "console") if (file := self._folder / f"{name}_{code}.ts").is_file()]
        if files:
            self._words = Words(files, self)
            _said.clear()
            self._words.destroyed.connect(_said.clear)
            self._app.installTranslator(self._words)


def read_translations(file: Path) -> dict[tuple[str, str], str]:
    """(context, source) -> translation of every finished message in our own .ts file."""
    words: dict[tuple[str, str], str] = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314  (a file of ours, never a citizen's)
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in ("unfinished", "vanished", "obsolete"):
                continue
            said = translation.findtext("numerusform") or translation.text
            if said:
                words[name, message.findtext("source", "")] = said
    return words
