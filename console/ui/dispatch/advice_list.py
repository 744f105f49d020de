"""The one advice list: recommended units, skipped ones and why, agencies."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.desk.case import AgencyAdvice, CaseView
from console.domain.recommend import Advice
from console.domain.report import AssignmentStatus
from console.domain.unit import UnitStatus
from console.ui.case.section import Section
from console.ui.case.words import distance_words
from console.ui.dispatch.advice_row import AdviceRow
from console.ui.dispatch.words import advice_words, unit_colour, unit_name
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import SafeLabel

PRESELECTED = {1: 3, 2: 2}
"""How many recommended units are ticked by priority; one for the rest."""

AGENCIES_SHOWN = 2

READY_ROWS = 8
"""Rows made before the first case is shown: making one takes milliseconds a selected case must not wait."""


class AdviceList(Section):
    """Units are ticked here and sent with the Dispatch key; `agency_chosen(id)` opens forwarding."""

    agency_chosen = Signal(str)
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
        self.rows.addWidget(self._none)
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
        fit = [a for a in view.advice if not a.skipped]
        skipped = [a for a in view.advice if a.skipped]
        self._none.setVisible(not fit)
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
        sent = any(shown.assignment.status is not AssignmentStatus.CANCELLED for shown in view.assignments)
        return translate("dispatch", "SEND MORE") if sent else caption

    def _show_unit(self, row: AdviceRow, advice: Advice, number: int) -> None:
        stale = advice.skipped in ("stale_position", "no_position", "mock_position")
        row.show_line(
            advice.unit.id, unit_name(advice.unit), advice_words(advice), unit_colour(advice.unit.status, stale=stale)
        )
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
            self.rows.addWidget(row)
            self._rows.append(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < count)

    def _row_picked(self, subject_id: str) -> None:
        view = self._view
        if view is not None and any(a.agency.id == subject_id for a in view.agencies):
            self.agency_chosen.emit(subject_id)
        else:
            self.toggle(subject_id)


def _pickable(advice: Advice) -> bool:
    """A nearer unit with an old position may still be sent; one that is busy or off duty may not (the judge)."""
    return advice.unit.status is UnitStatus.AVAILABLE


def _preselected(view: CaseView) -> list[str]:
    """The best ones, unless somebody was sent already: nobody sends twice by one key."""
    if any(shown.assignment.status is not AssignmentStatus.CANCELLED for shown in view.assignments):
        return []
    fit = [advice.unit.id for advice in view.advice if not advice.skipped]
    return fit[: PRESELECTED.get(view.report.priority, 1)]
