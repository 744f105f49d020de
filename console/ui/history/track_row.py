"""One track of the list: its colour, its name, how many fixes, and the way to take it off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.ui import theme
from console.ui.history.colours import Ink
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import ElidedLabel
from console.ui.widgets.spoken import Words, name_widget


class TrackRow(QWidget):
    """A line of the colour, then the words; the name beside it tells tracks apart where colours are alike."""

    def __init__(
        self, name: str, ink: Ink, note: Words, drop: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(_Swatch(ink))
        row.addWidget(ElidedLabel(name, role="strong"), 1)
        self.note = ElidedLabel(note, role="muted")
        row.addWidget(self.note, 1)
        off = PlainButton("✕", drop, tone="flat")
        off.tip(lambda: translate("history", "Take it off the map"))
        name_widget(off, lambda: translate("history", "Take {name} off the map").format(name=name))
        row.addWidget(off)
        name_widget(self, name)


class _Swatch(QWidget):
    """A thick line, as on the map."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self._ink = ink
        self.setFixedSize(theme.px(18), theme.px(18))

    def sizeHint(self) -> QSize:
        """A square of a text's height."""
        return QSize(theme.px(18), theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour(self._ink.worn))
        height = theme.px(7)
        painter.drawRoundedRect(1, (self.height() - height) // 2, self.width() - 2, height, 3, 3)
        painter.end()
