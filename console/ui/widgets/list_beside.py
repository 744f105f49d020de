"""A list with filters, and the chosen row's content beside it; or why it is closed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.panel import PanelHeader
from console.ui.widgets.row_table import RowTable
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words
from console.ui.widgets.states import EmptyState


class ListBeside(QStackedWidget):
    """`filter_chosen(value)` at a click on another filter; `count` is a place for how many there are."""

    filter_chosen = Signal(str)

    def __init__(
        self, title: Words, filters: Mapping[str, Words], table: RowTable, beside: QWidget, *,
        closed: EmptyState, empty: EmptyState, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`filters` by value, the first chosen; `closed` shows until `open_to`, `empty` in place of no rows."""
        super().__init__(parent)
        self.closed, self.counted = closed, SafeLabel(role="muted")
        self._table, self._empty = table, empty
        self._filters: dict[str, PlainButton] = {}
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._header(title, filters))
        self._list = QStackedWidget()
        self._list.addWidget(table)
        self._list.addWidget(empty)
        rows.addWidget(self._list, 1)
        self._whole = QSplitter(Qt.Orientation.Horizontal)
        self._whole.setChildrenCollapsible(False)
        self._whole.addWidget(left)
        self._whole.addWidget(beside)
        self._whole.setStretchFactor(0, 1)
        self._whole.setSizes([theme.px(1000), theme.px(480)])
        beside.setMinimumWidth(theme.px(380))
        self.addWidget(closed)
        self.addWidget(self._whole)

    def open_to(self, may_see: bool) -> None:
        """Show the list, or only why it is closed."""
        self.setCurrentWidget(self._whole if may_see else self.closed)

    def mark_filter(self, value: str) -> None:
        """Show which filter is the chosen one."""
        for each, button in self._filters.items():
            button.setChecked(each == value)

    def show_rows(self, count: int, place: int | None) -> None:
        """The table has so many rows now; the one at `place` becomes the current one, None leaves it."""
        self._list.setCurrentWidget(self._table if count else self._empty)
        if place is not None:
            self._table.choose(place)

    def _header(self, title: Words, filters: Mapping[str, Words]) -> PanelHeader:
        header = PanelHeader(title)
        header.setFixedHeight(theme.px(48))
        header.right.addWidget(self.counted)
        for value, words in filters.items():
            button = PlainButton(words, partial(self.filter_chosen.emit, value))
            button.setProperty("role", "filter")
            button.setCheckable(True)
            button.setChecked(not self._filters)
            # The chosen one is bold: room for that now, so that no word is cut when it is chosen.
            bold = QFontMetrics(theme.font(bold=True)).horizontalAdvance(button.text())
            button.setMinimumWidth(bold + theme.px(28))
            header.right.addWidget(button)
            self._filters[value] = button
        return header
