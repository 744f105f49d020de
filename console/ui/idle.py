"""Notices that nobody touches the console, or that the system locked: then it locks too."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from console.ui.os_lock import OsLock

_LOOK_MS = 5_000
_TOUCHES = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
})  # fmt: skip


class Idle(QObject):
    """`gone` once when nothing was touched for `after_s` seconds or the system locked; again after `begin()`.

    It filters the events of the native windows, not of the application: a Python filter on the application is
    handed objects Qt is still building, and PySide 6.11 crashes on them (seen with QWebEngineUrlRequestJob).
    """

    gone = Signal()

    def __init__(self, after_s: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._after_s = after_s
        self._touched_s = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.os_lock = OsLock(self)
        self.os_lock.locked.connect(self._gone)

    def begin(self) -> None:
        """Count from now."""
        self._touched_s = time.monotonic()
        self._watch_windows()
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every touch, stop none."""
        if event.type() in _TOUCHES:
            self._touched_s = time.monotonic()
        return False

    def _watch_windows(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)

    def _look(self) -> None:
        self._watch_windows()
        if time.monotonic() - self._touched_s >= self._after_s:
            self._gone()

    def _gone(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.gone.emit()
