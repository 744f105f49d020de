"""Which files of the case go along with a forward: none at first; what leaves of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console.desk.attachments import NotShown
from console.desk.case import CaseView
from console.desk.evidence import Leaving
from console.desk.forward_files import ForwardFiles, Prepared, offers
from console.desk.ports import Download
from console.desk.posters import Posters
from console.domain.agency import Site
from console.domain.errors import Fault
from console.domain.forward_file import ForwardFile
from console.domain.leaving_rules import LeavingRules
from console.domain.report import Report
from console.ui import theme
from console.ui.attachments.words import has_thumbnail
from console.ui.background import Background
from console.ui.case.parts import CaseParts
from console.ui.evidence.marking import Marks
from console.ui.forwarding.file_choice import FileChoice
from console.ui.forwarding.words import together_words
from console.ui.relay import Courier
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel, restyle
from console.ui.widgets.spoken import name_widget

MOST_CHARACTERS = 200


class FileChoices(QWidget):
    """`changed` with everything that matters to whether it may go; hidden for a case without files.

    A copy is made as soon as its file is ticked, so that exactly what leaves is known before it is decided.
    """

    changed = Signal()

    def __init__(
        self, report: Report, files: ForwardFiles, posters: Posters, background: Background, copying: Background,
        rules: LeavingRules, lines: Callable[[], tuple[str, ...]], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`lines` are what a mark says now: whom it goes to is chosen beside. Copies are made in `copying`."""
        super().__init__(parent)
        self._report, self._files, self._copying = report, files, copying
        self._rules, self._lines = rules, lines
        self._marks = Marks(lines() if rules.mark else ())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(4))
        rows.addWidget(SafeLabel(lambda: translate("forwarding", "FILES THAT GO ALONG"), role="section"))
        self.choices = [FileChoice(offer, marked=rules.mark) for offer in offers(report)]
        for choice in self.choices:
            choice.toggled.connect(partial(self._toggled, choice))
            rows.addWidget(choice)
            if has_thumbnail(choice.offer.attachment):
                call = partial(posters.poster, choice.offer.attachment)
                background.ask(choice, call, choice.show_picture, lambda _fault: None)
        self.reason: QLineEdit | None = None
        if report.sensitive and self.choices:
            self.reason = self._reason_line(rows)
        self._sum = SafeLabel(self._sum_words, role="muted", wrap=True)
        rows.addWidget(self._sum)
        self._trouble = SafeLabel("", role="bad", wrap=True)
        self._trouble.setVisible(False)
        rows.addWidget(self._trouble)
        news: Courier[dict[str, Download]] = Courier(lambda old, new: {**old, **new}, self)
        news.arrived.connect(self._take_news)
        stop = files.subscribe(lambda download: news.take({download.attachment_id: download}))

        def end() -> None:
            stop()
            news.close()

        # Nothing of the widget is in it: what tells of downloads must not keep a card alive that is closed.
        self.destroyed.connect(end)
        self.setVisible(bool(self.choices))
        self._look()

    @property
    def chosen(self) -> tuple[FileChoice, ...]:
        """The files ticked."""
        return tuple(each for each in self.choices if each.chosen)

    @property
    def why(self) -> str:
        """The reason written for a sensitive case."""
        return self.reason.text().strip() if self.reason is not None else ""

    def why_not(self) -> str:
        """Why what is ticked cannot leave (yet); '' when it can."""
        chosen = self.chosen
        if any(each.found is None for each in chosen):
            return translate("forwarding", "A copy is still being made.")
        if any(isinstance(each.found, NotShown) for each in chosen):
            return translate("forwarding", "A ticked file cannot leave now; what it says stands beside it.")
        if self._bytes() > self._rules.most_bytes:
            return together_words(len(chosen), self._bytes(), self._rules)
        if chosen and self.reason is not None and not self.why:
            return translate("forwarding", "Sensitive case: write why its files must leave.")
        return ""

    def mark_anew(self) -> None:
        """Somebody else gets them: copies that say to whom are made again."""
        marks = Marks(self._lines() if self._rules.mark else ())
        if marks == self._marks:
            return
        self._marks = marks
        for choice in self.choices:
            if choice.offer.copied and choice.found is not None:
                choice.take(None)
                if choice.chosen:
                    self._prepare(choice)
        self._look()

    def seal(self, then: Callable[[tuple[ForwardFile, ...]], None]) -> None:
        """Seal the copies of what is ticked on this disk, then hand over what the decision says of each."""
        ready = [each.found for each in self.chosen if isinstance(each.found, Prepared)]
        self._copying.ask(self, lambda: self._files.seal(ready), then, self._failed, topic="seal")

    def _toggled(self, choice: FileChoice) -> None:
        if choice.chosen and not isinstance(choice.found, Prepared):
            self._prepare(choice)
        self._look()

    def _prepare(self, choice: FileChoice) -> None:
        marks = self._marks
        choice.take(None)

        def take(found: Prepared | NotShown) -> None:
            # Whom it goes to was changed meanwhile: another copy is on its way.
            if marks == self._marks or not choice.offer.copied:
                choice.take(found)
                self._look()

        self._copying.ask(
            choice, lambda: self._files.prepare(self._report, choice.offer, marks), take, self._failed, topic="copy"
        )

    def _take_news(self, news: dict[str, Download]) -> None:
        for choice in self.choices:
            if choice.offer.attachment.id in news and choice.chosen and isinstance(choice.found, NotShown):
                self._prepare(choice)
        self._look()

    def _bytes(self) -> int:
        return sum(each.found.size_bytes for each in self.chosen if isinstance(each.found, Prepared))

    def _sum_words(self) -> str:
        return together_words(len(self.chosen), self._bytes(), self._rules)

    def _look(self) -> None:
        self._sum.say(self._sum_words)
        restyle(self._sum, role="bad" if self._bytes() > self._rules.most_bytes else "muted")
        if self.reason is not None:
            self.reason.setVisible(bool(self.chosen))
        self.changed.emit()

    def _failed(self, fault: Fault) -> None:
        self._trouble.say(lambda: fault_words(fault))
        self._trouble.setVisible(True)
        self.changed.emit()

    def _reason_line(self, rows: QVBoxLayout) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(MOST_CHARACTERS)
        name_widget(field, _reason_words)
        field.setPlaceholderText(_reason_words())
        field.textChanged.connect(lambda _text: self._look())
        rows.addWidget(field)
        return field


def choices_for(
    view: CaseView, parts: CaseParts, site: Site, copying: Background, whom: Callable[[], str]
) -> FileChoices:
    """The files of a case as they can go along to `whom()`; of a covered case none, until it was looked at.

    Copies are made in `copying`, one after the other.
    """
    report, zone = view.report, ZoneInfo(view.zone)

    def lines() -> tuple[str, ...]:
        leaving = Leaving(purpose=translate("forwarding", "forwarded"), recipient=whom())
        return parts.evidence.handling.mark_lines(report, leaving, zone)

    files, posters = parts.evidence.forward_files, parts.viewer.posters
    return FileChoices(report, files, posters, parts.background, copying, site.leaving, lines)


def _reason_words() -> str:
    return translate("forwarding", "Sensitive case: why must its files leave? It is recorded.")
