"""The board of units as a table: rows stay chosen and in place while their words change."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from console.desk.unit_board import Board, BoardColumn, BoardRow
from console.ui import theme
from console.ui.dispatch.board_words import cell_words, column_word
from console.ui.dispatch.words import card_words, position_words, unit_colour, unit_name
from console.ui.texts.language import translate
from console.ui.widgets.safe import safe_tip

Index = QModelIndex | QPersistentModelIndex

COLUMNS = tuple(BoardColumn)

_NUMBERS = frozenset({BoardColumn.BATTERY, BoardColumn.DISTANCE, BoardColumn.LOAD})
LOW_BATTERY_PERCENT = 20.0
"""At or below it a battery may not last the way there and back."""


class BoardModel(QAbstractTableModel):
    """A row a unit; `show_board` moves what moved and keeps who is chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BoardRow, ...] = ()
        self._now, self._zone = datetime(2026, 1, 1, tzinfo=UTC), ZoneInfo("Asia/Jakarta")
        self._dots: dict[tuple[str, str, int], QPixmap] = {}

    @property
    def rows(self) -> tuple[BoardRow, ...]:
        """The rows shown."""
        return self._rows

    def place_of(self, unit_id: str) -> int:
        """The row of a unit, -1 when it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.unit.id == unit_id), -1)

    def show_board(self, board: Board, *, in_place: bool = False) -> None:
        """Show these rows; `in_place` keeps the order there is, newcomers last: a hand is in the list."""
        rows = board.rows
        self._now, self._zone = board.now, ZoneInfo(board.zone)
        if in_place:
            before = {row.unit.id: place for place, row in enumerate(self._rows)}
            rows = tuple(sorted(rows, key=lambda row: before.get(row.unit.id, len(before))))
        if [row.unit.id for row in rows] == [row.unit.id for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
            return
        self._resize(rows)
        self._reorder(rows)

    def respell(self) -> None:
        """Say everything anew in another language or theme."""
        self._dots.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """One per unit."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One per BoardColumn."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Heads of columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column_word(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[section] in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and COLUMNS[section] is BoardColumn.LOAD:
            return safe_tip(translate("board", "Orders of the last eight hours + orders that wait"))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, colours and full texts of a cell; asked for what is in sight only."""
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(row, column, self._now, self._zone)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column is BoardColumn.CALL_SIGN:
            return self._dot(unit_colour(row.unit.status, stale=row.card.stale))
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            card = row.card
            return safe_tip("\n".join((unit_name(card.unit), card_words(card), position_words(card.position_age_s))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column_word(column)}: {cell_words(row, column, self._now, self._zone)}"
        return None

    def _ink(self, row: BoardRow, column: BoardColumn) -> QColor | None:
        if column is BoardColumn.POSITION and row.card.stale:
            return theme.colour("warn")
        if column is BoardColumn.DISTANCE and row.card.stale:
            return theme.colour("muted")
        battery = row.battery_percent
        if column is BoardColumn.BATTERY and battery is not None and battery <= LOW_BATTERY_PERCENT:
            return theme.colour("warn")
        return theme.colour("muted") if column in (BoardColumn.FUNCTION, BoardColumn.POST) else None

    def _dot(self, colour: str) -> QPixmap:
        """A dot in the unit's colour; its word stands in the column of the status."""
        key = (colour, theme.palette().name, theme.px(9))
        if key not in self._dots:
            picture = QPixmap(theme.px(12), theme.px(12))
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(colour))
            painter.drawEllipse(1, 1, theme.px(9), theme.px(9))
            painter.end()
            self._dots[key] = picture
        return self._dots[key]

    def _resize(self, rows: tuple[BoardRow, ...]) -> None:
        """As many rows as there will be; who stands where comes after."""
        have, wanted = len(self._rows), len(rows)
        if wanted < have:
            self.beginRemoveRows(QModelIndex(), wanted, have - 1)
            self._rows = self._rows[:wanted]
            self.endRemoveRows()
        elif wanted > have:
            self.beginInsertRows(QModelIndex(), have, wanted - 1)
            self._rows = (*self._rows, *rows[have:])
            self.endInsertRows()

    def _reorder(self, rows: tuple[BoardRow, ...]) -> None:
        self.layoutAboutToBeChanged.emit()
        places = {row.unit.id: place for place, row in enumerate(rows)}
        before = self.persistentIndexList()
        moved = [self._moved(index, places) for index in before]
        self._rows = rows
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()

    def _moved(self, index: QModelIndex, places: dict[str, int]) -> QModelIndex:
        place = places.get(self._rows[index.row()].unit.id)
        return QModelIndex() if place is None else self.createIndex(place, index.column())
