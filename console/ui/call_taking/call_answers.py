"""Standard answers at a call: found, read out, filed as information given, by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from console.desk.call_form import CallForm
from console.desk.call_help import names_danger
from console.desk.call_taking import CallTaking
from console.domain.answer import Answers, StandardAnswer
from console.domain.errors import Fault
from console.domain.triage import Triage
from console.ui.background import Background
from console.ui.case.answer_card import AnswerCard
from console.ui.case.answer_sheet import AnswerSheet, Use
from console.ui.case.tray import Tray
from console.ui.texts.language import translate


class CallAnswers(QObject):
    """`informed(StandardAnswer)`: read out, file or close as information given. `read_out(StandardAnswer)`: go on."""

    informed = Signal(object)
    read_out = Signal(object)

    def __init__(
        self,
        calls: CallTaking,
        background: Background,
        tray: Tray,
        typed: Callable[[], tuple[CallForm | None, Triage | None]],
        failed: Callable[[Fault], None],
        parent: QObject,
    ) -> None:
        """`typed` is the form as it stands and what its words suggest."""
        super().__init__(parent)
        self._calls, self._background, self._tray, self._typed, self._failed = calls, background, tray, typed, failed

    def open(self) -> None:
        """Find an answer, those that fit the words typed so far first."""
        form, _ = self._typed()
        if form is None:
            return
        text = form.text

        def show(answers: Answers) -> None:
            self._tray.open(AnswerCard(answers, text, self._show))

        self._background.ask(self, self._calls.answers, show, self._failed, topic="answers")

    def _show(self, answer: StandardAnswer) -> None:
        form, suggestion = self._typed()
        if form is None:
            self._tray.clear()
            return
        filed = form.filed_at is not None
        danger = names_danger(form, suggestion) and not filed
        why_not = translate("call", "What is typed tells of danger: file it as it is (Ctrl+Enter).") if danger else ""

        def inform() -> None:
            self._tray.close_answered()
            self.informed.emit(answer)

        def go_on() -> None:
            self._tray.close_answered()
            self.read_out.emit(answer)

        said = Use(_close_words if filed else _file_words, inform, why_not)
        only_read = Use(lambda: translate("call", "Read out, go on with the call"), go_on)
        self._tray.open(AnswerSheet(answer, (said, only_read)))


def _file_words() -> str:
    return translate("call", "Read out, file as information given")


def _close_words() -> str:
    return translate("call", "Read out, close as information given")
