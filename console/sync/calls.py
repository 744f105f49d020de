"""Calls the exchange tells of, as the stream brought them last; in memory only."""

from __future__ import annotations

import threading
from collections.abc import Callable

from console.contract.calls import CallsNews
from console.domain.call import Ring


class Calls:
    """Callable from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rings: tuple[Ring, ...] = ()
        self._listeners: list[Callable[[], None]] = []

    def now(self) -> tuple[Ring, ...]:
        """Those going on now, oldest first; none without an exchange or a stream."""
        with self._lock:
            return self._rings

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Be told of each change, on a worker thread; returns how to stop."""
        with self._lock:
            self._listeners.append(callback)

        def stop() -> None:
            with self._lock:
                if callback in self._listeners:
                    self._listeners.remove(callback)

        return stop

    def take(self, news: CallsNews) -> None:
        """The whole list, as the stream told it."""
        with self._lock:
            changed, self._rings = news.calls != self._rings, news.calls
            listeners = tuple(self._listeners)
        if changed:
            for listener in listeners:
                listener()

    def forget(self) -> None:
        """The stream is gone: whether anything still rings is not known."""
        self.take(CallsNews(calls=()))
