"""The forwards of a case with their acknowledgement clocks."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.ui.case.section import Section
from console.ui.forwarding.forward_row import ForwardRow
from console.ui.texts.language import translate


class ForwardList(Section):
    """`decided(act)` from any row; hidden while nothing was forwarded."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("forwarding", "FORWARDED"), parent)
        self._rows: list[ForwardRow] = []
        self._stretch_to(1)
        self.setVisible(False)

    def show_view(self, view: CaseView, zone: ZoneInfo, now: datetime) -> None:
        """Show the forwards of a case."""
        self._stretch_to(len(view.forwards))
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(view.forwards))
            if place < len(view.forwards):
                row.show_forward(view.forwards[place], zone, now)
        self.setVisible(bool(view.forwards))

    def _stretch_to(self, count: int) -> None:
        while len(self._rows) < count:
            row = ForwardRow()
            row.decided.connect(self.decided)
            row.setVisible(False)
            self.rows.addWidget(row)
            self._rows.append(row)

    def tick(self, now: datetime) -> None:
        """Let the clocks go on."""
        for row in self._rows:
            if row.isVisibleTo(self):
                row.tick(now)
