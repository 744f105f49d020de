"""Times the start of the whole console in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


def measure_start(folder: Path, rows: int, say: Callable[[str, float, str, float | None], list[str]]) -> list[str]:
    """Not there yet."""
    return []
