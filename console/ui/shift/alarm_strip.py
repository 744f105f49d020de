"""The lines across the top: officers in danger, silence, climbing alarms, hand-overs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.shift import ClimbingCase, OfferedCase, PassedCase, SafetyCase, SosCase
from console.domain import acts
from console.domain.alarm import Heard
from console.domain.roster import Rung
from console.domain.safety import SafetyState
from console.domain.timeline import Entry
from console.ui.deciding import Deciding
from console.ui.shift.alarm_line import AlarmLine, LineFacts
from console.ui.shift.watch import ShiftWatch
from console.ui.shift.words import (
    answer_words,
    climbing_words,
    offer_words,
    passed_words,
    ring_words,
    safety_words,
    sos_words,
)
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.spoken import Spoken

MOST = 4
"""Lines shown at once; the most pressing first, the others follow when these are done."""
_SHORT = 24
"""Characters of a name on a button; the whole stands beside it."""


class AlarmStrip(QWidget):
    """Hidden while all is calm; `chosen(report_id)` on a click, buttons decide at once."""

    chosen = Signal(str)

    def __init__(
        self,
        watch: ShiftWatch,
        deciding: Deciding,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._watch, self._deciding, self._now = watch, deciding, now
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(1)
        self.lines = tuple(AlarmLine() for _ in range(MOST))
        for line in self.lines:
            line.chosen.connect(self.chosen)
            line.hide()
            rows.addWidget(line)
        self.setAccessibleName(translate("shift", "Alarms of the shift"))
        self.hide()
        watch.changed.connect(self._show)
        watch.second.connect(self._tick)
        Spoken(self, self._show)

    def _show(self) -> None:
        found, now = list(self._facts())[:MOST], self._now()
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(found))
            if place < len(found):
                line.show_facts(found[place], now)
        self.setVisible(bool(found))

    def _tick(self, now: datetime) -> None:
        for line in self.lines:
            if line.isVisible():
                line.tick(now)

    def _facts(self) -> Iterator[LineFacts]:
        view = self._watch.view
        yield from (self._sos(case) for case in view.sos)
        yield from (self._safety(case) for case in sorted(view.safety, key=lambda case: case.check.due_at))
        yield from self._climbing(view.climbing)
        yield from (self._offer(case) for case in view.offers)
        yield from (_passed(case) for case in view.passed if case.due_at <= self._now())

    def _sos(self, case: SosCase) -> LineFacts:
        return LineFacts(
            report_id=case.report_id,
            tone="warn" if case.safe else "bad",
            words=lambda now: sos_words(case, now),
            aside=lambda: _ring(case.step, case.answer, self._now()),
            does=self._takes(case.report_id, case.step, case.answer),
        )

    def _safety(self, case: SafetyCase) -> LineFacts:
        def heard(by: str) -> Callable[[], None]:
            return lambda: self._deciding.decide(acts.ConfirmSafe(by=by), case.report_id)

        return LineFacts(
            report_id=case.report_id,
            tone="bad" if case.state is SafetyState.ALARM else "warn",
            words=lambda now: safety_words(case, now),
            aside=lambda: _ring(case.step, case.answer, self._now()) if case.state is SafetyState.ALARM else "",
            does=(
                (lambda: translate("shift", "Safe (radio)"), heard("radio")),
                (lambda: translate("shift", "Safe (phone)"), heard("phone")),
                *(self._takes(case.report_id, case.step, case.answer) if case.state is SafetyState.ALARM else ()),
            ),
        )

    def _offer(self, case: OfferedCase) -> LineFacts:
        def accept() -> None:
            self._deciding.decide(acts.AcceptOffer(), case.report_id)
            self.chosen.emit(case.report_id)

        return LineFacts(
            report_id=case.report_id,
            tone="calm",
            words=lambda now: offer_words(case),
            does=(
                (lambda: translate("shift", "Accept"), accept),
                (lambda: translate("shift", "Look first"), lambda: self.chosen.emit(case.report_id)),
            ),
        )

    def _climbing(self, cases: tuple[ClimbingCase, ...]) -> Iterator[LineFacts]:
        """One line for all of them, about the one nobody takes that climbed furthest: the band counts the others."""
        rungs = tuple(Rung)

        def pressing(case: ClimbingCase) -> tuple[bool, int, datetime]:
            return case.answer is None, rungs.index(Rung(case.step.params["rung"])), case.step.at

        furthest = max(cases, key=pressing, default=None)
        if furthest is not None:
            yield LineFacts(
                report_id=furthest.report_id,
                tone="calm" if furthest.answer is not None else "warn",
                words=lambda now: climbing_words(furthest, len(cases), now),
                aside=lambda: _ring(furthest.step, furthest.answer, self._now()),
                does=self._takes(furthest.report_id, furthest.step, furthest.answer),
            )

    def _takes(
        self, report_id: str, step: Entry | None, answer: Entry | None
    ) -> tuple[tuple[Callable[[], str], Callable[[], None]], ...]:
        """Buttons: the officer of that rung was rung and takes it; whoever leads the shift takes it at this screen."""
        if step is None or answer is not None or step.params.get("rung") == Rung.OPERATOR:
            return ()
        told, here = one_line(step.params.get("name", "")), one_line(self._watch.view.taker)

        def take(name: str, by: Heard) -> Callable[[], None]:
            act = acts.AnswerAlarm(
                alarm=step.params.get("alarm", ""), since=step.params.get("since", ""), name=name, by=by.value
            )
            return lambda: self._deciding.decide(act, report_id)

        def phone() -> str:
            short = told if len(told) <= _SHORT else told[: _SHORT - 1].rstrip(" (") + "…"
            return translate("shift", "{name} takes it (phone)").format(name=short)

        by_phone = ((phone, take(told, Heard.PHONE)),) if told else ()
        at_screen = ((lambda: translate("shift", "I take it"), take(here, Heard.SCREEN)),) if here else ()
        return (*by_phone, *at_screen)


def _passed(case: PassedCase) -> LineFacts:
    phone = case.transfer.phone
    return LineFacts(
        report_id=case.report_id,
        tone="warn",
        words=lambda now: passed_words(case, now),
        aside=lambda: translate("shift", "Ring {who}").format(who=phone) if phone else "",
    )


def _ring(step: Entry | None, answer: Entry | None, now: datetime) -> str:
    """Whom to ring, or who takes it already."""
    if step is None or step.params.get("rung") == "operator":
        return ""
    if answer is not None:
        return answer_words(answer, now)
    return translate("shift", "Ring {who}").format(who=ring_words(step))
