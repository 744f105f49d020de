"""The tour's pictures of asking nearby: the card, the strip, the answers of drivers."""

from __future__ import annotations

from PySide6.QtCore import Qt

from console.bench.tour_pictures import Pictures
from console.domain import acts
from console.domain.queue_row import QueueRow
from console.ui.case.confirm_strip import ConfirmStrip
from console.ui.nearby.ask_card import AskCard

ANSWERS = 4


class NearbyScenes(Pictures):
    """Asks the demo city's drivers about a case and waits for what they say."""

    def play(self) -> None:
        """Card, strip, the question held, the answers."""
        hand, work = self.hand, self.hand.work
        row = hand.wait("a report drivers can be asked about", self._likely, 90)
        work.deciding.decide(acts.ClaimCase(), row.id)
        hand.wait("it is held here", lambda: self.has(row, "report.claim"), 30)
        hand.select(row.id)
        hand.wait("drivers can be asked", lambda: self._may_ask() and self._known(row), 60)
        hand.decide(Qt.Key.Key_S, row.id)
        card = hand.wait("the asking card", lambda: self._card(AskCard))
        self.look_at("ask-nearby", lambda: work.window)
        hand.press(card, Qt.Key.Key_Return)
        strip = hand.wait("the confirm strip", lambda: self._card(ConfirmStrip))
        self.look_at("ask-nearby-confirm", lambda: work.window)
        hand.press(strip, Qt.Key.Key_Return)
        hand.wait("the question stands on the case", lambda: self.has(row, "report.ask_nearby"), 30)
        hand.wait("drivers have answered", lambda: len(self._shown()) >= ANSWERS, 90)
        work.case._sheet.area.ensureWidgetVisible(work.case.body.nearby, 0, 0)
        self.look_at("answers-nearby", lambda: work.window)

    def _likely(self) -> QueueRow | None:
        rows = [row for row in self.rows() if row.lat is not None and not row.sensitive]
        crash = [row for row in rows if row.category == "traffic_accident"]
        return next(iter([*crash, *rows]), None)

    def _may_ask(self) -> bool:
        view = self.hand.work.case.view
        return view is not None and view.may.get("report.ask_nearby") is None

    def _known(self, row: QueueRow) -> bool:
        view = self.office.book.case(row.id)
        return view is not None and len(self.office.nearby.choices(view.report).sources) > 0

    def _card(self, kind: type[AskCard] | type[ConfirmStrip]) -> AskCard | ConfirmStrip | None:
        card = self.hand.work.case.tray.card
        return card if isinstance(card, kind) else None

    def _shown(self) -> tuple[object, ...]:
        view = self.hand.work.case.view
        return view.asks[0].answers if view is not None and view.asks else ()
