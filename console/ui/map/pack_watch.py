"""Notices an import by another process: the map is drawn anew, and that is told once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from console.desk.map_data import MapData, PackState
from console.domain.errors import Fault
from console.ui.background import Background
from console.ui.map.map_pane import MapPane
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.widgets.spoken import Words

LOOK_MS = 4_000
"""An import writes step by step: what it made is shown once the file stood still from one look to the next."""


class PackWatch(QObject):
    """Looks at the file's size and time in the background; `imported` once after an import has ended."""

    imported = Signal()

    def __init__(self, pane: MapPane, data: MapData, background: Background, tell: Callable[[Words], None]) -> None:
        super().__init__(pane)
        self._pane, self._data, self._background, self._tell = pane, data, background, tell
        self._seen: str | None = None
        self._changed = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Ask how the file is now."""
        self._background.ask(self, self._data.pack_state, self._take, self._fail, topic="pack")

    def _take(self, state: PackState) -> None:
        if not self._timer.isActive() or state.busy:
            return
        before, self._seen = self._seen, state.stamp
        if before is not None and state.stamp != before:
            self._changed = True
            return
        if self._changed:
            self._changed = False
            self._pane.view.renew_source(state.note)
            self._pane.view.credit("pack", "")
            self.imported.emit()
            self._tell(lambda: translate("map", "New map data were imported on this computer: the map is drawn anew."))
        elif before is None and state.note != self._pane.view.note:
            # Imported between the start of the console and this sign-in.
            self._pane.view.renew_source(state.note)

    def _fail(self, fault: Fault) -> None:
        self._pane.view.credit("pack", lambda: fault_words(fault))
