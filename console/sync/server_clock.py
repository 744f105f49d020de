"""Estimates the server's time from its answers, by the monotonic clock."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

_FORGET_AFTER_S = 600.0


class ServerClock:
    """The answer with the shortest round trip of the last ten minutes decides (Cristian 1989)."""

    def __init__(self, now: Callable[[], datetime], monotonic_s: Callable[[], float]) -> None:
        self._now = now
        self._monotonic_s = monotonic_s
        self._lock = threading.Lock()
        self._best: tuple[float, float, datetime] | None = None

    def observe(self, server_time: datetime, sent_s: float) -> None:
        """An answer that says `server_time` to a request sent at monotonic `sent_s`, received now."""
        received_s = self._monotonic_s()
        trip_s = received_s - sent_s
        with self._lock:
            best = self._best
            if best is None or trip_s <= best[0] or received_s - best[1] > _FORGET_AFTER_S:
                self._best = (trip_s, received_s, server_time + timedelta(seconds=trip_s / 2))

    def server_now(self) -> datetime:
        """Estimated server time; the wall clock's until the server has answered once."""
        with self._lock:
            best = self._best
        if best is None:
            return self._now()
        return best[2] + timedelta(seconds=self._monotonic_s() - best[1])

    def off_s(self) -> float:
        """How far this machine's wall clock is ahead of the server's, in seconds."""
        return (self._now() - self.server_now()).total_seconds()
