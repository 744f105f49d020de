"""The table of the board of units: Enter, the menu, and sorting by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from console.desk.unit_board import BoardColumn
from console.ui.dispatch.board_model import COLUMNS, BoardModel
from console.ui.texts.language import translate
from console.ui.widgets.row_table import RowTable

WIDTHS_PX = {
    "call_sign": 84, "function": 128, "post": 180, "status": 104, "since": 124, "case": 120, "position": 176,
    "battery": 74, "distance": 84, "load": 74,
}  # fmt: skip
"""The name takes what is left."""


class BoardTable(RowTable):
    """Enter: `entered(place)`; Ctrl with an arrow: `sort_turned(key)`; `menu_asked(place)` by menu key or mouse."""

    entered = Signal(int)
    menu_asked = Signal(int)
    sort_turned = Signal(int)

    def __init__(self, model: BoardModel, parent: QWidget | None = None) -> None:
        columns = [column.value for column in COLUMNS]
        super().__init__(lambda: translate("board", "Units on duty"), model, columns, WIDTHS_PX, parent)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)

    def mark_sort(self, column: BoardColumn, *, descending: bool) -> None:
        """Show what the rows are sorted by."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(COLUMNS.index(column), order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Ctrl+arrows are ours, letters look a call sign up, everything else moves."""
        key, place = event.key(), self.currentIndex().row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if place >= 0:
                self.entered.emit(place)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in (
            Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
        ):  # fmt: skip
            self.sort_turned.emit(int(key))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What may be decided about the row under the mouse, or the chosen one."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.choose(self.rowAt(self.viewport().mapFromGlobal(event.globalPos()).y()))
        if self.currentIndex().isValid():
            self.menu_asked.emit(self.currentIndex().row())
