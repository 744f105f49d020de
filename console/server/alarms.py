"""When each unit last raised its alarm, so that a repeated one is one report."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

ONCE_IN = timedelta(seconds=60)
"""A device repeats its alarm with every fix; one report a minute per unit is enough to be seen."""


class Alarms:
    """When each unit last raised an alarm; kept in memory: after a restart one more report does no harm."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last: dict[str, datetime] = {}

    def is_new(self, unit_id: str, now: datetime) -> bool:
        """Whether this alarm is to be a report, and remember it."""
        with self._lock:
            last = self._last.get(unit_id)
            if last is not None and now - last < ONCE_IN:
                return False
            self._last[unit_id] = now
            return True

    def forget(self, unit_id: str) -> None:
        """The report could not be stored: the next alarm is new."""
        with self._lock:
            self._last.pop(unit_id, None)
