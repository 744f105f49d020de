"""The supervisor's list of blocks proposed and appeals, with the case each is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from console.desk.standing import TrustFilter, TrustList, TrustRow, may_trust
from console.domain.changes import Changes
from console.ui.case.pane import CasePane
from console.ui.case.parts import CaseParts
from console.ui.keys import KeyGuard
from console.ui.selection import Selection
from console.ui.texts.language import translate
from console.ui.trust.trust_model import COLUMNS, WIDTHS_PX, TrustModel
from console.ui.trust.words import filter_words
from console.ui.widgets.list_beside import ListBeside
from console.ui.widgets.panel import Panel
from console.ui.widgets.row_table import RowTable
from console.ui.widgets.states import EmptyState


class TrustPane(Panel):
    """What waits at the left, the case it is about at the right; W decides it there."""

    def __init__(self, parts: CaseParts, trust: TrustList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selection = Selection(self)
        self._parts, self._trust = replace(parts, selection=self.selection), trust
        self._which = TrustFilter.WAITING
        self.model = TrustModel(self)
        self.table = RowTable(lambda: translate("trust", "Blocks and appeals"), self.model, COLUMNS, WIDTHS_PX)
        self.case = CasePane(self._parts)
        self.lists = self._lists()
        self.rows.addWidget(self.lists)
        self.lists.filter_chosen.connect(lambda which: self.choose(TrustFilter(which)))
        self.table.row_chosen.connect(self._chosen)
        guard = KeyGuard(self.selection, self)
        guard.watch(self.table)
        guard.watch(self.case)
        guard.pressed.connect(self.case.press)
        self.case.report_chosen.connect(self.selection.select)

    def open(self) -> None:
        """Show the list to a supervisor; anyone else reads why not."""
        may_see = may_trust(self._parts.book.actor())
        self.lists.open_to(may_see)
        if may_see:
            self._ask()

    def choose(self, which: TrustFilter) -> None:
        """Show something else."""
        self._which = which
        self.lists.mark_filter(which)
        self._ask()

    def take_changes(self, changes: Changes) -> None:
        """Ask anew when any standing changed."""
        concerned = bool(changes.standings or changes.everything)
        if concerned and self.isVisible() and may_trust(self._parts.book.actor()):
            self._ask()
        self.case.take_changes(changes)

    def cover(self) -> None:
        """Hide everything at once: lock or sign-out."""
        self.selection.clear()
        self.case.cover()
        self.model.show_rows((), ZoneInfo("UTC"), datetime.now(UTC))
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
            lambda: translate("trust", "Nothing waits for a decision"),
            lambda: translate("trust", "A block is proposed at three strikes; appeals come from the reporters."),
        )
        return ListBeside(
            lambda: translate("trust", "Blocks and appeals"),
            {which.value: partial(filter_words, which) for which in TrustFilter},
            self.table,
            self.case,
            closed=EmptyState(
                "lock",
                lambda: translate("trust", "Blocks and appeals are for supervisors"),
                lambda: translate("review", "Ask your supervisor to sign in here."),
            ),
            empty=empty,
        )

    def _chosen(self, place: int) -> None:
        if 0 <= place < len(self.model.rows):
            self.selection.select(self.model.rows[place].report_id)

    def _ask(self) -> None:
        which, trust, book = self._which, self._trust, self._parts.book
        self._parts.background.ask(self, lambda: (trust.rows(which), book.site().zone), self._take, topic="rows")

    def _take(self, answer: tuple[tuple[TrustRow, ...], str]) -> None:
        rows, zone = answer
        chosen = self.selection.report_id
        self.model.show_rows(rows, ZoneInfo(zone), self._parts.book.now())
        count = len(rows)
        self.lists.counted.say(lambda: translate("trust", "{n} to decide").format(n=count))
        self.lists.counted.setVisible(self._which is not TrustFilter.BLOCKED)
        place = next((place for place, row in enumerate(rows) if row.report_id == chosen), 0 if rows else None)
        self.lists.show_rows(count, place)
