"""Saved filters of the queue with their counts, one of them chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from console.domain.queue_row import QueueFilter
from console.ui import theme
from console.ui.filter_chip import FilterChip
from console.ui.texts.language import translate
from console.ui.widgets.spoken import Spoken, name_widget

FILTERS = (
    QueueFilter.OPEN,
    QueueFilter.NEW,
    QueueFilter.MINE,
    QueueFilter.CALLBACK,
    QueueFilter.WAITING_AGENCY,
    QueueFilter.SERVICE,
    QueueFilter.ASPIRATION,
)
"""In the order of the drawing."""


def filter_word(which: QueueFilter) -> str:
    """A saved filter by name."""
    return {
        QueueFilter.ALL: translate("filter", "Everything"),
        QueueFilter.OPEN: translate("filter", "All"),
        QueueFilter.NEW: translate("filter", "New"),
        QueueFilter.MINE: translate("filter", "Mine"),
        QueueFilter.WAITING_AGENCY: translate("filter", "Waiting for agency"),
        QueueFilter.SERVICE: translate("filter", "Services"),
        QueueFilter.ASPIRATION: translate("filter", "Aspirations"),
        QueueFilter.CALLBACK: translate("filter", "Ring back"),
        QueueFilter.HANDLED: translate("filter", "Handled"),
        QueueFilter.JUNK: translate("filter", "Junk"),
    }[which]


class FilterRow(QWidget):
    """`chosen(QueueFilter value)` when one is pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[QueueFilter, int] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self._group = QButtonGroup(self)
        self._buttons: dict[QueueFilter, FilterChip] = {}
        for which in FILTERS:
            button = FilterChip()
            button.clicked.connect(partial(self._choose, which))
            self._group.addButton(button)
            self._buttons[which] = button
            row.addWidget(button)
        self._buttons[QueueFilter.OPEN].setChecked(True)
        name_widget(self, lambda: translate("filter", "Saved filters"))
        Spoken(self, self._say)

    def show_counts(self, counts: dict[QueueFilter, int]) -> None:
        """Show how many reports each holds."""
        if counts != self._counts:
            self._counts = counts
            self._say()

    def mark(self, which: QueueFilter) -> None:
        """Show which one is chosen without choosing it; one that has no button leaves none marked."""
        self._group.setExclusive(which in self._buttons)
        for each, button in self._buttons.items():
            button.setChecked(each is which)

    def _choose(self, which: QueueFilter, _checked: bool = False) -> None:
        self.mark(which)
        self.chosen.emit(which.value)

    def _say(self) -> None:
        for which, button in self._buttons.items():
            button.show_words(filter_word(which), self._counts.get(which))
