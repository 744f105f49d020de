"""Asks for the selected case: one question at a time, the last one counts."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from console.desk.case import CaseView
from console.domain.errors import Fault
from console.ui.background import FRAME_MS, Background
from console.ui.case.parts import CaseParts
from console.ui.selection import Selection


class CaseAsking(QObject):
    """`answered(CaseView | None)` for the report selected now (None: not at this desk), `failed(Fault)`."""

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, parts: CaseParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = parts.book
        self._background: Background = parts.background
        self._selection: Selection = parts.selection
        self._opened_id = ""
        self._asking = self._again = self._covered = False
        self._told_id = ""
        # Reading anew takes Python's one lock from the window: what has just been told is painted first.
        self._painting = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._painting.timeout.connect(self._painted)

    @property
    def idle(self) -> bool:
        """Whether nothing is asked and nothing is to be asked once more."""
        return not (self._asking or self._again)

    def ask(self) -> None:
        """Ask now; while a question is under way or its answer is being painted, once more after it."""
        report_id = self._selection.report_id
        if not report_id or self._covered or self._book.actor() is None:
            self._again = False
            return
        if self._asking or (self._painting.isActive() and self._told_id == report_id):
            self._again = True
            return
        opened = self._opened_id == report_id
        self._again = False
        self._asking = True
        self._background.ask(
            self, lambda: (report_id, self._book.case(report_id, opened=opened)), self._take, self._fail
        )

    def open(self, report_id: str) -> None:
        """Ask for the content of a sensitive case too; its look was recorded."""
        self._opened_id = report_id
        self.ask()

    def close(self) -> None:
        """Another case was selected: what was opened is closed again."""
        self._opened_id = ""
        self._covered = False

    def cover(self) -> None:
        """Ask nothing and answer nothing until another selection is made (lock)."""
        self._opened_id = ""
        self._covered, self._again = True, False

    def _take(self, answer: tuple[str, CaseView | None]) -> None:
        report_id, view = answer
        self._asking = False
        if report_id != self._selection.report_id:
            self.ask()
        elif not self._covered:
            self._told_id = report_id
            self._painting.start()
            self.answered.emit(view)
            self._painting.start()  # from now on: laying it out took its time

    def _painted(self) -> None:
        if self._again:
            self.ask()

    def _fail(self, fault: Fault) -> None:
        self._asking = self._again = False
        self.failed.emit(fault)
