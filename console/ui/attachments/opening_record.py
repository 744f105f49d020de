"""Each file opened large is recorded before it is shown: once a person, file and opening."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from console.desk.decide import Refused
from console.desk.evidence import EvidenceHandling
from console.domain.attachment import Attachment
from console.domain.errors import Fault
from console.domain.report import Report
from console.ui.background import Background
from console.ui.texts.faults import fault_words
from console.ui.texts.refusals import refusal_words

Gate = Callable[[Attachment, Report, Callable[[], None], Callable[[str], None]], None]
"""Calls the first (show it) when a file of a report may be shown, else the second with why not."""


def open_gate(
    attachment: Attachment, report: Report, show: Callable[[], None], refused: Callable[[str], None]
) -> None:
    """Nobody has to be told first: a viewer without a desk."""
    show()


class OpeningRecord(QObject):
    """One per viewer; `begin_anew()` when it closes: opened again, a file is recorded again."""

    def __init__(self, handling: EvidenceHandling, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handling, self._background = handling, background
        self._recorded: set[tuple[str, str]] = set()

    def begin_anew(self) -> None:
        """Nothing is open any more."""
        self._recorded.clear()

    def record(
        self, attachment: Attachment, report: Report, show: Callable[[], None], refused: Callable[[str], None]
    ) -> None:
        """Call `show` once it is on disk that this person opens the file, at once when it is already; else say why."""
        key = (report.id, attachment.id)
        if key in self._recorded:
            show()
            return

        def take(answer: Refused | None) -> None:
            if answer is not None:
                refused(refusal_words(answer.refusal))
                return
            self._recorded.add(key)
            show()

        def failed(fault: Fault) -> None:
            refused(fault_words(fault))

        def call() -> Refused | None:
            return self._handling.opened(report.id, attachment.id)

        self._background.ask(self, call, take, failed, topic=f"opening-{attachment.id}")
