"""Who calls: number and name, and what this desk knows of the number."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.desk.call_taking import CallerHistory
from console.domain.queue_row import QueueRow
from console.ui import theme
from console.ui.call_taking.line_button import LineButton
from console.ui.call_taking.words import caller_words
from console.ui.sign_in.field import Field
from console.ui.texts.cases import category_word, status_word
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel

SHOWN = 3


class CallerField(QWidget):
    """`typed(phone, name)` while typing, `left` when one of the two is left or Enter pressed in it."""

    typed = Signal(str, str)
    left = Signal()
    report_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(4))
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self.phone = Field(lambda: translate("call", "Caller's number"))
        self.name = Field(lambda: translate("call", "Caller's name"))
        for field in (self.phone, self.name):
            field.line.textEdited.connect(lambda _text: self.typed.emit(self.phone.line.text(), self.name.line.text()))
            field.line.editingFinished.connect(self.left)
            field.label.setWordWrap(True)
            field.line.setMinimumWidth(theme.px(60))
            line.addWidget(field, 1)
        rows.addLayout(line)
        self.known = SafeLabel("", role="small_strong", wrap=True)
        rows.addWidget(self.known)
        self._rows: tuple[QueueRow, ...] = ()
        self._lines = [self._line(place) for place in range(SHOWN)]
        for each in self._lines:
            rows.addWidget(each)
        self.show_history(None)

    def show_caller(self, phone: str, name: str) -> None:
        """Fill both."""
        for field, text in ((self.phone, phone), (self.name, name)):
            if field.line.text() != text:
                field.line.setText(text)

    def show_history(self, history: CallerHistory | None) -> None:
        """What is known of the number; None hides it."""
        self._rows = history.latest[:SHOWN] if history is not None else ()
        self.known.say(lambda: caller_words(history))
        self.known.setVisible(history is not None)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(self._rows))
            if place < len(self._rows):
                row = self._rows[place]
                line.say(partial(_row_words, row))

    def _line(self, place: int) -> LineButton:
        return LineButton(lambda: self.report_chosen.emit(self._rows[place].id))


def _row_words(row: QueueRow) -> str:
    return f"{row.number} · {category_word(row.category)} · {status_word(row.status)}"
