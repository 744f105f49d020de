"""Whom and what to beware of, while a call is typed: the case's own banner, before there is a case."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from console.domain.hazard import HazardMatch
from console.ui.case.hazard_row import HazardRow
from console.ui.widgets.panel import Card

SHOWN = 4


class BewareList(Card):
    """Hidden while no flag fits; a flag is taken down in a case, not here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="bad")
        self._rows = tuple(HazardRow(endable=False) for _ in range(SHOWN))
        for row in self._rows:
            self.rows.addWidget(row)
        self._shown: tuple[HazardMatch, ...] = ()
        self.hide()

    def show_matches(self, matches: tuple[HazardMatch, ...], zone: ZoneInfo) -> None:
        """People first, then the nearest; dates in the site's zone."""
        self._shown = matches[:SHOWN]
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(self._shown))
            if place < len(self._shown):
                row.show_match(self._shown[place], zone, waiting=False)
        self.setVisible(bool(self._shown))

    def words(self) -> str:
        """What stands there now."""
        return "\n".join(row.accessibleName() for row in self._rows[: len(self._shown)])
