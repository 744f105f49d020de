"""How a case ends at its pane: the closing strip, and tries to ring back before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from console.desk.bulk import BulkPlan
from console.desk.case import CaseView
from console.domain import acts
from console.domain.acts import Act
from console.domain.casework.closing import found_by_choices
from console.domain.errors import Fault
from console.domain.outcome import SHIPPED, WOMEN_AND_CHILDREN_UNIT, CloseOutcome, OutcomeList
from console.ui.case.bulk_strip import BulkStrip
from console.ui.case.confirm_strip import ConfirmStrip
from console.ui.case.outcome_strip import Asked, OutcomeStrip
from console.ui.case.parts import CaseParts
from console.ui.case.tray import Tray
from console.ui.case.try_strip import TryStrip
from console.ui.deciding import Done, NotDone
from console.ui.dispatch.words import waiting_words
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words
from console.ui.texts.unseen import one_line


class Decide(Protocol):
    """Decides on the case shown (CaseActs, by shape)."""

    def __call__(self, act: Act, view: CaseView, *, on_seen: bool = False) -> None:
        """Decide; `on_seen` only on the version shown."""


class EndingActs(QObject):
    """Asks what an end still needs, in at most two keys more, then decides."""

    def __init__(
        self, parts: CaseParts, tray: Tray, decide: Decide, say: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._parts, self._tray, self._decide, self._say = parts, tray, decide, say

    def close(self, view: CaseView) -> None:
        """Choose how it ended, from the center's list."""
        self._with_outcomes(lambda outcomes: self._open(view, outcomes.offered()))

    def close_as(self, view: CaseView, outcome_id: str) -> None:
        """End it with this outcome; what that needs is asked first."""

        def open_at(outcomes: OutcomeList) -> None:
            outcome = outcomes.outcome(outcome_id) or SHIPPED.outcome(outcome_id) or CloseOutcome(id=outcome_id)
            self._open(view, outcomes.offered(), outcome)

        self._with_outcomes(open_at)

    def ring_back(self, view: CaseView) -> None:
        """Record a try to ring back, or say why there is none to record."""
        why = no_try_words(view)
        if why:
            self._say(why)
        else:
            self._tray.open(TryStrip(view.report.number, lambda act: self._decide(act, view)))

    def junk_marked(self, report_ids: tuple[str, ...]) -> None:
        """Dispose of every marked report that may go, one key for its kind; what stays is named with its reason."""
        self._parts.background.ask(
            self, lambda: self._parts.book.junk_plan(report_ids), self._open_bulk, self._fault, topic="tray"
        )

    def _open_bulk(self, plan: BulkPlan) -> None:
        self._tray.open(BulkStrip(plan, lambda outcome: self._junk_each(plan, outcome)))

    def _junk_each(self, plan: BulkPlan, outcome: str) -> None:
        card = self._tray.card

        def settle(done: Done | None, refused: tuple[NotDone, ...]) -> None:
            self._parts.selection.clear_marks()
            if self._tray.card is card:
                self._tray.close_answered()
            if refused:
                said = (f"{each.number}: {refusal_words(each.refusal)}" for each in refused if each.refusal)
                self._say("\n".join(said))

        self._parts.deciding.decide_each(
            acts.JunkCase(outcome=outcome),
            plan.versions,
            lambda n: translate("case", "{n} reports").format(n=n),
            then=settle,
        )

    def _fault(self, fault: Fault) -> None:
        self._say(fault_words(fault))

    def _with_outcomes(self, then: Callable[[OutcomeList], None]) -> None:
        self._parts.background.ask(self, self._parts.book.outcomes, then, self._fault, topic="tray")

    def _open(self, view: CaseView, offered: tuple[CloseOutcome, ...], first: CloseOutcome | None = None) -> None:
        callback = view.callback
        asked = Asked(
            number=view.report.number,
            outcomes=offered,
            found_by=found_by_choices(view.report),
            needs_reason=callback is not None and callback.needs_reason,
            suggested=WOMEN_AND_CHILDREN_UNIT if view.report.sensitive else "",
        )
        strip = OutcomeStrip(asked, lambda act: self._close(view, act))
        self._tray.open(strip)
        if first is not None:
            strip.take(first)

    def _close(self, view: CaseView, act: acts.CloseCase) -> None:
        """Units still on it and orders that wait for theirs are named, and let go only after a yes."""
        effect = partial(left_words, view, self._parts.book.now())
        if not effect():
            self._decide(act, view, on_seen=True)
            return
        bound = any(shown.open for shown in view.assignments)
        released = replace(act, release_units=bound)
        self._tray.open(
            ConfirmStrip(
                lambda: close_title(bound).format(number=view.report.number),
                effect,
                lambda: translate("case", "Close and free them") if bound else translate("case", "Close all the same"),
                lambda: self._decide(released, view, on_seen=True),
            )
        )


def close_title(bound: bool) -> str:
    """What the strip before an end asks: about units on it, else about orders that wait."""
    if bound:
        return translate("case", "Close {number} with units on it?")
    return translate("case", "Close {number} with orders that still wait?")


def left_words(view: CaseView, now: datetime) -> str:
    """What an end of the case at server time `now` would let go: units on it, orders that wait; '' for nothing."""
    zone, parts = ZoneInfo(view.zone), []
    bound = [one_line(shown.assignment.call_sign) for shown in view.assignments if shown.open]
    if bound:
        still = translate("case", "Still on it: {units}. Closing ends their orders and frees them.")
        parts.append(still.format(units=", ".join(bound)))
    waiting = [
        f"{one_line(order.call_sign)} ({waiting_words(order, now, zone)})" for order in view.report.waiting_orders
    ]
    if waiting:
        fall = translate("case", "Orders that wait and fall with it: {units}.")
        parts.append(fall.format(units=", ".join(waiting)))
    return " ".join(parts)


def no_try_words(view: CaseView) -> str:
    """Why no try to ring back can be recorded here; '' when one can."""
    if view.callback is None:
        return translate("callback", "This report is not on the call-back list.")
    refusal = view.may.get("report.callback_try")
    return "" if refusal is None else refusal_words(refusal)
