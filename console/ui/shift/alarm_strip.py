"""The lines across the top: officers in danger, silence, climbing alarms, hand-overs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.shift import ClimbingCase, OfferedCase, PassedCase, SafetyCase, SosCase
from console.domain import acts
from console.domain.roster import Rung
from console.domain.safety import SafetyState
from console.domain.timeline import Entry
from console.ui.deciding import Deciding
from console.ui.shift.alarm_line import AlarmLine, LineFacts
from console.ui.shift.watch import ShiftWatch
from console.ui.shift.words import (
    climbing_words,
    offer_words,
    passed_words,
    ring_words,
    safety_words,
    sos_words,
)
from console.ui.texts.language import translate
from console.ui.widgets.spoken import Spoken

MOST = 4
"""Lines shown at once; the most pressing first, the others follow when these are done."""


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
        yield from _climbing(view.climbing)
        yield from (self._offer(case) for case in view.offers)
        yield from (_passed(case) for case in view.passed if case.due_at <= self._now())

    def _sos(self, case: SosCase) -> LineFacts:
        return LineFacts(
            report_id=case.report_id,
            tone="warn" if case.safe else "bad",
            words=lambda now: sos_words(case, now),
            aside=lambda: _ring(case.step),
        )

    def _safety(self, case: SafetyCase) -> LineFacts:
        def heard(by: str) -> Callable[[], None]:
            return lambda: self._deciding.decide(acts.ConfirmSafe(by=by), case.report_id)

        return LineFacts(
            report_id=case.report_id,
            tone="bad" if case.state is SafetyState.ALARM else "warn",
            words=lambda now: safety_words(case, now),
            aside=lambda: _ring(case.step) if case.state is SafetyState.ALARM else "",
            does=(
                (lambda: translate("shift", "Safe (radio)"), heard("radio")),
                (lambda: translate("shift", "Safe (phone)"), heard("phone")),
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


def _climbing(cases: tuple[ClimbingCase, ...]) -> Iterator[LineFacts]:
    """One line for all of them, about the one that climbed furthest: the band below counts the others."""
    rungs = tuple(Rung)
    furthest = max(cases, key=lambda case: (rungs.index(Rung(case.step.params["rung"])), case.step.at), default=None)
    if furthest is not None:
        yield LineFacts(
            report_id=furthest.report_id,
            tone="warn",
            words=lambda now: climbing_words(furthest, len(cases), now),
            aside=lambda: _ring(furthest.step),
        )


def _passed(case: PassedCase) -> LineFacts:
    phone = case.transfer.phone
    return LineFacts(
        report_id=case.report_id,
        tone="warn",
        words=lambda now: passed_words(case, now),
        aside=lambda: translate("shift", "Ring {who}").format(who=phone) if phone else "",
    )


def _ring(step: Entry | None) -> str:
    if step is None or step.params.get("rung") == "operator":
        return ""
    return translate("shift", "Ring {who}").format(who=ring_words(step))
