"""Blocks proposed and in force, and appeals, as a table: whom, how often, by when."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.desk.standing import TrustFilter, TrustRow
from console.ui import theme
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.trust.words import what_words, when_words, who_words
from console.ui.widgets.safe import safe_tip

Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("what", "number", "who", "strikes", "when", "away", "words")

WIDTHS_PX = {"what": 108, "number": 112, "who": 240, "strikes": 88, "when": 196, "away": 96}
"""The words of the report or appeal take what is left."""


def column_words(column: str) -> str:
    """The head of a column."""
    return {
        "what": translate("trust", "To decide"),
        "number": translate("trust", "Case"),
        "who": translate("trust", "Reporter"),
        "strikes": translate("trust", "Strikes"),
        "when": translate("trust", "By when"),
        "away": translate("trust", "Turned away"),
        "words": translate("trust", "What he says"),
    }[column]


class TrustModel(QAbstractTableModel):
    """Rows are replaced as a whole; there are dozens."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TrustRow, ...] = ()
        self._zone = ZoneInfo("Asia/Jakarta")
        self._now = datetime(2026, 1, 1, tzinfo=UTC)

    @property
    def rows(self) -> tuple[TrustRow, ...]:
        """The rows shown."""
        return self._rows

    def show_rows(self, rows: tuple[TrustRow, ...], zone: ZoneInfo, now: datetime) -> None:
        """Show these instead, deadlines counted from server time `now`; the same rows keep their selection."""
        same = rows == self._rows and zone == self._zone
        if not same:
            self.beginResetModel()
        self._rows, self._zone, self._now = rows, zone, now
        if not same:
            self.endResetModel()
        elif rows:
            place = COLUMNS.index("when")
            self.dataChanged.emit(self.index(0, place), self.index(len(rows) - 1, place))

    def respell(self) -> None:
        """Say everything anew in another language."""
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """One per thing to decide."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One per COLUMNS."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Heads of columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return column_words(COLUMNS[section])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, colours and full texts of a cell."""
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == "words":
            return safe_tip(self._words(row, column))
        if role == Qt.ItemDataRole.ForegroundRole:
            if row.own:
                return theme.colour("muted")
            if column == "when" and row.overdue:
                return theme.colour("bad")
            if column == "what" and row.what is TrustFilter.BLOCKED:
                return theme.colour("warn")
        return None

    def _words(self, row: TrustRow, column: str) -> str:
        own = translate("trust", "Another supervisor decides: you had a part in it.")
        return {
            "what": what_words(row),
            "number": row.number,
            "who": who_words(row),
            "strikes": f"{min(row.strikes, row.of)}/{row.of}",
            "when": when_words(row, self._now, self._zone),
            "away": str(row.turned_away) if row.turned_away else "—",
            "words": own if row.own else one_line(row.line) or "—",
        }[column]
