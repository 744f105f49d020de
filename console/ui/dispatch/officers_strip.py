"""The strip of officers: nearest to the case, free ones, or oldest position first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.desk.casebook import Casebook
from console.desk.fleet import CardOrder, UnitCard
from console.domain.changes import Changes
from console.domain.unit import Unit
from console.ui import theme
from console.ui.background import Background
from console.ui.case.menus import PlainMenu
from console.ui.dispatch.board_words import order_word
from console.ui.dispatch.officer_card import OfficerCard
from console.ui.dispatch.words import unit_name
from console.ui.selection import Selection
from console.ui.texts.duties import away_words
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.choice_box import ChoiceBox
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken, name_widget
from console.ui.window_parts import Keeps

FRESH_MS = 2000
"""Distances and ages are asked anew so often: units move."""

SOON_MS = 120
"""After a change of a unit: the case that was decided on is read and painted first."""

CARD_PX = 236
MOST_CARDS = 16
MOST_AWAY = 20
"""Most units away that the strip lists, the latest first."""

_KEPT = "units.order"

Found = tuple[tuple[UnitCard, ...], tuple[Unit, ...], int]
"""Cards, units away, how many are on duty without a fresh position."""


class OfficersStrip(QFrame):
    """`unit_chosen(id)` when a card is pressed, `menu_wanted(unit, widget)` for what may be decided about one.

    `board_wanted()` for the board of all units, `silent_wanted()` for those on duty without a fresh position.
    """

    unit_chosen = Signal(str)
    menu_wanted = Signal(object, object)
    board_wanted = Signal()
    silent_wanted = Signal()

    def __init__(
        self,
        book: Casebook,
        background: Background,
        selection: Selection,
        keeps: Keeps | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`keeps` remembers the order chosen at this workstation."""
        super().__init__(parent)
        self._book, self._background, self._selection, self._keeps = book, background, selection, keeps
        kept = keeps.setting(_KEPT) if keeps is not None else ""
        self.order = CardOrder(kept) if kept in set(CardOrder) else CardOrder.DISTANCE
        self._cards: list[OfficerCard] = []
        self._shown: tuple[UnitCard, ...] = ()
        self._asking = self._again = False
        self.setProperty("role", "strip")
        self.setFixedHeight(theme.px(64))
        name_widget(self, lambda: translate("dispatch", "Officers"))
        self._away: tuple[Unit, ...] = ()
        self._silent = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 1, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._head())
        self._none = SafeLabel(lambda: translate("dispatch", "No unit is on duty."), role="muted")
        self._none.setContentsMargins(theme.px(14), 0, 0, 0)
        self._row.addWidget(self._none)
        self._row.addWidget(self._foot())
        self._timer = QTimer(self)
        self._timer.setInterval(FRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.refresh)
        selection.changed.connect(lambda _: self.refresh())

    @property
    def shown(self) -> tuple[UnitCard, ...]:
        """The units shown, from the left."""
        return self._shown[: self._room()]

    def start(self) -> None:
        """Ask now and again and again; after sign-in."""
        self._timer.start()
        self.refresh()

    def stop(self) -> None:
        """Ask no more and show nobody; at lock and sign-out."""
        self._timer.stop()
        self._soon.stop()
        self._shown, self._away, self._silent = (), (), 0
        self._lay()

    def take_changes(self, changes: Changes) -> None:
        """Ask anew soon after a unit changed: the case that was decided on comes first."""
        if (changes.units or changes.everything) and not self._soon.isActive():
            self._soon.start()

    def refresh(self) -> None:
        """Ask for the cards of the selected case."""
        if not self._timer.isActive():
            return
        if self._asking:
            self._again = True
            return
        self._asking = True
        report_id, order, book = self._selection.report_id, self.order, self._book

        def find() -> Found:
            return book.cards(report_id, MOST_CARDS, order), book.away(MOST_AWAY), book.board.silent()

        self._background.ask(self, find, self._take, patient=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards as fit."""
        super().resizeEvent(event)
        self._lay()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for card in self._cards:
                card.respell()

    def sort(self, order: CardOrder) -> None:
        """Order the cards anew; remembered at this workstation."""
        self.order = order
        self.order_box.setCurrentIndex(list(CardOrder).index(order))
        if self._keeps is not None:
            self._keeps.keep_setting(_KEPT, order.value)
        self.refresh()

    def _head(self) -> QWidget:
        """What the cards are sorted by, and the way to all units: at the left, over each other."""
        head, rows = _column()
        self.order_box = ChoiceBox()
        self.order_box.setProperty("role", "flat")
        name_widget(self.order_box, lambda: translate("board", "Order of the officers"))
        self.order_box.addItems([order_word(order) for order in CardOrder])
        self.order_box.setCurrentIndex(list(CardOrder).index(self.order))
        Spoken(self.order_box, self._spell_orders)
        self.order_box.activated.connect(lambda place: self.sort(list(CardOrder)[place]))
        self.setFocusProxy(self.order_box)
        self.board_button = PlainButton(
            lambda: translate("board", "All units"), self.board_wanted.emit, tone="flat"
        )
        self.board_button.tip(lambda: translate("board", "Board of all units on duty, in a window of its own (F3)"))
        rows.addWidget(self.order_box)
        rows.addWidget(self.board_button)
        return head

    def _foot(self) -> QWidget:
        """Who is silent and who is away: at the right, over each other."""
        foot, rows = _column()
        self.silent_button = PlainButton("", self.silent_wanted.emit, tone="flat")
        self.silent_button.tip(
            lambda: translate("board", "On duty without a fresh position: since when, and what to do")
        )
        self.away_button = PlainButton("", self._list_away, tone="flat")
        self.away_button.tip(lambda: translate("dispatch", "Units off duty, on a break or out of service"))
        for button in (self.silent_button, self.away_button):
            button.hide()
            rows.addWidget(button)
        return foot

    def _spell_orders(self) -> None:
        for place, order in enumerate(CardOrder):
            self.order_box.setItemText(place, order_word(order))

    def _take(self, found: Found) -> None:
        self._asking = False
        if self._timer.isActive():
            self._shown, self._away, self._silent = found
            self._lay()
        if self._again:
            self._again = False
            self.refresh()

    def _room(self) -> int:
        shown = [(self.away_button, bool(self._away)), (self.silent_button, self._silent > 0)]
        foot = max((button.sizeHint().width() + theme.px(12) for button, there in shown if there), default=0)
        head = max(self.order_box.sizeHint().width(), self.board_button.sizeHint().width()) + theme.px(12)
        return max(1, min(MOST_CARDS, (self.width() - head - foot) // theme.px(CARD_PX)))

    def _lay(self) -> None:
        shown = self.shown
        while len(self._cards) < len(shown):
            card = OfficerCard(self)
            card.clicked.connect(lambda _=False, card=card: self.unit_chosen.emit(card.unit_id))
            card.menu_wanted.connect(lambda unit, card=card: self.menu_wanted.emit(unit, card))
            self._row.insertWidget(self._row.count() - 1, card, 1)
            self._cards.append(card)
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(shown))
            if place < len(shown):
                card.show_card(shown[place])
        self._none.setVisible(not shown)
        away, silent = len(self._away), self._silent
        self.away_button.say(lambda: translate("dispatch", "Away: {n} ▴").format(n=away))
        self.away_button.setVisible(away > 0)
        self.silent_button.say(lambda: translate("board", "GPS silent: {n}").format(n=silent))
        self.silent_button.setVisible(silent > 0)

    def _list_away(self) -> None:
        """Who is away and by whose word; choosing one opens what may be decided about it."""
        menu = PlainMenu(self.away_button)
        for unit in self._away:
            words = f"{unit_name(unit)} · {away_words(unit)}"
            menu.offer(words, partial(self.menu_wanted.emit, unit, self.away_button))
        menu.open_under(self.away_button)


def _column() -> tuple[QWidget, QVBoxLayout]:
    """A narrow column of small things over each other."""
    column = QWidget()
    rows = QVBoxLayout(column)
    rows.setContentsMargins(theme.px(6), theme.px(2), theme.px(6), theme.px(2))
    rows.setSpacing(theme.px(2))
    return column, rows
