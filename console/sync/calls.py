"""Calls the exchange tells of, as the stream brought them last; in memory only."""

from __future__ import annotations

import threading
from collections.abc import Callable

from console.contract.calls import CallsNews
from console.domain.call import Ring
from console.sync.listeners import Listeners


class Calls:
    """Callable from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rings: tuple[Ring, ...] = ()
        self._listeners = Listeners[Callable[[], None]]()

    def now(self) -> tuple[Ring, ...]:
        """Those going on now, oldest first; none without an exchange or a stream."""
        with self._lock:
            return self._rings

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Be told of each change, on a worker thread; returns how to stop."""
        return self._listeners.add(callback)

    def take(self, news: CallsNews) -> None:
        """The whole list, as the stream told it."""
        with self._lock:
            changed, self._rings = news.calls != self._rings, news.calls
        if changed:
            for listener in self._listeners.all():
                listener()

    def forget(self) -> None:
        """The stream is gone: whether anything still rings is not known."""
        self.take(CallsNews(calls=()))
