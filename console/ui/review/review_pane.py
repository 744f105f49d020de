"""The supervisor's review: what this shift ended, and his word on it."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from console.desk.review import ReviewFilter, ReviewRow, may_review
from console.domain.changes import Changes
from console.ui.case.pane import CasePane
from console.ui.case.parts import CaseParts
from console.ui.keys import KeyGuard
from console.ui.review.review_model import COLUMNS, ReviewModel
from console.ui.selection import Selection
from console.ui.texts.language import translate
from console.ui.widgets.list_beside import ListBeside
from console.ui.widgets.panel import Panel
from console.ui.widgets.row_table import RowTable
from console.ui.widgets.states import EmptyState

WIDTHS_PX = {"number": 108, "priority": 48, "ended": 76, "by": 110, "claim": 62, "dispatch": 72, "arrive": 62,
             "whole": 68, "outcome": 130, "verdict": 84}  # fmt: skip


class ReviewPane(Panel):
    """A table with filters at the left, the chosen case at the right; Y approves, R returns, B reopens."""

    def __init__(self, parts: CaseParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selection = Selection(self)
        self._parts = replace(parts, selection=self.selection)
        self._which = ReviewFilter.ALL
        self.model = ReviewModel(self)
        self.table = RowTable(lambda: translate("review", "Ended cases"), self.model, COLUMNS, WIDTHS_PX)
        self.case = CasePane(self._parts)
        self.lists = self._lists()
        self.rows.addWidget(self.lists)
        self.lists.filter_chosen.connect(lambda which: self.choose(ReviewFilter(which)))
        self.table.row_chosen.connect(self._chosen)
        guard = KeyGuard(self.selection, self)
        guard.watch(self.table)
        guard.watch(self.case)
        guard.pressed.connect(self.case.press)
        self.case.report_chosen.connect(self.selection.select)

    def open(self) -> None:
        """Show the review to a supervisor; anyone else reads why not."""
        may_see = may_review(self._parts.book.actor())
        self.lists.open_to(may_see)
        if may_see:
            self._ask()

    def choose(self, which: ReviewFilter) -> None:
        """Show other cases."""
        self._which = which
        self.lists.mark_filter(which)
        self._ask()

    def take_changes(self, changes: Changes) -> None:
        """Ask anew when any case changed."""
        if self.isVisible() and may_review(self._parts.book.actor()) and (changes.reports or changes.everything):
            self._ask()
        self.case.take_changes(changes)

    def cover(self) -> None:
        """Hide everything at once: lock or sign-out."""
        self.selection.clear()
        self.case.cover()
        self.model.show_rows((), ZoneInfo("UTC"))
        self.lists.open_to(False)

    def stop(self) -> None:
        """End what runs, before the desk closes."""
        self.case.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.model.respell()

    def _lists(self) -> ListBeside:
        empty = EmptyState(
            "inbox",
            lambda: translate("review", "Nothing ended in this shift yet"),
            lambda: translate("review", "Cases stand here with their times as soon as they are closed or disposed of."),
        )
        return ListBeside(
            lambda: translate("review", "Review of this shift"),
            {
                ReviewFilter.ALL.value: lambda: translate("review", "All ended"),
                ReviewFilter.JUNK.value: lambda: translate("review", "Disposed of"),
                ReviewFilter.UNJUDGED.value: lambda: translate("review", "Not reviewed"),
            },
            self.table,
            self.case,
            closed=EmptyState(
                "lock",
                lambda: translate("review", "Review is for supervisors"),
                lambda: translate("review", "Ask your supervisor to sign in here."),
            ),
            empty=empty,
        )

    def _chosen(self, place: int) -> None:
        if 0 <= place < len(self.model.rows):
            self.selection.select(self.model.rows[place].report_id)

    def _ask(self) -> None:
        which, book = self._which, self._parts.book
        self._parts.background.ask(self, lambda: (book.review(which), book.site().zone), self._take, topic="rows")

    def _take(self, answer: tuple[tuple[ReviewRow, ...], str]) -> None:
        rows, zone = answer
        chosen = self.selection.report_id
        self.model.show_rows(rows, ZoneInfo(zone))
        count = len(rows)
        self.lists.counted.say(lambda: translate("review", "{n} cases").format(n=count))
        place = next((place for place, row in enumerate(rows) if row.report_id == chosen), None)
        self.lists.show_rows(count, place)
