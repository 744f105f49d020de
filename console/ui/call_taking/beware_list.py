"""Whom and what to beware of while a call is typed, as the case's banner says it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.hazard import HazardMatch
from console.ui import theme
from console.ui.case.hazard_row import HazardRow
from console.ui.texts.language import translate
from console.ui.widgets.panel import Card
from console.ui.widgets.safe import SafeLabel

SHOWN = 3


class BewareList(QWidget):
    """Hidden while no flag fits; above what scrolls, so that it is seen wherever the hand is.

    A flag is taken down in a case, not here.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer, card = QVBoxLayout(self), Card(tone="bad")
        outer.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), 0)
        outer.addWidget(card)
        self._rows = tuple(HazardRow(endable=False) for _ in range(SHOWN))
        for row in self._rows:
            card.rows.addWidget(row)
        self._more = SafeLabel("", role="small")
        card.rows.addWidget(self._more)
        self._shown: tuple[HazardMatch, ...] = ()
        self.hide()

    def show_matches(self, matches: tuple[HazardMatch, ...], zone: ZoneInfo) -> None:
        """People first, then the nearest; dates in the site's zone."""
        self._shown = matches[:SHOWN]
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(self._shown))
            if place < len(self._shown):
                row.show_match(self._shown[place], zone, waiting=False)
        more = len(matches) - len(self._shown)
        self._more.say(lambda: translate("call", "and {n} more warnings").format(n=more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(self._shown))

    def words(self) -> str:
        """What stands there now."""
        return "\n".join(row.accessibleName() for row in self._rows[: len(self._shown)])
