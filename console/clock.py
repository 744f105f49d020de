"""Time as an argument: aware UTC now and a monotonic second counter."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What the parts of the console may ask about time; tests hand in a frozen one."""

    def now(self) -> datetime:
        """Return the wall time, aware, in UTC."""

    def monotonic_s(self) -> float:
        """Return seconds that only ever grow; their zero means nothing."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the wall time, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        """Return the machine's monotonic seconds (CLOCK_MONOTONIC on Linux)."""
        return time.monotonic()
