"""The one advice list: recommended units, skipped ones and why, agencies."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.case import AgencyAdvice, CaseView
from console.domain.recommend import Advice
from console.domain.report import AssignmentStatus
from console.domain.unit import UnitStatus
from console.ui import theme
from console.ui.case.section import Section
from console.ui.case.words import distance_words
from console.ui.dispatch.advice_row import AdviceRow
from console.ui.dispatch.words import advice_words, crew_words, unit_colour, unit_name
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel

AGENCIES_SHOWN = 2

READY_ROWS = 8
"""Rows made before the first case is shown: making one takes milliseconds a selected case must not wait."""


class AdviceList(Section):
    """Units are ticked here and sent with the Dispatch key; `agency_chosen(id)` opens forwarding.

    `stack_wanted(unit id)`: a busy one is to come after its case; `hour_wanted`: the ticked ones are to go later.
    """

    agency_chosen = Signal(str)
    stack_wanted = Signal(str)
    hour_wanted = Signal()
    pointed = Signal(str)
    picks_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._rows: list[AdviceRow] = []
        self._view: CaseView | None = None
        self._picked: list[str] = []
        self._touched = False
        self._none = SafeLabel(
            lambda: translate("dispatch", "No free unit with a fresh position. Shift+K searches all units."),
            role="muted", wrap=True,
        )  # fmt: skip
        self._crew = SafeLabel("", role="muted", wrap=True)
        self.rows.addWidget(self._crew)
        self.rows.addWidget(self._none)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(6))
        self.rows.addLayout(self._lines)
        self._hour = PlainButton(lambda: translate("dispatch", "At an hour…"), self.hour_wanted.emit, tone="flat")
        self._hour.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._hour.tip(lambda: translate("dispatch", "The ticked units go at an hour you choose, free until then"))
        self.rows.addWidget(self._hour, 0, Qt.AlignmentFlag.AlignLeft)
        self._stretch_to(READY_ROWS)
        self.setVisible(False)

    @property
    def picked(self) -> tuple[str, ...]:
        """Ids of the ticked units, in the order of the list."""
        return tuple(self._picked)

    def show_view(self, view: CaseView) -> None:
        """Show the advice of a case; ticks a person set stay while they are still possible."""
        another = self._view is None or self._view.report.id != view.report.id
        self._view = view
        possible = [a.unit.id for a in view.advice if _pickable(a)]
        if another:
            self._touched = False
        if self._touched:
            self._picked = [unit_id for unit_id in self._picked if unit_id in possible]
        else:
            self._picked = _preselected(view)
        self._render()
        self.picks_changed.emit(self.picked)

    def toggle(self, unit_id: str) -> None:
        """Tick or untick a unit."""
        self._touched = True
        if unit_id in self._picked:
            self._picked.remove(unit_id)
        else:
            self._picked.append(unit_id)
        self._render()
        self.picks_changed.emit(self.picked)

    def toggle_number(self, number: int) -> bool:
        """Tick or untick the line with that number key; False when there is none."""
        lines = [] if self._view is None else [a.unit.id for a in self._view.advice if _pickable(a)]
        if not 1 <= number <= len(lines):
            return False
        self.toggle(lines[number - 1])
        return True

    def _render(self) -> None:
        view = self._view
        if view is None or view.report.ended:
            self.setVisible(False)
            return
        self.setVisible(True)
        agencies = [a for a in view.agencies if not a.forwarded][:AGENCIES_SHOWN]
        self.say(self._caption(view, agencies))
        self._crew.say(self._crew_said(view))
        fit = [a for a in view.advice if not a.skipped]
        skipped = [a for a in view.advice if a.skipped]
        self._none.setVisible(not fit)
        self._hour.setVisible(bool(fit) and view.may.get("report.dispatch") is None)
        self._stretch_to(len(view.advice) + len(agencies))
        number = 0
        for row, advice in zip(self._rows, (*fit, *skipped), strict=False):
            number += _pickable(advice)
            self._show_unit(row, advice, number)
        for row, agency in zip(self._rows[len(view.advice) :], agencies, strict=False):
            self._show_agency(row, agency)

    def _caption(self, view: CaseView, agencies: list[AgencyAdvice]) -> str:
        count = len([a for a in view.advice if not a.skipped])
        caption = translate("dispatch", "ADVICE")
        if count:
            caption += translate("dispatch", ": {n} UNITS").format(n=count)
        for agency in agencies:
            caption += f" + {one_line(agency.agency.short_name).upper()}"
        return translate("dispatch", "SEND MORE") if _sent(view) else caption

    def _crew_said(self, view: CaseView) -> str:
        """The rule with its sum, and how many officers are there or ticked."""
        ticked = sum(advice.unit.people for advice in view.advice if advice.unit.id in self._picked)
        words = crew_words(view.crew, view.report.category)
        if ticked:
            words += " " + translate("dispatch", "Ticked: {n}.").format(n=ticked)
        return words

    def _show_unit(self, row: AdviceRow, advice: Advice, number: int) -> None:
        stale = advice.skipped in ("stale_position", "no_position", "mock_position", "jump_position")
        row.show_line(
            advice.unit.id, unit_name(advice.unit), advice_words(advice), unit_colour(advice.unit.status, stale=stale)
        )
        if advice.skipped == "busy":
            row.show_pick(translate("dispatch", "next"), None, on=False, able=True)
            return
        row.show_pick(
            translate("dispatch", "pick"),
            number,
            on=advice.unit.id in self._picked,
            able=_pickable(advice),
        )

    def _show_agency(self, row: AdviceRow, advice: AgencyAdvice) -> None:
        agency = advice.agency
        parts = [] if advice.distance_m is None else [distance_words(advice.distance_m)]
        parts.append(one_line(agency.name) if agency.name != agency.short_name else translate("dispatch", "agency"))
        if agency.phone:
            parts.append(one_line(agency.phone))
        row.show_line(agency.id, one_line(agency.short_name), " · ".join(parts), "accent")
        row.show_pick(translate("dispatch", "forward…"), None, on=False, able=True)

    def _stretch_to(self, count: int) -> None:
        while len(self._rows) < count:
            row = AdviceRow()
            row.picked.connect(self._row_picked)
            row.pointed.connect(self.pointed)
            self._lines.addWidget(row)
            self._rows.append(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < count)

    def _row_picked(self, subject_id: str) -> None:
        view = self._view
        if view is not None and any(a.agency.id == subject_id for a in view.agencies):
            self.agency_chosen.emit(subject_id)
        elif view is not None and any(a.unit.id == subject_id and a.skipped == "busy" for a in view.advice):
            self.stack_wanted.emit(subject_id)
        else:
            self.toggle(subject_id)


def _pickable(advice: Advice) -> bool:
    """A nearer unit with an old position may still be sent; one that is busy or off duty may not (the judge)."""
    return advice.unit.status is UnitStatus.AVAILABLE


def _sent(view: CaseView) -> bool:
    """Whether somebody was sent, or will go."""
    called = any(shown.assignment.status is not AssignmentStatus.CANCELLED for shown in view.assignments)
    return called or bool(view.report.waiting_orders)


def _preselected(view: CaseView) -> list[str]:
    """The best ones until enough officers are ticked, unless somebody was sent: nobody sends twice by one key."""
    if _sent(view):
        return []
    picked: list[str] = []
    people = 0
    for advice in view.advice:
        if not advice.skipped and people < view.crew.send:
            picked.append(advice.unit.id)
            people += advice.unit.people
    return picked
