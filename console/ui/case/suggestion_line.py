"""The words that speak in a text and what they suggest; one key takes it over."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.ui import theme
from console.ui.case.suggestion_words import explained_words, offer_words, spoken_words
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.chip import Chip
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import ElidedLabel, SafeLabel, safe_tip
from console.ui.widgets.spoken import name_widget

KEY = "U"
"""Takes the suggestion over: *usulan*."""


class SuggestionLine(QWidget):
    """`taken` when what is suggested should stand; hidden where no word of the rules is in the text."""

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, gap=theme.px(6))
        self._caption = SafeLabel(lambda: translate("suggestion", "WORDS"), role="section")
        self.danger = Chip(lambda: translate("suggestion", "danger to life"), tone="bad")
        self.words = ElidedLabel(role="muted")
        self.cap = KeyCap(KEY)
        self.take = PlainButton("", self.taken.emit, tone="slim")
        self.take.tip(lambda: translate("suggestion", "Take over what the words suggest (U)"))
        row.addWidget(self._caption)
        row.addWidget(self.danger)
        row.addWidget(self.cap)
        row.addWidget(self.take)
        row.addWidget(self.words)
        name_widget(self, lambda: translate("suggestion", "What the words suggest"))
        self.setVisible(False)

    def show_view(self, view: CaseView) -> None:
        """Show what the words of a case say."""
        suggestion = view.suggestion
        self.setVisible(suggestion is not None)
        if suggestion is None:
            return
        self.words.say(spoken_words(suggestion))
        self.words.setToolTip(safe_tip(explained_words(suggestion)))
        self.danger.setVisible(suggestion.danger)
        offered = offer_words(suggestion)
        for widget in (self.cap, self.take):
            widget.setVisible(bool(offered))
        self.take.say(translate("suggestion", "Use {what}").format(what=offered))
