"""A steady clock out of a sound device that tells in jumps how much it has played."""

from __future__ import annotations

_AHEAD_S = 0.08
"""So far time may run on after the device last told: a device tells every 10 to 50 ms."""


class SoundClock:
    """`read` grows as the device plays and never goes back; between two tellings it follows the machine's clock.

    While nothing is left to play (`idle`) it simply follows the machine's clock.
    """

    def __init__(self) -> None:
        self._told_s = self._idle_s = self._given_s = 0.0
        self._told_at_s: float | None = None

    def read(self, played_s: float, now_s: float, *, idle: bool) -> float:
        """Seconds since the beginning; `played_s` as the device tells, `now_s` of the machine's steady clock."""
        since_s = 0.0 if self._told_at_s is None else max(0.0, now_s - self._told_at_s)
        if played_s != self._told_s or self._told_at_s is None:
            self._told_s, self._told_at_s, since_s = played_s, now_s, 0.0
        elif idle:
            self._idle_s, self._told_at_s, since_s = self._idle_s + since_s, now_s, 0.0
        self._given_s = max(self._given_s, self._told_s + self._idle_s + min(_AHEAD_S, since_s))
        return self._given_s
