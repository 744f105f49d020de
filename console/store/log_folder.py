"""Folds the write-ahead log into the file beside the writer, so that no commit waits."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from console.domain.errors import StoreFault

_log = logging.getLogger(__name__)

_GATHER_S = 1.0
"""From the first commit to the folding: pages written often meanwhile are folded once."""


class LogFolder:
    """One thread, started by the first commit; SQLite lets it work beside readers and the writer."""

    def __init__(self, fold: Callable[[], None]) -> None:
        """`fold` runs a passive checkpoint on a connection of its own, StoreFault when the disk does not take it."""
        self._fold = fold
        self._grown = threading.Event()
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def grown(self) -> None:
        """A commit made the log longer."""
        self._grown.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="log-folder", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Stop, and wait for a folding that is under way."""
        self._closing.set()
        self._grown.set()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        while self._grown.wait() and not self._closing.wait(_GATHER_S):
            self._grown.clear()
            if self._closing.is_set():
                return  # closed just when the gathering was over: the call was taken for one to fold, and none follows
            try:
                self._fold()
            except StoreFault as fault:
                # Nothing is lost: the log stays, and the writer meets the same disk and tells the operator.
                _log.warning("log not folded", extra={"code": fault.code})
