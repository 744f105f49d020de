"""Sees that decisions keep being acknowledged, or says that it is stalled."""

from __future__ import annotations

from collections.abc import Callable

STALL_S = 60.0


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
        self._rebuilt = False

    def acknowledged(self) -> None:
        """The server answered a decision."""
        self._quiet_since_s = self._monotonic_s()
        self._rebuilt = False
        self._stalled(False)

    def look(self) -> None:
        """Nothing acknowledged for STALL_S though something waits and the server can be reached?"""
        now_s = self._monotonic_s()
        if not self._waiting() or not self._connected():
            self._quiet_since_s = now_s
            self._rebuilt = False
            self._stalled(False)
        elif now_s - self._quiet_since_s >= STALL_S:
            self._quiet_since_s = now_s
            if self._rebuilt:
                self._stalled(True)
            self._rebuilt = True
            self._rebuild()
