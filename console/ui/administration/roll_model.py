"""Lines of an administrator's table: plain cells, a tone, and a search in all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.ui import icons, theme
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import safe_tip
from console.ui.widgets.spoken import Words, worded

_At = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's heading, and its width in pixels at 100 %; 0 takes the room left."""

    title: Words
    width_px: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RollRow:
    """A line: its cells in the columns' order, an icon before the first, '' or 'ended', 'good', 'warn' as its tone."""

    id: str
    cells: tuple[str, ...]
    icon: str = ""
    tone: str = ""


class RollModel(QAbstractTableModel):
    """What the table shows of all its rows: those that hold every word searched for."""

    def __init__(self, columns: tuple[Column, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._all: tuple[RollRow, ...] = ()
        self._words: tuple[str, ...] = ()
        self.rows: tuple[RollRow, ...] = ()

    def show_rows(self, rows: Sequence[RollRow]) -> None:
        """Show these lines."""
        self._all = tuple(rows)
        self._pick()

    def search(self, text: str) -> None:
        """Keep only lines that hold all these words, in whatever cell."""
        self._words = tuple(text.casefold().split())
        self._pick()

    def place_of(self, row_id: str) -> int | None:
        """Where that line stands, None when it is not shown."""
        return next((place for place, row in enumerate(self.rows) if row.id == row_id), None)

    def rowCount(self, parent: _At = QModelIndex()) -> int:  # noqa: B008 -- as Qt declares it
        """How many lines are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _At = QModelIndex()) -> int:  # noqa: B008 -- as Qt declares it
        """How many columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> str | None:
        """The headings."""
        across = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return worded(self._columns[section].title) if across else None

    def data(self, index: _At, role: int = 0) -> object:
        """A cell's text, tooltip, colour or icon."""
        row = self.rows[index.row()]
        text = one_line(row.cells[index.column()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(text)
        if role == Qt.ItemDataRole.ForegroundRole and row.tone:
            return theme.colour({"ended": "muted", "good": "good", "warn": "warn"}[row.tone])
        if role == Qt.ItemDataRole.DecorationRole and row.icon and index.column() == 0:
            return icons.icon(row.icon, "faint" if row.tone == "ended" else "muted")
        return None

    def respell(self) -> None:
        """Headings in the language spoken now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def _pick(self) -> None:
        self.beginResetModel()
        self.rows = tuple(row for row in self._all if self._fits(row))
        self.endResetModel()

    def _fits(self, row: RollRow) -> bool:
        whole = "\n".join(row.cells).casefold()
        return all(word in whole for word in self._words)
