"""Whether a hand is in the list: while it is, no row moves under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView

RESTS_MS = 8_000
"""A hand that did nothing for so long has gone."""

_TOUCHES = frozenset(
    {
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Enter,
    }
)


class Hand(QObject):
    """Watches a list and its viewport: `came()` at the first touch, `went()` after a rest or when it left."""

    came = Signal()
    went = Signal()

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.inside = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTS_MS)
        self._rest.timeout.connect(self.leave)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def touch(self) -> None:
        """A hand did something here."""
        self._rest.start()
        if not self.inside:
            self.inside = True
            self.came.emit()

    def leave(self) -> None:
        """The hand has gone."""
        self._rest.stop()
        if self.inside:
            self.inside = False
            self.went.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what happens to the list."""
        kind = event.type()
        if kind in _TOUCHES:
            self.touch()
        elif kind == QEvent.Type.Hide or (kind == QEvent.Type.Leave and not self._view.hasFocus()):
            self.leave()
        return False
