"""The tour's pictures of command bar, checklist, standard answers and a warning flag."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.bench.tour_pictures import Pictures
from console.domain import acts
from console.domain.queue_row import QueueRow


class Handbook(Pictures):
    """Types lines, opens cards, decides what the pictures show."""

    def play(self) -> None:
        """One picture of each."""
        hand, work = self.hand, self.hand.work
        row = hand.wait("a report nobody has touched", self._likely, 60)
        hand.select(row.id)
        self._line(f"kirim {row.number[-4:]}")
        self.look_at("command-bar", lambda: work.window)
        self._line("ambil zzz")
        self.look_at("command-bar-not-understood", lambda: work.window)
        work.window.top.search.empty()
        flag = acts.FlagHazard(kind="place", words="Anjing galak di halaman (rekaan)", days=90, radius_m=100)
        for act in (acts.SetCategory(category="violent_crime"), acts.TickStep(step_id="safe"), flag):
            work.deciding.decide(act, row.id)
            hand.rest(0.6)
        hand.select(row.id)
        hand.wait("the flag warns", lambda: work.case.view is not None and work.case.view.hazards)
        self.look_at("case-checklist-and-flag", lambda: work.window)
        for key, screen in ((Qt.Key.Key_L, "checklist-step"), (Qt.Key.Key_F, "warning-flag")):
            self._open(row, key)
            self.look_at(screen, lambda: work.window)
            work.case.tray.clear()
        self._open(row, Qt.Key.Key_J)
        self.look_at("answers", lambda: work.window)
        hand.press(work.window.focusWidget(), Qt.Key.Key_Return)
        hand.wait("the answer stands there", lambda: type(work.case.tray.card).__name__ == "AnswerSheet")
        self.look_at("answer", lambda: work.window)
        work.case.tray.clear()

    def _likely(self) -> QueueRow | None:
        rows = [row for row in self.rows() if row.lat is not None and not row.sensitive and row.priority > 1]
        return rows[0] if rows else None

    def _line(self, line: str) -> None:
        """Type a line into the command bar and wait until it is read."""
        field = self.hand.work.window.top.search
        field.setFocus()
        field.clear()
        QTest.keyClicks(field, line)
        self.hand.wait("the line is read", lambda: self.hand.work.commands.list.offers)

    def _open(self, row: QueueRow, key: Qt.Key) -> None:
        hand = self.hand
        hand.decide(key, row.id)
        hand.wait("the card is open", lambda: hand.work.case.tray.card)
