"""Sees that decisions keep being acknowledged, or says that it is stalled."""

from __future__ import annotations

from collections.abc import Callable

STALL_S = 60.0
TELL_AFTER_S = 10.0
"""How long the new connections have before the operator is told."""


class Watchdog:
    """Pure: told of what happens, asked now and then. Stalling is the failure to design against (sync.md)."""

    def __init__(
        self,
        *,
        monotonic_s: Callable[[], float],
        waiting: Callable[[], int],
        connected: Callable[[], bool],
        rebuild: Callable[[], None],
        stalled: Callable[[bool], None],
    ) -> None:
        self._monotonic_s = monotonic_s
        self._waiting = waiting
        self._connected = connected
        self._rebuild = rebuild
        self._stalled = stalled
        self._quiet_since_s = monotonic_s()
        self._rebuilt_at_s: float | None = None

    def acknowledged(self) -> None:
        """The server answered a decision."""
        self._begin_anew()

    def look(self) -> None:
        """Nothing acknowledged for STALL_S though something waits and the server is there: rebuild, then tell."""
        now_s = self._monotonic_s()
        if not self._waiting() or not self._connected():
            self._begin_anew()
            return
        if now_s - self._quiet_since_s < STALL_S:
            return
        if self._rebuilt_at_s is not None and now_s - self._rebuilt_at_s >= TELL_AFTER_S:
            self._stalled(True)
        if self._rebuilt_at_s is None or now_s - self._rebuilt_at_s >= STALL_S:
            self._rebuilt_at_s = now_s
            self._rebuild()

    def _begin_anew(self) -> None:
        self._quiet_since_s, self._rebuilt_at_s = self._monotonic_s(), None
        self._stalled(False)
