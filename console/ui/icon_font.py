"""The icons' font: Material Design as QtAwesome packs it, drawn without QtAwesome."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from console.domain.errors import Bug

_FONT = "materialdesignicons6-webfont-[0-9]*.ttf"
_CHARACTERS = "materialdesignicons6-webfont-charmap-*.json"
_SHARE = 0.875
"""Glyph height within its square: the room QtAwesome leaves for the font's bearing."""


@dataclass(frozen=True, slots=True)
class IconFont:
    """The loaded family and its characters by name (`car`, `fire` …)."""

    family: str
    characters: dict[str, str]


@lru_cache(maxsize=1)
def icon_font() -> IconFont:
    """Load the font into the application, once; needs QApplication.

    Why not through QtAwesome itself: its import goes through qtpy, which makes every class of QtCore, QtGui and
    QtWidgets at once, and its first icon loads ten fonts: half a second of a start that has two.

    Raises:
        Bug: the installed package holds no such font.
    """
    found = find_spec("qtawesome")
    for place in (found.submodule_search_locations or ()) if found else ():
        folder = Path(place) / "fonts"
        font, characters = next(folder.glob(_FONT), None), next(folder.glob(_CHARACTERS), None)
        if font and characters:
            number = QFontDatabase.addApplicationFont(str(font))
            families = QFontDatabase.applicationFontFamilies(number)
            if families:
                codes = json.loads(characters.read_text(encoding="utf-8"))
                return IconFont(families[0], {name: chr(int(code, 16)) for name, code in codes.items()})
    raise Bug("the package qtawesome holds no Material Design font")


class Glyph(QIconEngine):
    """One character in one colour, at any size; greyed where its widget is disabled."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        font = icon_font()
        self._family, self._character, self._colour = font.family, font.characters[name], QColor(colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint it in the middle of `rect`."""
        font = QFont(self._family)
        font.setPixelSize(max(1, round(_SHARE * rect.height())))
        painter.save()
        painter.setFont(font)
        disabled = mode == QIcon.Mode.Disabled
        palette = QApplication.palette()
        painter.setPen(palette.color(palette.ColorGroup.Disabled, palette.ColorRole.Text) if disabled else self._colour)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self._character)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The same on nothing."""
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn
