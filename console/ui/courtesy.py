"""Painting goes first: long work on other threads waits while the GUI thread paints.

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


class Courtesy:
    """Python runs one thread at a time and shares its time evenly; a frame must not wait for a page of the feed."""

    def __init__(self, longest_wait_s: float = _LONGEST_WAIT_S) -> None:
        self._longest_wait_s = longest_wait_s
        self._nobody_paints = threading.Event()
        self._nobody_paints.set()

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


COURTESY = Courtesy()
"""One, as there is one GUI thread."""
