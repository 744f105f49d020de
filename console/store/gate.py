"""A gate: readers pass freely, and one who shuts it is alone until it opens again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Gate:
    """Passing costs two microseconds; shutting waits for all who are inside."""

    def __init__(self) -> None:
        self._changed = threading.Condition(threading.Lock())
        self._inside = 0
        self._shut = False
        self._own = threading.local()

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Inside; waits while the gate is shut. A thread that is inside may pass again."""
        depth = getattr(self._own, "depth", 0)
        if not depth:
            with self._changed:
                while self._shut:
                    self._changed.wait()
                self._inside += 1
        self._own.depth = depth + 1
        try:
            yield
        finally:
            self._own.depth = depth
            if not depth:
                with self._changed:
                    self._inside -= 1
                    if self._shut:
                        self._changed.notify_all()

    @contextmanager
    def shut(self, patience_s: float) -> Iterator[None]:
        """Alone. One at a time, never from inside.

        Raises:
            TimeoutError: somebody did not come out in time; the gate is open as before.
        """
        with self._changed:
            self._shut = True
            if not self._changed.wait_for(lambda: not self._inside, patience_s):
                self._open()
                raise TimeoutError
        try:
            yield
        finally:
            with self._changed:
                self._open()

    def _open(self) -> None:
        self._shut = False
        self._changed.notify_all()
