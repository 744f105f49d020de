"""The center's handbook at a case: checklist steps, standard answers said or sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from console.desk.case import CaseView
from console.domain import acts
from console.domain.answer import Answers, StandardAnswer
from console.domain.checklist import CheckStep
from console.domain.errors import Fault
from console.ui.case.answer_card import AnswerCard
from console.ui.case.answer_sheet import AnswerSheet, Use
from console.ui.case.checklist_list import step_words
from console.ui.case.choice_strip import ChoiceStrip
from console.ui.case.composer import Composer
from console.ui.case.ending_acts import Decide, EndingActs
from console.ui.case.parts import CaseParts
from console.ui.case.tray import Tray
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words
from console.ui.widgets.spoken import Words

INFORMATION_GIVEN = "information_given"


class HandbookActs(QObject):
    """Each answers '' or why nothing was opened."""

    def __init__(
        self,
        parts: CaseParts,
        tray: Tray,
        decide: Decide,
        endings: EndingActs,
        fault: Callable[[Fault], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._parts, self._tray, self._decide, self._endings, self._fault = parts, tray, decide, endings, fault

    def do_step(self, view: CaseView) -> str:
        """Open the steps still to do; a number does one."""
        return self._choose(
            view,
            lambda: translate("checklist", "Which step is done?"),
            lambda step: self._decide(acts.TickStep(step_id=step.id), view),
        )

    def skip_step(self, view: CaseView) -> str:
        """Open the steps still to do; a number asks why that one is skipped."""
        return self._choose(
            view, lambda: translate("checklist", "Skip which step?"), lambda step: self._skip(view, step)
        )

    def open_answers(self, view: CaseView) -> str:
        """Find a standard answer, those that fit the report's words first."""
        if view.report.ended:
            return translate("case", "Not for this case.")
        text = view.report.text

        def open_card(answers: Answers) -> None:
            self._tray.open(AnswerCard(answers, text, lambda answer: self._open_answer(view, answer)))

        self._parts.background.ask(self, self._parts.book.answers, open_card, self._fault, topic="tray")
        return ""

    def _choose(self, view: CaseView, title: Words, chosen: Callable[[CheckStep], None]) -> str:
        if view.checklist is None:
            return translate("checklist", "This category has no checklist.")
        if view.report.ended:
            return translate("case", "Not for this case.")
        done = {check.step_id for check in view.report.checks}
        left = {step.id: step for step in view.checklist.steps if step.id not in done}
        if not left:
            return translate("checklist", "Every step is done or skipped.")
        choices = tuple((step.id, partial(step_words, step)) for step in left.values())
        self._tray.open(ChoiceStrip(title, choices, lambda step_id: chosen(left[step_id]), columns=1))
        return ""

    def _skip(self, view: CaseView, step: CheckStep) -> None:
        ready = (
            translate("checklist", "Does not apply here"),
            translate("checklist", "The line broke off"),
            translate("checklist", "The officer does it on scene"),
        )
        self._tray.open(
            Composer(
                lambda: translate("checklist", "Skip “{step}”: why?").format(step=step_words(step)),
                lambda reason: self._decide(acts.SkipStep(step_id=step.id, reason=reason), view),
                button=lambda: translate("checklist", "Skip"),
                hint=lambda: translate("checklist", "The reason stays on the case."),
                ready=ready,
                short=True,
            )
        )

    def _open_answer(self, view: CaseView, answer: StandardAnswer) -> None:
        asking = view.may.get("report.ask")
        unsendable = refusal_words(asking) if asking is not None else ""
        closing = view.may.get("report.close")
        unclosable = refusal_words(closing) if closing is not None else ""
        self._tray.open(
            AnswerSheet(
                answer,
                (
                    Use(
                        lambda: translate("answer", "Read out, close as information given"),
                        lambda: self._close(view, answer),
                        unclosable,
                    ),
                    Use(
                        lambda: translate("answer", "Send, close as information given"),
                        lambda: self._send(view, answer, close=True),
                        unsendable or unclosable,
                    ),
                    Use(
                        lambda: translate("answer", "Send, keep open"),
                        lambda: self._send(view, answer, close=False),
                        unsendable,
                    ),
                ),
            )
        )

    def _send(self, view: CaseView, answer: StandardAnswer, *, close: bool) -> None:
        """Through the channel he used, as a question goes."""
        act = acts.AskReporter(text=answer.text)
        if not close:
            self._decide(act, view)
            return
        self._parts.deciding.decide(
            act,
            view.report.id,
            then=lambda _done: self._close(view, answer),
            refused=lambda _refused: self._decide(act, view),
        )

    def _close(self, view: CaseView, answer: StandardAnswer) -> None:
        if any(shown.open for shown in view.assignments):
            self._endings.close_as(view, INFORMATION_GIVEN)
            return
        self._decide(acts.CloseCase(outcome=INFORMATION_GIVEN, note=answer.title), view, on_seen=True)
