"""The hand of 'bench keys': presses keys, waits until their effect is painted."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.bench.first_light_city import ConsoleWindow
from console.desk.case import CaseView
from console.domain.queue_row import QueueFilter, QueueQuery, QueueRow
from console.drill.hand import DrillFailed

REST_S = 0.42
"""Between two keys: a letter within 0.3 s of another is typing (screens.md); people take longer."""

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@dataclass(frozen=True, slots=True)
class Step:
    """One counted key of a task, the milliseconds until what it was for was painted, and the processor's in between."""

    task: str
    key: str
    ms: float
    cpu_ms: float


@dataclass(frozen=True, slots=True)
class Task:
    """A task by name; `play` presses its keys with the hand on a report made ready for it."""

    name: str
    play: Callable[[KeysHand], None]


@dataclass(slots=True)
class _Wish:
    """What the step waits for, and when it was seen painted."""

    seen: Callable[[], object]
    painted_s: float = 0.0
    cpu_s: float = 0.0
    loop: QEventLoop = field(default_factory=QEventLoop)


class KeysHand(QObject):
    """Works one console window; `steps` of the task being played."""

    def __init__(self, console: ConsoleWindow) -> None:
        super().__init__()
        self.console, self.work = console, console.work
        self._task, self._steps = "", list[Step]()
        self._used: set[str] = set()
        self._wish: _Wish | None = None
        self.work.window.installEventFilter(self)
        self.work.window.activateWindow()

    @property
    def view(self) -> CaseView | None:
        """The case shown."""
        return self.work.case.view

    def play(self, task: Task) -> tuple[Step, ...]:
        """Play a task; its steps.

        Raises:
            DrillFailed: a key did not do what it is for.
        """
        self._task, self._steps = task.name, []
        task.play(self)
        self.rest()
        return tuple(self._steps)

    def press(
        self, key: Qt.Key, seen: Callable[[], object], modifier: Qt.KeyboardModifier = Modifier.NoModifier
    ) -> None:
        """One counted key where the keyboard is, timed until `seen` holds when the window paints."""
        self.rest()
        wish = self._wish = _Wish(seen)
        began_s, cpu_s = time.perf_counter(), time.process_time()
        QTest.keyClick(self._target(), key, modifier)
        patience = QTimer(singleShot=True, interval=4000)
        patience.timeout.connect(wish.loop.quit)
        patience.start()
        wish.loop.exec()
        patience.stop()
        self._wish = None
        if not wish.painted_s:
            raise DrillFailed(f"{self._task}: {key.name} had not painted what it is for after 4 s")
        spent_ms = (wish.cpu_s - cpu_s) * 1000
        self._steps.append(Step(self._task, key.name, (wish.painted_s - began_s) * 1000, spent_ms))

    def write(self, text: str) -> None:
        """Free text where the keyboard is: not counted."""
        self.rest(0.1)
        QTest.keyClicks(self._target(), text)
        self.rest(0.1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """When the window paints and shows what is wished, the step ends with that painting."""
        wish = self._wish
        if wish is not None and event.type() == QEvent.Type.UpdateRequest and not wish.painted_s and wish.seen():
            QTimer.singleShot(0, self, lambda: self._end(wish))
        return False

    def fresh(self, *, priority: int = 0, category: str = "") -> QueueRow:
        """A report nobody has touched, selected in the queue and at rest.

        Raises:
            DrillFailed: none of that kind is left.
        """
        rows = [row for row in self._rows(QueueFilter.NEW) if row.id not in self._used]
        fit = (row for row in rows if priority in (0, row.priority) and category in ("", row.category))
        row = next(fit, None)
        if row is None:
            raise DrillFailed(f"{self._task}: no report nobody has touched is left")
        self._used.add(row.id)
        self.select(row.id)
        return row

    def use(self, report_id: str) -> None:
        """No task after this one takes that report."""
        self._used.add(report_id)

    def select(self, report_id: str) -> None:
        """Select a report without counting it and wait until its case is shown."""
        self.work.window.queue.view.setFocus()
        self.work.selection.select(report_id)
        self.wait("the case is shown", lambda: self.view is not None and self.view.report.id == report_id)
        self.rest()

    def fresh_reports(self) -> int:
        """How many reports nobody has touched."""
        return len(self._rows(QueueFilter.NEW))

    def wait(self, what: str, look: Callable[[], object], seconds: float = 10.0) -> None:
        """Turn the event loop until `look` answers something true.

        Raises:
            DrillFailed: it did not within `seconds`.
        """
        until_s = time.monotonic() + seconds
        while not look():
            if time.monotonic() > until_s:
                raise DrillFailed(f"{self._task}: did not happen within {seconds:.0f} s: {what}")
            self.rest(0.02)

    def rest(self, seconds: float = REST_S) -> None:
        """Let time pass, as a person reading does."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def _rows(self, which: QueueFilter) -> tuple[QueueRow, ...]:
        store = self.console.core.session.store
        return store.queue_page(QueueQuery(filter=which), 0, 500)

    def _end(self, wish: _Wish) -> None:
        wish.painted_s, wish.cpu_s = time.perf_counter(), time.process_time()
        wish.loop.quit()

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self.work.window


