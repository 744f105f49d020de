"""The list of the queue: one column, one row height, selection by report.

Why so long: selection, keys and scrolling by report have to agree with each other.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from console.desk.queue import near_count
from console.domain.queue_row import QueueRow
from console.domain.report import ENDED
from console.ui.courtesy import COURTESY
from console.ui.queue.delegate import QueueDelegate
from console.ui.queue.hand import Hand
from console.ui.queue.marks import Marks
from console.ui.queue.model import Index, QueueModel
from console.ui.queue.row_painter import age_rect
from console.ui.queue.strokes import strokes
from console.ui.queue.words import deadline_words, held_words, line_words, standing_words
from console.ui.selection import Selection
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import show_tip
from console.ui.widgets.spoken import name_widget

Observer = Callable[[tuple[QueueRow, ...], int], None]
"""Told after a paint event: the rows painted, CLOCK_MONOTONIC in nanoseconds."""


class QueueView(QTableView):
    """Shows a QueueModel; the row of the shared Selection is marked wherever it stands."""

    def __init__(
        self, model: QueueModel, selection: Selection, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows, self._selection, self._now = model, selection, now
        self._delegate = QueueDelegate(selection, now, self)
        self._observer: Observer | None = None
        self._extra = self._top = self._place = 0
        self._following = False
        self._wanted_number: int | None = None
        self._sought = self._marked = ""
        self._dress()
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        name_widget(self, lambda: translate("queue", "Queue of reports"))
        self._marks = Marks(model, selection, self.setCurrentIndex)
        self.hand = Hand(self)
        self.hand.came.connect(model.hold)
        self.hand.went.connect(self._let_go)
        model.refreshed.connect(self._follow)
        model.dataChanged.connect(self._row_came)
        model.modelReset.connect(self._restart)
        model.located.connect(self._go_to)
        selection.changed.connect(self._mark)
        selection.marks_changed.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._look)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)

    def watch_painted(self, observer: Observer | None) -> None:
        """Tell `observer` after each paint event which rows it painted (None: no more); costs nothing when off."""
        self._observer = observer
        self._delegate.painted = [] if observer is not None else None

    def show_lookers(self, looking: dict[str, tuple[str, ...]]) -> None:
        """Mark which reports others look at (report id -> names)."""
        if looking != self._delegate.lookers:
            changed = set(looking.items()) ^ set(self._delegate.lookers.items())
            self._delegate.lookers = looking
            for report_id in {report_id for report_id, _ in changed}:
                self._repaint(report_id)

    def updateGeometries(self) -> None:
        """Leave room to scroll by what came in above."""
        bar = self.verticalScrollBar()
        value = bar.value()
        super().updateGeometries()
        if self._extra:
            rows = self._rows.total * self.verticalHeader().defaultSectionSize()
            bar.setMaximum(max(self._extra, rows - self.viewport().height()))
            bar.setValue(value)

    def keyboardSearch(self, search: str) -> None:
        """Letters are decisions, not a search."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, then tell who wants to know."""
        self._delegate.begin()
        self._delegate.focused = self.hasFocus()
        with COURTESY.painting():
            super().paintEvent(event)
        if self._observer is not None and self._delegate.painted:
            rows, self._delegate.painted = tuple(self._delegate.painted), []
            self._observer(rows, time.monotonic_ns())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """A hand moved on: select that report, or wait for its row to be read."""
        super().currentChanged(current, previous)
        if self._following or not current.isValid():
            return
        self._choose(current.row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select also when the row was the current one without being selected; Ctrl marks it, Shift all up to it."""
        before = self.currentIndex().row()
        super().mousePressEvent(event)
        at = self.indexAt(event.position().toPoint())
        if not at.isValid():
            return
        self._marks.click(at.row(), before, event.modifiers())
        self._choose(at.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Blank marks, Shift with an arrow marks on the way, Esc takes the marks off; the rest is the list's."""
        if not self._marks.key(event, self.currentIndex().row()):
            super().keyPressEvent(event)

    def select_next(self, after: tuple[str, ...]) -> None:
        """Select the row below these (above, at the list's end), as they leave the list."""
        places = [place for each in after if (place := self._rows.number_of(each)) is not None]
        # Gone from the list already: what was below it stands in its place now.
        first, last = (min(places), max(places) + 1) if places else (self._place, self._place)
        for place in (*range(last, self._rows.total), *range(first - 1, -1, -1)):
            row = self._rows.row(place)
            if row is None:
                return
            if row.id not in after and row.status not in ENDED:
                self._selection.select(row.id)
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is; what was selected stays so, also where its row is not among those read.

        Qt makes the first row the current one when there is none: coming back to the window selected another report.
        """
        self._following = bool(self._selection.report_id)
        super().focusInEvent(event)
        self._following = False
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it has gone."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer rows are in view; what came in above must not move them under a hand."""
        super().resizeEvent(event)
        top = self.viewport().mapTo(self.window(), QPoint(0, 0)).y()
        if self.hand.inside and top != self._top:
            self._keep_place(top - self._top)
        self._top = top
        self._look()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or text size: other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.verticalHeader().setDefaultSectionSize(strokes().height)
            self._delegate.forget()
            self.viewport().update()
        elif event.type() == QEvent.Type.LanguageChange:
            self._delegate.forget()
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain what lies under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_tip(event.globalPos(), self._explain(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Ages run while they are seen."""
        super().showEvent(event)
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing ticks unseen."""
        self._second.stop()
        super().hideEvent(event)

    def _dress(self) -> None:
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(strokes().height)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)

    def _choose(self, number: int) -> None:
        row = self._rows.row(number)
        self._wanted_number = number if row is None else None
        if row is not None:
            self._selection.select(row.id)

    def _row_came(self, first: QModelIndex, last: QModelIndex) -> None:
        if self._wanted_number is not None and first.row() <= self._wanted_number <= last.row():
            self._choose(self._wanted_number)

    def _look(self) -> None:
        """Tell the model what is in view."""
        height = max(1, self.verticalHeader().defaultSectionSize())
        top = self.verticalScrollBar().value() // height
        self._rows.see(top, top + self.viewport().height() // height + 1)

    def _keep_place(self, came_above: int) -> None:
        """The list moved down by so many pixels: scroll by as many, so that each row stays where it is."""
        self._extra = max(0, self._extra + came_above)
        self.updateGeometries()
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + came_above)

    def _let_go(self) -> None:
        """The hand has gone: room lent is given back, newcomers come in."""
        lent, self._extra = self._extra, 0
        if lent:
            self.verticalScrollBar().setValue(max(0, self.verticalScrollBar().value() - lent))
            self.updateGeometries()
        self._rows.release()

    def _restart(self) -> None:
        self._selection.clear_marks()
        self._wanted_number, self._sought = None, ""
        self.verticalScrollBar().setValue(0)

    def _follow(self, moved: int) -> None:
        """The rows in view were read anew: stay with the anchor and with the selected report."""
        if moved:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + moved * self.verticalHeader().defaultSectionSize())
        self._mark(self._selection.report_id)
        self._look()

    def _mark(self, report_id: str) -> None:
        """Keep the keyboard's place at the selected report, without selecting anything."""
        number = self._rows.number_of(report_id) if report_id else None
        if number is None and report_id and not self.hand.inside and report_id != self._sought:
            self._sought = report_id
            self._rows.locate(report_id)
        if number is not None:
            self._place = number
        if number is not None and number != self.currentIndex().row():
            self._following = True
            scroll = self.verticalScrollBar().value()
            self.setCurrentIndex(self._rows.index(number, 0))
            if not self.hand.inside:
                self.verticalScrollBar().setValue(scroll)
            self._following = False
        if report_id != self._marked:
            self._repaint(self._marked)
            self._repaint(report_id)
            self._marked = report_id

    def _go_to(self, report_id: str, number: int) -> None:
        """A report selected elsewhere stands outside the rows read: bring it into view."""
        if report_id == self._selection.report_id:
            height = self.verticalHeader().defaultSectionSize()
            self.verticalScrollBar().setValue(max(0, number * height - self.viewport().height() // 3))

    def _repaint(self, report_id: str) -> None:
        number = self._rows.number_of(report_id)
        if number is not None:
            self.viewport().update(self.visualRect(self._rows.index(number, 0)))

    def _tick(self) -> None:
        height = self.verticalHeader().defaultSectionSize()
        column = age_rect(QRect(0, 0, self.viewport().width(), height))
        self.viewport().update(QRect(column.left(), 0, column.width(), self.viewport().height()))

    def _explain(self, at: QPoint) -> str:
        index = self.indexAt(at)
        row = self._rows.row(index.row()) if index.isValid() else None
        if row is None:
            return ""
        now = self._now()
        if at.x() < strokes().text_left:
            return standing_words(row, self._rows.query.order, now, near_count(row, self._rows.rows_read()))
        said = [line_words(row), deadline_words(row, now)]
        if row.holder_name:
            said.append(held_words(row))
        looking = self._delegate.lookers.get(row.id, ())
        if looking:
            said.append(translate("queue", "Also looking: {names}").format(names=", ".join(map(one_line, looking))))
        if row.waiting:
            said.append(translate("queue", "{n} decisions of this desk wait to be sent").format(n=row.waiting))
        return "\n".join(said)
