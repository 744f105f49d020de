"""Marks rows of the queue for one act on all: by mouse, by blank, by Shift and arrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from console.ui.queue.model import Index, QueueModel
from console.ui.selection import Selection

MOST = 200
"""Rows that can be marked at once; one key must not empty a whole queue."""

_Modifier = Qt.KeyboardModifier


class Marks:
    """What a click or key does to the marks; only rows that are read can be marked."""

    def __init__(self, rows: QueueModel, selection: Selection, go_to: Callable[[Index], None]) -> None:
        """`go_to` moves the list's current row."""
        self._rows, self._selection, self._go_to = rows, selection, go_to

    def click(self, place: int, before: int, modifiers: Qt.KeyboardModifier) -> None:
        """A row was clicked, `before` was the current one: Ctrl toggles it, Shift marks up to it, else marks go."""
        if modifiers & _Modifier.ShiftModifier and before >= 0:
            self._mark(range(min(before, place), max(before, place) + 1))
        elif modifiers & _Modifier.ControlModifier:
            row = self._rows.row(place)
            if row is not None and (self._selection.is_marked(row.id) or len(self._selection.marked) < MOST):
                self._selection.toggle_mark(row.id)
        else:
            self._selection.clear_marks()

    def key(self, event: QKeyEvent, place: int) -> bool:
        """Whether the key was about marks; a held blank toggles once."""
        key, modifiers = event.key(), event.modifiers() & ~_Modifier.KeypadModifier
        if key == Qt.Key.Key_Space and modifiers == _Modifier.NoModifier:
            if not event.isAutoRepeat():
                self.click(place, -1, _Modifier.ControlModifier)
            return True
        if key == Qt.Key.Key_Escape and self._selection.marked:
            self._selection.clear_marks()
            return True
        step = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(int(key), 0)
        if not step or modifiers != _Modifier.ShiftModifier or not 0 <= place + step < self._rows.total:
            return False
        self._mark((place, place + step))
        self._go_to(self._rows.index(place + step, 0))
        return True

    def _mark(self, places: Iterable[int]) -> None:
        room = MOST - len(self._selection.marked)
        found = [row.id for place in places if (row := self._rows.row(place)) is not None]
        self._selection.mark([each for each in found if not self._selection.is_marked(each)][: max(0, room)])
