"""The ended cases of a shift as a table: who ended what how, and how long each stage took."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.desk.review import ReviewRow
from console.ui import icons, theme
from console.ui.case.words import outcome_word
from console.ui.texts.cases import category_word
from console.ui.texts.language import translate
from console.ui.texts.times import clock_words, minutes_seconds
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import safe_tip

Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("number", "priority", "what", "ended", "by", "claim", "dispatch", "arrive", "whole", "outcome", "verdict")

_LENGTHS = ("claim", "dispatch", "arrive", "whole")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def column_words(column: str) -> str:
    """The head of a column."""
    return {
        "number": translate("review", "Number"),
        "priority": translate("review", "P"),
        "what": translate("review", "What"),
        "ended": translate("review", "Ended"),
        "by": translate("review", "By"),
        "claim": translate("review", "Claim"),
        "dispatch": translate("review", "Dispatch"),
        "arrive": translate("review", "Arrive"),
        "whole": translate("review", "Whole"),
        "outcome": translate("review", "Outcome"),
        "verdict": translate("review", "Review"),
    }[column]


def verdict_words(verdict: str) -> str:
    """A supervisor's word on a case, '—' while there is none."""
    return {
        "approved": translate("review", "approved"),
        "returned": translate("review", "returned"),
    }.get(verdict, "—")


class ReviewModel(QAbstractTableModel):
    """Rows are replaced as a whole; a shift has hundreds, not thousands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ReviewRow, ...] = ()
        self._zone = ZoneInfo("Asia/Jakarta")

    @property
    def rows(self) -> tuple[ReviewRow, ...]:
        """The rows shown."""
        return self._rows

    def show_rows(self, rows: tuple[ReviewRow, ...], zone: ZoneInfo) -> None:
        """Show these instead; the same again costs nothing."""
        if rows == self._rows and zone == self._zone:
            return
        self.beginResetModel()
        self._rows, self._zone = rows, zone
        self.endResetModel()

    def respell(self) -> None:
        """Say everything anew in another language."""
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """One per ended case."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One per COLUMNS."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Heads of columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column_words(COLUMNS[section])
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[section] in _LENGTHS else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, colours, icons and full texts of a cell."""
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == "what":
            return safe_tip(self._words(row, column))
        if role == Qt.ItemDataRole.ForegroundRole:
            if column == "priority":
                return theme.colour(f"p{row.priority}")
            if column == "verdict" and row.verdict:
                return theme.colour("good" if row.verdict == "approved" else "warn")
        if role == Qt.ItemDataRole.DecorationRole and column == "what":
            return icons.icon(row.category, "muted")
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _LENGTHS:
            return _RIGHT
        return None

    def _words(self, row: ReviewRow, column: str) -> str:
        return {
            "number": row.number,
            "priority": f"P{row.priority}",
            "what": one_line(row.line) or category_word(row.category),
            "ended": self._time(row.closed_at),
            "by": one_line(row.closed_by),
            "claim": _length(row.claim_s),
            "dispatch": _length(row.dispatch_s),
            "arrive": _length(row.arrive_s),
            "whole": _length(row.close_s),
            "outcome": one_line(row.outcome_words) or outcome_word(row.outcome),
            "verdict": verdict_words(row.verdict),
        }[column]

    def _time(self, at: datetime) -> str:
        return clock_words(at, self._zone)


def _length(seconds: int | None) -> str:
    return "—" if seconds is None else minutes_seconds(seconds)
