"""The banner of a report merged away: where work goes on, and the way out."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.desk.case import CaseView
from console.domain.casework.merging import into_of
from console.ui import theme
from console.ui.texts.language import translate
from console.ui.texts.times import clock_words
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget


class MergeBanner(QFrame):
    """`chosen(parent id)` goes there, `split_wanted(own id)` splits it off; hidden on a report that stands alone."""

    chosen = Signal(str)
    split_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("tone", "warn")
        self._id = self._parent_id = ""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(theme.px(12), theme.px(6), theme.px(8), theme.px(6))
        rows.setSpacing(theme.px(6))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.words = SafeLabel(role="strong", wrap=True)
        self.go = PlainButton("", lambda: self.chosen.emit(self._parent_id), tone="primary")
        self.split = PlainButton(
            lambda: translate("merging", "Split off"), lambda: self.split_wanted.emit(self._id)
        )
        row.addStretch(1)
        row.addWidget(KeyCap("I"))
        row.addWidget(self.go)
        row.addWidget(self.split)
        rows.addWidget(self.words)
        rows.addLayout(row)
        name_widget(self, lambda: translate("merging", "Merged into another case"))
        self.setVisible(False)

    def show_view(self, view: CaseView, zone: ZoneInfo) -> None:
        """Show where it went."""
        into = into_of(view.report)
        self.setVisible(into is not None)
        if into is None:
            return
        self._id, self._parent_id = view.report.id, into.report_id
        words = translate("merging", "Merged into {number} by {by}, {time}. Work goes on there.")
        self.words.say(words.format(number=into.number, by=one_line(into.by), time=clock_words(into.at, zone)))
        self.go.say(translate("merging", "Open {number}").format(number=into.number))
