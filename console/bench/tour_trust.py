"""The tour's strikes: a reporter struck three times, one key, and the supervisor's list."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from console.app import ConsoleApp
from console.bench.tour_colleague import Colleague
from console.bench.tour_pictures import Pictures
from console.domain import acts
from console.domain.queue_row import QueueFilter, QueueQuery, QueueRow
from console.domain.report import ReportKind
from console.drill.hand import DrillFailed
from console.own_server import OwnServer

_STRUCK = 3


class Trust(Pictures):
    """Three reports of one account are disposed of and counted by a colleague; a supervisor looks at the list."""

    def play(self, folder: Path) -> None:
        """The card that counts a prank, the case of a struck reporter, the list of what waits for a supervisor."""
        hand, work = self.hand, self.hand.work
        rows = hand.wait("three reports of one account", self._of_one_account, 180)
        bayu = Colleague(_own(self.console), folder / "trust", "bayu")
        try:
            for row in rows:
                hand.wait("the colleague knows it", partial(bayu.knows, row.id), 30)
                bayu.decides(acts.ClaimCase(), row.id)
                bayu.decides(acts.JunkCase(outcome="prank"), row.id)
            for row in rows[:-1]:
                bayu.decides(acts.StrikeReporter(outcome="prank", evidence="Tertawa, lalu menutup telepon."), row.id)
            last = rows[-1].id
            hand.wait("they left the queue", lambda: last not in {row.id for row in self.rows()}, 30)
            hand.rest(1.0)  # the next row has been selected by then
            hand.select(last)
            hand.wait("a strike is offered", lambda: work.case.body.standing.isVisible() and self._strikes() == 2, 30)
            hand.decide(Qt.Key.Key_W, last)
            card = hand.wait("the card of a strike", lambda: work.case.tray.card)
            self.look_at("count-a-strike", lambda: work.window)
            hand.press(card, Qt.Key.Key_Escape)
            work.case.tray.clear()
            bayu.decides(acts.StrikeReporter(outcome="prank", evidence="Musik dan tawa, tidak ada keadaan."), last)
            hand.wait("the strike counts", lambda: self._strikes() == _STRUCK, 30)
            self.look_at("struck-three-times", lambda: work.window)
        finally:
            bayu.close()
        work.open_trust()
        pane = work.trust.pane
        if pane is None:
            raise DrillFailed("the list of blocks is not for this person")
        hand.wait("a block is proposed", lambda: pane.model.rowCount() > 0, 30)
        hand.rest(1.0)
        self.look_at("blocks-and-appeals", lambda: pane)

    def _strikes(self) -> int:
        view = self.hand.work.case.view
        return view.standing.strikes if view is not None else 0

    def _of_one_account(self) -> list[QueueRow]:
        """As many new reports as it takes, all recognised by the same thing; none that may not be disposed of."""
        found: dict[str, list[QueueRow]] = {}
        for row in self.office.queue.page(QueueQuery(filter=QueueFilter.NEW), 0, 300):
            view = self.office.book.case(row.id, opened=True)
            if view is None or view.report.kind is ReportKind.PANIC or not view.report.text:
                continue
            for each in view.report.reporter.recognised_by[:1]:
                found.setdefault(each, []).append(row)
        return next((rows[:_STRUCK] for rows in found.values() if len(rows) >= _STRUCK), [])


def _own(console: ConsoleApp) -> OwnServer:
    if console.own is None:
        raise DrillFailed("the tour needs a server of its own")
    return console.own
