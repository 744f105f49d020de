"""Fonts, lengths and inks of a queue row, made once per theme and text size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics

from console.ui import theme


@dataclass(frozen=True, slots=True)
class Face:
    """A font with its measures and short texts already cut to width."""

    font: QFont
    measures: QFontMetrics

    def width(self, text: str) -> int:
        """Pixels the text takes."""
        return _width(self, text)

    def cut(self, text: str, room: int) -> str:
        """The text, ending in … when it is wider than `room` pixels."""
        return _cut(self, text, room)

    def __hash__(self) -> int:
        return id(self)


@dataclass(frozen=True, slots=True)
class Strokes:
    """Everything the row painter needs; lengths in pixels."""

    height: int
    bar: int
    age_left: int
    age_width: int
    text_left: int
    margin: int
    icon: int
    small_icon: int
    gap: int
    chip_height: int
    age: Face
    age_long: Face
    title: Face
    title_bold: Face
    small: Face
    tiny: Face
    inks: dict[str, QColor]

    def __hash__(self) -> int:
        return id(self)


def strokes() -> Strokes:
    """The strokes for theme and text size worn now."""
    return _strokes(theme.palette().name, theme.percent())


@lru_cache(maxsize=4)
def _strokes(name: str, percent: int) -> Strokes:
    px = theme.px
    return Strokes(
        height=px(58),
        bar=px(4),
        age_left=px(6),
        age_width=px(58),
        text_left=px(68),
        margin=px(12),
        icon=px(17),
        small_icon=px(13),
        gap=px(6),
        chip_height=px(20),
        age=_face(14, bold=True),
        age_long=_face(11.5, bold=True),
        title=_face(13.5),
        title_bold=_face(13.5, bold=True),
        small=_face(12),
        tiny=_face(10.5, bold=True),
        inks={key: QColor(value) for key, value in theme.palette().colours().items()},
    )


def _face(size_px: float, *, bold: bool = False) -> Face:
    font = theme.font(size_px, bold=bold)
    return Face(font, QFontMetrics(font))


@lru_cache(maxsize=8192)
def _width(face: Face, text: str) -> int:
    return face.measures.horizontalAdvance(text)


@lru_cache(maxsize=8192)
def _cut(face: Face, text: str, room: int) -> str:
    return face.measures.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
