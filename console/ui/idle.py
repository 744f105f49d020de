"""Notices that nobody touches the console any more, so that it locks by itself."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_TOUCHES = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
})  # fmt: skip


class Idle(QObject):
    """`gone` once when nothing was touched for `after_s` seconds; begins anew with `begin()`."""

    gone = Signal()

    def __init__(self, app: QApplication, after_s: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._after_s = after_s
        self._touched_s = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(5_000)
        self._timer.timeout.connect(self._look)
        app.installEventFilter(self)

    def begin(self) -> None:
        """Count from now."""
        self._touched_s = time.monotonic()
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every touch, stop none."""
        if event.type() in _TOUCHES:
            self._touched_s = time.monotonic()
        return False

    def _look(self) -> None:
        if time.monotonic() - self._touched_s >= self._after_s:
            self._timer.stop()
            self.gone.emit()
