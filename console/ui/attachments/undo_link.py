"""Takes back the last decision made beside a file, for as long as that is possible."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from console.domain.casework.undo import UNDO_WITHIN
from console.ui.deciding import Deciding, Done
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton


class UndoLink(PlainButton):
    """Hidden unless the latest decision of this desk is one that `mine` knows and may still be undone."""

    def __init__(self, deciding: Deciding, mine: Callable[[Done], bool], parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("claims", "Undo · Ctrl+Z"), self._pressed, parent, tone="link")
        self._deciding, self._mine = deciding, mine
        self._done: Done | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(int(UNDO_WITHIN.total_seconds() * 1000) + 100)
        self._late.timeout.connect(self._show)
        deciding.decided.connect(self._take_done)
        deciding.undone.connect(self._take_undone)
        self._show()

    def undo_last(self) -> bool:
        """Take it back; whether there was one."""
        done = self._done
        if done is None or self._deciding.last_undoable is not done:
            return False
        self._deciding.undo(done)
        return True

    def forget(self) -> None:
        """Another file or case is looked at."""
        self._done = None
        self._late.stop()
        self._show()

    def _pressed(self) -> None:
        self.undo_last()

    def _take_done(self, done: Done) -> None:
        self._done = done if self._mine(done) else None
        if self._done is not None:
            self._late.start()
        self._show()

    def _take_undone(self, done: Done) -> None:
        if done is self._done:
            self.forget()

    def _show(self) -> None:
        self.setVisible(self._done is not None and self._deciding.last_undoable is self._done)
