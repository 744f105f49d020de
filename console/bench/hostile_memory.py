"""The memory of the processes below this one, read from /proc cheaply."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from types import TracebackType

_LOOK_S = 0.01
_PAGE_MIB = os.sysconf("SC_PAGE_SIZE") / (1024 * 1024)


class PeakBelow:
    """The largest resident size of any one process below this one while it is entered: `mib`."""

    def __init__(self) -> None:
        self.mib = 0.0
        self._done = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="bench-memory")

    def __enter__(self) -> PeakBelow:
        self._watcher.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._done.wait(_LOOK_S):
            self.mib = max([self.mib, *(_resident_mib(pid) for pid in _below(os.getpid()))])


def _below(pid: int) -> list[int]:
    """Children of every thread of `pid`, and theirs (proc(5), /proc/pid/task/tid/children)."""
    found: list[int] = []
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return found
    for task in tasks:
        try:
            born = [int(each) for each in (task / "children").read_text().split()]
        except OSError:
            continue
        for child in born:
            found += [child, *_below(child)]
    return found


def _resident_mib(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE_MIB
    except (OSError, IndexError):
        return 0.0
