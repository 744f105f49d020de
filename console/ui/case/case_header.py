"""The head of a case: title, number, its chips, and who has it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.desk.case import CaseView
from console.domain.report import Report, ReportKind
from console.ui import theme
from console.ui.attachments.claim_words import doubt_words
from console.ui.case.chip_button import ChipButton
from console.ui.case.suggestion_line import SuggestionLine
from console.ui.case.who_line import WhoLine
from console.ui.case.words import ended_words, headline
from console.ui.texts.cases import category_word, kind_word, priority_word, source_word, status_word
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.chip import Chip
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.safe import ElidedLabel, SafeLabel


class CaseHeader(QWidget):
    """`priority_wanted`, `category_wanted`, `doubt_wanted`, `menu_wanted(widget)`, `take_over_wanted`: its keys."""

    take_over_wanted = Signal()
    priority_wanted = Signal()
    category_wanted = Signal()
    doubt_wanted = Signal()
    suggestion_taken = Signal()
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        self.title = ElidedLabel(role="title")
        self.number = SafeLabel(role="muted").selectable()
        self.menu = PlainButton("⋯", lambda: self.menu_wanted.emit(self.menu), tone="flat")
        self.menu.tip(lambda: translate("case", "More acts"))
        self.menu.setAccessibleName(translate("case", "More acts"))
        head.addWidget(self.title, 1)
        head.addWidget(self.number)
        head.addWidget(self.menu)
        outer.addLayout(head)
        chips = QWidget()
        flow = FlowLayout(chips, gap=theme.px(6))
        self._priority = ChipButton(self.priority_wanted.emit)
        self._category = ChipButton(self.category_wanted.emit)
        self._status = Chip()
        self._source = ChipButton()
        self._doubt = ChipButton(self.doubt_wanted.emit)
        self._unread = ChipButton()
        for chip in self._chips():
            flow.addWidget(chip)
        outer.addWidget(chips)
        self.suggestion = SuggestionLine()
        self.suggestion.taken.connect(self.suggestion_taken)
        outer.addWidget(self.suggestion)
        self.who = WhoLine()
        self.who.take_over_wanted.connect(self.take_over_wanted)
        outer.addWidget(self.who)

    def show_view(self, view: CaseView, lookers: tuple[str, ...]) -> None:
        """Show the head of a case; a sensitive one is called by its category until it was opened."""
        report = view.report
        self.title.say(_title(report))
        self.number.say(report.number)
        self._priority.say(priority_word(report.priority))
        self._priority.set_tone(f"p{report.priority}")
        self._priority.tip(translate("case", "Change priority (P)"))
        self._category.say(category_word(report.category))
        self._category.set_icon_name(report.category)
        self._category.tip(translate("case", "Change category (C)"))
        self._source.say(self._source_words(view))
        self._source.set_icon_name(report.source_kind.value, "muted")
        self._show_doubt(view)
        self._show_status(view)
        self._unread.setVisible(report.unread)
        self._unread.say(translate("case", "unread"))
        self._unread.set_icon_name("unread", "warn")
        self.suggestion.show_view(view)
        self.who.show_view(view, lookers)

    def show_lookers(self, lookers: tuple[str, ...]) -> None:
        """Show who else has this case open."""
        self.who.show_lookers(lookers)

    def _show_doubt(self, view: CaseView) -> None:
        stands = any(doubt.stands for doubt in view.doubts)
        self._doubt.setVisible(bool(view.doubts))
        self._doubt.say(translate("case", "a file in doubt") if stands else translate("case", "a doubt explained"))
        self._doubt.set_tone("warn" if stands else "")
        self._doubt.set_icon_name("doubt" if stands else "settled", "warn" if stands else "muted")
        self._doubt.tip(doubt_words(view.doubts) + "\n" + translate("claims", "Q: say what is behind it"))

    def _show_status(self, view: CaseView) -> None:
        report = view.report
        words = status_word(report.status)
        if report.outcome:
            words += f": {ended_words(report)}"
        self._status.say(words)

    def _source_words(self, view: CaseView) -> str:
        report = view.report
        words = source_word(report.source_kind)
        name = one_line(report.source_name)
        if name and len(name) < 32:
            words = name if words.lower() in name.lower() else f"{words} {name}"
        if report.reporter.reports:
            trust = translate("case", "{good} of {all} reports true")
            words += " · " + trust.format(good=report.reporter.confirmed, all=report.reporter.reports)
        return words

    def _chips(self) -> tuple[QWidget, ...]:
        return self._priority, self._category, self._status, self._source, self._doubt, self._unread


def _title(report: Report) -> str:
    if report.sensitive:
        return category_word(report.category)
    category, kind = category_word(report.category), kind_word(report.kind)
    return headline(report.text) or _wordless(report, category, kind)


def _wordless(report: Report, category: str, kind: str) -> str:
    """'Panic button · Panic button' and 'Information · Information request' would tell nobody more."""
    if report.kind is ReportKind.PANIC:
        return category
    return kind if category.casefold() in kind.casefold() else f"{category} · {kind}"
