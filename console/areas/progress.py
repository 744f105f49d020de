"""Tells how far an import has come: bytes of all its files, then cities outlined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

Progress = Callable[[str, int, int], None]
"""Called with (what is worked on, done, of so many): bytes of all files, then cities outlined."""

OUTLINING = "kecamatan, kota"
"""What it is called that is worked on after the files."""


class FileProgress:
    """Turns shares of the current file into bytes of the whole run."""

    def __init__(self, told: Progress | None, files: Sequence[Path]) -> None:
        self._told = told or _untold
        self._total = sum(map(_size, files))
        self._before = self._current = 0
        self._name = ""

    def begin(self, path: Path) -> None:
        """The next file."""
        self._before += self._current
        self._name, self._current = path.name, _size(path)
        self._told(self._name, self._before, self._total)

    def reach(self, share: float) -> None:
        """So much of the current file is done, 0 to 1."""
        self._told(self._name, self._before + round(share * self._current), self._total)

    def outline(self, done: int, cities: int) -> None:
        """So many cities of all are outlined."""
        self._told(OUTLINING, done, cities)

    def finish(self) -> None:
        """Everything is done."""
        self._told(self._name, self._total, self._total)


def _untold(_what: str, _done: int, _of: int) -> None:
    """Nobody watches."""


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
