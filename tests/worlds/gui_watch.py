"""Notes every call of database, network or decoder made on the GUI thread."""

from __future__ import annotations

import gc
import sys
from types import CodeType, FrameType

BLOCKING = (
    "/sqlalchemy/engine/",
    "/requests/",
    "/urllib3/",
    "/subprocess.py",
    "/console/store/database.py",
    "/console/store/journal.py",
    "/console/remote/",
    "/console/decode/",
)
"""Code that waits for a disk, a network or a child; none of it may run on the thread that paints."""


class GuiWatch:
    """Watches the thread that calls `start`; counts work, not time, so a busy machine changes nothing.

    What finalizers do while garbage is collected is left out: which thread that happens on is chance.
    """

    def __init__(self) -> None:
        self.found: set[str] = set()
        self._collecting = False
        self._blocking: dict[CodeType, bool] = {}

    def start(self) -> None:
        """Watch this thread from now on."""
        gc.callbacks.append(self._collect)
        sys.setprofile(self._see)

    def stop(self) -> None:
        """Watch no more."""
        sys.setprofile(None)
        gc.callbacks.remove(self._collect)

    def _collect(self, phase: str, _info: dict[str, int]) -> None:
        self._collecting = phase == "start"

    def _see(self, frame: FrameType, event: str, _argument: object) -> None:
        if event != "call" or self._collecting:
            return
        code = frame.f_code
        blocks = self._blocking.get(code)
        if blocks is None:
            name = code.co_filename.replace("\\", "/")
            blocks = self._blocking[code] = any(part in name for part in BLOCKING) and code.co_name != "<module>"
        if blocks and not _own_look(frame):
            self.found.add(_road(frame))


def _own_look(frame: FrameType) -> bool:
    """Whether a test's look asked for it, and not something the event loop delivered while the test waited."""
    at: FrameType | None = frame
    while at is not None:
        if at.f_code.co_filename.endswith("far_looks.py"):
            return True
        if at.f_code.co_name == "rest":
            return False
        at = at.f_back
    return False


def _road(frame: FrameType) -> str:
    """The call and the lines of ours that led there, innermost first."""
    names = []
    at: FrameType | None = frame
    while at is not None and len(names) < 6:
        name = at.f_code.co_filename.replace("\\", "/")
        if not names or "/console/" in name:
            names.append(f"{name.rpartition('/console/')[2]}:{at.f_code.co_name}")
        at = at.f_back
    return " < ".join(names)
