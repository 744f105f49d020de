"""What 'bench first-light' sees of a window: rows painted and when, stalls, stages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEventLoop, Qt, QTimer

from console.bench.first_light_city import ConsoleWindow, now_ns
from console.domain.changes import Changes
from console.domain.queue_row import QueueRow

TICK_MS = 10
MS = 1_000_000


@dataclass(slots=True)
class Watch:
    """Notes of one play, all CLOCK_MONOTONIC in ns.

    `painted`: report id -> (commit stamp, end of the first paint event that painted the row in the viewport).
    `ticks`: end of each 10 ms tick and how many ms it was late. `stored` and `heard`: when the store had committed
    the report, and when its news reached the GUI thread.
    """

    painted: dict[str, tuple[int, int]] = field(default_factory=dict)
    ticks: list[tuple[int, float]] = field(default_factory=list)
    stored: dict[str, int] = field(default_factory=dict)
    heard: dict[str, int] = field(default_factory=dict)
    live: frozenset[str] = frozenset()

    def waits_ms(self) -> list[float]:
        """Commit to painted of every row painted live, ascending."""
        return sorted((painted - commit) / MS for commit, painted in self._live())

    def stages_ms(self) -> dict[str, list[float]]:
        """Where that time went: commit -> stored -> heard by the GUI -> painted."""
        found: dict[str, list[float]] = {"commit_to_stored": [], "stored_to_gui": [], "gui_to_painted": []}
        for report_id in self.live:
            commit, painted = self.painted[report_id]
            stored, heard = self.stored.get(report_id), self.heard.get(report_id)
            if stored is not None and heard is not None:
                found["commit_to_stored"].append((stored - commit) / MS)
                found["stored_to_gui"].append((heard - stored) / MS)
                found["gui_to_painted"].append((painted - heard) / MS)
        return {name: sorted(values) for name, values in found.items()}

    def stall_ms(self) -> float:
        """The latest tick from the first report (its commit, less 50 ms for sending it) to the last one shown."""
        live = self._live()
        if not live:
            return 0.0
        first, last = min(commit for commit, _ in live) - 50 * MS, max(painted for _, painted in live)
        begin = bisect_left(self.ticks, (first, 0.0))
        # A tick that was due before the end and came after it counts.
        end = bisect_left(self.ticks, (last, 0.0)) + 1
        return max((late for _, late in self.ticks[begin:end]), default=0.0)

    def _live(self) -> list[tuple[int, int]]:
        return [self.painted[report_id] for report_id in self.live]


class Observer:
    """Watches one window until `stop`; everything runs on the GUI thread but the store's news."""

    def __init__(self, console: ConsoleWindow) -> None:
        self.watch = Watch()
        self._console = console
        self._view = console.work.window.queue.view
        self._view.watch_painted(self._paint)
        self._stop_news = console.core.session.store.subscribe(self._stored)
        console.work.relay.changed.connect(self._heard)
        self._last_ns = now_ns()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def stop(self) -> Watch:
        """Look no more."""
        self._timer.stop()
        self._view.watch_painted(None)
        self._stop_news()
        self._console.work.relay.changed.disconnect(self._heard)
        return self.watch

    def end_live(self) -> None:
        """From now on a painted row counts as shown, but its time no longer."""
        self.watch.live = frozenset(self.watch.painted)

    def page_through(self, wanted: set[str]) -> None:
        """Scroll the whole list, a screen at a time, until each wanted row has been painted or the end is reached."""
        bar = self._view.verticalScrollBar()
        bar.setValue(0)
        while not wanted <= self.watch.painted.keys():
            wait(lambda: self._console.settled, 200)
            if bar.value() >= bar.maximum():
                return
            bar.setValue(bar.value() + bar.pageStep() // 2)

    def _paint(self, rows: tuple[QueueRow, ...], at_ns: int) -> None:
        painted = self.watch.painted
        for row in rows:
            if row.id not in painted:
                painted[row.id] = (row.committed_ns, at_ns)

    def _stored(self, changes: Changes) -> None:
        now = now_ns()
        for report_id in changes.new_reports:
            self.watch.stored.setdefault(report_id, now)

    def _heard(self, changes: Changes) -> None:
        now = now_ns()
        for report_id in changes.new_reports:
            self.watch.heard.setdefault(report_id, now)

    def _tick(self) -> None:
        now = now_ns()
        self.watch.ticks.append((now, (now - self._last_ns) / MS - TICK_MS))
        self._last_ns = now


def wait(done: Callable[[], bool], quiet_ms: int = 20, longest_s: float = 600.0) -> bool:
    """Run the event loop until `done()` holds at two looks `quiet_ms` apart; whether it did."""
    loop = QEventLoop()
    held = 0

    def look() -> None:
        nonlocal held
        held = held + 1 if done() else 0
        if held > 1:
            loop.exit(0)

    looks, late = QTimer(), QTimer()
    looks.setInterval(quiet_ms)
    looks.timeout.connect(look)
    looks.start()
    late.setSingleShot(True)
    late.timeout.connect(lambda: loop.exit(1))
    late.start(int(longest_s * 1000))
    answer = loop.exec()
    looks.stop()
    late.stop()
    return answer == 0
