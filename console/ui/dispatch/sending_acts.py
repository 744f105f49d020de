"""Sends units: ticked ones or any other, at an hour, next, or fewer with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from console.desk.case import CaseView
from console.desk.fleet import UnitCard
from console.desk.hour import hour_meant
from console.domain import acts
from console.domain.decision import Reason, Refusal
from console.domain.errors import Fault
from console.ui.case.choice_strip import ChoiceStrip
from console.ui.case.composer import Composer
from console.ui.case.parts import CaseParts
from console.ui.case.tray import Tray, TrayCard
from console.ui.deciding import NotDone
from console.ui.dispatch.schedule_card import ScheduleCard
from console.ui.dispatch.unit_search import UnitSearch
from console.ui.dispatch.words import fewest_words
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words

ALL_UNITS = 100_000


class SendingActs(QObject):
    """What the Dispatch key and the advice list do; `said(words)` tells why nothing was sent."""

    said = Signal(str)

    def __init__(
        self, parts: CaseParts, tray: Tray, fault: Callable[[Fault], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parts, self._tray, self._fault = parts, tray, fault

    def dispatch(self, view: CaseView, unit_ids: tuple[str, ...], *, after_current: bool = False) -> None:
        """Send these units at once; without any, search."""
        if unit_ids:
            self.decide(acts.DispatchUnits(unit_ids=unit_ids, after_current=after_current), view)
        else:
            self.search_units(view)

    def decide(self, act: acts.DispatchUnits, view: CaseView) -> None:
        """Decide it; where too few would go, ask why instead of merely refusing."""
        self.said.emit("")
        card = self._tray.card
        self._parts.deciding.decide(
            act,
            view.report.id,
            then=lambda _done: self._answered(card),
            refused=partial(self._refused, act, view),
        )

    def search_units(self, view: CaseView) -> None:
        """Choose any unit by name."""

        def open_search(cards: tuple[UnitCard, ...]) -> None:
            self._tray.open(UnitSearch(cards, partial(self._send_found, view)))

        self._parts.background.ask(
            self, lambda: self._parts.book.cards(view.report.id, ALL_UNITS), open_search, self._fault, topic="tray"
        )

    def schedule(
        self, view: CaseView, unit_ids: tuple[str, ...], *, names: tuple[str, ...] = (), hour: str = ""
    ) -> None:
        """Ask for the hour at which these units are to go; `hour` ('14:30') is not asked for again.

        `names` are their call signs where they are not among those advised.
        """
        if not unit_ids:
            self.said.emit(translate("dispatch", "Tick the units first, then choose their hour."))
            return
        names = names or tuple(a.unit.call_sign for a in view.advice if a.unit.id in unit_ids)

        def send(due_at: datetime) -> None:
            self.decide(acts.DispatchUnits(unit_ids=unit_ids, due_at=due_at), view)

        zone, now = ZoneInfo(view.zone), self._parts.book.now()
        due_at = hour_meant(hour, now, zone) if hour else None
        if due_at is not None:
            send(due_at)
        else:
            self._tray.open(ScheduleCard(view.report.number, names, now, zone, send))

    def _send_found(self, view: CaseView, unit_id: str, *, after_current: bool) -> None:
        self.dispatch(view, (unit_id,), after_current=after_current)

    def _answered(self, card: TrayCard | None) -> None:
        """Close the card that asked; one opened since stays with what is written in it."""
        if card is not None and self._tray.card is card:
            self._tray.close_answered()

    def _refused(self, act: acts.DispatchUnits, view: CaseView, refused: NotDone) -> None:
        if refused.refusal is not None and refused.refusal.reason is Reason.TOO_FEW_SENT:
            self._ask_why_fewer(act, view, refused.refusal)
        elif refused.refusal is not None:
            self.said.emit(refusal_words(refused.refusal))
        elif refused.fault is not None:
            self._fault(refused.fault)

    def _ask_why_fewer(self, act: acts.DispatchUnits, view: CaseView, refusal: Refusal) -> None:
        """Fewer may go when somebody says why; his reason stands on the timeline."""
        reasons = (
            translate("dispatch", "Reinforcement is on its way"),
            translate("dispatch", "No other unit can be reached"),
            translate("dispatch", "They only observe until others come"),
        )
        choices = tuple((reason, lambda reason=reason: reason) for reason in reasons)
        own = ("", lambda: translate("dispatch", "Another reason…"))

        def chosen(reason: str) -> None:
            if reason:
                self.decide(replace(act, fewer_because=reason), view)
            else:
                self._write_why(act, view)

        self._tray.open(
            ChoiceStrip(
                lambda: translate("dispatch", "Send fewer to {number} all the same?").format(number=view.report.number),
                (*choices, own),
                chosen,
                hint=fewest_words(refusal.params),
                columns=1,
            )
        )

    def _write_why(self, act: acts.DispatchUnits, view: CaseView) -> None:
        self._tray.open(
            Composer(
                lambda: translate("dispatch", "Why do fewer go to {number}?").format(number=view.report.number),
                lambda text: self.decide(replace(act, fewer_because=text), view),
                button=lambda: translate("dispatch", "Send them"),
                hint=lambda: translate("dispatch", "The reason is recorded."),
                short=True,
            )
        )
