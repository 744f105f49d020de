"""The window of the board of units, on the other monitor if there is one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from console.desk.casebook import Casebook
from console.desk.unit_board import BoardFilter
from console.domain.changes import Changes
from console.ui.background import Background
from console.ui.dispatch.board_pane import BoardPane
from console.ui.docks import other_screen
from console.ui.selection import Selection
from console.ui.texts.language import translate
from console.ui.widgets.spoken import Spoken
from console.ui.window_parts import Keeps

KEY = "F3"
"""Opens the board from the operations window, and closes it from its own."""


class BoardWindow(QObject):
    """`unit_chosen(id)` and `menu_wanted(unit, widget)` as the board says them."""

    unit_chosen = Signal(str)
    menu_wanted = Signal(object, object)

    def __init__(
        self, book: Casebook, background: Background, selection: Selection, keeps: Keeps, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._made = (book, background, selection, keeps)
        self.pane: BoardPane | None = None

    def open(self, beside: QWidget, which: BoardFilter | None = None) -> None:
        """Show it, on a monitor `beside` is not on if there is one; `which` lists only those units."""
        if self.pane is None:
            self.pane = self._make()
            screen = other_screen(beside)
            here = screen == beside.screen().availableGeometry()
            self.pane.resize(round(screen.width() * 0.96), round(screen.height() * (0.8 if here else 0.95)))
            self.pane.move(screen.center() - self.pane.rect().center())
        if which is not None:
            self.pane.choose(which)
        self.pane.show()
        self.pane.raise_()
        self.pane.activateWindow()
        self.pane.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_silent(self, beside: QWidget) -> None:
        """Show who is on duty without a fresh position."""
        self.open(beside, BoardFilter.SILENT)

    def take(self, changes: Changes) -> None:
        """Something was committed."""
        if self.pane is not None:
            self.pane.take_changes(changes)

    def cover(self) -> None:
        """Hide every content at once: lock."""
        if self.pane is not None:
            self.pane.hide()
            self.pane.cover()

    def stop(self) -> None:
        """End what runs, before the desk closes."""
        if self.pane is not None:
            self.pane.stop()
            self.pane.close()
            self.pane.deleteLater()
            self.pane = None

    def _make(self) -> BoardPane:
        pane = BoardPane(*self._made)
        pane.setWindowFlag(Qt.WindowType.Window)
        Spoken(pane, lambda: pane.setWindowTitle(translate("window", "Sigap · units on duty")))
        pane.unit_chosen.connect(self.unit_chosen)
        pane.menu_wanted.connect(self.menu_wanted)
        QShortcut(QKeySequence(KEY), pane, activated=pane.close)  # type: ignore[call-overload]
        QShortcut(QKeySequence("Ctrl+F"), pane, activated=pane.bar.search.setFocus)  # type: ignore[call-overload]
        return pane
