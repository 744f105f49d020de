"""The queue's pane: title, order, newcomers, the list, and what it says when empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from console.desk.queue import Queue
from console.domain.acts import JunkCase
from console.domain.changes import Changes
from console.domain.errors import Fault
from console.domain.queue_row import QueueFilter, QueueOrder, QueueQuery
from console.ui import icons, theme
from console.ui.background import Background
from console.ui.deciding import Done
from console.ui.queue.model import QueueModel
from console.ui.queue.newcomers import Newcomers
from console.ui.queue.view import QueueView
from console.ui.queue.words import order_word
from console.ui.selection import Selection
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.panel import Panel, PanelHeader
from console.ui.widgets.safe import SafeLabel, restyle
from console.ui.widgets.states import EmptyState, LoadingState


class QueuePane(Panel):
    """Feed it `take(changes)` from the relay; `ask(query)` changes filter, order or search."""

    order_changed = Signal(str)

    def __init__(
        self,
        queue: Queue,
        background: Background,
        selection: Selection,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._selection = selection
        self._answered = self._wants_focus = False
        self.model = QueueModel(queue, background, self)
        self.view = QueueView(self.model, selection, now)
        self.newcomers = Newcomers(now)
        self._header()
        self._states = QStackedWidget()
        self._loading = LoadingState()
        self._empty = EmptyState("inbox", _empty_words, lambda: _empty_hint(self.model.query))
        self._failed = EmptyState(
            "attention", "", action=lambda: translate("queue", "Try again"), pressed=self.model.look_again
        )
        for state in (self._loading, self.view, self._empty, self._failed):
            self._states.addWidget(state)
        self.marks = SafeLabel(role="link", wrap=True)
        self.marks.setContentsMargins(theme.px(14), theme.px(2), theme.px(14), theme.px(6))
        self.marks.hide()
        self.rows.addWidget(self.marks)
        self.rows.addWidget(self.newcomers)
        self.rows.addWidget(self._states, 1)
        self.setMinimumWidth(theme.px(360))
        self.setFocusProxy(self.view)
        self.model.refreshed.connect(lambda _moved: self._show_state())
        self.model.modelReset.connect(self._show_state)
        self.model.newcomers_changed.connect(self._show_newcomers)
        self.model.failed.connect(self._fail)
        self.newcomers.chosen.connect(selection.select)
        selection.marks_changed.connect(self._show_marks)

    def ask(self, query: QueueQuery) -> None:
        """Show another question."""
        self.model.ask(query)
        self.order_button.say(lambda: _order_label(self.model.query.order))

    def filter(self, which: QueueFilter) -> None:
        """Show a saved filter in the order chosen before."""
        self.ask(replace(self.model.query, filter=which, search=""))

    def search(self, words: str) -> None:
        """Show what holds these words, ended cases too; '' leaves the search."""
        which = QueueFilter.ALL if words else QueueFilter.OPEN
        self.ask(replace(self.model.query, filter=which, search=words))

    def order(self, order: QueueOrder) -> None:
        """Order anew."""
        self.ask(replace(self.model.query, order=order))
        self.order_changed.emit(order.value)

    def _order(self, order: QueueOrder, _checked: bool = False) -> None:
        self.order(order)

    def take(self, changes: Changes) -> None:
        """News from the store."""
        self.model.take(changes)

    def take_done(self, done: Done) -> None:
        """What was selected is disposed of: the next row is selected, so that a hundred pranks are a hundred keys."""
        if isinstance(done.act, JunkCase) and self._selection.report_id in done.report_ids:
            self.view.select_next(done.report_ids)

    def focus_list(self) -> None:
        """Give the keyboard to the list, as soon as there is one."""
        self._wants_focus = True
        self._show_state()

    def let_in(self) -> None:
        """Let the newcomers in and go to the top."""
        self.view.hand.leave()
        self.view.verticalScrollBar().setValue(0)

    def _header(self) -> None:
        self.header = PanelHeader(lambda: translate("queue", "Queue of reports"))
        self.order_button = PlainButton(
            lambda: _order_label(self.model.query.order), self._choose_order, tone="flat"
        )
        self.order_button.tip(lambda: translate("queue", "Hover over an age to see why a report stands there"))
        self.new_button = PlainButton("", self.let_in, tone="flat")
        self.new_button.setIcon(icons.icon("up", "link"))
        self.new_button.tip(lambda: translate("queue", "Came while you were in the list; click to let them in"))
        self.new_button.hide()
        self.header.right.addWidget(self.order_button)
        self.header.right.addWidget(self.new_button)
        self.rows.addWidget(self.header)

    def _choose_order(self) -> None:
        menu = QMenu(self)
        for order in (QueueOrder.URGENT, QueueOrder.NEWEST):
            entry = menu.addAction(order_word(order))
            entry.triggered.connect(partial(self._order, order))
            entry.setCheckable(True)
            entry.setChecked(order is self.model.query.order)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.order_button.mapToGlobal(self.order_button.rect().bottomLeft()))

    def _show_newcomers(self) -> None:
        rows = self.model.newcomers
        count = len(rows)
        self.new_button.setVisible(count > 0)
        self.new_button.say(lambda: translate("queue", "{n} new").format(n=count))
        restyle(self.new_button, tone="link")
        self.newcomers.show_rows(rows)

    def _show_marks(self) -> None:
        count = len(self._selection.marked)
        self.marks.say(lambda: translate("queue", "{n} marked · X disposes of them · Esc lets go").format(n=count))
        self.marks.setVisible(count > 0)

    def _show_state(self) -> None:
        if not self.model.ready:
            if not self._answered:
                self._states.setCurrentWidget(self._loading)
            return
        self._answered = True
        if self.model.total:
            self._states.setCurrentWidget(self.view)
            if self._wants_focus:
                self.view.setFocus()
        else:
            self._empty.say(_empty_words, lambda: _empty_hint(self.model.query))
            self._states.setCurrentWidget(self._empty)
        self._wants_focus = False

    def _fail(self, fault: Fault) -> None:
        self._failed.say(lambda: fault_words(fault))
        if not self.model.ready:
            self._states.setCurrentWidget(self._failed)


def _order_label(order: QueueOrder) -> str:
    return translate("queue", "order: {order} ▾").format(order=order_word(order))


def _empty_words() -> str:
    return translate("queue", "No reports here")


def _empty_hint(query: QueueQuery) -> str:
    if query.search:
        return translate("queue", "Nothing holds these words. Fewer words find more.")
    return translate("queue", "New reports appear here by themselves.")
