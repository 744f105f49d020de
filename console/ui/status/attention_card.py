"""A card of needs attention: what, why, what to do, and a place for an answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from console.desk.attention import Attention
from console.ui import theme
from console.ui.status.answer_line import AnswerLine
from console.ui.texts.times import clock_words
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.panel import Card
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words


class AttentionCard(Card):
    """Shows one entry and takes the next one of the same matter in place, so that an answer being typed stays.

    `wanted(offer, texts)` when an offer is taken: a Help or WayOut, and what was typed for it.
    """

    wanted = Signal(object, object)

    def __init__(self, entry: Attention, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "attention")
        self.entry, self.zone = entry, zone
        self._line: AnswerLine | None = None
        self._busy = False
        self.title = SafeLabel(role="strong", wrap=True)
        self.when = SafeLabel(role="small")
        self.why = SafeLabel(wrap=True).selectable()
        self.answer = SafeLabel(role="bad", wrap=True)
        self.answer.setVisible(False)
        self.middle = QWidget()
        self.middle.setVisible(False)
        self._offers = QWidget()
        self._flow = FlowLayout(self._offers, gap=theme.px(6))
        self.buttons: dict[object, PlainButton] = {}
        self.rows.setSpacing(theme.px(6))
        for widget in (self.title, self.when, self.why, self.middle, self.answer, self._offers):
            self.rows.addWidget(widget)

    def minimumSizeHint(self) -> QSize:
        """However long a word is, the pane decides the width."""
        return QSize(0, super().minimumSizeHint().height())

    def show_entry(self, entry: Attention) -> None:
        """Show it as it stands now."""
        self.entry = entry
        self._busy = False

    def say_when(self, number: str, at: datetime | None, *more: str) -> None:
        """Number, time and what else belongs into the small line."""
        parts = (number, clock_words(at, self.zone) if at else "", *more)
        self.when.say(" · ".join(part for part in parts if part))
        self.when.setVisible(bool(self.when.text()))

    def say_answer(self, words: str) -> None:
        """Say why it did not work, '' for nothing; it can be tried again."""
        self._busy = False
        self._enable()
        self.answer.say(words)
        self.answer.setVisible(bool(words))

    def say_busy(self) -> None:
        """Something is under way: nothing can be pressed twice."""
        self._busy = True
        self._enable()

    def offer(self, offers: tuple[tuple[object, Words, Callable[[], None]], ...], *, loud: bool) -> None:
        """Put these buttons, with `loud` the first one stands out; the same ones again stay as they are."""
        if tuple(self.buttons) == tuple(offer for offer, _, _ in offers):
            for offer, words, _ in offers:
                self.buttons[offer].say(words)
        else:
            for button in self.buttons.values():
                self._flow.removeWidget(button)
                button.hide()
                button.deleteLater()
            self.buttons = {}
            for place, (offer, words, pressed) in enumerate(offers):
                button = PlainButton(words, pressed, tone="" if place or not loud else "primary")
                self.buttons[offer] = button
                self._flow.addWidget(button)
        self._enable()

    def ask(self, fields: tuple[tuple[Words, str], ...], button: Words, offer: object) -> None:
        """Open a line for what the offer needs; a second press closes it."""
        if self._line is not None:
            self.close_line()
            return
        line = self._line = AnswerLine(fields, button)
        line.answered.connect(lambda texts: self.wanted.emit(offer, texts))
        line.left.connect(self.close_line)
        self.rows.addWidget(line)
        line.take_focus()

    def close_line(self) -> None:
        """Leave the answer."""
        if self._line is not None:
            line, self._line = self._line, None
            self.rows.removeWidget(line)
            line.hide()
            line.deleteLater()

    @property
    def line(self) -> AnswerLine | None:
        """The open answer, if any."""
        return self._line

    def _enable(self) -> None:
        for button in self.buttons.values():
            button.setEnabled(not self._busy)
        if self._line is not None:
            self._line.setEnabled(not self._busy)
