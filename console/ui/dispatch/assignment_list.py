"""The units on the case, the latest order last; those done or called back in grey."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.case import CaseView
from console.ui import theme
from console.ui.case.section import Section
from console.ui.dispatch.assignment_row import AssignmentRow
from console.ui.dispatch.waiting_row import WaitingRow
from console.ui.texts.language import translate

READY_ROWS = 3
"""Rows made before the first case is shown."""


class AssignmentList(Section):
    """`decided(act)` from any row; hidden while nobody was sent."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("dispatch", "UNITS ON THE CASE"), parent)
        self._rows: list[AssignmentRow] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(6))
        self.rows.addLayout(self._lines)
        self._stretch_to(READY_ROWS)
        self._waiting: list[WaitingRow] = []
        self._waiting_lines = QVBoxLayout()
        self._waiting_lines.setSpacing(theme.px(6))
        self.rows.addLayout(self._waiting_lines)
        self.setVisible(False)

    def show_view(self, view: CaseView, zone: ZoneInfo, now: datetime) -> None:
        """Show the assignments of a case."""
        self._stretch_to(len(view.assignments))
        may = view.may.get("report.dispatch") is None and not view.report.ended
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(view.assignments))
            if place < len(view.assignments):
                row.show_assignment(view.assignments[place], zone, now, may_decide=may)
        self._show_waiting(view, zone, now, may)
        self.setVisible(bool(view.assignments or view.report.waiting_orders))

    def _show_waiting(self, view: CaseView, zone: ZoneInfo, now: datetime, may: bool) -> None:
        orders = view.report.waiting_orders
        while len(self._waiting) < len(orders):
            row = WaitingRow()
            row.decided.connect(self.decided)
            self._waiting_lines.addWidget(row)
            self._waiting.append(row)
        for place, row in enumerate(self._waiting):
            row.setVisible(place < len(orders))
            if place < len(orders):
                row.show_order(
                    orders[place], zone, now, may_decide=may,
                    may_begin=orders[place].unit_id in view.startable and not view.report.ended,
                )  # fmt: skip

    def _stretch_to(self, count: int) -> None:
        while len(self._rows) < count:
            row = AssignmentRow()
            row.decided.connect(self.decided)
            row.setVisible(False)
            self._lines.addWidget(row)
            self._rows.append(row)

    def tick(self, now: datetime) -> None:
        """Let the clocks go on."""
        for row in self._rows:
            if row.isVisibleTo(self):
                row.tick(now)
