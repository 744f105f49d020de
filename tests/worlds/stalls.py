"""Fails a test in which the GUI thread came late, by a 10 ms timer."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer

BEAT_MS = 10
LATE_MS = 100.0
"""A screen that stands still longer is felt (issue 'First light': gui_stall_max_ms)."""


class Stalls:
    """Lateness of a precise 10 ms timer, in milliseconds; start and stop on the GUI thread."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self._last_s = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    @property
    def worst_ms(self) -> float:
        """The latest beat so far."""
        return max(self.late_ms, default=0.0)

    def start(self) -> None:
        """Watch from now on."""
        self._last_s = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Watch no more; a beat that is overdue counts."""
        self._timer.stop()
        self._note()

    def _beat(self) -> None:
        self._note()

    def _note(self) -> None:
        now_s = time.perf_counter()
        self.late_ms.append(max(0.0, 1000 * (now_s - self._last_s) - BEAT_MS))
        self._last_s = now_s


@contextmanager
def no_stalls(at_most_ms: float = LATE_MS) -> Iterator[Stalls]:
    """Within the block the GUI thread must never be later than `at_most_ms`.

    Raises:
        AssertionError: it was.
    """
    stalls = Stalls()
    stalls.start()
    try:
        yield stalls
    finally:
        stalls.stop()
    assert stalls.worst_ms <= at_most_ms, f"the GUI thread stood still for {stalls.worst_ms:.0f} ms"
