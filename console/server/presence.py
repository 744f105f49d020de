"""Who has which report open, by desk: in memory only, forgotten when a desk falls silent."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from console.contract.feed import PresenceNews
from console.domain.load import Colleague
from console.server.bus import Bus

SILENT_AFTER = timedelta(seconds=45)
"""Three heartbeats missed."""


class Presence:
    """The latest word of each desk; streams hear only of changes."""

    def __init__(self, bus: Bus, now: Callable[[], datetime]) -> None:
        self._bus = bus
        self._now = now
        self._lock = threading.Lock()
        self._beats: dict[str, tuple[Colleague, str, datetime]] = {}

    def looked(self, report_id: str, who: Colleague) -> None:
        """The person at this desk has this report open ('' none)."""
        with self._lock:
            known = self._beats.get(who.desk_id)
            self._beats[who.desk_id] = (who, report_id, self._now())
            changed = (known[:2] if known else None) != (who, report_id)
        if changed:
            self._bus.presence(self.news())

    def left(self, desk_id: str) -> None:
        """Nobody is signed in there any more."""
        with self._lock:
            known = self._beats.pop(desk_id, None)
        if known is not None:
            self._bus.presence(self.news())

    def forget_silent(self) -> None:
        """Drop desks that sent no heartbeat for SILENT_AFTER."""
        limit = self._now() - SILENT_AFTER
        with self._lock:
            silent = [desk_id for desk_id, (_, _, at) in self._beats.items() if at < limit]
            for desk_id in silent:
                del self._beats[desk_id]
        if silent:
            self._bus.presence(self.news())

    def news(self) -> PresenceNews:
        """By desk id: the report it has open and the person's name; and everybody who is at a desk."""
        with self._lock:
            beats = sorted(self._beats.items())
        return PresenceNews(
            looking={desk: (report_id, who.name) for desk, (who, report_id, _) in beats if report_id},
            present=tuple(who for _, (who, _, _) in beats),
        )
