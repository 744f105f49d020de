"""Adds units to the list: those of the case, or any unit by its name while typing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console.desk.casebook import Casebook
from console.desk.fleet import UnitCard, search_units
from console.domain.unit import Unit
from console.ui import theme
from console.ui.background import Background
from console.ui.dispatch.words import unit_name
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.spoken import Spoken

SHOWN = 5


class UnitAdder(QWidget):
    """`added(Unit)` for a found unit that was pressed, or the first one on Enter."""

    added = Signal(object)

    def __init__(self, book: Casebook, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._background = book, background
        self._found: tuple[UnitCard, ...] = ()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(theme.px(4))
        self.field = QLineEdit()
        Spoken(self.field, self._name)
        self.field.textChanged.connect(lambda _text: self._look())
        self.field.returnPressed.connect(self._take_first)
        self.rows.addWidget(self.field)
        self.buttons: list[PlainButton] = []

    def _name(self) -> None:
        words = translate("history", "Add a unit: call sign, name or post")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)

    def _look(self) -> None:
        words = self.field.text()
        self._background.ask(self, lambda: _search(self._book, words), self._show, topic="search")

    def _show(self, found: tuple[UnitCard, ...]) -> None:
        self._found = found
        for button in self.buttons:
            self.rows.removeWidget(button)
            button.deleteLater()
        self.buttons = [PlainButton(unit_name(card.unit), partial(self._take, card.unit)) for card in found]
        for button in self.buttons:
            self.rows.addWidget(button)

    def _take_first(self) -> None:
        if self._found:
            self._take(self._found[0].unit)

    def _take(self, unit: Unit) -> None:
        self.field.clear()
        self._show(())
        self.added.emit(unit)


def _search(book: Casebook, words: str) -> tuple[UnitCard, ...]:
    cards = (UnitCard(unit=unit, distance_m=None, position_age_s=None, stale=True) for unit in book.units())
    return search_units(cards, words, SHOWN)
