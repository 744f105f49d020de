"""The one QApplication, with what QtWebEngine and our own scheme need before it."""

from __future__ import annotations

import gc
import signal
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from console.ui.map import scheme

_START_MS = 60_000
"""A start that takes longer waits for a person: what `start_without_collecting` put off is taken up."""


def start_without_collecting() -> None:
    """Call before the rest is imported: a start makes no garbage, and looking for some takes a tenth of it.

    Until `settle_memory`, or for a minute from `make_application` on.
    """
    gc.disable()


def make_application() -> QApplication:
    """Make it; call once, before any widget. Closing a window ends nothing by itself: app decides."""
    # Seconds; at the default of 5 ms the window waits that long for each worker in the middle of Python.
    # Measured with bench first-light: 0.5 ms left 20.1 ms from commit to painted, 0.1 ms 18.0.
    sys.setswitchinterval(0.0001)
    scheme.prepare_environment()
    scheme.register_scheme()
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Sigap")
    app.setQuitOnLastWindowClosed(False)
    QTimer.singleShot(_START_MS, app, gc.enable)
    return app


def settle_memory() -> None:
    """Call when a workplace stands: a full collection that looks through all of it stalls the window for 150 ms.

    After a start there is none either, before the first picture: of what it made one object in seventy is garbage.
    """
    if gc.isenabled():
        gc.unfreeze()
        gc.collect()
    gc.freeze()
    gc.enable()


def end_on_signals(app: QApplication) -> None:
    """Let Ctrl+C and a polite kill close the console as its window's close does; our timers give Python the turn."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: app.quit())
