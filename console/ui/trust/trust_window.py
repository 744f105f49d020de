"""The window of blocks and appeals, made when it is first wanted; counts what waits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Signal

from console.desk.standing import TrustFilter, TrustList
from console.domain.changes import Changes
from console.ui.background import Background
from console.ui.texts.language import translate
from console.ui.trust.trust_pane import TrustPane


class TrustWindow(QObject):
    """Most shifts at most desks never open it. `counted(n)`: so many wait for the person at this desk."""

    counted = Signal(int)

    def __init__(
        self,
        make: Callable[[], TrustPane],
        trust: TrustList,
        background: Background,
        parent: QObject | None = None,
        *,
        counts: bool = False,
    ) -> None:
        """`counts` for a supervisor: nobody else decides on what waits."""
        super().__init__(parent)
        self._make, self._trust, self._background, self._counts = make, trust, background, counts
        self.pane: TrustPane | None = None

    def open(self, size: QSize) -> None:
        """Show it, about as large as the window it came from."""
        if self.pane is None:
            self.pane = self._make()
        self.pane.setWindowTitle(translate("window", "Sigap · blocks and appeals"))
        self.pane.resize(size * 0.9)
        self.pane.open()
        self.pane.show()
        self.pane.raise_()

    def count(self) -> None:
        """Ask how many wait for this person's word; those he had a part in are another's."""
        if self._counts:
            self._background.ask(self, self._waiting, self.counted.emit, topic="trust", patient=True)

    def take(self, changes: Changes) -> None:
        """Something was committed."""
        if changes.standings or changes.everything:
            self.count()
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

    def _waiting(self) -> int:
        return sum(not row.own for row in self._trust.rows(TrustFilter.WAITING))
