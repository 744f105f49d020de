"""Whoever wants to be told of something: added and let go from any thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

C = TypeVar("C", bound=Callable[..., None])


class Listeners(Generic[C]):
    """Whoever tells them takes `all()` first and calls them outside of its own locks."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._callbacks: list[C] = []

    def add(self, callback: C) -> Callable[[], None]:
        """Tell this one too; returns how to stop."""
        with self._lock:
            self._callbacks.append(callback)

        def stop() -> None:
            with self._lock:
                if callback in self._callbacks:
                    self._callbacks.remove(callback)

        return stop

    def all(self) -> tuple[C, ...]:
        """Those there are now, in the order they came."""
        with self._lock:
            return tuple(self._callbacks)
