"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class FrozenClock:
    """Answers like console.clock.SystemClock; starts on a Tuesday, 07:00 WIB, before the morning rush."""

    def __init__(self, at: datetime = datetime(2026, 3, 3, 0, 0, tzinfo=UTC)) -> None:
        self._at = at
        self._monotonic_s = 1000.0

    def now(self) -> datetime:
        return self._at

    def monotonic_s(self) -> float:
        return self._monotonic_s

    def advance(self, seconds: float) -> datetime:
        """Let both clocks go on by so many seconds; returns the new wall time."""
        self._at += timedelta(seconds=seconds)
        self._monotonic_s += seconds
        return self._at

    def jump(self, seconds: float) -> datetime:
        """Set only the wall clock forward or back, as an operator or NTP would."""
        self._at += timedelta(seconds=seconds)
        return self._at
