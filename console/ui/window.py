"""The operations window: lays out parts made elsewhere and connects their signals."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from console.desk.ports import Link
from console.domain.changes import Changes
from console.domain.queue_row import QueueFilter, QueueQuery
from console.ui.alarm import Alarm
from console.ui.band import Band
from console.ui.bell import Bell
from console.ui.clock_label import ClockLabel
from console.ui.critical import CriticalWatch
from console.ui.docks import Docks
from console.ui.filter_row import FilterRow
from console.ui.keys import KeyGuard
from console.ui.person_menu import PersonMenu
from console.ui.queue.pane import QueuePane
from console.ui.relay import Courier
from console.ui.search_field import SearchField
from console.ui.shortcuts import Shortcuts
from console.ui.status.attention_pane import AttentionPane
from console.ui.status.line import StatusLine
from console.ui.texts.language import translate
from console.ui.toast import Toast
from console.ui.top_bar import TopBar
from console.ui.widgets.spoken import Spoken
from console.ui.window_parts import WindowParts

_STANDS_AFTER_MS, _COUNTED_AFTER_MS = 500, 250
"""The filters' counts follow a burst once, behind its rows."""


class OperationsWindow(QMainWindow):
    """`letter_pressed(letter, report_id, shift)` is guarded; `person` carries what the person menu chose."""

    letter_pressed = Signal(str, str, bool)
    closing = Signal()

    def __init__(self, parts: WindowParts) -> None:
        super().__init__()
        self._parts = parts
        self._sized = False
        self._settling = QTimer(self, singleShot=True, interval=_STANDS_AFTER_MS)
        self._settling.timeout.connect(self._stand)
        self.queue = QueuePane(parts.queue, parts.queue_lane or parts.background, parts.selection, parts.now)
        self.watch = CriticalWatch(parts.queue, parts.background, parts.now, self)
        self.alarm = Alarm(self.watch, parts.sound, self)
        self.band = Band(self.watch)
        self.person = PersonMenu(parts.actor.name, lambda: parts.language.code)
        self.person.waiting = lambda: parts.link.link().waiting
        bell, clock = Bell(self.watch, lambda: self.alarm.audible), ClockLabel(parts.now, parts.zone)
        self.top = TopBar(SearchField(), FilterRow(), bell, clock, self.person)
        self.top.shift.say(parts.shift)
        self.attention = AttentionPane(parts.for_attention())
        self.status = StatusLine(parts.now, self.toggle_attention)
        self.docks = Docks(self, parts.keeps)
        self._lay_out()
        self.toast = Toast(self, parts.map, parts.deciding)
        self.keys = KeyGuard(parts.selection, self)
        self._counting = QTimer(self, singleShot=True, interval=_COUNTED_AFTER_MS)
        self._counting.timeout.connect(self._count)
        self._link: Courier[Link] = Courier(parent=self)
        self._connect()
        self._shortcuts()
        Spoken(self, lambda: self.setWindowTitle(translate("window", "Sigap · operations")))

    def start(self) -> None:
        """Ask for everything shown; after sign-in, before or after showing."""
        parts = self._parts
        self._stop_link = parts.link.subscribe(self._link.take)
        self.queue.ask(QueueQuery(filter=QueueFilter.OPEN, actor_id=parts.actor.id))
        self._take_link(parts.link.link())
        self.watch.look()
        self._count()
        self._look_timer.start()

    def stop(self) -> None:
        """Keep the layout, end timers and subscriptions; before the desk closes."""
        self.docks.keep()
        for stop in (*(timer.stop for timer in self.findChildren(QTimer)), self.attention.stop):
            stop()
        self._stop_link()
        self._link.close()

    def toggle_attention(self) -> None:
        """Open or close the pane of what needs a person."""
        dock = self.docks.dock("attention")
        shown = dock.isVisible() and not self.attention.visibleRegion().isEmpty()
        dock.setVisible(not shown)
        dock.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The screen's size decides the proportions until the window stands, unless a kept layout did."""
        super().resizeEvent(event)
        if not self._sized:
            self.docks.size()

    def showEvent(self, event: QShowEvent) -> None:
        """A window manager gives the final size some events after showing; then it is the person's to change."""
        super().showEvent(event)
        if not self._sized:
            self.docks.size()
            self._settling.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """App decides what closing means."""
        self.closing.emit()
        super().closeEvent(event)

    def _stand(self) -> None:
        if not self._sized:
            self.docks.size()
            self._sized = True

    def _lay_out(self) -> None:
        parts, area = self._parts, Qt.DockWidgetArea
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for across in (parts.alarms, self.band, parts.rings):
            if across is not None:
                rows.addWidget(across)
        rows.addWidget(self.top)
        self.setMenuWidget(head)
        self.setCentralWidget(parts.map)
        self.docks.add("queue", lambda: translate("window", "Queue"), self.queue, area.LeftDockWidgetArea)
        self.docks.add("case", lambda: translate("window", "Case"), parts.case, area.RightDockWidgetArea)
        if parts.calls is not None:
            self.docks.beside("call", lambda: translate("window", "Call"), parts.calls, "case")
        self.docks.add("attention", _attention_word, self.attention, area.RightDockWidgetArea)
        self.docks.add("officers", lambda: translate("window", "Officers"), parts.officers, area.BottomDockWidgetArea)
        self.docks.show_behind("attention", "case")
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.status, 1)
        self._sized = self.recalled = self.docks.recall()

    def _connect(self) -> None:
        parts = self._parts
        parts.relay.changed.connect(self._take)
        self._link.arrived.connect(self._take_link)
        self.attention.counted.connect(self.status.show_attention)
        self.attention.listed.connect(self.status.show_entries)
        self.attention.acts.sign_in_wanted.connect(self.person.lock_asked)
        parts.deciding.decided.connect(self.attention.take_done)
        parts.selection.changed.connect(lambda _id: self.docks.dock("case").raise_())
        self.band.chosen.connect(parts.selection.select)
        self.top.filters.chosen.connect(self._filter)
        self.top.search.searched.connect(self._search)
        self.top.search.left.connect(self.queue.focus_list)
        self.person.layout_chosen.connect(self.docks.arrange)
        self.person.pane_chosen.connect(self.docks.float_or_back)
        self.keys.watch(self.queue.view)
        self.keys.watch(parts.case)
        self.keys.pressed.connect(self.letter_pressed)
        self._look_timer = QTimer(self, interval=parts.link_every_ms)
        self._look_timer.timeout.connect(lambda: self.queue.view.show_lookers(parts.presence.looking()))

    def _shortcuts(self) -> None:
        parts = self._parts
        Shortcuts(
            self,
            (self.queue.view, parts.map, parts.case, parts.officers),
            search=self.top.search,
            watch=self.watch,
            deciding=parts.deciding,
            selection=parts.selection,
            person=self.person,
        )

    def _take(self, changes: Changes) -> None:
        self.queue.take(changes)
        self.watch.take(changes)
        self.attention.take(changes)
        if (changes.reports or changes.new_reports or changes.everything) and not self._counting.isActive():
            self._counting.start()

    def _take_link(self, link: Link) -> None:
        self.status.show_link(link)
        self.attention.take_link(link)

    def _count(self) -> None:
        queue, actor_id = self._parts.queue, self._parts.actor.id
        self._parts.background.ask(self, lambda: queue.counts(actor_id), self.top.filters.show_counts, topic="counts")

    def _filter(self, name: str) -> None:
        self.top.search.forget()
        self.queue.filter(QueueFilter(name))

    def _search(self, words: str) -> None:
        self.queue.search(words.zfill(4) if words.isdigit() else words)
        self.top.filters.mark(QueueFilter.ALL if words else QueueFilter.OPEN)


def _attention_word() -> str:
    return translate("window", "Needs attention")
