"""Takes a case file out of the center, and shows who handled its files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from console.desk.case import CaseView
from console.desk.case_file import LeavingFile
from console.desk.decide import Refused
from console.desk.evidence import Leaving, Written
from console.domain.errors import Fault
from console.domain.evidence import ExportForm
from console.domain.report import Report
from console.ui.background import Background
from console.ui.case.parts import CaseParts
from console.ui.case.tray import Tray
from console.ui.evidence.access_card import AccessCard
from console.ui.evidence.case_paper import draw_case
from console.ui.evidence.export_card import ExportCard
from console.ui.evidence.words import read_me
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words


class EvidenceActs(QObject):
    """One per case pane; `choose_file(title, name)` asks where to, '' when it was left. Files are made in `copying`."""

    def __init__(
        self, parts: CaseParts, copying: Background, tray: Tray, said: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._handling, self._files = parts.evidence.handling, parts.evidence.case_files
        self._book, self._background, self._copying = parts.book, parts.background, copying
        self._tray, self._said = tray, said
        self.choose_file: Callable[[str, str], str] = self._ask_file

    def export(self, view: CaseView) -> None:
        """Open the card that shows exactly what leaves; of a covered case its content is opened first."""
        if view.hidden:
            self._said(translate("evidence", "Open the sensitive content with a reason first."))
            return
        report = view.report
        self._background.ask(self, lambda: self._files.want(report.attachments), None, self._failed)
        card = ExportCard(
            report,
            lambda form, leaving, files: self._save(card, view, form, leaving, files),
            offline=self._files.offline(),
        )
        self._tray.open(card)

    def accesses(self, view: CaseView) -> None:
        """Open the list of who handled the files."""
        self._tray.open(AccessCard(view.report, ZoneInfo(view.zone)))

    def _save(
        self, card: ExportCard, view: CaseView, form: ExportForm, leaving: Leaving, files: tuple[LeavingFile, ...]
    ) -> None:
        report = view.report
        name = self._handling.file_name(report, None, leaving, form.value)
        chosen = self.choose_file(translate("evidence", "Save the case file"), name)
        if not chosen:
            return
        card.work(True)

        def call() -> Written | Refused:
            paper = self._files.paper(report, files, leaving, self._book.site())
            if form is ExportForm.PDF:
                return self._files.save_paper(paper, draw_case, Path(chosen))
            return self._files.save_zip(paper, draw_case, Path(chosen), read_me())

        self._copying.ask(
            self, call, lambda answer: self._saved(card, report, answer), lambda fault: card.tell(fault_words(fault))
        )

    def _saved(self, card: ExportCard, report: Report, answer: Written | Refused) -> None:
        if isinstance(answer, Refused):
            card.tell(refusal_words(answer.refusal))
            return
        if self._tray.card is card:
            self._tray.close_answered()
        words = translate("evidence", "{number}: saved as {file}, recorded.")
        if not answer.proven:
            words = translate(
                "evidence",
                "{number}: saved as {file}, recorded here; not proven until the server has it. "
                "Make another one then: it proves this one too.",
            )
        self._said(words.format(number=report.number, file=answer.file.name))

    def _failed(self, fault: Fault) -> None:
        self._said(fault_words(fault))

    def _ask_file(self, title: str, name: str) -> str:
        chosen, _ = QFileDialog.getSaveFileName(self._tray, title, name)
        return chosen
