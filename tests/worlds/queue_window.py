"""A queue on the screen over a real store that a real feed fills."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Raw
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.contract.codec import encode
from console.contract.feed import ChangeRow, ChangesPage
from console.desk.queue import Queue
from console.domain.place import AreaMethod, Place
from console.domain.queue_row import QueueFilter, QueueQuery, QueueRow
from console.domain.report import Report, ReportKind, SourceKind
from console.store.store import Store
from console.ui import theme
from console.ui.background import Background
from console.ui.queue.pane import QueuePane
from console.ui.relay import Relay
from console.ui.selection import Selection
from console.ui.texts.language import Language

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 21, 7, 7, 31, tzinfo=UTC)


def a_report(number: int, *, age_s: float = 30.0, priority: int = 3, **more: object) -> Report:
    """Invented report `number`, `age_s` seconds old."""
    values: dict[str, object] = {
        "id": f"0190{number:08x}-0000-7000-8000-000000000000",
        "number": f"KJ-2611-{number:04}",
        "kind": ReportKind.REPORT,
        "source_id": "warga",
        "source_kind": SourceKind.CITIZEN_APP,
        "source_name": "Aplikasi rekaan",
        "received_at": NOW - timedelta(seconds=age_s),
        "text": f"Laporan rekaan nomor {number}",
        "priority": priority,
        "place": Place(lat=-7.98, lon=112.63, area_name="Klojen", area_method=AreaMethod.PACK),
        **more,
    }
    return Report(**values)  # type: ignore[arg-type]


class QueueWindow:
    """The queue pane, shown; `feed` what the server says, then `wait` for what should show."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.dress(app, ROOT / "resources", "dark")
        self.qtbot, self.app = qtbot, app
        self.language = Language(app, ROOT / "resources" / "translations")
        self.language.speak("id")
        self.store = Store.open(folder / "console.db", b"\x11" * 32, lambda: NOW)
        self.background, self.relay, self.selection = Background(), Relay(), Selection()
        self._stop = self.store.subscribe(self.relay.take)
        self.queue = Queue(self.store)
        self.pane = QueuePane(self.queue, self.background, self.selection, lambda: NOW)
        self.view, self.model = self.pane.view, self.pane.model
        self.relay.changed.connect(self.pane.take)
        qtbot.addWidget(self.pane)
        self.pane.resize(610, 700)
        self.pane.show()
        self._seq = 0

    def feed(self, *reports: Report) -> None:
        """A page of the feed is applied."""
        rows = tuple(
            ChangeRow(
                seq=self._seq + n, kind="report", id=report.id, revision=report.revision, body=Raw(encode(report))
            )
            for n, report in enumerate(reports, 1)
        )
        self._seq += len(rows)
        self.store.apply_page(
            ChangesPage(epoch="e", oldest_seq=1, next_seq=self._seq, more=False, server_time=NOW, rows=rows)
        )

    def ask(self, which: QueueFilter = QueueFilter.OPEN, **more: object) -> None:
        """Ask and wait until it is answered and counted."""
        self.pane.ask(QueueQuery(filter=which, **more))  # type: ignore[arg-type]
        self.settle()

    def settle(self) -> None:
        """Until no question is under way and no news waits."""
        for _ in range(3):
            self.app.processEvents()
            self.qtbot.waitUntil(lambda: self.background.idle)
        self.app.processEvents()

    def shown(self) -> list[str]:
        """Numbers of the rows known, from the top."""
        rows = (self.model.row(n) for n in range(self.model.total))
        return [row.number for row in rows if isinstance(row, QueueRow)]

    def close(self) -> None:
        self._stop()
        self.relay.close()
        self.background.stop()
        self.store.close()
        self.language.speak("en")
        self.language.deleteLater()
