"""The board of all units on duty: filtered, sorted, who is silent and what to do."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from console.desk.casebook import Casebook
from console.desk.unit_board import Board, BoardColumn, BoardFilter, BoardQuery
from console.domain.changes import Changes
from console.domain.errors import Fault
from console.ui import theme
from console.ui.background import Background
from console.ui.dispatch.board_bar import BoardBar
from console.ui.dispatch.board_model import COLUMNS, BoardModel
from console.ui.dispatch.board_table import BoardTable
from console.ui.queue.hand import Hand
from console.ui.selection import Selection
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.widgets.panel import Panel
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.states import EmptyState
from console.ui.window_parts import Keeps

FRESH_MS = 2_000
"""Ages, distances and who is silent are asked anew so often."""

_KEPT = "board.look"


class BoardPane(Panel):
    """`unit_chosen(id)` at Enter or a double click, `menu_wanted(unit, widget)` for what may be decided about one.

    No row moves while a hand is in the table; a click on a head, a filter or a word orders anew at once.
    """

    unit_chosen = Signal(str)
    menu_wanted = Signal(object, object)

    def __init__(
        self, book: Casebook, background: Background, selection: Selection, keeps: Keeps, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._book, self._background, self._selection, self._keeps = book, background, selection, keeps
        self._query = _recalled(keeps)
        self.model = BoardModel(self)
        self.table = BoardTable(self.model)
        self.hand = Hand(self.table)
        self.bar = BoardBar()
        self.advice = SafeLabel(_advice_words, wrap=True, role="warn")
        self._states = QStackedWidget()
        self._empty = EmptyState("inbox", self._empty_words, self._empty_hint)
        self._lay_out()
        self._timer = QTimer(self, interval=FRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._connect()
        self._mark()

    @property
    def query(self) -> BoardQuery:
        """What is asked for."""
        return self._query

    def choose(self, which: BoardFilter) -> None:
        """List these units."""
        self._want(replace(self._query, which=which))

    def sort(self, column: BoardColumn, *, descending: bool) -> None:
        """Order by a column; remembered at this workstation."""
        self._keeps.keep_setting(_KEPT, f"{column}:{int(descending)}")
        self._want(replace(self._query, column=column, descending=descending))

    def take_changes(self, changes: Changes) -> None:
        """A unit changed."""
        if changes.units or changes.everything:
            self.refresh()

    def refresh(self) -> None:
        """Ask anew while it is seen."""
        if self.isVisible():
            query = replace(self._query, report_id=self._selection.report_id)
            self._background.ask(
                self, lambda: self._book.board.ask(query), partial(self._take, query), self._fail, topic="board",
                patient=True,
            )

    def cover(self) -> None:
        """Forget every name: lock."""
        nobody = Board(rows=(), counts={}, posts=(), number="", now=self._book.now(), zone="UTC")
        self.model.show_board(nobody)
        self.bar.show_board(nobody, "")
        self.bar.search.clear()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask, and again and again."""
        super().showEvent(event)
        self._timer.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it: nothing is asked."""
        super().hideEvent(event)
        self._timer.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.model.respell()
            self.refresh()

    def _lay_out(self) -> None:
        self.rows.addWidget(self.bar)
        self.advice.setContentsMargins(theme.px(14), 0, theme.px(14), theme.px(8))
        self.rows.addWidget(self.advice)
        listed = QWidget()
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.table)
        hint = SafeLabel(_hint_words, role="muted")
        hint.setContentsMargins(theme.px(14), theme.px(5), theme.px(14), theme.px(6))
        inside.addWidget(hint)
        self._states.addWidget(listed)
        self._states.addWidget(self._empty)
        self.rows.addWidget(self._states, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.bar.filtered.connect(self.choose)
        self.bar.searched.connect(lambda words: self._want(replace(self._query, words=words)))
        self.bar.post_chosen.connect(lambda post: self._want(replace(self._query, post=post)))
        self.bar.search.returnPressed.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        self.table.entered.connect(self._chosen)
        self.table.doubleClicked.connect(lambda index: self._chosen(index.row()))
        self.table.menu_asked.connect(lambda place: self.menu_wanted.emit(self.model.rows[place].unit, self.table))
        self.table.sort_turned.connect(self._turn)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.hand.went.connect(self.refresh)
        self._selection.changed.connect(lambda _id: self.refresh())

    def _want(self, query: BoardQuery) -> None:
        self._query = query
        self._mark()
        self.hand.leave()
        self.refresh()

    def _mark(self) -> None:
        self.bar.mark(self._query.which)
        self.advice.setVisible(self._query.which is BoardFilter.SILENT)
        self.table.mark_sort(self._query.column, descending=self._query.descending)

    def _sort_by(self, section: int) -> None:
        column = COLUMNS[section]
        self.sort(column, descending=column is self._query.column and not self._query.descending)

    def _turn(self, key: int) -> None:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.sort(self._query.column, descending=key == Qt.Key.Key_Down)
            return
        step = 1 if key == Qt.Key.Key_Right else -1
        self.sort(COLUMNS[(COLUMNS.index(self._query.column) + step) % len(COLUMNS)], descending=False)

    def _chosen(self, place: int) -> None:
        if 0 <= place < len(self.model.rows):
            self.unit_chosen.emit(self.model.rows[place].unit.id)

    def _take(self, query: BoardQuery, board: Board) -> None:
        if query != replace(self._query, report_id=self._selection.report_id):
            return
        row = self.table.currentIndex().row()
        chosen = self.model.rows[row].unit.id if 0 <= row < len(self.model.rows) else ""
        self.model.show_board(board, in_place=self.hand.inside)
        place = self.model.place_of(chosen) if chosen else -1
        if place >= 0 and place != self.table.currentIndex().row():
            self.table.choose(place)
        self.bar.show_board(board, self._query.post)
        if not board.rows:
            self._empty.say(self._empty_words, self._empty_hint)
        self._states.setCurrentIndex(0 if board.rows else 1)

    def _fail(self, fault: Fault) -> None:
        self.bar.count.say(fault_words(fault))

    def _all_heard(self) -> bool:
        return self._query.which is BoardFilter.SILENT and not self._query.words and not self._query.post

    def _empty_words(self) -> str:
        if self._all_heard():
            return translate("board", "Every unit on duty is heard of")
        return translate("board", "No unit on duty fits")

    def _empty_hint(self) -> str:
        if self._all_heard():
            return translate("board", "Who sends no fresh position will stand here, with since when.")
        return translate("board", "Choose “On duty”, all posts, or other words.")


def _recalled(keeps: Keeps) -> BoardQuery:
    column, _, descending = keeps.setting(_KEPT).partition(":")
    if column not in set(BoardColumn):
        return BoardQuery()
    return BoardQuery(column=BoardColumn(column), descending=descending == "1")


def _advice_words() -> str:
    return translate(
        "board",
        "On duty without a fresh position: never proposed, not shown as current. Call by radio, then record what you "
        "hear with a right click or the menu key.",
    )


def _hint_words() -> str:
    return translate(
        "board",
        "Enter: on the map · menu key: what may be decided · Ctrl+← →: sort by another column · Ctrl+↑ ↓: turn it",
    )
