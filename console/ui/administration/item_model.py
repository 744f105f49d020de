"""The items of a list as a table: searched, filtered, those with something unsaved marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.desk.administration_changes import Item
from console.ui import theme
from console.ui.administration.list_spec import Column
from console.ui.widgets.safe import safe_tip
from console.ui.widgets.spoken import worded

Index = QModelIndex | QPersistentModelIndex


class ItemModel(QAbstractTableModel, Generic[Item]):
    """Rows are replaced as a whole; thousands at most."""

    def __init__(self, columns: tuple[Column[Item], ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._items: tuple[Item, ...] = ()
        self._texts: tuple[str, ...] = ()
        self._search: tuple[str, ...] = ()
        self._shows: Callable[[Item], bool] = lambda _item: True
        self.rows: tuple[Item, ...] = ()
        self.unsaved: frozenset[Item] = frozenset()

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Show these instead."""
        self._items = items
        self._texts = tuple(" ".join(column.text(item) for column in self._columns).casefold() for item in items)
        self._choose()

    def search(self, words: str) -> None:
        """Only rows that hold every word typed."""
        self._search = tuple(words.casefold().split())
        self._choose()

    def filter(self, shows: Callable[[Item], bool]) -> None:
        """Only items for which this holds."""
        self._shows = shows
        self._choose()

    def mark_unsaved(self, items: frozenset[Item]) -> None:
        """A dot before those on which something typed waits to be saved."""
        if items != self.unsaved:
            self.unsaved = items
            if self.rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    def respell(self) -> None:
        """Say everything anew in another language."""
        self.show_items(self._items)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """One per item that fits."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One per column."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Heads of columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return worded(self._columns[section].head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, colours and full texts of a cell."""
        item, column = self.rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            dot = "• " if index.column() == 0 and item in self.unsaved else ""
            return dot + column.text(item)
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(column.text(item)) if not column.width_px else None
        if role == Qt.ItemDataRole.ForegroundRole:
            tone = column.tone(item)
            return theme.colour(tone) if tone else None
        return None

    def _choose(self) -> None:
        self.beginResetModel()
        self.rows = tuple(
            item
            for item, text in zip(self._items, self._texts, strict=True)
            if self._shows(item) and all(word in text for word in self._search)
        )
        self.endResetModel()
