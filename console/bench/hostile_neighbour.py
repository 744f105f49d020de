"""An idle program that ticks beside a measurement: how often the machine itself is late."""

from __future__ import annotations

import subprocess
import sys
from types import TracebackType

_CODE = """
import select, sys, time
late, last = 0, time.perf_counter()
while not select.select([sys.stdin], [], [], {tick_s})[0]:
    now = time.perf_counter()
    late += now - last - {tick_s} > {stall_s}
    last = now
print(late)
"""


class Neighbour:
    """Counts its own late ticks while it is entered; `late` afterwards."""

    def __init__(self, tick_ms: float, stall_ms: float) -> None:
        self.late = 0
        code = _CODE.format(tick_s=tick_ms / 1000, stall_s=stall_ms / 1000)
        self._process = subprocess.Popen(
            [sys.executable, "-S", "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Neighbour:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        said, _ = self._process.communicate("")
        self.late = int(said or 0)
