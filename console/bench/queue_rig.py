"""What 'bench queue' measures on: a filled store, the real pane, its paint events."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from console.bench.invented_reports import pages
from console.contract.codec import decode
from console.contract.feed import ChangesPage
from console.desk.queue import Queue
from console.domain.changes import Changes
from console.domain.queue_row import QueueFilter, QueueOrder, QueueQuery, QueueRow
from console.store.store import Store
from console.ui import theme
from console.ui.background import Background
from console.ui.courtesy import COURTESY
from console.ui.queue.pane import QueuePane
from console.ui.relay import Relay
from console.ui.selection import Selection
from console.ui.texts.language import Language

KEY = b"\x5a" * 32
SIZE = (610, 900)
PATIENCE_MS = 120_000
RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def filled_store(file: Path, rows: int) -> Store:
    """A new store holding `rows` invented reports."""
    store = Store.open(file, KEY, lambda: datetime.now(UTC))
    for body in pages(0, rows, 5_000):
        store.apply_page(decode(body, ChangesPage))
    store.database.checkpoint()
    return store


def application() -> QApplication:
    """The application in our dress, Indonesian as delivered."""
    sys.setswitchinterval(0.0001)  # as ui/application.py does
    app = QApplication.instance()
    made = app if isinstance(app, QApplication) else QApplication([])
    theme.dress(made, RESOURCES)
    language = Language(made, RESOURCES / "translations")
    language.speak("id")
    return made


class Rig:
    """A shown queue pane over a store; `painted` is told each paint event."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.background = Background()
        self.relay = Relay()
        self.changed_at_s = 0.0
        store.give_way = COURTESY.give_way  # as app.py does
        self._stop = store.subscribe(self._changed)
        self.pane = QueuePane(Queue(store), self.background, Selection(), lambda: datetime.now(UTC))
        self.relay.changed.connect(self.pane.take)
        self.pane.resize(*SIZE)
        self.pane.show()

    def ask(self, order: QueueOrder = QueueOrder.URGENT) -> float:
        """Milliseconds from asking for the queue to the end of the first paint event with rows."""
        began_s = time.perf_counter()
        self.until_painted(
            lambda rows: True, lambda: self.pane.ask(QueueQuery(filter=QueueFilter.OPEN, order=order))
        )
        return 1000 * (time.perf_counter() - began_s)

    def until_painted(self, enough: Callable[[tuple[QueueRow, ...]], bool], act: Callable[[], object]) -> None:
        """Do `act` and run the event loop until rows were painted that are enough.

        Raises:
            TimeoutError: nothing of the kind within two minutes.
        """
        loop = QEventLoop()

        def look(rows: tuple[QueueRow, ...], _at_ns: int) -> None:
            if enough(rows):
                loop.exit(0)

        self.pane.view.watch_painted(look)
        QTimer.singleShot(0, act)
        late = QTimer()
        late.setSingleShot(True)
        late.timeout.connect(lambda: loop.exit(1))
        late.start(PATIENCE_MS)
        failed = loop.exec()
        late.stop()
        self.pane.view.watch_painted(None)
        if failed:
            raise TimeoutError("the queue did not paint")

    def settle(self, quiet_ms: int = 60) -> None:
        """Run the event loop until nothing is under way for a while."""
        loop = QEventLoop()
        timer = QTimer()
        timer.setInterval(quiet_ms)
        timer.timeout.connect(lambda: loop.quit() if self.background.idle else None)
        timer.start()
        loop.exec()

    def close(self) -> None:
        """End everything in order; the store stays open."""
        self._stop()
        self.relay.close()
        self.background.stop()
        self.pane.close()
        self.pane.deleteLater()

    def _changed(self, changes: Changes) -> None:
        self.changed_at_s = time.perf_counter()
        self.relay.take(changes)


class Frames:
    """Scrolls one step a frame, sixty frames a second, and times each: the work of a frame, and how late it came."""

    PERIOD_MS = 16

    def __init__(self, rig: Rig, step_px: int, jump_every: int = 0) -> None:
        self._rig, self._step, self._jump_every = rig, step_px, jump_every
        self._loop = QEventLoop()
        self._count = 0
        self._wanted = 0
        self._until: Callable[[], bool] | None = None
        self._last_s = 0.0
        self.work_ms: list[float] = []
        self.apart_ms: list[float] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(self.PERIOD_MS)
        self._timer.timeout.connect(self._frame)

    def run(self, frames: int, until: Callable[[], bool] | None = None) -> Frames:
        """Play `frames` frames, or more until `until()`; returns itself."""
        self._wanted, self._until = frames, until
        self._timer.start()
        self._loop.exec()
        self._timer.stop()
        return self

    def _frame(self) -> None:
        view = self._rig.pane.view
        bar = view.verticalScrollBar()
        began_s = time.perf_counter()
        self._count += 1
        value = bar.value() + self._step
        if self._jump_every and self._count % self._jump_every == 0:
            value += bar.maximum() // 7
        bar.setValue(value if value < bar.maximum() else value % max(1, bar.maximum()))
        view.viewport().repaint()
        ended_s = time.perf_counter()
        self.work_ms.append(1000 * (ended_s - began_s))
        if self._last_s:
            self.apart_ms.append(1000 * (ended_s - self._last_s))
        self._last_s = ended_s
        if self._count >= self._wanted and (self._until is None or self._until()):
            self._loop.quit()
