"""Opens the list of blocks and appeals in a window of its own, made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize

from console.domain.changes import Changes
from console.ui.texts.language import translate
from console.ui.trust.trust_pane import TrustPane


class TrustWindow:
    """Most shifts at most desks never open it; until then nothing here does anything."""

    def __init__(self, make: Callable[[], TrustPane]) -> None:
        self._make = make
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
