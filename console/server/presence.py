"""Who has which report open, by desk: in memory only, forgotten when a desk falls silent."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from console.contract.feed import PresenceNews
from console.server.bus import Bus

SILENT_AFTER = timedelta(seconds=45)
"""Three heartbeats missed."""


class Presence:
    """The latest word of each desk; streams hear only of changes."""

    def __init__(self, bus: Bus, now: Callable[[], datetime]) -> None:
        self._bus = bus
        self._now = now
        self._lock = threading.Lock()
        self._looking: dict[str, tuple[str, str, datetime]] = {}

    def looked(self, desk_id: str, report_id: str, name: str) -> None:
        """A desk has this report open ('' none)."""
        with self._lock:
            known = self._looking.get(desk_id)
            if report_id:
                self._looking[desk_id] = (report_id, name, self._now())
            else:
                self._looking.pop(desk_id, None)
            changed = (known[:2] if known else None) != ((report_id, name) if report_id else None)
        if changed:
            self._bus.presence(self.news())

    def forget_silent(self) -> None:
        """Drop desks that sent no heartbeat for SILENT_AFTER."""
        limit = self._now() - SILENT_AFTER
        with self._lock:
            silent = [desk_id for desk_id, (_, _, at) in self._looking.items() if at < limit]
            for desk_id in silent:
                del self._looking[desk_id]
        if silent:
            self._bus.presence(self.news())

    def news(self) -> PresenceNews:
        """By desk id: the report it has open and the person's name."""
        with self._lock:
            return PresenceNews(looking={desk: (report, name) for desk, (report, name, _) in self._looking.items()})
