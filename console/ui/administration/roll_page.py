"""A page of enrolled things: a table at the left, what is chosen or new at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.desk.administration import Access
from console.domain.errors import Fault
from console.ui import theme
from console.ui.administration.enrolment_words import fault_sentence
from console.ui.administration.page import Page, PageParts
from console.ui.administration.roll_model import Column, RollRow
from console.ui.administration.roll_table import RollTable
from console.ui.administration.sheet import Sheet
from console.ui.administration.side import Side
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken, Words, name_widget
from console.ui.widgets.states import EmptyState

T = TypeVar("T")
_SIDE_PX = 460


class RollPage(Page, Generic[T]):
    """Kinds of it say `ask_for` (blocks), `rows_of` its answer, and put their sheets in the `side`.

    `answer` is what the page shows, None before the first came.
    """

    def __init__(
        self, parts: PageParts, columns: tuple[Column, ...], name: Words, new: Words, empty: EmptyState
    ) -> None:
        super().__init__(parts)
        self.answer: T | None = None
        self.access = Access.OPEN
        self.table = RollTable(columns, name)
        self.search = QLineEdit()
        self.count = SafeLabel(role="muted")
        self.new_button = PlainButton(new, self.begin_new, tone="primary")
        self.side = Side()
        self._empty = empty
        self._failed = EmptyState(
            "attention", "", "", action=lambda: translate("enrolment", "Try again"), pressed=self.ask
        )
        self._loading = EmptyState("loading", lambda: translate("enrolment", "Asking the server…"))
        self._build(name)
        self.table.chosen.connect(self.show_thing)
        QShortcut(QKeySequence("Ctrl+N"), self, activated=self.begin_new)  # type: ignore[call-overload]
        QShortcut(QKeySequence("Ctrl+F"), self, activated=self.search.setFocus)  # type: ignore[call-overload]

    # What a kind of page says

    def ask_for(self) -> T:
        """What the page shows; blocks: called in the background."""
        raise NotImplementedError

    def rows_of(self, answer: T) -> Sequence[RollRow]:
        """The table's lines."""
        raise NotImplementedError

    def count_words(self, answer: T) -> str:
        """How many there are, in words."""
        raise NotImplementedError

    def show_thing(self, thing_id: str) -> None:
        """Show what was chosen at the right."""
        raise NotImplementedError

    def begin_new(self) -> None:
        """Show an empty form at the right."""
        raise NotImplementedError

    # What all do

    def open(self) -> None:
        """Ask for what it shows."""
        self.ask()

    def show_access(self, access: Access) -> None:
        """Only what can be saved can be begun."""
        came_back = access is Access.OPEN and self.access is not Access.OPEN
        self.access = access
        self.new_button.setEnabled(access is Access.OPEN)
        if came_back:
            self.ask()

    def ask(self) -> None:
        """Ask anew; what is shown stays until the answer comes."""
        if self.answer is None:
            self._list.setCurrentWidget(self._loading)
        self.parts.background.ask(self, self.ask_for, self.take, self._say_failed, topic="list")

    def take(self, answer: T) -> None:
        """The answer came."""
        self.answer = answer
        rows = self.rows_of(answer)
        self.table.show_rows(rows)
        self._list.setCurrentWidget(self.table if rows else self._empty)
        self.count.say(lambda: self.count_words(answer))

    def show_side(self, sheet: Sheet | None) -> None:
        """This sheet at the right; None for the quiet sentence."""
        self.side.show_sheet(sheet)

    def add_sheet(self, sheet: Sheet) -> None:
        """A sheet that may stand at the right."""
        self.side.add_sheet(sheet)

    @property
    def sheet(self) -> Sheet | None:
        """The sheet shown at the right."""
        return self.side.sheet

    def cover(self) -> None:
        """Nothing of it stays on the screen."""
        self.answer = None
        self.table.show_rows(())
        self.count.say("")
        self._list.setCurrentWidget(self._loading)

    def _say_failed(self, fault: Fault) -> None:
        if self.answer is None:
            self._failed.say(lambda: fault_sentence(fault))
            self._list.setCurrentWidget(self._failed)

    def _build(self, name: Words) -> None:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        row.setSpacing(theme.px(12))
        self.search.setClearButtonEnabled(True)
        Spoken(self.search, lambda: self.search.setPlaceholderText(translate("enrolment", "Search")))
        self.search.setMaximumWidth(theme.px(320))
        self.search.setMinimumHeight(theme.px(32))
        self.search.textChanged.connect(self.table.search)
        name_widget(self.search, lambda: translate("enrolment", "Search this list"))
        row.addWidget(self.search, 1)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.new_button)
        self._list = QStackedWidget()
        for shown in (self.table, self._empty, self._failed, self._loading):
            self._list.addWidget(shown)
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(bar)
        rows.addWidget(self._list, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(self.side)
        both.setStretchFactor(0, 1)
        both.setSizes([theme.px(900), theme.px(_SIDE_PX)])
        self.rows.addWidget(both, 1)
        self._list.setCurrentWidget(self._loading)

    def changeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Say every cell in another language."""
        super().changeEvent(event)
        if event.type() == event.Type.LanguageChange and self.answer is not None:
            self.table.show_rows(self.rows_of(self.answer))
