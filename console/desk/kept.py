"""Small settings of this workstation, held in memory, written behind it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Protocol


class SettingsSource(Protocol):
    """Where they are kept (the store, by shape)."""

    def setting(self, name: str, default: str = "") -> str:
        """What was kept."""

    def keep_setting(self, name: str, value: str) -> None:
        """Keep it; fsynced."""


class KeptSettings:
    """Read once off the GUI thread; `keep_setting` returns at once, `later` runs the write elsewhere."""

    def __init__(self, source: SettingsSource, names: Iterable[str]) -> None:
        """Read the settings of these names; call in the background."""
        self._source = source
        self._lock = threading.Lock()
        self._values = {name: source.setting(name) for name in names}
        self.later: Callable[[Callable[[], None]], None] = _at_once

    def setting(self, name: str, default: str = "") -> str:
        """What was kept, `default` before."""
        with self._lock:
            return self._values.get(name) or default

    def keep_setting(self, name: str, value: str) -> None:
        """Keep it."""
        with self._lock:
            if self._values.get(name) == value:
                return
            self._values[name] = value
        self.later(lambda: self._source.keep_setting(name, value))


def _at_once(work: Callable[[], None]) -> None:
    work()
