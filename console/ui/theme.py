"""Dresses the application: Fusion, our palette, one style sheet, scalable text."""

from __future__ import annotations

from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from console.ui.palette import DARK, PALETTES, Palette

BASE_PX = 13
"""Pixels of ordinary text at 100 % (screens.md)."""

FAMILIES = ["DejaVu Sans", "Verdana", "Segoe UI", "Noto Sans", "sans-serif"]
"""Faces with tabular figures by default, the drawing's first."""

MONO_FAMILIES = ["DejaVu Sans Mono", "Consolas", "monospace"]


class _Look:
    """What is worn now; Qt's style and palette are the application's, so this is too."""

    palette: Palette = DARK
    percent: int = 100
    sheet: str = ""


_look = _Look()


def dress(app: QApplication, resources: Path, name: str = "dark", percent: int = 100) -> None:
    """Put theme `name` ("dark" | "light") on at a text size of 80..200 percent; may be called again at any time.

    Widgets hear of it by Qt's own PaletteChange/StyleChange events. `resources` is the folder of `style/console.qss`.
    """
    _look.palette = PALETTES.get(name, DARK)
    _look.percent = min(200, max(80, percent))
    template = Template((resources / "style" / "console.qss").read_text(encoding="utf-8"))
    if app.style() is None or app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(_qt_palette(_look.palette))
    sheet = template.substitute(_look.palette.colours(), **_sizes())
    if sheet != _look.sheet or app.styleSheet() != sheet:
        _look.sheet = sheet
        app.setStyleSheet(sheet)


def palette() -> Palette:
    """The colours worn now."""
    return _look.palette


def percent() -> int:
    """The text size now, 80..200."""
    return _look.percent


def px(pixels: float) -> int:
    """A length drawn at 100 % in pixels, scaled to the text size now."""
    return max(1, round(pixels * _look.percent / 100))


def colour(name: str) -> QColor:
    """A colour of the palette worn now by its name, or a literal #rrggbb."""
    return QColor(name if name.startswith("#") else _look.palette.colours()[name])


def font(size_px: float = BASE_PX, *, bold: bool = False, mono: bool = False) -> QFont:
    """A font of ours; `size_px` at 100 %."""
    made = QFont()
    made.setFamilies(MONO_FAMILIES if mono else FAMILIES)
    made.setPixelSize(px(size_px))
    made.setBold(bold)
    return made


def _sizes() -> dict[str, str]:
    """Lengths for the style sheet: ${s13} is 13 px scaled, for every length it uses."""
    return {f"s{pixels}": f"{px(pixels)}px" for pixels in range(1, 65)}


def _qt_palette(p: Palette) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for which, value in (
        (role.Window, p.panel),
        (role.WindowText, p.text),
        (role.Base, p.raised),
        (role.AlternateBase, p.panel),
        (role.Text, p.text),
        (role.Button, p.raised),
        (role.ButtonText, p.text),
        (role.BrightText, p.bad),
        (role.ToolTipBase, p.raised),
        (role.ToolTipText, p.text),
        (role.PlaceholderText, p.muted),
        (role.Highlight, p.accent),
        (role.HighlightedText, p.on_accent),
        (role.Link, p.link),
        (role.LinkVisited, p.link),
        (role.Accent, p.accent),
        (role.Light, p.hover),
        (role.Midlight, p.line),
        (role.Mid, p.line),
        (role.Dark, p.ground),
        (role.Shadow, p.ground),
    ):
        made.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, which, QColor(p.faint))
    return made
