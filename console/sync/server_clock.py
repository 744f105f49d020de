"""Estimates the server's time from its answers, by the monotonic clock."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

_FORGET_AFTER_S = 600.0
_DRIFT_S = 0.5
"""What two clocks may go apart within _FORGET_AFTER_S (800 ppm, a bad quartz) without either having been set."""


class ServerClock:
    """The answer with the shortest round trip of the last ten minutes decides (Cristian 1989).

    Unless a later one proves it wrong: each is true within half its round trip, so two that cannot both be true mean
    that a clock was set or this machine slept, its monotonic clock with it.
    """

    def __init__(self, now: Callable[[], datetime], monotonic_s: Callable[[], float]) -> None:
        self._now = now
        self._monotonic_s = monotonic_s
        self._lock = threading.Lock()
        self._best: tuple[float, float, datetime] | None = None

    def observe(self, server_time: datetime, sent_s: float) -> None:
        """An answer that says `server_time` to a request sent at monotonic `sent_s`, received now."""
        received_s = self._monotonic_s()
        trip_s = received_s - sent_s
        estimate = server_time + timedelta(seconds=trip_s / 2)
        with self._lock:
            best = self._best
            if best is None or trip_s <= best[0] or received_s - best[1] > _FORGET_AFTER_S:
                self._best = (trip_s, received_s, estimate)
                return
            apart_s = abs((estimate - best[2]).total_seconds() - (received_s - best[1]))
            if apart_s > (trip_s + best[0]) / 2 + _DRIFT_S:
                self._best = (trip_s, received_s, estimate)

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
