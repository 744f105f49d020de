"""The usual way, for comparison: every row a QStandardItem, sorted by a proxy."""

from __future__ import annotations

import statistics
import time

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView

from console.bench.queue_rig import SIZE
from console.domain.queue_row import QueueFilter, QueueQuery, QueueRow
from console.store.store import Store

_COLUMNS = 8


class StandardItems:
    """All `rows` rows of the store in items: the same question, asked the way most programs ask it."""

    def __init__(self, store: Store, rows: int) -> None:
        self._store, self._count = store, rows
        self._view = QTableView()
        self._view.resize(*SIZE)
        self._model = QStandardItemModel()
        self._proxy = QSortFilterProxyModel()

    def first_paint_ms(self) -> float:
        """Milliseconds from asking to the first paint, sorted by urgency."""
        began_s = time.perf_counter()
        for row in self._store.queue_page(QueueQuery(filter=QueueFilter.OPEN), 0, self._count):
            self._model.appendRow(_items(row))
        self._proxy.setSourceModel(self._model)
        self._proxy.setSortRole(Qt.ItemDataRole.UserRole)
        self._proxy.sort(0)
        self._view.setModel(self._proxy)
        self._view.show()
        self._view.viewport().repaint()
        return 1000 * (time.perf_counter() - began_s)

    def scroll_p99_ms(self, frames: int) -> float:
        """99th percentile of a frame's work, milliseconds."""
        bar = self._view.verticalScrollBar()
        taken = []
        for frame in range(frames):
            began_s = time.perf_counter()
            bar.setValue(frame * 3 % max(1, bar.maximum()))
            self._view.viewport().repaint()
            taken.append(1000 * (time.perf_counter() - began_s))
        return statistics.quantiles(taken, n=100)[98]

    def upsert_ms(self, count: int) -> float:
        """Milliseconds for `count` changed rows, painted."""
        began_s = time.perf_counter()
        for number in range(0, self._model.rowCount(), max(1, self._model.rowCount() // count)):
            item = self._model.item(number, 0)
            item.setData(int(item.data(Qt.ItemDataRole.UserRole)) + 1, Qt.ItemDataRole.UserRole)
        self._view.viewport().repaint()
        return 1000 * (time.perf_counter() - began_s)

    def close(self) -> None:
        """Give its memory back."""
        self._view.close()
        self._view.deleteLater()
        self._model.clear()


def _items(row: QueueRow) -> list[QStandardItem]:
    texts = (row.number, row.line, row.area_name, row.category, row.holder_name, row.status, row.source_kind, row.id)
    items = [QStandardItem(str(text)) for text in texts[:_COLUMNS]]
    items[0].setData(row.urgency, Qt.ItemDataRole.UserRole)
    return items
