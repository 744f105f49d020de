"""One unit on the case: where its order stands, and its answers recorded for it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.desk.case import ShownAssignment
from console.domain import acts
from console.domain.casework.assignment import NEXT_STATUSES
from console.domain.report import Assignment, AssignmentStatus
from console.ui.case.menus import PlainMenu
from console.ui.dispatch.unit_row import UnitRow
from console.ui.dispatch.words import assignment_word, assignment_words, is_unread
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import restyle

RECORDED = (
    AssignmentStatus.ACCEPTED,
    AssignmentStatus.EN_ROUTE,
    AssignmentStatus.ON_SCENE,
    AssignmentStatus.DONE,
)
"""Answers an operator may record for a unit: terima, menuju TKP, tiba, selesai."""

_COLOURS = {
    AssignmentStatus.ORDERED: "warn",
    AssignmentStatus.READ: "en_route",
    AssignmentStatus.ACCEPTED: "en_route",
    AssignmentStatus.EN_ROUTE: "en_route",
    AssignmentStatus.ON_SCENE: "on_scene",
    AssignmentStatus.DONE: "available",
    AssignmentStatus.CANCELLED: "stale",
}


class AssignmentRow(UnitRow):
    """`decided(act)` for an answer by radio or phone, or for calling the unit back."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._radio = PlainButton(lambda: translate("dispatch", "Radio"), lambda: self._offer("radio"))
        self._phone = PlainButton(lambda: translate("dispatch", "Phone"), lambda: self._offer("phone"))
        self._radio.tip(lambda: translate("dispatch", "Record what the unit said by radio"))
        self._phone.tip(lambda: translate("dispatch", "Record what the unit said by phone"))
        self.add(self._radio, self._phone)
        self._shown: ShownAssignment | None = None
        self._offered: PlainMenu | None = None
        self._zone = ZoneInfo("Asia/Jakarta")

    def show_assignment(self, shown: ShownAssignment, zone: ZoneInfo, now: datetime, *, may_decide: bool) -> None:
        """Show it as it stands at server time `now`."""
        self._shown, self._zone = shown, zone
        assignment = shown.assignment
        self.name.say(one_line(f"{assignment.call_sign} {assignment.title}"))
        self.dot.set_colour(_COLOURS[assignment.status])
        self.let_decide(shown.open and may_decide)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Count the seconds an order lies unread."""
        if self._shown is None:
            return
        assignment = self._shown.assignment
        words = assignment_words(assignment, now, self._zone, waiting=self._shown.waiting)
        self.state.say(words)
        late = is_unread(assignment, now) and not self._shown.waiting
        restyle(self.state, role="warn" if late else "small")
        self.name_aloud()

    def _offer(self, by: str) -> None:
        shown = self._shown
        if shown is None:
            return
        menu = PlainMenu(self)
        for status in RECORDED:
            if status in NEXT_STATUSES[shown.assignment.status]:
                menu.offer(assignment_word(status), partial(self._record, shown.assignment, status, by))
        menu.divide()
        menu.offer(translate("dispatch", "Call the unit back"), lambda: self._call_back(shown.assignment))
        self._offered = menu
        menu.open_under(self._radio if by == "radio" else self._phone)

    def _record(self, assignment: Assignment, status: AssignmentStatus, by: str) -> None:
        self.decided.emit(acts.SetUnitStatus(unit_id=assignment.unit_id, status=status.value, by=by))

    def _call_back(self, assignment: Assignment) -> None:
        self.decided.emit(acts.CancelDispatch(unit_id=assignment.unit_id))
