"""Carries news from worker threads to the GUI thread, a burst as one piece."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from console.domain.changes import Changes

News = TypeVar("News")


class Courier(QObject, Generic[News]):
    """Takes values on any thread (`take`) and gives them out on its own thread by the signal `arrived`.

    What came since the last delivery is folded by `merge(earlier, later)`; without it only the latest counts.
    The first value of a burst is posted at once, so nothing waits for a timer.
    """

    arrived = Signal(object)
    _woken = Signal()

    def __init__(self, merge: Callable[[News, News], News] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._merge = merge
        self._lock = threading.Lock()
        self._waiting: list[News] = []
        self._open = True
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def take(self, news: News) -> None:
        """Accept a value from any thread; returns at once. After `close` it is dropped."""
        with self._lock:
            if not self._open:
                return
            first = not self._waiting
            if first:
                self._waiting.append(news)
            else:
                self._waiting[0] = self._merge(self._waiting[0], news) if self._merge else news
        if first:
            self._woken.emit()

    def close(self) -> None:
        """Take nothing more and drop what waits."""
        with self._lock:
            self._open = False
            self._waiting.clear()

    @Slot()
    def _deliver(self) -> None:
        with self._lock:
            if not self._waiting:
                return
            news = self._waiting.pop()
        self.arrived.emit(news)


class Relay(QObject):
    """`changed(Changes)` on the GUI thread; hand `take` to the store's subscribe."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._courier: Courier[Changes] = Courier(Changes.merged, self)
        self._courier.arrived.connect(self.changed)

    def take(self, changes: Changes) -> None:
        """Accept what a transaction changed, from any thread."""
        self._courier.take(changes)

    def close(self) -> None:
        """Take nothing more; called before the store closes."""
        self._courier.close()
