"""The frame of every screen before work: the name, one card, the language."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.ui import icons, theme
from console.ui.texts.language import LANGUAGES
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.panel import Card
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words


class Entrance(QFrame):
    """`card.rows` takes the content; `language_chosen(code)` from the foot."""

    language_chosen = Signal(str)

    def __init__(self, heading: Words, under: Words = "", parent: QWidget | None = None, *, wide_px: int = 400) -> None:
        super().__init__(parent)
        self.setProperty("role", "entrance")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16))
        outer.addStretch(2)
        mark = SafeLabel()
        mark.setPixmap(icons.pixmap("officer_sos", theme.px(36), "accent"))
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name = SafeLabel("SIGAP", role="wordmark")
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        outer.addWidget(mark)
        outer.addWidget(name)
        outer.addSpacing(theme.px(12))
        self.card = Card()
        self.card.setFixedWidth(theme.px(wide_px))
        gap = theme.px(20)
        self.card.rows.setContentsMargins(gap, gap, gap, gap)
        self.card.rows.setSpacing(theme.px(8))
        self.heading = SafeLabel(heading, role="title", wrap=True)
        self.under = SafeLabel(under, role="muted", wrap=True)
        self.card.rows.addWidget(self.heading)
        if under:
            self.card.rows.addWidget(self.under)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.card)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for code, words in LANGUAGES.items():
            button = PlainButton(words, partial(self.language_chosen.emit, code), tone="flat")
            foot.addWidget(button)
        foot.addStretch(1)
        outer.addLayout(foot)
