"""The demo without a display: a printed line per thing that happens, and pictures."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from console.app import ConsoleApp
from console.desk.office import Office
from console.domain.link import Link, LinkState
from console.domain.queue_row import QueueFilter, QueueQuery, QueueRow
from console.domain.report import Report, ReportKind
from console.drill.hand import DrillFailed, Hand, offscreen_platform
from console.paths import Profile
from console.ui.application import make_application
from console.ui.case.composer import Composer

PICTURES = Path("build") / "run"


def run(_profile: Profile) -> int:
    """Play on a profile of its own; 0 only when everything happened, else 1 and what did not."""
    os.environ["QT_QPA_PLATFORM"] = offscreen_platform()
    app = make_application()
    with tempfile.TemporaryDirectory(prefix="sigap-demo-") as folder:
        console = ConsoleApp(app, Profile(Path(folder)), demo=True)
        hand = Hand(console, PICTURES)
        for old in PICTURES.glob("*.png"):
            old.unlink()
        try:
            console.begin()
            _Play(hand).play()
        except DrillFailed as failed:
            print(f"FAILED: {failed}", flush=True)
            return 1
        finally:
            console.end()
    print(f"pictures: {PICTURES}", flush=True)
    return 0


class _Play:
    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._start_s = time.monotonic()

    def play(self) -> None:
        """From the first report to the last confirmation."""
        hand = self._hand
        hand.wait("the operator is signed in", lambda: hand.console.workplace, 60)
        self._say("signed in", "operator at the demo city's own server")
        first = self._first_report()
        self._claim_and_send(first)
        self._forward(first)
        self._survive_the_server(first)
        hand.wait("everything is confirmed", lambda: self._link().waiting == 0 and not self._attention(), 60)
        self._say("all confirmed", "no decision waits, none was refused")
        hand.rest(1.0)
        hand.picture("all-confirmed")

    def _first_report(self) -> QueueRow:
        hand, work = self._hand, self._hand.work
        row = hand.wait("a report comes in", lambda: self._row(lambda r: r.attachments > 0), 60)
        self._say("report in", f"{row.number} · {row.source_name} · {row.area_name}")
        hand.wait("the report is shown", lambda: work.window.queue.model.number_of(row.id) is not None)
        hand.wait("the map is there", lambda: work.map_ready, 60)
        hand.select(row.id)
        self._say("shown", f"{row.line[:60]}")
        hand.wait("its photo is decoded", lambda: work.case.body.files.pictures_shown > 0, 30)
        hand.rest(1.0)
        hand.picture("report-shown")
        return row

    def _claim_and_send(self, row: QueueRow) -> None:
        hand = self._hand
        hand.decide(Qt.Key.Key_A, row.id)
        hand.wait("the claim is confirmed", lambda: self._settled(row.id, "report.claim"))
        self._say("claimed", f"{row.number} by {self._case(row.id).claim.holder_name}")  # type: ignore[union-attr]
        hand.wait("units are suggested", lambda: self._hand.work.case.body.advice.picked)
        hand.decide(Qt.Key.Key_K, row.id)
        hand.wait("officers are sent", lambda: self._settled(row.id, "report.dispatch"))
        case = self._case(row.id)
        self._say("officer sent", ", ".join(f"{a.call_sign} {a.title}" for a in case.assignments))
        hand.wait(
            "an officer answers on his phone",
            lambda: any(a.read_at for a in self._case(row.id).assignments),
            40,
        )
        self._say("officer answered", "the order was read on the phone page")
        hand.picture("officers-sent")

    def _forward(self, row: QueueRow) -> None:
        hand, case = self._hand, self._hand.work.case
        hand.decide(Qt.Key.Key_T, row.id)
        card = hand.wait("the forwarding card opens", lambda: case.tray.card)
        hand.picture("forwarding")
        hand.press(card, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        hand.wait("the forward is confirmed", lambda: self._settled(row.id, "report.forward"))
        agency = self._case(row.id).forwards[-1].agency_name
        self._say("forwarded", f"to {agency}, held 10 s for undo")
        hand.wait("the mail has left", lambda: self._case(row.id).forwards[-1].sent_at, 60)
        self._say("mail sent", f"to {agency}")

    def _survive_the_server(self, first: QueueRow) -> None:
        hand = self._hand
        other = hand.wait("a second report", lambda: self._row(self._junkable), 120)
        own = hand.console.own
        if own is None:
            raise DrillFailed("there is no server of our own")
        own.server.kill()
        hand.wait("the loss is noticed", lambda: self._link().state is LinkState.OFFLINE)
        self._say("server lost", "the console works on")
        hand.decide(Qt.Key.Key_X, other.id)
        hand.wait("the second report is disposed of", lambda: self._case(other.id).ended)
        hand.decide(Qt.Key.Key_N, first.id)
        card = hand.wait("the note opens", lambda: hand.work.case.tray.card)
        if not isinstance(card, Composer):
            raise DrillFailed("the note is no composer")
        card.field.setPlainText("Server putus, kejadian tetap dipantau lewat radio.")
        hand.press(card.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        hand.wait("both decisions are kept", lambda: self._link().waiting >= 2)
        self._say("decisions kept", f"{self._link().waiting} wait in the ledger")
        hand.rest(1.0)
        hand.picture("offline")
        own.server.restart()
        hand.wait("the server is back", lambda: self._link().state is LinkState.LIVE, 60)
        self._say("server back", "catching up")

    def _row(self, wanted: Callable[[QueueRow], bool]) -> QueueRow | None:
        office = self._office()
        rows = office.queue.page(QueueQuery(filter=QueueFilter.NEW), 0, 50)
        return next((row for row in rows if wanted(row)), None)

    @staticmethod
    def _junkable(row: QueueRow) -> bool:
        return row.priority > 1 and row.kind is not ReportKind.PANIC and bool(row.line)

    def _case(self, report_id: str) -> Report:
        view = self._office().book.case(report_id)
        if view is None:
            raise DrillFailed("the case is gone")
        return view.report

    def _settled(self, report_id: str, op: str) -> bool:
        view = self._office().book.case(report_id)
        return view is not None and any(
            line.entry.kind == op and not line.waiting for line in view.lines
        )

    def _office(self) -> Office:
        core = self._hand.console.core
        if core is None or core.office is None:
            raise DrillFailed("the office is closed")
        return core.office

    def _link(self) -> Link:
        return self._office().link.link()

    def _attention(self) -> int:
        return len([entry for entry in self._office().attention.entries() if entry.kind == "refused"])

    def _say(self, event: str, what: str) -> None:
        print(f"{time.monotonic() - self._start_s:6.1f} s  {event}: {what}", flush=True)
