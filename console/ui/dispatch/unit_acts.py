"""What can be decided about one unit, wherever it is shown: duty, answers, next order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from console.desk.casebook import Casebook
from console.domain import acts
from console.domain.casework.duty import NEXT_DUTIES
from console.domain.casework.waiting import next_due
from console.domain.decision import Reason, refuse
from console.domain.report import AssignmentStatus
from console.domain.unit import Duty, NextOrder, Unit, UnitStatus
from console.ui.background import Background
from console.ui.case.menus import PlainMenu
from console.ui.deciding import Deciding, NotDone
from console.ui.dispatch.words import assignment_word, unit_name
from console.ui.texts.duties import away_words, duty_act_word, since_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line

HEARD = (AssignmentStatus.EN_ROUTE, AssignmentStatus.ON_SCENE, AssignmentStatus.DONE)
"""Answers of a unit on a case that the menu offers, as heard by radio; the judge says which would be a step back."""

_REACHED = {UnitStatus.ORDERED: 0, UnitStatus.EN_ROUTE: 1, UnitStatus.ON_SCENE: 2}


class UnitActs(QObject):
    """`case_wanted(report id)` goes to the case the unit is on; every other entry decides at once, with undo.

    `send_wanted(unit id, after its case)` sends it to the case shown, whose number `target` tells; `track_wanted(unit
    ids)` shows where it was, and is offered once somebody who can set `offers_tracks`.
    """

    case_wanted = Signal(str)
    send_wanted = Signal(str, bool)
    track_wanted = Signal(object)

    def __init__(
        self,
        deciding: Deciding,
        book: Casebook,
        background: Background,
        now: Callable[[], datetime],
        zone: Callable[[], ZoneInfo],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._deciding, self._book, self._background = deciding, book, background
        self._now, self._zone = now, zone
        self.target: Callable[[], str] = lambda: ""
        self.offers_tracks = False

    def open_menu(self, unit: Unit, under: QWidget) -> PlainMenu:
        """Everything that may be decided about this unit now, under a widget."""
        menu = PlainMenu(under)
        head = menu.addAction(unit_name(unit).replace("&", "&&"))
        head.setEnabled(False)
        words = since_words(unit, self._zone()) or (away_words(unit) if unit.status is UnitStatus.OFF_DUTY else "")
        if words:
            menu.addAction(words.replace("&", "&&")).setEnabled(False)
        menu.divide()
        self._offer_sending(menu, unit)
        if unit.report_id:
            self._offer_answers(menu, unit)
        else:
            self._offer_duties(menu, unit)
        due = next_due(unit, self._now())
        if due is not None:
            begin = translate("dispatch", "Begin its next order: {number}").format(number=one_line(due.number))
            menu.offer(begin, partial(self._begin, unit, due))
        if self.offers_tracks:
            menu.divide()
            menu.offer(translate("dispatch", "Show its track"), lambda: self.track_wanted.emit((unit.id,)))
        menu.open_under(under)
        return menu

    def set_duty(self, unit: Unit, duty: Duty, note: str = "") -> None:
        """Set it; the judge refuses what does not follow."""
        self._deciding.decide(acts.SetDuty(duty=duty.value, note=note), unit.id, name=unit.call_sign)

    def hear(self, unit: Unit, status: AssignmentStatus) -> None:
        """Record what the unit said by radio, on the case it is on."""
        act = acts.SetUnitStatus(unit_id=unit.id, status=status.value, by="radio")
        self._deciding.decide(act, unit.report_id)

    def say_of(self, unit_id: str, what: str) -> None:
        """Decide what was typed of a unit: a duty, or its answer by radio on the case it is on."""

        def decide(unit: Unit | None) -> None:
            if unit is None:
                return
            if what in set(AssignmentStatus):
                self._hear_or_say(unit, AssignmentStatus(what))
            else:
                self._deciding.decide(acts.SetDuty(duty=what), unit.id, name=unit.call_sign)

        self._background.ask(self, lambda: self._book.unit(unit_id), decide)

    def _hear_or_say(self, unit: Unit, status: AssignmentStatus) -> None:
        if unit.report_id:
            self.hear(unit, status)
            return
        refusal = refuse(Reason.UNIT_NOT_ASSIGNED, unit=unit.call_sign)
        self._deciding.refused.emit(NotDone(report_id="", number="", act=None, refusal=refusal))

    def _offer_sending(self, menu: PlainMenu, unit: Unit) -> None:
        """Send it to the case shown, at once or after the one it is on."""
        number = self.target()
        if not number or unit.report_number == number or unit.status is UnitStatus.OFF_DUTY:
            return
        if unit.report_id:
            words = translate("dispatch", "Send to {number} after its case")
        else:
            words = translate("dispatch", "Send to {number}")
        after = bool(unit.report_id)
        menu.offer(words.format(number=one_line(number)), lambda: self.send_wanted.emit(unit.id, after))
        menu.divide()

    def _offer_duties(self, menu: PlainMenu, unit: Unit) -> None:
        for duty in (Duty.AVAILABLE, Duty.BREAK, Duty.OUT_OF_SERVICE, Duty.OFF_DUTY):
            if duty in NEXT_DUTIES[unit.duty]:
                menu.offer(duty_act_word(duty), partial(self.set_duty, unit, duty))
            if duty is Duty.OUT_OF_SERVICE and unit.duty is not duty:
                broken = translate("dispatch", "vehicle or equipment broken")
                menu.offer(f"{duty_act_word(duty)}: {broken}", partial(self.set_duty, unit, duty, broken))

    def _offer_answers(self, menu: PlainMenu, unit: Unit) -> None:
        for place, status in enumerate(HEARD, 1):
            if place > _REACHED[unit.status]:
                said = translate("dispatch", "{status}, by radio").format(status=assignment_word(status))
                menu.offer(said, partial(self.hear, unit, status))
        menu.divide()
        go = translate("dispatch", "Open {number}").format(number=one_line(unit.report_number))
        menu.offer(go, lambda: self.case_wanted.emit(unit.report_id))
        first = translate("dispatch", "its order on {number} comes first").format(number=one_line(unit.report_number))
        menu.offer(duty_act_word(Duty.OFF_DUTY), lambda: None, why_not=first)

    def _begin(self, unit: Unit, order: NextOrder) -> None:
        act = acts.StartOrder(unit_id=unit.id, order_id=order.decision_id)
        self._deciding.decide(act, order.report_id)
