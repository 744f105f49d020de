"""After a report was disposed of: one key still counts it against its reporter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from console.desk.case import CaseView
from console.domain.acts import JunkCase
from console.domain.errors import Fault
from console.ui.case.parts import CaseParts
from console.ui.deciding import Done
from console.ui.trust.standing_line import STRIKE


class AfterJunk(QObject):
    """`offered(Done)` where a strike would stand; it ends with the undo, with an undo, and when a person selects.

    The selection goes on to the next row by itself, so W would mean that one: while the offer stands it means the
    disposed one. It opens the same card as W on the case, which asks for evidence; nothing is counted by the key.
    """

    offered = Signal(object)

    def __init__(self, parts: CaseParts, open_strike: Callable[[CaseView], None], parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._open_strike = parts, open_strike
        self._done: Done | None = None
        self._view: CaseView | None = None
        self._chosen = ""

    def begin(self) -> None:
        """Listen to decisions: in the window whose toast offers it, not in others that show cases."""
        self._parts.deciding.decided.connect(self._decided)
        self._parts.deciding.undone.connect(lambda _done: self.end())

    def end(self) -> None:
        """W means the selected case again."""
        self._done = self._view = None

    def press(self) -> bool:
        """W: open the card for the report just disposed of; False when W means the selected one."""
        done, view = self._done, self._view
        stands = done is not None and self._parts.deciding.last_undoable is done
        if not stands or view is None or self._parts.selection.report_id != self._chosen:
            return False
        self.end()
        self._open_strike(view)
        return True

    def _decided(self, done: Done) -> None:
        self.end()
        if not isinstance(done.act, JunkCase) or done.also:
            return
        self._done = done
        self._parts.background.ask(
            self,
            lambda: self._parts.book.case(done.report_id),
            lambda view: self._take(done, view),
            self._fault,
            patient=True,
        )

    def _take(self, done: Done, view: CaseView | None) -> None:
        """The selection has gone on by now; whoever selects another after this means that one."""
        if self._done is not done or view is None or STRIKE not in view.may or view.may[STRIKE] is not None:
            return
        self._view, self._chosen = view, self._parts.selection.report_id
        self.offered.emit(done)

    def _fault(self, _fault: Fault) -> None:
        self.end()
