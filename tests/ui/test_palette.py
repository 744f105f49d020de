"""Every text stands out from what lies under it, in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from console.ui.palette import PALETTES, Palette

READ_ON = ("ground", "panel", "raised", "hover", "chosen")
QUEUE_TEXT = ("text", "quiet", "late", "soon")
ORDINARY = ("text", "quiet", "link", "bad", "warn", "good")


def luminance(colour: str) -> float:
    """Relative luminance 0..1 (WCAG 2.2)."""
    channels = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio 1..21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=sorted(PALETTES))
def colours(request) -> Palette:
    return PALETTES[request.param]


def _too_weak(palette: Palette, inks: tuple[str, ...], grounds: tuple[str, ...], least: float) -> list[str]:
    values = palette.colours()
    return [
        f"{palette.name}: {ink} on {ground}: {contrast(values[ink], values[ground]):.2f}"
        for ink in inks
        for ground in grounds
        if contrast(values[ink], values[ground]) < least
    ]


def test_queue_text_reads_at_seven_to_one(colours: Palette) -> None:
    assert not _too_weak(colours, QUEUE_TEXT, ("panel", "chosen"), 7.0)


def test_every_other_text_reads_at_four_and_a_half(colours: Palette) -> None:
    assert not _too_weak(colours, ORDINARY, READ_ON, 4.5)
    assert not _too_weak(colours, ("muted",), ("ground", "panel", "raised"), 4.5)


def test_ink_on_filled_surfaces_reads(colours: Palette) -> None:
    pairs = {f"on_p{n}": f"p{n}" for n in (1, 2, 3, 4)} | {"on_accent": "accent", "on_toast": "toast"}
    weak = [line for ink, ground in pairs.items() for line in _too_weak(colours, (ink,), (ground,), 4.5)]
    assert not weak


def test_the_colours_of_priorities_in_the_dark_theme_are_those_of_the_design() -> None:
    assert [PALETTES["dark"].priority(n) for n in (1, 2, 3, 4)] == ["#ff5c5c", "#ff9f43", "#ffd166", "#6cc3a0"]
    assert PALETTES["dark"].ground == "#11161c"
    assert PALETTES["dark"].accent == "#4aa3ff"
