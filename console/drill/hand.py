"""An invisible hand at a real console: waits, presses keys, takes pictures."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QWidget

from console.app import ConsoleApp
from console.ui.workplace import Workplace

T = TypeVar("T")

LOOK_MS = 25
"""How often a condition is looked at again."""


class DrillFailed(Exception):
    """Something a person would have seen did not happen; args[0] says what."""


def offscreen_platform(width: int = 1920, height: int = 1080) -> str:
    """A value for QT_QPA_PLATFORM: no display, one screen of this size; the file it names lies in the temp folder."""
    screen = {"name": "drill", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    file = Path(tempfile.mkdtemp(prefix="sigap-screen-")) / "screens.json"
    file.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": [screen]}), encoding="utf-8")
    return f"offscreen:configfile={file}"


class Hand:
    """Works one ConsoleApp; every wait turns the real event loop, nothing is called that a person could not cause."""

    def __init__(self, console: ConsoleApp, pictures: Path) -> None:
        self.console = console
        self._pictures = pictures
        self._taken = 0

    @property
    def work(self) -> Workplace:
        """The workplace of whoever is signed in.

        Raises:
            DrillFailed: nobody is.
        """
        if self.at_work is None:
            raise DrillFailed("nobody is signed in")
        return self.at_work

    @property
    def at_work(self) -> Workplace | None:
        """The same, None while nobody is."""
        work = self.console.workplace
        return work if isinstance(work, Workplace) else None

    def wait(self, what: str, look: Callable[[], T | None], seconds: float = 20.0) -> T:
        """Wait until `look` answers something true, and return it.

        Raises:
            DrillFailed: it did not within `seconds`.
        """
        until_s = time.monotonic() + seconds
        while True:
            found = look()
            if found:
                return found
            if time.monotonic() > until_s:
                raise DrillFailed(f"did not happen within {seconds:.0f} s: {what}")
            self.rest(LOOK_MS / 1000)

    def rest(self, seconds: float) -> None:
        """Let time pass, as a person reading does."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def press(
        self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One key press and release."""
        # Here and not above: the packaged executable leaves QtTest out and presses nothing.
        from PySide6.QtTest import QTest

        QTest.keyClick(widget, key, modifier)

    def select(self, report_id: str) -> None:
        """Select a report and wait until its case stands still before the operator."""
        work = self.work
        work.window.activateWindow()
        work.window.queue.view.setFocus()
        work.selection.select(report_id)
        self.wait("the case is shown", lambda: _shows(work, report_id))
        self.rest(0.4)

    def decide(self, key: Qt.Key, report_id: str) -> None:
        """A letter of the decision bar for this report, pressed in the queue."""
        self.select(report_id)
        self.press(self.work.window.queue.view, key)

    def picture(self, name: str, widget: QWidget | None = None) -> Path:
        """A PNG of the window as it stands now."""
        self._pictures.mkdir(parents=True, exist_ok=True)
        self._taken += 1
        file = self._pictures / f"{self._taken:02d}-{name}.png"
        (widget or self.work.window).grab().save(str(file))
        return file


def _shows(work: Workplace, report_id: str) -> bool:
    view = work.case.view
    return view is not None and view.report.id == report_id
