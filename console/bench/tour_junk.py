"""The tour's pictures of junk: ringing back, choosing an outcome, disposing of many."""

from __future__ import annotations

from PySide6.QtCore import Qt

from console.bench.tour_calls import told
from console.bench.tour_pictures import Pictures
from console.contract.codec import encode
from console.contract.ids import new_id
from console.contract.intake import NewReport, NewReporter, NewSource
from console.domain.queue_row import QueueFilter
from console.domain.report import ReportKind, SourceKind
from console.drill.hand import DrillFailed
from console.ui.case.bulk_strip import BulkStrip
from console.ui.case.outcome_strip import OutcomeStrip
from console.ui.case.try_strip import TryStrip

Key = Qt.Key


class Junk(Pictures):
    """Plays those who ring and say nothing, and those who only play."""

    def play(self) -> None:
        """From the call-back list to a handful of pranks disposed of together."""
        self._come_in()
        hand, work = self.hand, self.hand.work
        work.window.top.filters.mark(QueueFilter.CALLBACK)
        work.window.top.filters.chosen.emit(QueueFilter.CALLBACK.value)
        row = hand.wait("a silent call that repeats", lambda: self.row(lambda r: r.risen and r.callback == "silent"))
        hand.select(row.id)
        hand.wait("it says why it is listed", lambda: work.case.body.callback.isVisible())
        self.look_at("call-back-list", lambda: work.window)
        self._ask(Key.Key_B, row.id, TryStrip, "call-back-try")
        hand.decide(Key.Key_B, row.id)
        hand.press(hand.wait("the try is asked", lambda: work.case.tray.card), Key.Key_2)
        hand.wait("the try is kept", lambda: self.has(row, "report.callback_try"))
        hand.decide(Key.Key_E, row.id)
        hand.press(hand.wait("the outcomes", lambda: work.case.tray.card), Key.Key_3)
        self.look_at("close-referred", lambda: work.window)
        work.case.tray.clear()
        work.window.top.filters.mark(QueueFilter.OPEN)
        work.window.top.filters.chosen.emit(QueueFilter.OPEN.value)
        pranks = hand.wait("the pranks", lambda: [r for r in self.rows() if "lagi coba" in r.line][:4] or None)
        hand.select(pranks[0].id)
        work.selection.mark([each.id for each in (*pranks, row)])
        self._ask(Key.Key_X, pranks[0].id, BulkStrip, "junk-many")
        work.selection.clear_marks()

    def _ask(self, key: Qt.Key, report_id: str, card: type[TryStrip | BulkStrip | OutcomeStrip], screen: str) -> None:
        hand, work = self.hand, self.hand.work
        hand.decide(key, report_id)
        hand.wait(f"the card of {screen}", lambda: isinstance(work.case.tray.card, card))
        self.look_at(screen, lambda: work.window)
        work.case.tray.clear()

    def _come_in(self) -> None:
        """One number rings three times and says nothing; four people only try whether it works.

        Raises:
            DrillFailed: the demo has no server of its own.
        """
        own = self.console.own
        if own is None:
            raise DrillFailed("the demo has no server of its own")
        address = own.server.address
        source = NewSource(id="110-contoh", name="110 (contoh)", kind=SourceKind.CALL_110, per_second=100.0)
        key = str(told(address, "/v1/admin/sources", own.server.admin_key, encode(source))["key"])
        who = NewReporter(account="a")
        silent = [NewReport(id=new_id(), kind=ReportKind.CALL, call="silent", reporter=who) for _ in range(3)]
        pranks = [
            NewReport(id=new_id(), text=f"halo, cuma lagi coba ke-{n}", reporter=NewReporter(account=f"p{n}"))
            for n in range(1, 5)
        ]
        for report in (*silent, *pranks):
            told(address, "/v1/reports", key, encode(report))
