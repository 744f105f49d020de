"""Painting goes first: long work on other threads waits meanwhile, and sending until then.

Not by the operating system's priorities: a thread of lower priority that holds Python's lock and is kept off the
processor by another program keeps the GUI thread waiting with it. Measured with nice 10 for sync and desk threads: on
an idle machine a few milliseconds less for the latest frames, with two busy programs beside three times more (34 ms
became 94 ms at the 99th percentile), and sync took five times as long.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_LONGEST_WAIT_S = 0.02
"""One frame at 60 a second, and a little: whoever waits goes on then, whatever the GUI thread does."""

_LONGEST_STAND_S = 0.06
"""Half of what a person takes for instant; most decisions are painted by then."""


class Courtesy:
    """Python runs one thread at a time and shares its time evenly; a frame must not wait for a page of the feed."""

    def __init__(self, longest_wait_s: float = _LONGEST_WAIT_S, longest_stand_s: float = _LONGEST_STAND_S) -> None:
        self._longest_wait_s, self._longest_stand_s = longest_wait_s, longest_stand_s
        self._nobody_paints = threading.Event()
        self._nobody_paints.set()
        self._nobody_asks = threading.Event()
        self._nobody_asks.set()

    @contextmanager
    def painting(self) -> Iterator[None]:
        """Around a paint event of the GUI thread."""
        self._nobody_paints.clear()
        try:
            yield
        finally:
            self._nobody_paints.set()

    def give_way(self) -> None:
        """Wait until nothing is painted, 20 ms at most; a tenth of a microsecond when nothing is."""
        if not self._nobody_paints.is_set():
            self._nobody_paints.wait(self._longest_wait_s)

    def hurry(self) -> None:
        """Somebody at the window asked for something and waits for it."""
        self._nobody_asks.clear()

    def calm(self) -> None:
        """What was asked for is painted."""
        self._nobody_asks.set()

    def stand_back(self) -> None:
        """Wait until what was asked for is painted, 60 ms at most: before work that a moment later does as well.

        Sending a decision at once, and applying what the server says of it, took both cores from showing it.
        """
        self._nobody_asks.wait(self._longest_stand_s)


COURTESY = Courtesy()
"""One, as there is one GUI thread."""
