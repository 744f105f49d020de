"""The roster: who is on duty now, the week day by day, the shifts; read offline.

Why so long: people, weeks and shifts are changed by one rule, and a refusal is shown in one place.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.desk.administration import Access
from console.desk.roster import (
    DutyDraft,
    RosterShown,
    Slot,
    first_of_week,
    shifts_text,
    with_duty,
    with_shifts,
    with_week_copied,
    without_duty,
)  # fmt: skip
from console.domain.changes import Changes
from console.domain.errors import Fault, InputFault
from console.domain.roster import Duty, Roster, Rung
from console.ui import theme
from console.ui.administration.duty_page_sheet import DutyPageSheet
from console.ui.administration.duty_sheet import DutySheet
from console.ui.administration.enrolment_words import fault_sentence
from console.ui.administration.lines_field import LinesField
from console.ui.administration.on_duty_row import OnDutyRow
from console.ui.administration.page import Page, PageParts
from console.ui.administration.roster_bar import RosterBar
from console.ui.administration.roster_model import FIRST_DAY, RosterModel
from console.ui.administration.roster_table import RosterTable
from console.ui.administration.sheet import Sheet
from console.ui.administration.side import Side
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.states import EmptyState


class RosterPage(Page):
    """Each change is told to the server at once; the week shown is `model.monday`'s."""

    def __init__(self, parts: PageParts) -> None:
        super().__init__(parts)
        self._book = parts.office.enrolment.roster
        self.answer: RosterShown | None = None
        self._told: Roster | None = None
        self._quiet = False
        self.model = RosterModel(self)
        self.table = RosterTable(self.model)
        self.now = OnDutyRow()
        self.bar = RosterBar(self.turn, self.copy_week, self._open_hours, self.begin_new)
        self.form = DutySheet(self._put_on, self._take_off, self._ask_page)
        self.page = DutyPageSheet(
            parts, self._back, self._open_page, lambda fault: self._refused(fault, self.form.say_fault)
        )
        self.hours = Sheet(lambda: translate("enrolment", "Shifts"))
        self.hours_lines = LinesField(
            lambda: translate("enrolment", "A shift a line, such as: morning 06:00-14:00"), lines=6
        )
        self.hours.add(self.hours_lines, "shifts")
        self.hours.add_save(lambda: translate("enrolment", "Save"), self._save_hours)
        self._build()
        self.table.selectionModel().currentChanged.connect(lambda now, _before: self._chosen(now.row(), now.column()))
        QShortcut(QKeySequence("Ctrl+N"), self, activated=self.begin_new)  # type: ignore[call-overload]

    def open(self) -> None:
        """Ask this desk: the roster is here, server or not."""
        zone, told = self.parts.office.city.site.zone, self._told
        self.parts.background.ask(self, lambda: self._book.shown(zone, told), self.take, topic="roster")

    def take_changes(self, changes: Changes) -> None:
        """The roster changed."""
        if "roster" in changes.lists or changes.everything:
            self.open()

    def show_access(self, access: Access) -> None:
        """Read on without the server; change with it."""
        able = access is Access.OPEN
        for button in (self.bar.new, self.bar.copy, self.form.save_button, self.hours.save_button):
            if button is not None:
                button.setEnabled(able)
        self.form.take_off_row.setEnabled(able)

    def take(self, answer: RosterShown) -> None:
        """The answer came."""
        first = self.answer is None
        changed = first or answer.roster.revision != self.answer.roster.revision  # type: ignore[union-attr]
        self.answer = answer
        self._say_now(answer)
        if changed or answer.today != self.model.today:
            self._show_week(answer, first_of_week(answer.today) if first else None)

    def begin_new(self) -> None:
        """Somebody on a rung, today."""
        if self.answer is not None and self.bar.new.isEnabled():
            self.table.clearSelection()
            slot = Slot(rung=Rung.DUTY_OFFICER)
            self.form.show_slot(self.answer.roster, slot, self.answer.today, None)
            self.side.show_sheet(self.form)
            self.form.rung.box.setFocus()

    def turn(self, weeks: int) -> None:
        """So many weeks on, or back."""
        if self.answer is not None:
            self._show_week(self.answer, self.model.monday + timedelta(weeks=weeks))
            at = self.table.currentIndex()
            if at.isValid() and self.side.sheet is self.form:
                self._chosen(at.row(), at.column())

    def unsaved(self) -> bool:
        """Whether somebody is half put on duty."""
        started = self.side.sheet is self.form and self.form.take_off_row.isHidden()
        return started and bool(self.form.name.line.text().strip())

    def changeEvent(self, event: QEvent) -> None:
        """Say days and rungs in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.answer is not None:
            self._say_now(self.answer)
            self.model.respell()

    # Changes

    def _put_on(self, draft: DutyDraft) -> None:
        self._change(lambda roster: with_duty(roster, draft), self.form)

    def _take_off(self, duty: Duty) -> None:
        self._change(lambda roster: without_duty(roster, duty), self.form)

    def _save_hours(self) -> None:
        text = self.hours_lines.text()
        self._change(lambda roster: with_shifts(roster, text), self.hours)

    def copy_week(self) -> None:
        """The days of this week also in the next."""
        monday = self.model.monday
        copied = monday + timedelta(weeks=1)
        self._change(lambda roster: with_week_copied(roster, monday, copied), None)

    def _change(self, change: Callable[[Roster], Roster], sheet: Sheet | None) -> None:
        if self.answer is None:
            return
        roster = self.answer.roster
        failed = sheet.say_fault if sheet is not None else self._say_trouble
        self.trouble.hide()
        try:
            changed = change(roster)
        except InputFault as fault:
            failed(fault)
            return
        self.parts.background.ask(
            self,
            lambda: self._book.save(changed),
            lambda kept: self._saved(kept, sheet),
            lambda fault: self._refused(fault, failed),
        )

    def _saved(self, kept: Roster, sheet: Sheet | None) -> None:
        self._told = kept
        if sheet is not None:
            sheet.say_done(lambda: translate("enrolment", "Saved. Alarms go by it from now on."))
        else:
            self.turn(1)
        self.open()

    def _refused(self, fault: Fault, say: Callable[[Fault], None]) -> None:
        say(fault)
        self.open()

    # The phone page of an officer on duty

    def _ask_page(self, duty: Duty) -> None:
        if self.answer is not None:
            self.page.ask_for(self.answer.roster, duty)

    def _open_page(self, roster: Roster) -> None:
        self._told = roster
        self.side.show_sheet(self.page)
        self.open()

    def _back(self) -> None:
        self.page.forget()
        self.side.show_sheet(self.form)

    def cover(self) -> None:
        """A code never stays on a screen somebody left."""
        if self.side.sheet is self.page:
            self._back()

    def stop(self) -> None:
        """A code leaves the clipboard too."""
        self.page.forget()

    # What is shown

    def _show_week(self, answer: RosterShown, monday: date | None) -> None:
        first = monday or self.model.monday
        at = self.table.currentIndex()
        self.table.blockSignals(True)
        self.model.show_week(answer.roster, first, answer.today)
        self.table.blockSignals(False)
        last = self.model.monday + timedelta(days=6)
        self.bar.week.say(f"{self.model.monday.strftime('%d-%m')} - {last.strftime('%d-%m-%Y')}")
        self._list.setCurrentWidget(self.table if self.model.rows else self._empty)
        if at.isValid() and at.row() < len(self.model.rows):
            self._quiet = True
            self.table.setCurrentIndex(self.model.index(at.row(), at.column()))
            self._quiet = False
        if self.side.sheet is self.form:
            self.form.follow(answer.roster)
        if self.side.sheet is not self.hours:
            self.hours_lines.put(shifts_text(answer.roster))

    def _say_now(self, answer: RosterShown) -> None:
        self.now.show_ladder(answer.now)

    def _chosen(self, row: int, column: int) -> None:
        day = self.model.day_of(max(column, FIRST_DAY))
        if self._quiet or self.answer is None or day is None or not 0 <= row < len(self.model.rows):
            return
        slot, duty = self.model.rows[row].slot, self.model.duty_at(row, max(column, FIRST_DAY))
        self.form.show_slot(self.answer.roster, slot, day, duty)
        self.side.show_sheet(self.form)

    def _open_hours(self) -> None:
        if self.answer is not None:
            self.hours_lines.put(shifts_text(self.answer.roster))
            self.hours.quiet()
            self.side.show_sheet(self.hours)
            self.hours_lines.setFocus()

    def _say_trouble(self, fault: Fault) -> None:
        self.trouble.say(lambda: fault_sentence(fault))
        self.trouble.show()

    def _build(self) -> None:
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.now)
        rows.addWidget(self.bar)
        self.trouble = SafeLabel(role="notice_line", wrap=True)
        self.trouble.hide()
        rows.addWidget(self.trouble)
        self._empty = EmptyState(
            "clock",
            lambda: translate("enrolment", "Nobody stands on the roster yet"),
            lambda: translate("enrolment", "An unanswered alarm climbs to the duty officer, Polsek, Polres and on."),
        )
        self._list = QStackedWidget()
        self._list.addWidget(self._empty)
        self._list.addWidget(self.table)
        rows.addWidget(self._list, 1)
        self.side = Side(lambda: translate("enrolment", "Choose a day, or put somebody on duty"))
        for sheet in (self.form, self.hours, self.page):
            self.side.add_sheet(sheet)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(self.side)
        both.setStretchFactor(0, 1)
        both.setSizes([theme.px(960), theme.px(400)])
        self.rows.addWidget(both, 1)
