"""Puts files of this workstation on a case; sending them goes on by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from console.desk.attaching import Attached, Attaching, NotTaken
from console.desk.case import CaseView
from console.desk.decide import Refused
from console.domain.errors import Fault, InputFault
from console.ui.attachments.file_choosing import choose_files, not_taken_words
from console.ui.case.parts import CaseParts
from console.ui.texts.faults import fault_words
from console.ui.texts.refusals import refusal_words

Outcome = Attached | NotTaken | Refused | InputFault


class AttachingActs(QObject):
    """`said` tells what was not taken and why; what is on the case is told as every decision is."""

    def __init__(
        self, parts: CaseParts, said: Callable[[str], None], fault: Callable[[Fault], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._parts, self._said, self._fault = parts, said, fault

    def choose(self, view: CaseView, window: QWidget) -> None:
        """Ask which files, then put them on the case."""
        files = choose_files(window)
        if files:
            self.attach(view, files)

    def attach(self, view: CaseView, files: tuple[Path, ...]) -> None:
        """Put these on the case, one after the other; what is not taken keeps none of the others off it."""
        attaching, report = self._parts.attaching, view.report
        self._said("")

        def work() -> tuple[tuple[Path, Outcome], ...]:
            return tuple((file, _attached(attaching, report.id, file)) for file in files)

        def take(outcomes: tuple[tuple[Path, Outcome], ...]) -> None:
            for _, outcome in outcomes:
                if isinstance(outcome, Attached):
                    self._parts.deciding.adopt(outcome.file.act, report.id, report.number, outcome.decided)
            self._said("\n".join(words for file, outcome in outcomes if (words := _why_not(file, outcome))))

        self._parts.background.ask(self, work, take, self._fault)


def _attached(attaching: Attaching, report_id: str, file: Path) -> Outcome:
    try:
        return attaching.attach_file(report_id, file)
    except InputFault as fault:
        return fault


def _why_not(file: Path, outcome: Outcome) -> str:
    if isinstance(outcome, NotTaken):
        return not_taken_words(file.name, outcome)
    if isinstance(outcome, Refused):
        return refusal_words(outcome.refusal)
    return fault_words(outcome) if isinstance(outcome, InputFault) else ""
