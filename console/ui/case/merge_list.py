"""What was merged into a case, each with its way out, and the large incident the case is."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.desk.case import CaseView
from console.domain.casework.merging import merging_of
from console.domain.queue_row import QueueRow
from console.ui import theme
from console.ui.case.merge_words import incident_words, merged_words
from console.ui.case.section import Section
from console.ui.texts.cases import category_word, source_word
from console.ui.texts.language import translate
from console.ui.texts.times import clock_words
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import ElidedLabel, SafeLabel, safe_tip

SHOWN_MOST = 6
"""Of a large incident's many the newest so many; the others are told by their count."""


class _Line(QWidget):
    """One merged report: number, when, by which channel, its words, and the way out."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self.link = PlainButton("", tone="link")
        self.words = ElidedLabel(role="muted")
        self.split = PlainButton(lambda: translate("merging", "Split off"), tone="slim")
        row.addWidget(self.link)
        row.addWidget(self.words, 1)
        row.addWidget(self.split)


class MergeList(Section):
    """`chosen(id)` goes to a merged report, `split_wanted(id)` splits it off, `tell_wanted` writes to all reporters."""

    chosen = Signal(str)
    split_wanted = Signal(str)
    tell_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.incident = SafeLabel(role="strong", wrap=True)
        self.tell = PlainButton(
            lambda: translate("merging", "Message to all reporters…"), self.tell_wanted.emit, tone="slim"
        )
        self.more = SafeLabel(role="small")
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.incident, 1)
        head.addStretch()
        head.addWidget(self.tell)
        self.rows.addLayout(head)
        self.rows.addWidget(self.more)
        self.lines: list[_Line] = []
        self._shown: tuple[QueueRow, ...] = ()
        self.setVisible(False)

    def show_view(self, view: CaseView, zone: ZoneInfo) -> None:
        """Show what hangs below this case, newest first."""
        count = len(merging_of(view.report).children)
        words = incident_words(view.report)
        self.setVisible(bool(count or words))
        self.say(merged_words(view.report) if count else "")
        self.incident.setVisible(bool(words))
        self.incident.say(words)
        self._shown = tuple(reversed(view.children))[:SHOWN_MOST]
        for place in range(len(self.lines), len(self._shown)):
            line = _Line()
            line.link.clicked.connect(lambda _=False, place=place: self.chosen.emit(self._shown[place].id))
            line.split.clicked.connect(lambda _=False, place=place: self.split_wanted.emit(self._shown[place].id))
            self.rows.insertWidget(self.rows.count() - 1, line)
            self.lines.append(line)
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(self._shown))
            if place < len(self._shown):
                _fill(line, self._shown[place], zone)
        left = count - len(self._shown)
        self.more.setVisible(left > 0)
        self.more.say(translate("merging", "and {n} more").format(n=left))


def _fill(line: _Line, row: QueueRow, zone: ZoneInfo) -> None:
    line.link.say(row.number)
    told = one_line(row.line) or category_word(row.category)
    words = " · ".join((clock_words(row.received_at, zone), source_word(row.source_kind), told))
    line.words.say(words)
    line.words.setToolTip(safe_tip(words))
    line.split.setAccessibleName(translate("merging", "Split off {number}").format(number=row.number))
