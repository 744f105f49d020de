"""Which report is selected: one value that queue, case and map share."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The selected report's id, '' for none; `changed(id)` once per change, whoever made it.

    Besides, reports may be marked for one act on all of them; `marks_changed` whenever they are others.
    """

    changed = Signal(str)
    marks_changed = Signal()

    def __init__(self, parent: QObject | None = None, *, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._monotonic_s = monotonic_s
        self._report_id = ""
        self._since_s = monotonic_s()
        self._marked: dict[str, None] = {}

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

    @property
    def marked(self) -> tuple[str, ...]:
        """The marked reports, in the order they were marked."""
        return tuple(self._marked)

    def is_marked(self, report_id: str) -> bool:
        """Whether this report is marked."""
        return report_id in self._marked

    def mark(self, report_ids: Iterable[str]) -> None:
        """Mark these too."""
        self._set_marks({**self._marked, **dict.fromkeys(each for each in report_ids if each)})

    def toggle_mark(self, report_id: str) -> None:
        """Mark a report, or take its mark off."""
        if report_id in self._marked:
            self._set_marks({each: None for each in self._marked if each != report_id})
        else:
            self.mark((report_id,))

    def clear_marks(self) -> None:
        """Take every mark off."""
        self._set_marks({})

    def _set_marks(self, marks: dict[str, None]) -> None:
        if list(marks) != list(self._marked):
            self._marked = marks
            self.marks_changed.emit()

    def clear(self) -> None:
        """Select nothing."""
        self.select("")
