"""Estimates the server's time from its answers, by the monotonic clock."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

_FORGET_AFTER_S = 600.0
_DRIFT_S = 0.5
"""What two clocks may go apart within _FORGET_AFTER_S (800 ppm, a bad quartz) without either having been set."""

_KEPT_WITHIN_S = 1.0
"""Smaller changes are not written down: the disk is for work."""

OFF_S = "clock_off_s"
"""The name under which the store keeps it."""


class ServerClock:
    """The answer with the shortest round trip of the last ten minutes decides (Cristian 1989).

    Unless a later one proves it wrong: each is true within half its round trip, so two that cannot both be true mean
    that a clock was set or this machine slept, its monotonic clock with it.

    A console started again without the server goes by what this machine's clock was last found to be off (`lean_on`):
    a decision dated an hour wrong counts as one that came before others', or before a restore.
    """

    def __init__(self, now: Callable[[], datetime], monotonic_s: Callable[[], float]) -> None:
        self._now = now
        self._monotonic_s = monotonic_s
        self._lock = threading.Lock()
        self._best: tuple[float, float, datetime] | None = None
        self._kept_off_s = 0.0
        self._keep: Callable[[float], None] | None = None

    def observe(self, server_time: datetime, sent_s: float) -> None:
        """An answer that says `server_time` to a request sent at monotonic `sent_s`, received now."""
        received_s = self._monotonic_s()
        trip_s = received_s - sent_s
        estimate = server_time + timedelta(seconds=trip_s / 2)
        self._weigh(trip_s, received_s, estimate)
        self._keep_off()

    def lean_on(self, kept_off_s: float, keep: Callable[[float], None]) -> None:
        """Until the server answers, the wall clock is ahead by `kept_off_s`; `keep` is told when that has changed."""
        self._kept_off_s, self._keep = kept_off_s, keep
        if self._best is not None:
            self._keep_off()

    def _weigh(self, trip_s: float, received_s: float, estimate: datetime) -> None:
        with self._lock:
            best = self._best
            if best is None or trip_s <= best[0] or received_s - best[1] > _FORGET_AFTER_S:
                self._best = (trip_s, received_s, estimate)
                return
            apart_s = abs((estimate - best[2]).total_seconds() - (received_s - best[1]))
            if apart_s > (trip_s + best[0]) / 2 + _DRIFT_S:
                self._best = (trip_s, received_s, estimate)

    def server_now(self) -> datetime:
        """Estimated server time; by the wall clock, and what it was last off, until the server has answered once."""
        with self._lock:
            best = self._best
        if best is None:
            return self._now() - timedelta(seconds=self._kept_off_s)
        return best[2] + timedelta(seconds=self._monotonic_s() - best[1])

    def off_s(self) -> float:
        """How far this machine's wall clock is ahead of the server's, in seconds."""
        return (self._now() - self.server_now()).total_seconds()

    def _keep_off(self) -> None:
        off_s = self.off_s()
        if self._keep is not None and abs(off_s - self._kept_off_s) > _KEPT_WITHIN_S:
            self._kept_off_s = off_s
            self._keep(off_s)
