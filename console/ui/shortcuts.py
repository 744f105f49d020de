"""Keys that work everywhere: search, silence, undo, next pane, next P1, lock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from console.ui.critical import CriticalWatch
from console.ui.deciding import Deciding
from console.ui.keys import writes
from console.ui.person_menu import PersonMenu
from console.ui.search_field import SearchField
from console.ui.selection import Selection


class Shortcuts(QObject):
    """Made by the window, lives as long as it; `panes` in the order F6 goes round."""

    def __init__(
        self,
        window: QWidget,
        panes: Sequence[QWidget],
        *,
        search: SearchField,
        watch: CriticalWatch,
        deciding: Deciding,
        selection: Selection,
        person: PersonMenu,
    ) -> None:
        super().__init__(window)
        self._panes, self._watch, self._deciding, self._selection = tuple(panes), watch, deciding, selection
        for keys, act in (
            ("Ctrl+K", lambda: search.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            ("Ctrl+M", watch.silence),
            ("Ctrl+Z", self._undo),
            ("F6", self._next_pane),
            ("F8", self._next_critical),
            ("F9", person.lock_asked.emit),
        ):
            QShortcut(QKeySequence(keys), window, activated=act)  # type: ignore[call-overload]

    def _undo(self) -> None:
        """In a text field Ctrl+Z undoes text, never a decision (screens.md)."""
        if not writes(QApplication.focusWidget()):
            self._deciding.undo_last()

    def _next_pane(self) -> None:
        focus = QApplication.focusWidget()
        inside = (n for n, pane in enumerate(self._panes) if focus and (pane is focus or pane.isAncestorOf(focus)))
        self._panes[(next(inside, -1) + 1) % len(self._panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def _next_critical(self) -> None:
        """Select the next unclaimed P1, round and round; those that still ring come first."""
        rows = [row.id for row in (*self._watch.ringing, *self._watch.rows)]
        order = list(dict.fromkeys(rows))
        if order:
            chosen = self._selection.report_id
            at = order.index(chosen) if chosen in order else -1
            self._selection.select(order[(at + 1) % len(order)])
