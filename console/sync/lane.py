"""A lane: one thread that does a step, waits as told, and can be woken at once."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

_log = logging.getLogger(__name__)

_AFTER_BUG_S = 5.0


class Lane:
    """Runs `step` again and again; it returns seconds until the next, None for 'until woken'."""

    def __init__(self, name: str, step: Callable[[], float | None]) -> None:
        self._step = step
        self._woken = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def stopping(self) -> bool:
        """Whether a long step should end now."""
        return self._stopping.is_set()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> None:
        """Do a step soon; a wake during a step is not lost."""
        self._woken.set()

    def ask_to_stop(self) -> None:
        """Return at once; the thread ends after its step."""
        self._stopping.set()
        self._woken.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the end; whether it came in time."""
        if self._thread.ident is not None:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._woken.clear()
            try:
                wait_s = self._step()
            except Exception:
                # A silent lane is the failure to design against (sync.md): told as the bug it is, and tried again.
                _log.exception("a sync lane broke")
                wait_s = _AFTER_BUG_S
            if not self._stopping.is_set():
                self._woken.wait(wait_s)
