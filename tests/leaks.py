"""Looks for what a test left behind: threads, Qt objects, error logs nobody announced."""

from __future__ import annotations

import gc
import logging
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_WAIT_S = 5.0


class _Collector(logging.Handler):
    def __init__(self, into: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._into = into
        self.setFormatter(logging.Formatter("%(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self._into.append(self.format(record))


@contextmanager
def error_logs() -> Iterator[list[str]]:
    """Collect every record of level ERROR and above as 'logger: message [traceback]'."""
    records: list[str] = []
    handler = _Collector(records)
    logging.getLogger().addHandler(handler)
    try:
        yield records
    finally:
        logging.getLogger().removeHandler(handler)


def log_level() -> int:
    """The level of our own log, above all our modules."""
    return logging.getLogger("console").level


def threads() -> set[int | None]:
    """Return the identities of the Python threads now alive."""
    return {thread.ident for thread in threading.enumerate()}


def threads_left(before: set[int | None], kept: tuple[str, ...]) -> list[str]:
    """Return the names of threads started since, after giving them some seconds to end.

    Threads that Qt or C++ started (dummies to Python, they never report their end) are not counted.
    """
    deadline_s = time.monotonic() + _WAIT_S
    left = []
    for thread in threading.enumerate():
        if thread.ident in before or isinstance(thread, threading._DummyThread):
            continue
        if thread is threading.current_thread() or thread.name.startswith(kept or ("\0",)):
            continue
        thread.join(max(0.0, deadline_s - time.monotonic()))
        if thread.is_alive():
            left.append(thread.name)
    return left


def qt_objects() -> set[int]:
    """Return the ids of the top-level widgets that exist now, and set aside all else that does.

    What was there before a test is not walked through again after it: only younger objects are `gc.get_objects()`.
    """
    gc.collect()
    found = {id(thing) for thing in _living()}
    gc.freeze()
    return found


def qt_objects_left(before: set[int]) -> list[str]:
    """Return what of those is new since, described, after deferred deletions have run."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    return [_describe(thing) for thing in _living() if id(thing) not in before]


def _living() -> list[object]:
    if "PySide6.QtCore" not in sys.modules:
        return []
    import shiboken6
    from PySide6.QtCore import QThread, QTimer
    from PySide6.QtWidgets import QApplication

    found: list[object] = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for thing in gc.get_objects():
        if isinstance(thing, QTimer | QThread) and shiboken6.isValid(thing):
            alive = thing.isActive() if isinstance(thing, QTimer) else thing.isRunning()
            if alive and thing is not QThread.currentThread():
                found.append(thing)
    return found


def _describe(thing: object) -> str:
    name = getattr(thing, "objectName", str)()
    owner = getattr(thing, "parent", lambda: None)()
    of = f"of {type(owner).__name__}" if owner is not None else ""
    return " ".join(part for part in (type(thing).__name__, name, of) if part)
