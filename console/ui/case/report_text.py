"""What was reported, as plain text; a sensitive case is covered until a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.desk.case import CaseView
from console.ui.case.long_text import LongText
from console.ui.texts.cases import kind_word
from console.ui.texts.language import translate
from console.ui.texts.unseen import seen
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.panel import Card
from console.ui.widgets.safe import restyle


class ReportText(Card):
    """`open_wanted` when a covered text is asked for."""

    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = LongText()
        self.rows.addWidget(self._text)
        row = QHBoxLayout()
        self._open = PlainButton(lambda: translate("case", "Open with a reason…"), self.open_wanted.emit)
        row.addWidget(self._open)
        row.addStretch(1)
        self.rows.addLayout(row)

    def show_view(self, view: CaseView) -> None:
        """Show the words of a case, its cover, or why there are none."""
        report = view.report
        self._open.setVisible(view.hidden)
        self.set_tone("warn" if view.hidden else "")
        if view.hidden:
            words = translate("case", "Sensitive case: text and {n} files open on a reason. Each look is recorded.")
            self._text.say(words.format(n=view.hidden_files))
            restyle(self._text, tone="muted")
        elif report.text.strip():
            self._text.say(seen(report.text.strip()))
            restyle(self._text, tone="")
        else:
            self._text.say(translate("case", "{kind}: without text").format(kind=kind_word(report.kind)))
            restyle(self._text, tone="muted")

    def words(self) -> str:
        """What stands there now."""
        return self._text.toPlainText()
