"""Searches all units while typing; Enter sends the first."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.desk.fleet import UnitCard, search_units
from console.domain.unit import UnitStatus
from console.ui.case.tray import TrayCard
from console.ui.dispatch.advice_row import AdviceRow
from console.ui.dispatch.words import card_words, unit_colour, unit_name
from console.ui.texts.language import translate
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken

SHOWN = 6


class SendOne(Protocol):
    """Sends one unit, at once or after the case it is on."""

    def __call__(self, unit_id: str, /, *, after_current: bool) -> None:
        """Send it."""


class UnitSearch(TrayCard):
    """`send(unit id, after_current)` sends one, a busy one after its case; Up and Down move, Esc leaves."""

    def __init__(self, cards: tuple[UnitCard, ...], send: SendOne, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("dispatch", "Send another unit"), parent)
        self._cards, self._send = cards, send
        self._found: tuple[UnitCard, ...] = ()
        self._at = 0
        self.field = QLineEdit()
        Spoken(
            self.field,
            lambda: self.field.setPlaceholderText(
                translate("dispatch", "Call sign, name, function or post")
            ),
        )
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.rows.addWidget(self.field)
        self._lines = [AdviceRow() for _ in range(SHOWN)]
        for line in self._lines:
            line.picked.connect(self._send_one)
            self.rows.addWidget(line)
        self._nothing = SafeLabel("", role="muted", wrap=True)
        self.rows.addWidget(self._nothing)
        self.buttons.addStretch(1)
        self.buttons.addWidget(KeyCap("↑ ↓"))
        self.buttons.addWidget(KeyCap("Enter"))
        self._look("")

    def take_focus(self) -> None:
        """Type at once."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with Up and Down, send with Enter, leave with Esc."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.close_card()
                return True
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                step = 1 if key == Qt.Key.Key_Down else -1
                self._at = max(0, min(len(self._found) - 1, self._at + step))
                self._render()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._send_marked()
                return True
        return super().eventFilter(watched, event)

    def _send_marked(self) -> None:
        if self._found and _sendable(self._found[self._at]):
            self._send_one(self._found[self._at].unit.id)

    def _send_one(self, unit_id: str) -> None:
        card = next(card for card in self._found if card.unit.id == unit_id)
        self._send(unit_id, after_current=card.unit.report_id != "")

    def _look(self, words: str) -> None:
        found = search_units(self._cards, words, SHOWN) if words.strip() else self._cards[:SHOWN]
        self._found = tuple(found)
        # Enter on what was not chosen by a name never gives a busy unit one more order.
        free = (place for place, card in enumerate(found) if card.unit.status is UnitStatus.AVAILABLE)
        self._at = 0 if words.strip() else next(free, 0)
        self._nothing.say(translate("dispatch", "No unit is called that.") if not found else "")
        self._nothing.setVisible(not found)
        self._render()

    def _render(self) -> None:
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(self._found))
            if place < len(self._found):
                card = self._found[place]
                colour = unit_colour(card.unit.status, stale=card.stale)
                line.show_line(card.unit.id, unit_name(card.unit), card_words(card), colour)
                marked = place == self._at
                words = translate("dispatch", "next") if card.unit.report_id else translate("dispatch", "send")
                line.show_pick(words, None, on=marked, able=_sendable(card))


def _sendable(card: UnitCard) -> bool:
    return card.unit.status is UnitStatus.AVAILABLE or card.unit.report_id != ""
