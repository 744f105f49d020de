"""Needs attention: refused decisions and trouble with the link, acknowledged one by one."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from console.desk.attention import Attention, AttentionList
from console.desk.ports import Link
from console.domain.changes import Changes
from console.domain.errors import Fault
from console.ui import theme
from console.ui.background import Background
from console.ui.deciding import Done
from console.ui.selection import Selection
from console.ui.status.attention_card import AttentionCard
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.widgets.panel import Panel, PanelHeader
from console.ui.widgets.states import EmptyState


class AttentionPane(Panel):
    """`counted(n)` whenever the number of entries was read; feed it `take(changes)` and `take_link(link)`."""

    counted = Signal(int)

    def __init__(
        self,
        attention: AttentionList,
        background: Background,
        selection: Selection,
        zone: Callable[[], ZoneInfo],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._attention, self._background, self._selection, self._zone = attention, background, selection, zone
        self._link: Link | None = None
        self.entries: tuple[Attention, ...] = ()
        self._copied = True
        self.rows.addWidget(PanelHeader(lambda: translate("attention", "Needs attention")))
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            "check",
            lambda: translate("attention", "Nothing needs you"),
            lambda: translate("attention", "Refused decisions and trouble with the server appear here."),
        )
        self._list = QWidget()
        self._cards = QVBoxLayout(self._list)
        self._cards.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        self._cards.setSpacing(theme.px(8))
        self._cards.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._list)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(area)
        self.rows.addWidget(self._stack, 1)

    def take(self, changes: Changes) -> None:
        """News from the store: only the ledger matters here."""
        if changes.ledger or changes.everything:
            self.look()

    def take_link(self, link: Link) -> None:
        """The link changed."""
        self._link = link
        self.look()

    def take_done(self, done: Done) -> None:
        """A decision stands: whether its second copy was written too."""
        if self._copied != done.second_copy:
            self._copied = done.second_copy
            self.look()

    def look(self) -> None:
        """Read the entries anew."""
        link = self._link
        missing = () if self._copied else (Attention(kind="second_copy", at=None),)
        self._background.ask(
            self, lambda: (*missing, *self._attention.entries(link)), self._show, self._fail, topic="attention"
        )

    def _show(self, entries: tuple[Attention, ...]) -> None:
        if entries != self.entries:
            self.entries = entries
            while self._cards.count() > 1:
                item = self._cards.takeAt(0)
                widget = item.widget() if item is not None else None
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            for place, entry in enumerate(entries):
                card = AttentionCard(entry, self._zone())
                card.read.connect(self._dismiss)
                card.opened.connect(self._selection.select)
                self._cards.insertWidget(place, card)
            self._stack.setCurrentIndex(1 if entries else 0)
        self.counted.emit(len(entries))

    def _dismiss(self, decision_id: str) -> None:
        self._background.ask(
            self, lambda: self._attention.dismiss(decision_id), lambda _none: self.look(), self._fail
        )

    def _fail(self, fault: Fault) -> None:
        """The store cannot be used: say so here too."""
        self._empty.say(lambda: fault_words(fault))
