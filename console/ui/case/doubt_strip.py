"""What is behind the doubt a file raises: one key for the finding, a note if there is one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from console.domain.acts import SettleDoubt
from console.domain.casework.file_claim import MOST_CHARACTERS, last_word
from console.domain.doubt import FINDINGS
from console.domain.file_claim import FileDoubt
from console.domain.report import Report
from console.ui.attachments.claim_words import figures_words
from console.ui.case.choice_strip import ChoiceStrip
from console.ui.texts.cases import short_finding_word
from console.ui.texts.language import translate
from console.ui.widgets.spoken import Spoken, name_widget


class DoubtStrip(ChoiceStrip):
    """`made(SettleDoubt)` for the number key; Tab goes to the note first, Enter comes back to the numbers.

    In one `columns` it stands beside the file itself.
    """

    def __init__(
        self,
        report: Report,
        doubt: FileDoubt,
        made: Callable[[SettleDoubt], None],
        parent: QWidget | None = None,
        *,
        columns: int = 2,
    ) -> None:
        super().__init__(
            partial(_title, doubt, beside=columns == 1),
            tuple((each.value, partial(short_finding_word, each.value)) for each in FINDINGS),
            lambda finding: made(word_on(report, doubt, finding, self.note.text().strip())),
            parent,
            columns=columns,
        )
        self.note = QLineEdit()
        self.note.setMaxLength(MOST_CHARACTERS)
        Spoken(self.note, lambda: self.note.setPlaceholderText(_note_words()))
        name_widget(self.note, _note_words)
        self.note.returnPressed.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.rows.addWidget(self.note)


def word_on(report: Report, doubt: FileDoubt, finding: str, note: str = "") -> SettleDoubt:
    """A person's word on a doubt of the report as he sees it."""
    file_id = report.attachments[doubt.number - 1].id
    return SettleDoubt(file_id=file_id, finding=finding, note=note, was=last_word(report, file_id))


def doubt_to_settle(doubts: tuple[FileDoubt, ...]) -> FileDoubt | None:
    """The doubt a person means first: one nobody said anything of, then one confirmed, then one explained."""
    return min(doubts, key=lambda each: (each.settled is not None, not each.stands, each.number), default=None)


def _title(doubt: FileDoubt, *, beside: bool) -> str:
    """Beside the file its figures stand above already."""
    if beside:
        return translate("claims", "What is behind it?")
    words = translate("claims", "File {n}, made {figures}: what is behind it?")
    return words.format(n=doubt.number, figures=figures_words(doubt.metres, doubt.earlier_s))


def _note_words() -> str:
    return translate("claims", "Note (Tab): what makes it so")
