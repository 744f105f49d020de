"""Which report is selected: one value that queue, case and map share."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The selected report's id, '' for none; `changed(id)` once per change, whoever made it."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None, *, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._monotonic_s = monotonic_s
        self._report_id = ""
        self._since_s = monotonic_s()

    @property
    def report_id(self) -> str:
        """The selected report, '' for none."""
        return self._report_id

    @property
    def stood_ms(self) -> float:
        """Milliseconds since the selection last changed; keys act only on one that stood still (screens.md)."""
        return (self._monotonic_s() - self._since_s) * 1000

    def select(self, report_id: str) -> None:
        """Select a report; selecting the selected one again changes nothing."""
        if report_id == self._report_id:
            return
        self._report_id = report_id
        self._since_s = self._monotonic_s()
        self.changed.emit(report_id)

    def clear(self) -> None:
        """Select nothing."""
        self.select("")
