"""Where units are: the latest fix of each, in memory only, told on as it comes."""

from __future__ import annotations

import threading
from collections.abc import Callable

from console.contract.feed import PositionsNews
from console.domain.track_jumps import latest_after
from console.domain.unit import Position
from console.sync.listeners import Listeners

Listener = Callable[[dict[str, Position]], None]


class Positions:
    """Fed by the stream (the server coalesces to <= 1 Hz), asked from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._latest: dict[str, Position] = {}
        self._listeners = Listeners[Listener]()

    def latest(self) -> dict[str, Position]:
        """Unit id -> latest fix (a copy)."""
        with self._lock:
            return dict(self._latest)

    def subscribe(self, callback: Listener) -> Callable[[], None]:
        """Be told which units moved, from the stream's thread; returns how to stop."""
        return self._listeners.add(callback)

    def take(self, news: PositionsNews) -> None:
        """Keep what is newer than what is known: a phone that was offline sends old fixes late.

        An impossible jump moves nobody, whoever told of it.
        """
        with self._lock:
            moved = {
                fix.unit_id: latest
                for fix in news.positions
                if (latest := latest_after(self._latest.get(fix.unit_id), fix)) is not None
            }
            self._latest.update(moved)
        if moved:
            for listener in self._listeners.all():
                listener(moved)
