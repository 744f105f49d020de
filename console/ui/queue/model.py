"""The queue's rows, paged from the desk in the background; nothing moves while it is held.

Why so long: paging, newcomers and the row under the hand are one invariant.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from console.desk.queue import Queue, belongs
from console.domain.changes import Changes
from console.domain.errors import Fault
from console.domain.queue_row import QueueQuery, QueueRow
from console.ui.background import Background
from console.ui.queue.words import row_sentence

PAGE = 64
"""Rows a page holds; a screen shows about twenty."""

COUNT_AFTER_MS = 400
"""Counting a great queue takes longer than reading a page (15 ms for 150,000 rows): rows are shown first, then counted,
and while they pour in not more often than the scroll bar needs."""

_KEPT_PAGES = 24

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Window:
    """Answer of one look: pages by number, and how far the anchor moved."""

    pages: dict[int, tuple[QueueRow, ...]]
    moved: int = 0

    @property
    def least_total(self) -> int:
        """Rows there are at least."""
        return max((page * PAGE + len(rows) for page, rows in self.pages.items() if rows), default=0)

    @property
    def ends(self) -> bool:
        """Whether the last row is among them, so that nobody need count."""
        return any(len(rows) < PAGE and (rows or page == 0) for page, rows in self.pages.items())


class QueueModel(QAbstractTableModel):
    """One column of QueueRow; a row not read yet is None and asked for when it is first looked at.

    `refreshed(moved)`: the rows in view were read anew, the anchor now stands `moved` rows lower.
    `newcomers_changed()`: who waits outside while held. `answered()`: the first page is there (or there is none).
    `located(report_id, number)` answers `locate`.
    `failed(Fault)`: the store could not be read; `look_again` tries anew.
    """

    refreshed = Signal(int)
    newcomers_changed = Signal()
    answered = Signal()
    failed = Signal(object)
    located = Signal(str, int)

    def __init__(self, queue: Queue, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue, self._background = queue, background
        self._query = QueueQuery()
        self._pages: OrderedDict[int, tuple[QueueRow, ...]] = OrderedDict()
        self._wanted: set[int] = set()
        self._total = 0
        self._generation = 0
        self._visible = (0, 0)
        self._busy = self._again = False
        self._held = self._stale = False
        self._newcomers: dict[str, QueueRow] = {}
        self.ready = False
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(COUNT_AFTER_MS)
        self._count.timeout.connect(self._ask_total)

    @property
    def query(self) -> QueueQuery:
        """The question shown now."""
        return self._query

    @property
    def total(self) -> int:
        """Rows of the query, as far as counted."""
        return self._total

    @property
    def newcomers(self) -> tuple[QueueRow, ...]:
        """Reports that came while held, most urgent first."""
        return tuple(sorted(self._newcomers.values(), key=lambda row: (row.urgency, row.received_at)))

    def ask(self, query: QueueQuery) -> None:
        """Show another question; what was shown goes at once, held or not."""
        self.beginResetModel()
        self._query = query
        self._generation += 1
        self._pages.clear()
        self._wanted.clear()
        self._total = 0
        self._visible = (0, PAGE - 1)
        self._busy = self._again = self._stale = self.ready = False
        self._drop_newcomers()
        self.endResetModel()
        self._look(first=True)

    def look_again(self) -> None:
        """Read what is in view anew, as soon as the look under way (if any) has answered."""
        self._look()

    def see(self, first: int, last: int) -> None:
        """Rows first..last are in view: read the pages around them that are missing."""
        self._visible = (first, last)
        for page in range(max(0, first - PAGE // 2) // PAGE, (last + PAGE // 2) // PAGE + 1):
            self._want(page)

    def row(self, number: int) -> QueueRow | None:
        """The row, None while it is not read (it is asked for then)."""
        page = self._pages.get(number // PAGE)
        if page is None:
            self._want(number // PAGE)
            return None
        place = number % PAGE
        return page[place] if place < len(page) else None

    def rows_read(self) -> Iterator[QueueRow]:
        """Every row read, in no order: the few hundred around what is seen."""
        for rows in self._pages.values():
            yield from rows

    def number_of(self, report_id: str) -> int | None:
        """Where a report stands among the rows read, None when it is not among them."""
        for page, rows in self._pages.items():
            for place, row in enumerate(rows):
                if row.id == report_id:
                    return page * PAGE + place
        return None

    def locate(self, report_id: str) -> None:
        """Ask where a report stands in the query; nothing is said when it is not in it."""
        query, generation = self._query, self._generation

        def found(number: int | None) -> None:
            if number is not None and generation == self._generation:
                self.located.emit(report_id, number)

        self._background.ask(self, lambda: self._queue.offset(query, report_id), found, topic="locate")

    def hold(self) -> None:
        """A hand is in the list: contents may change, places may not."""
        self._held = True

    def release(self) -> None:
        """The hand has gone: newcomers come in, rows go where they belong."""
        self._held = False
        if self._stale or self._newcomers:
            self._stale = False
            self._drop_newcomers()
            self._look()

    def take(self, changes: Changes) -> None:
        """News from the store."""
        news = changes.reports or changes.new_reports or "doubts" in changes.lists
        if changes.everything or (news and not self._held):
            self._look()
        elif news:
            self._stale = True
            self._refresh_held(changes)

    def rowCount(self, parent: Index | None = None) -> int:
        """Rows of the query."""
        return 0 if parent is not None and parent.isValid() else self._total

    def columnCount(self, parent: Index | None = None) -> int:
        """One: the delegate paints the whole row."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row for the delegate (UserRole), one sentence for screen readers."""
        if role == Qt.ItemDataRole.UserRole:
            return self.row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self.row(index.row())
            return row_sentence(row) if row is not None else ""
        return None

    def _want(self, page: int) -> None:
        if page in self._pages or page in self._wanted or page < 0 or page * PAGE >= self._total:
            return
        self._wanted.add(page)
        query, generation = self._query, self._generation
        offset = page * PAGE + (len(self._newcomers) if self._held else 0)
        self._background.ask(
            self,
            lambda: self._queue.page(query, offset, PAGE),
            lambda rows: self._keep(generation, page, rows),
            lambda fault: self._fail(generation, fault, page),
        )

    def _keep(self, generation: int, page: int, rows: tuple[QueueRow, ...]) -> None:
        if generation != self._generation:
            return
        self._wanted.discard(page)
        self._pages[page] = rows
        self._pages.move_to_end(page)
        self._forget()
        # The page may hold rows that came since the total was counted.
        last = min(page * PAGE + len(rows), self._total) - 1
        if last >= page * PAGE:
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, 0))

    def _forget(self) -> None:
        near = range(self._visible[0] // PAGE - 1, self._visible[1] // PAGE + 2)
        for page in [page for page in self._pages if page not in near][: max(0, len(self._pages) - _KEPT_PAGES)]:
            del self._pages[page]

    def _look(self, *, first: bool = False) -> None:
        if self._busy:
            self._again = True
            return
        self._busy = True
        query, generation, (top, bottom) = self._query, self._generation, self._visible
        anchor = None if first or top == 0 else self.row(top)

        def look() -> _Window:
            moved = 0
            if anchor is not None:
                stands = self._queue.offset(query, anchor.id)
                moved = stands - top if stands is not None else 0
            pages = range(max(0, top + moved) // PAGE, max(0, bottom + moved) // PAGE + 1)
            read = {page: self._queue.page(query, page * PAGE, PAGE) for page in pages}
            return _Window(read, moved)

        self._background.ask(
            self, look, lambda window: self._show(generation, window), lambda fault: self._fail(generation, fault)
        )

    def _show(self, generation: int, window: _Window) -> None:
        if generation != self._generation:
            return
        self._busy = False
        if self._held and self.ready:
            self._stale = True
            return
        before = {number: self.row(number) for number in range(self._visible[0], self._visible[1] + 1)}
        self._wanted.clear()
        self._pages = OrderedDict(window.pages)
        self._resize(window.least_total if window.ends else max(self._total, window.least_total))
        self._tell_changed(before, window.moved)
        if not window.ends and not self._count.isActive():
            self._count.start(COUNT_AFTER_MS if self.ready else 0)
        self.ready = True
        self.refreshed.emit(window.moved)
        self.answered.emit()
        if self._again:
            self._again = False
            self._look()

    def _ask_total(self) -> None:
        query, generation = self._query, self._generation

        def take(total: int) -> None:
            if generation == self._generation and not self._held:
                self._resize(total)

        self._background.ask(
            self, lambda: self._queue.total(query), take, lambda fault: self._fail(generation, fault, 0), topic="total"
        )

    def _fail(self, generation: int, fault: Fault, page: int = -1) -> None:
        if generation == self._generation:
            self._wanted.discard(page)
            self._busy = self._busy and page >= 0
            self.failed.emit(fault)

    def _tell_changed(self, before: dict[int, QueueRow | None], moved: int) -> None:
        changed = [n for n, row in before.items() if n < self._total and (moved or self._known(n) != row)]
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], 0))

    def _known(self, number: int) -> QueueRow | None:
        rows = self._pages.get(number // PAGE, ())
        return rows[number % PAGE] if number % PAGE < len(rows) else None

    def _resize(self, total: int) -> None:
        """Only the tail grows or shrinks: places above are re-read, not shifted one by one."""
        if total > self._total:
            self.beginInsertRows(QModelIndex(), self._total, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < self._total:
            self.beginRemoveRows(QModelIndex(), total, self._total - 1)
            self._total = total
            self.endRemoveRows()

    def _refresh_held(self, changes: Changes) -> None:
        shown = {row.id for rows in self._pages.values() for row in rows}
        mine = tuple(changes.reports & (shown | self._newcomers.keys()))
        new = () if self._query.search else tuple(changes.new_reports - shown)
        if mine or new:
            generation = self._generation
            self._background.ask(
                self,
                lambda: self._queue.rows((*mine, *new)),
                lambda rows: self._take_held(generation, rows, new),
                lambda fault: self._fail(generation, fault, 0),
                patient=True,
            )

    def _take_held(self, generation: int, rows: dict[str, QueueRow], new: Iterable[str]) -> None:
        if generation != self._generation or not self._held:
            return
        for page, old in list(self._pages.items()):
            if any(row.id in rows for row in old):
                self._pages[page] = tuple(rows.get(row.id, row) for row in old)
                for place, row in enumerate(old):
                    if row.id in rows:
                        at = self.index(page * PAGE + place, 0)
                        self.dataChanged.emit(at, at)
        known = len(self._newcomers)
        fresh = {*new, *self._newcomers}
        self._newcomers.update(
            {id_: row for id_, row in rows.items() if id_ in fresh and belongs(row, self._query)}
        )
        if len(self._newcomers) != known or any(id_ in self._newcomers for id_ in rows):
            self.newcomers_changed.emit()

    def _drop_newcomers(self) -> None:
        if self._newcomers:
            self._newcomers.clear()
            self.newcomers_changed.emit()
