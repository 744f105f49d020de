"""A redacted copy of a film on its way: how far it is, stopped when nobody wants it."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QObject, Signal

from console.desk.attachments import NotShown
from console.desk.decide import Refused
from console.desk.evidence import EvidenceHandling, Redacted
from console.domain.attachment import Attachment
from console.domain.box import Box
from console.domain.report import Report
from console.domain.silence import Silence
from console.ui.background import Background
from console.ui.relay import Courier


class CopyMaking(QObject):
    """One at a time, on a thread of its own: it takes as long as the film is, and everybody else would wait.

    `went_on(percent)`; `ended(Redacted | Refused | NotShown)` or `failed(Fault)`.
    """

    went_on = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, handling: EvidenceHandling, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handling = handling
        self._background = Background(self, threads=1)
        self._stopped = threading.Event()
        self._progress: Courier[int] = Courier(parent=self)
        self._progress.arrived.connect(self.went_on)
        self.file_id = ""

    @property
    def running(self) -> bool:
        """Whether one is being made."""
        return bool(self.file_id)

    def begin(
        self, report: Report, attachment: Attachment, boxes: tuple[Box, ...], silences: tuple[Silence, ...]
    ) -> None:
        """Make a copy; nothing happens while another is made."""
        if self.running:
            return
        self.file_id = attachment.id
        self._stopped = stopped = threading.Event()
        told = self._progress

        def go_on(part: float) -> bool:
            told.take(round(100 * part))
            return not stopped.is_set()

        call = partial(self._handling.redact_moving, report, attachment, boxes, silences, go_on)
        self._background.ask(self, call, self._end, self._fail)

    def cancel(self) -> None:
        """Make it no more: it ends by itself within moments."""
        self._stopped.set()

    def stop(self) -> None:
        """End it and wait, before the desk closes."""
        self.cancel()
        self._background.stop()
        self._progress.close()

    def _end(self, answer: Redacted | Refused | NotShown) -> None:
        self.file_id = ""
        self.ended.emit(answer)

    def _fail(self, fault: object) -> None:
        self.file_id = ""
        self.failed.emit(fault)
