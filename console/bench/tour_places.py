"""The tour's pictures of places: searched by name, corrected, told to the unit under way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.bench.tour_pictures import Pictures
from console.domain import acts
from console.domain.placing import placing_of
from console.domain.queue_row import QueueRow
from console.ui.case.place_card import PlaceCard


class PlaceScenes(Pictures):
    """Sends a unit, then hears that it is elsewhere."""

    def play(self) -> None:
        """The card while it is searched, and the case once it is corrected."""
        hand, work = self.hand, self.hand.work
        row = hand.wait("a report with a place", self._located, 60)
        hand.select(row.id)
        hand.wait("landmarks are near", lambda: work.case.view is not None and work.case.view.report.id == row.id)
        units = [each.unit.id for each in work.case.view.advice][:2] if work.case.view is not None else []
        work.deciding.decide(acts.DispatchUnits(unit_ids=tuple(units), fewer_because="latihan"), row.id)
        hand.wait("officers are sent", lambda: self.has(row, "report.dispatch"))
        hand.decide(Qt.Key.Key_D, row.id)
        card = hand.wait("the card is open", self._card)
        QTest.keyClicks(card.field, "stasiun")
        hand.wait("places are found", lambda: len(card.offered) > 2, 90)
        self.look_at("place-correction", lambda: work.window)
        hand.press(card.field, Qt.Key.Key_Return)
        hand.wait("it is corrected", lambda: self.has(row, "report.place"))
        hand.wait("the case shows it", lambda: work.case.view and placing_of(work.case.view.report.placing).changes)
        self.look_at("place-corrected", lambda: work.window)

    def _card(self) -> PlaceCard | None:
        card = self.hand.work.case.tray.card
        return card if isinstance(card, PlaceCard) else None

    def _located(self) -> QueueRow | None:
        rows = [row for row in self.rows() if row.lat is not None and not row.sensitive and not row.holder_name]
        return rows[-1] if rows else None
