"""The tour's merging: what a merge does, its parent and child, a large incident."""

from __future__ import annotations

from console.bench.tour_pictures import Pictures
from console.desk.case import CaseView
from console.domain import acts
from console.domain.acts import Act
from console.domain.queue_row import QueueFilter, QueueQuery, QueueRow
from console.domain.report import ReportKind
from console.drill.hand import DrillFailed

_WANTED = 4


class MergingScenes(Pictures):
    """Plays an operator to whom several people tell of the same thing."""

    def play(self) -> None:
        """The confirm strip, the merged case, the merged report, the large incident and its one message."""
        hand, work = self.hand, self.hand.work
        parent, *others = hand.wait("reports of an hour", self._rows, 90)
        child = others[0]
        hand.select(child.id)
        work.case.acts.merging.merge_named(self._view(), parent.number)
        hand.wait("the merge is asked once more", lambda: work.case.tray.card)
        self.look_at("merge-confirm", lambda: work.window)
        work.case.tray.clear()
        for row in others[:-1]:
            self._decide(acts.MergeCase(into_id=parent.id), row, "report.merge")
        hand.select(child.id)
        self.look_at("merged-away", lambda: work.window)
        self._decide(acts.MakeIncident(title="Kejadian rekaan", lead="Ipda Contoh"), parent, "report.incident")
        hand.select(parent.id)
        self.look_at("large-incident", lambda: work.window)
        work.case.acts.merging.tell(self._view())
        hand.wait("the message is written", lambda: work.case.tray.card)
        self.look_at("message-to-all-reporters", lambda: work.window)
        work.case.tray.clear()

    def _decide(self, act: Act, row: QueueRow, op: str) -> None:
        self.hand.work.deciding.decide(act, row.id)
        self.hand.wait(f"{op} stands", lambda: self.has(row, op))

    def _rows(self) -> list[QueueRow]:
        """New reports nobody holds that are no panic and not sensitive."""
        page = self.office.queue.page(QueueQuery(filter=QueueFilter.NEW), 0, 400)
        calm = [row for row in page if row.kind is ReportKind.REPORT and not row.sensitive and row.priority > 1]
        fit = [row for row in calm if not row.holder_id]
        return fit[:_WANTED] if len(fit) >= _WANTED else []

    def _view(self) -> CaseView:
        view = self.hand.work.case.view
        if view is None:
            raise DrillFailed("no case is shown")
        return view
