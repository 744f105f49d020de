"""A caption with what stands under it; the whole hides when there is nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.ui import theme
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words


class Section(QWidget):
    """`rows` takes the content; `title` may change with it."""

    def __init__(self, words: Words = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(6))
        self.title = SafeLabel(words, role="section", wrap=True)
        outer.addWidget(self.title)
        self.title.setVisible(bool(words))
        self.rows = QVBoxLayout()
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(theme.px(6))
        outer.addLayout(self.rows)

    def say(self, words: Words) -> None:
        """Change the caption."""
        self.title.say(words)
        self.title.setVisible(bool(words))
