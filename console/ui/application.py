"""The one QApplication, with what QtWebEngine and our own scheme need before it."""

from __future__ import annotations

import signal
import sys

from PySide6.QtWidgets import QApplication

from console.ui.map import scheme


def make_application() -> QApplication:
    """Make it; call once, before any widget. Closing a window ends nothing by itself: app decides."""
    scheme.prepare_environment()
    scheme.register_scheme()
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Sigap")
    app.setQuitOnLastWindowClosed(False)
    return app


def end_on_signals(app: QApplication) -> None:
    """Let Ctrl+C and a polite kill close the console as its window's close does; our timers give Python the turn."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: app.quit())
