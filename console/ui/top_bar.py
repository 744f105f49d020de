"""The top bar: search, saved filters with counts, bell, shift, clock, person."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from console.ui import theme
from console.ui.bell import Bell
from console.ui.clock_label import ClockLabel
from console.ui.filter_row import FilterRow
from console.ui.person_menu import PersonMenu
from console.ui.search_field import SearchField
from console.ui.widgets.safe import SafeLabel

_ROOM_FOR_SHIFT_PX = 1700
_ROOM_FOR_BELL_PX = 1500


class TopBar(QFrame):
    """One row; on a narrow screen the shift goes first, then the bell's words."""

    def __init__(
        self, search: SearchField, filters: FilterRow, bell: Bell, clock: ClockLabel, person: PersonMenu
    ) -> None:
        super().__init__()
        self.search, self.filters, self.bell, self.clock, self.person = search, filters, bell, clock, person
        self.shift = SafeLabel("", role="muted")
        self.setProperty("role", "top")
        self.setFixedHeight(theme.px(48))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), 0, theme.px(8), 0)
        row.setSpacing(theme.px(10))
        parts: tuple[tuple[QWidget, int], ...] = (
            (SafeLabel("SIGAP", role="brand"), 0),
            (search, 4),
            (filters, 0),
        )
        for widget, stretch in parts:
            row.addWidget(widget, stretch)
        row.addStretch(1)
        for widget in (bell, self.shift, clock, person):
            row.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        room = self.width() * 100 / theme.percent()
        self.shift.setVisible(bool(self.shift.text()) and room >= _ROOM_FOR_SHIFT_PX)
        self.bell.set_brief(room < _ROOM_FOR_BELL_PX)
