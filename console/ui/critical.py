"""Watches unclaimed P1: who they are, which are past their deadline, which still ring."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from console.desk.queue import Queue, due
from console.domain.casework.sos import OFFICER_SOS
from console.domain.changes import Changes
from console.domain.errors import Fault
from console.domain.queue_row import QueueRow
from console.ui.background import Background

LOOKS_AFTER_MS = 100
"""News are looked at this much later, so that in a burst the queue is painted first."""


class CriticalWatch(QObject):
    """`changed()` when the set, their lateness or what rings changed; each second while one is late."""

    changed = Signal()
    silenced = Signal()

    def __init__(
        self, queue: Queue, background: Background, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._queue, self._background, self._now = queue, background, now
        self._silenced: set[str] = set()
        self.rows: tuple[QueueRow, ...] = ()
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.changed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LOOKS_AFTER_MS)
        self._soon.timeout.connect(self.look)

    @property
    def late(self) -> tuple[QueueRow, ...]:
        """Those past their deadline, longest first."""
        now = self._now()
        late = [row for row in self.rows if due(row, now).late]
        return tuple(sorted(late, key=lambda row: row.received_at))

    @property
    def ringing(self) -> tuple[QueueRow, ...]:
        """Those nobody has silenced yet."""
        return tuple(row for row in self.rows if row.id not in self._silenced)

    @property
    def ringing_ids(self) -> frozenset[str]:
        """Whose sound is this one: an officer in danger has a siren of his own."""
        return frozenset(row.id for row in self.ringing if row.category != OFFICER_SOS)

    def late_by_s(self, row: QueueRow) -> int:
        """Seconds past the deadline, negative while there is time."""
        return -due(row, self._now()).left_s

    def take(self, changes: Changes) -> None:
        """News from the store."""
        if (changes.reports or changes.new_reports or changes.everything) and not self._soon.isActive():
            self._soon.start()

    def look(self) -> None:
        """Ask anew."""
        self._background.ask(self, self._queue.critical, self._show, self._fail, topic="critical")

    def silence(self) -> None:
        """The operator heard: these ring no more, the next one will."""
        self._silenced |= {row.id for row in self.rows}
        self.silenced.emit()
        self.changed.emit()

    def _show(self, rows: tuple[QueueRow, ...]) -> None:
        self._silenced &= {row.id for row in rows}
        changed = rows != self.rows
        self.rows = rows
        if rows and not self._second.isActive():
            self._second.start()
        elif not rows:
            self._second.stop()
        if changed:
            self.changed.emit()

    def _fail(self, fault: Fault) -> None:
        """The queue pane shows it; what was known stays."""
