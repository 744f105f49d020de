"""Surfaces: a panel, a card on it, a hair line, and the header of a pane."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.widgets.safe import SafeLabel, restyle
from console.ui.widgets.spoken import Words


class Panel(QFrame):
    """The surface of a pane; `rows` is its vertical layout without margins."""

    def __init__(self, parent: QWidget | None = None, *, role: str = "panel") -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)


class Card(QFrame):
    """A raised surface with an own vertical layout `rows`; `tone` '' | warn | bad colours its edge."""

    def __init__(self, parent: QWidget | None = None, *, tone: str = "") -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("tone", tone)
        self.rows = QVBoxLayout(self)
        gap = theme.px(8)
        self.rows.setContentsMargins(theme.px(12), gap, theme.px(12), gap)
        self.rows.setSpacing(theme.px(4))

    def set_tone(self, tone: str) -> None:
        """Colour the edge."""
        restyle(self, tone=tone)


class Line(QFrame):
    """A hair line across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "line")
        self.setFixedHeight(1)


class PanelHeader(QFrame):
    """A pane's title at the left; `right` is a layout for what stands at the other end."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self.setFixedHeight(theme.px(40))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), 0, theme.px(14), 0)
        row.setSpacing(theme.px(8))
        self.title = SafeLabel(words, role="heading")
        row.addWidget(self.title)
        row.addStretch(1)
        self.right = QHBoxLayout()
        self.right.setSpacing(theme.px(8))
        row.addLayout(self.right)
