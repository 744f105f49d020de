"""The one QApplication, with what QtWebEngine and our own scheme need before it."""

from __future__ import annotations

import gc
import signal
import sys

from PySide6.QtWidgets import QApplication

from console.ui.map import scheme


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
    return app


def settle_memory() -> None:
    """Call when a workplace stands: a full collection that looks through all of it stalls the window for 150 ms."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def end_on_signals(app: QApplication) -> None:
    """Let Ctrl+C and a polite kill close the console as its window's close does; our timers give Python the turn."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: app.quit())
