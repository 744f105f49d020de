"""A small framed word: status, priority, category, source."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.widgets.safe import SafeLabel, restyle
from console.ui.widgets.spoken import Words


class Chip(SafeLabel):
    """A chip; `tone` is '' or p1 p2 p3 p4 good warn bad accent (the word says it too: colour is never alone)."""

    def __init__(self, words: Words = "", parent: QWidget | None = None, *, tone: str = "") -> None:
        super().__init__(words, parent, role="chip")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: str) -> None:
        """Change the colour."""
        restyle(self, tone=tone)
