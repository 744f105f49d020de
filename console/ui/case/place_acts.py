"""Correcting the place of a case: D opens the card, a click on the map answers it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.desk.case import CaseView
from console.domain.acts import SetPlace
from console.domain.place import Place, Provenance
from console.ui.case.ending_acts import Decide
from console.ui.case.parts import CaseParts
from console.ui.case.place_card import PlaceCard
from console.ui.case.tray import Tray
from console.ui.texts.refusals import refusal_words

KEY = "D"
"""Di mana: where."""


class PlaceActs(QObject):
    """Opens the card and decides what it says; one question at a time, off the GUI thread."""

    def __init__(self, parts: CaseParts, tray: Tray, decide: Decide, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._tray, self._decide = parts, tray, decide

    def open(self, view: CaseView) -> str:
        """Ask where it is; '' or why the place cannot be corrected."""
        refusal = view.may.get("report.place")
        if refusal is not None:
            return refusal_words(refusal)
        card = PlaceCard(view.report.number, view.report.place)
        card.typed.connect(lambda words: self._look(card, words))
        card.chosen.connect(lambda place: self._decide(SetPlace(place=place, was=view.report.place), view))
        self._tray.open(card)
        self._parts.background.ask(card, self._parts.book.finder.prepare)
        return ""

    def point(self, lat: float, lon: float) -> bool:
        """The map was clicked: whether an open card took it."""
        card = self._tray.card
        if not isinstance(card, PlaceCard):
            return False
        clicked = Place(lat=lat, lon=lon, provenance=Provenance.REPORTER)
        finder = self._parts.book.finder
        self._parts.background.ask(
            # Where the kelurahan cannot be told here, the server tells it.
            card, lambda: finder.located(clicked), card.point, lambda _fault: card.point(clicked), topic="located"
        )
        return True

    def _look(self, card: PlaceCard, words: str) -> None:
        finder = self._parts.book.finder
        if words:
            self._parts.background.ask(
                card, lambda: finder.search(words), lambda found: card.show_found(words, found), topic="places"
            )
