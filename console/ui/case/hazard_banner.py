"""The banner of hazard flags that fit a case: beware of what, why, by whom, until when."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.domain.hazard import HazardMatch
from console.ui.case.hazard_row import HazardRow
from console.ui.widgets.panel import Card

READY_ROWS = 1
"""Rows made before the first case is shown."""


class HazardBanner(Card):
    """`ended(hazard)` when one is to be taken down; hidden while none fits."""

    ended = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="bad")
        self._rows: list[HazardRow] = []
        self._stretch_to(READY_ROWS)
        self.setVisible(False)

    def show_view(self, view: CaseView, zone: ZoneInfo) -> None:
        """Show every flag that fits; dates in the site's zone."""
        matches: tuple[HazardMatch, ...] = view.hazards
        self.setVisible(bool(matches))
        self._stretch_to(len(matches))
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(matches))
            if place < len(matches):
                row.show_match(matches[place], zone, waiting=matches[place].hazard.id in view.waiting)

    def words(self) -> str:
        """What stands there now."""
        return "\n".join(row.accessibleName() for row in self._rows if not row.isHidden())

    def _stretch_to(self, count: int) -> None:
        while len(self._rows) < count:
            row = HazardRow()
            row.ended.connect(self.ended)
            self.rows.addWidget(row)
            self._rows.append(row)
