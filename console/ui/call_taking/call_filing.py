"""Files the call that is typed, closes one an answer settled, adds later lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from console.desk.call_form import CallForm
from console.desk.call_taking import CallTaking
from console.desk.decide import Decided, Refused
from console.desk.filing import INFORMATION_GIVEN, Filed, Filing
from console.domain.acts import AddNote, CloseCase
from console.domain.errors import Fault
from console.domain.triage import Triage
from console.ui.background import Background
from console.ui.call_taking.filed_card import FiledCard
from console.ui.deciding import Deciding
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words


class CallFiling(QObject):
    """`filed(Filed)` once it stands; `failed(words)` when anything asked for here does not."""

    filed = Signal(object)
    failed = Signal(str)

    def __init__(
        self, calls: CallTaking, deciding: Deciding, background: Background, card: FiledCard, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._calls, self._deciding, self._background, self._card = calls, deciding, background, card
        self.busy = False

    def file(self, form: CallForm, suggestion: Triage | None) -> None:
        """As it is typed; `suggestion` as it is shown now."""
        self._file(lambda filing: filing.file(self._calls.told_since(form), suggestion))

    def inform(self, form: CallForm, suggestion: Triage | None, title: str) -> None:
        """A standard answer was read out: file it and close it as information given, or close what is filed."""
        if form.filed_at is None:
            self._file(lambda filing: filing.inform(self._calls.told_since(form), suggestion, title))
            return
        closing = CloseCase(outcome=INFORMATION_GIVEN, note=title)
        self._deciding.decide(closing, form.id, then=lambda _done: self._card.line_kept(_informed_words()))

    def name_caller(self, form: CallForm) -> None:
        """Who calls, told after filing."""

        def take(answer: Decided | Refused) -> None:
            if isinstance(answer, Refused):
                self.failed.emit(refusal_words(answer.refusal))

        self._background.ask(self, lambda: self._calls.filing.name_caller(form), take, self._fail)

    def add_line(self, form: CallForm, text: str) -> None:
        """What the caller says later, on the case."""

        def take(answer: Decided | Refused) -> None:
            if isinstance(answer, Refused):
                self._card.line_refused(text)
                self.failed.emit(refusal_words(answer.refusal))
            else:
                self._card.line_kept(text)
                self._deciding.adopt(AddNote(text=text), form.id, form.number, answer)

        def failed(fault: Fault) -> None:
            self._card.line_refused(text)
            self._fail(fault)

        self._background.ask(self, lambda: self._calls.filing.add_line(form.id, text), take, failed)

    def _file(self, how: Callable[[Filing], Filed | Refused]) -> None:
        self.busy = True
        self._background.ask(self, lambda: how(self._calls.filing), self._take, self._fail)

    def _take(self, answer: Filed | Refused) -> None:
        self.busy = False
        if isinstance(answer, Refused):
            self.failed.emit(refusal_words(answer.refusal))
            return
        self._deciding.adopt(answer.act, answer.report_id, answer.number, answer.decided)
        self.filed.emit(answer)
        if answer.left_out:
            self.failed.emit(translate("call", "It is filed; a file could not be put on it. Attach it in the case."))
        closed = answer.closed
        if isinstance(closed, Decided):
            self._card.line_kept(_informed_words())
        elif isinstance(closed, Refused):
            self.failed.emit(refusal_words(closed.refusal))
        elif closed is not None:
            self._fail(closed)

    def _fail(self, fault: Fault) -> None:
        self.busy = False
        self.failed.emit(fault_words(fault))


def _informed_words() -> str:
    return translate("call", "Closed as information given.")
