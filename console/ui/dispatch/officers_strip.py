"""The strip of officers at the bottom: those nearest to the selected case first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from console.desk.casebook import Casebook
from console.desk.fleet import UnitCard
from console.domain.changes import Changes
from console.domain.unit import Unit
from console.ui import theme
from console.ui.background import Background
from console.ui.case.menus import PlainMenu
from console.ui.dispatch.officer_card import OfficerCard
from console.ui.dispatch.words import unit_name
from console.ui.selection import Selection
from console.ui.texts.duties import away_words
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget

FRESH_MS = 2000
"""Distances and ages are asked anew so often: units move."""

SOON_MS = 120
"""After a change of a unit: the case that was decided on is read and painted first."""

CARD_PX = 255
MOST_CARDS = 16
MOST_AWAY = 20
"""Most units away that the strip lists, the latest first."""


class OfficersStrip(QFrame):
    """`unit_chosen(id)` when a card is pressed, `menu_wanted(unit, widget)` for what may be decided about one."""

    unit_chosen = Signal(str)
    menu_wanted = Signal(object, object)

    def __init__(
        self, book: Casebook, background: Background, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._book, self._background, self._selection = book, background, selection
        self._cards: list[OfficerCard] = []
        self._shown: tuple[UnitCard, ...] = ()
        self._asking = self._again = False
        self.setProperty("role", "strip")
        self.setFixedHeight(theme.px(64))
        name_widget(self, lambda: translate("dispatch", "Officers"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 1, 0, 0)
        self._row.setSpacing(0)
        self._none = SafeLabel(lambda: translate("dispatch", "No unit is on duty."), role="muted")
        self._none.setContentsMargins(theme.px(14), 0, 0, 0)
        self._row.addWidget(self._none)
        self.away_button = PlainButton("", self._list_away, tone="flat")
        self.away_button.tip(lambda: translate("dispatch", "Units off duty, on a break or out of service"))
        self.away_button.hide()
        self._away: tuple[Unit, ...] = ()
        self._row.addWidget(self.away_button)
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
        self._shown, self._away = (), ()
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
        report_id = self._selection.report_id
        self._background.ask(
            self, lambda: (self._book.cards(report_id, MOST_CARDS), self._book.away(MOST_AWAY)), self._take
        )

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

    def _take(self, found: tuple[tuple[UnitCard, ...], tuple[Unit, ...]]) -> None:
        self._asking = False
        if self._timer.isActive():
            self._shown, self._away = found
            self._lay()
        if self._again:
            self._again = False
            self.refresh()

    def _room(self) -> int:
        beside = self.away_button.sizeHint().width() if self._away else 0
        return max(1, min(MOST_CARDS, (self.width() - beside) // theme.px(CARD_PX)))

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
        count = len(self._away)
        self.away_button.say(lambda: translate("dispatch", "Away: {n} ▴").format(n=count))
        self.away_button.setVisible(count > 0)

    def _list_away(self) -> None:
        """Who is away and by whose word; choosing one opens what may be decided about it."""
        menu = PlainMenu(self.away_button)
        for unit in self._away:
            words = f"{unit_name(unit)} · {away_words(unit)}"
            menu.offer(words, partial(self.menu_wanted.emit, unit, self.away_button))
        menu.open_under(self.away_button)
