"""Stands between Qt's view and the row painter; notes which rows were painted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from console.domain.queue_row import QueueRow
from console.ui.queue.model import Index
from console.ui.queue.row_painter import RowState, paint_gap
from console.ui.queue.row_pictures import RowPictures
from console.ui.queue.strokes import strokes
from console.ui.selection import Selection


class QueueDelegate(QStyledItemDelegate):
    """Paints rows; `painted` collects them between two `collect()` when somebody wants to know."""

    def __init__(self, selection: Selection, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self._selection, self._now = selection, now
        self._time = now()
        self._pictures = RowPictures()
        self.lookers: dict[str, tuple[str, ...]] = {}
        self.focused = False
        self.painted: list[QueueRow] | None = None

    def forget(self) -> None:
        """Words or colours changed."""
        self._pictures.forget()

    def begin(self) -> None:
        """A paint event starts: one time for all its rows."""
        self._time = self._now()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(Qt.ItemDataRole.UserRole)
        rect = option.rect
        if not isinstance(row, QueueRow):
            paint_gap(painter, rect)
        else:
            selected = row.id == self._selection.report_id
            state = RowState(
                selected=selected,
                hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
                focused=self.focused and selected,  # seen of no other row: none of them is painted anew for it
                lookers=self.lookers.get(row.id, ()),
                marked=self._selection.is_marked(row.id),
            )
            self._pictures.paint(painter, rect, row, state, self._time)
            if self.painted is not None:
                self.painted.append(row)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is as high as every other."""
        return QSize(0, strokes().height)
