"""The bar above the roster's week: which week, the next like this, shifts, somebody new."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget


class RosterBar(QWidget):
    """`week` says which days are shown; the page does what the buttons ask."""

    def __init__(
        self,
        turn: Callable[[int], None],
        copy_week: Callable[[], None],
        open_hours: Callable[[], None],
        begin_new: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        row.setSpacing(theme.px(8))
        self.week = SafeLabel(role="heading")
        self.before = PlainButton("‹", lambda: turn(-1))
        name_widget(self.before, lambda: translate("enrolment", "The week before"))
        self.after = PlainButton("›", lambda: turn(1))
        name_widget(self.after, lambda: translate("enrolment", "The week after"))
        self.copy = PlainButton(lambda: translate("enrolment", "Copy to the next week"), copy_week)
        self.hours = PlainButton(lambda: translate("enrolment", "Shifts…"), open_hours)
        self.new = PlainButton(lambda: translate("enrolment", "Put somebody on duty"), begin_new, tone="primary")
        for widget in (self.before, self.week, self.after):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.copy, self.hours, self.new):
            row.addWidget(widget)
