"""The roster's week as a table: a line a rung, post and shift, a column a day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.desk.roster import WeekRow, week_of
from console.domain.roster import Duty, Roster
from console.ui import theme
from console.ui.administration.enrolment_words import rung_name
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import safe_tip

_At = QModelIndex | QPersistentModelIndex
FIRST_DAY = 1
"""The column of Monday."""


class RosterModel(QAbstractTableModel):
    """A cell is who is on duty there, faint where he is there every day, '—' where nobody is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.monday = date(2026, 1, 5)
        self.today: date | None = None
        self.rows: tuple[WeekRow, ...] = ()
        self._roster = Roster()

    def show_week(self, roster: Roster, monday: date, today: date) -> None:
        """Show the week that begins on that day."""
        self.beginResetModel()
        self._roster, self.monday, self.today = roster, monday, today
        self.rows = week_of(roster, monday)
        self.endResetModel()
        self.respell()

    def day_of(self, column: int) -> date | None:
        """The day of a column, None for the headings at the left."""
        return self.monday + timedelta(days=column - FIRST_DAY) if column >= FIRST_DAY else None

    def duty_at(self, row: int, column: int) -> Duty | None:
        """Who is on duty there."""
        return self.rows[row].days[column - FIRST_DAY] if column >= FIRST_DAY else None

    def rowCount(self, parent: _At = QModelIndex()) -> int:  # noqa: B008 -- as Qt declares it
        """A line a slot."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _At = QModelIndex()) -> int:  # noqa: B008 -- as Qt declares it
        """The slot and seven days."""
        return 0 if parent.isValid() else 8

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> str | None:
        """The days, today marked."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        day = self.day_of(section)
        if day is None:
            return translate("enrolment", "On duty")
        said = f"{weekday_word(day)} {day.strftime('%d-%m')}"
        return f"● {said}" if day == self.today else said

    def data(self, index: _At, role: int = 0) -> object:
        """A cell's text, its whole truth a hover away, faint for every day's."""
        row, column = self.rows[index.row()], index.column()
        duty = self.duty_at(index.row(), column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return slot_words(row, self._roster) if column < FIRST_DAY else (one_line(duty.name) if duty else "—")
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(slot_words(row, self._roster) if column < FIRST_DAY else duty_words(duty))
        if role == Qt.ItemDataRole.ForegroundRole and column >= FIRST_DAY:
            if duty is None:
                return theme.colour("warn")
            return theme.colour("text" if duty.day else "muted")
        return None

    def respell(self) -> None:
        """Days in the language spoken now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 7)


def slot_words(row: WeekRow, roster: Roster) -> str:
    """Rung, post and shift with its hours."""
    hours = next((f"{s.starts}-{s.ends}" for s in roster.shifts if s.id == row.slot.shift), "")
    shift = f"{row.slot.shift} {hours}".strip()
    return " · ".join(filter(None, (rung_name(row.slot.rung), one_line(row.slot.post), one_line(shift))))


def duty_words(duty: Duty | None) -> str:
    """Who it is, his number, and whether it is so every day."""
    if duty is None:
        return translate("enrolment", "Nobody is on duty here.")
    said = f"{one_line(duty.name)} · {one_line(duty.contact)}"
    return said if duty.day else translate("enrolment", "{who} · every day").format(who=said)


def weekday_word(day: date) -> str:
    """Mon to Sun."""
    return (
        translate("enrolment", "Mon"), translate("enrolment", "Tue"), translate("enrolment", "Wed"),
        translate("enrolment", "Thu"), translate("enrolment", "Fri"), translate("enrolment", "Sat"),
        translate("enrolment", "Sun"),
    )[day.weekday()]  # fmt: skip
