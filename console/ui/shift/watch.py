"""Watches what the whole shift watches, asks anew when needed, and says what rings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from console.desk.shift import Shift, ShiftView
from console.domain.changes import Changes
from console.domain.errors import Fault
from console.domain.safety import SafetyState
from console.ui.background import Background

LOOKS_AFTER_MS = 150
"""News are looked at this much later, so that in a burst the queue is painted first."""

AGAIN_EVERY_S = 5
"""Positions move and checks come due without any news of a case."""


class ShiftWatch(QObject):
    """`changed()` when what is watched or what rings changed; `second(now)` while there is anything to count."""

    changed = Signal()
    second = Signal(object)

    def __init__(
        self, shift: Shift, background: Background, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shift, self._background, self._now = shift, background, now
        self._silenced: frozenset[str] = frozenset()
        self._seconds = 0
        self.view = ShiftView()
        self._soon = QTimer(self, singleShot=True, interval=LOOKS_AFTER_MS)
        self._soon.timeout.connect(self.look)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)

    @property
    def ringing_ids(self) -> frozenset[str]:
        """Officers in danger and silent scenes nobody at this desk has silenced; one at hand rings no more."""
        sos = {case.report_id for case in self.view.sos if not case.safe}
        silent = {case.report_id for case in self.view.safety if case.state is SafetyState.ALARM}
        return frozenset(sos | silent) - self._silenced

    def start(self) -> None:
        """Begin to watch."""
        self._clock.start()
        self.look()

    def stop(self) -> None:
        """Watch no more."""
        self._clock.stop()
        self._soon.stop()

    def take(self, changes: Changes) -> None:
        """News from the store."""
        news = changes.reports or changes.new_reports or changes.ledger or changes.site or changes.everything
        if news and not self._soon.isActive():
            self._soon.start()

    def look(self) -> None:
        """Ask anew."""
        self._seconds = 0
        self._background.ask(self, self._shift.view, self._show, self._fail, topic="shift", patient=True)

    def silence(self) -> None:
        """The operator heard: these ring no more, the next one will."""
        self._silenced |= self.ringing_ids
        self.changed.emit()

    def _tick(self) -> None:
        self._seconds += 1
        if self.view != ShiftView():
            self.second.emit(self._now())
        if self._seconds >= AGAIN_EVERY_S:
            self.look()

    def _show(self, view: ShiftView) -> None:
        self._silenced &= {case.report_id for case in view.sos} | {case.report_id for case in view.safety}
        changed = view != self.view
        self.view = view
        if changed:
            self.changed.emit()

    def _fail(self, fault: Fault) -> None:
        """The queue pane shows it; what was known stays."""
