"""Records a try to ring back: one key for what came of it, a note if there is one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from console.domain.acts import RecordTry
from console.domain.callback import TryResult
from console.ui.case.choice_strip import ChoiceStrip
from console.ui.texts.cases import try_word
from console.ui.texts.language import translate
from console.ui.widgets.spoken import Spoken, name_widget

MOST_CHARACTERS = 500


class TryStrip(ChoiceStrip):
    """`made(RecordTry)` for the number key; Tab goes to the note first, digits typed there are the note's."""

    def __init__(self, number: str, made: Callable[[RecordTry], None], parent: QWidget | None = None) -> None:
        choices = tuple((result.value, partial(_capital, result)) for result in TryResult)
        super().__init__(
            lambda: translate("callback", "You rang back on {number}: what came of it?").format(number=number),
            choices,
            lambda result: made(RecordTry(result=result, note=self.note.text().strip())),
            parent,
        )
        self.note = QLineEdit()
        self.note.setMaxLength(MOST_CHARACTERS)
        Spoken(self.note, lambda: self.note.setPlaceholderText(translate("callback", "Note (Tab): what was heard")))
        name_widget(self.note, lambda: translate("callback", "Note (Tab): what was heard"))
        self.note.returnPressed.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.rows.addWidget(self.note)


def _capital(result: TryResult) -> str:
    word = try_word(result.value)
    return word[:1].upper() + word[1:]
