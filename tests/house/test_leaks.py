"""The leak checks of conftest can fail: each is shown a leak."""

from __future__ import annotations

import logging
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests import leaks


def test_a_thread_that_goes_on_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaks, "_WAIT_S", 0.05)
    before = leaks.threads()
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name="forgotten")
    thread.start()
    try:
        assert leaks.threads_left(before, ()) == ["forgotten"]
        assert leaks.threads_left(before, ("forgot",)) == []
    finally:
        stop.set()
        thread.join()
    assert leaks.threads_left(before, ()) == []


@pytest.mark.logs_errors("the pump is on fire")
def test_an_error_log_is_collected_with_its_logger() -> None:
    with leaks.error_logs() as records:
        logging.getLogger("console.sync").error("the pump is on fire")
        logging.getLogger("console.sync").warning("it is warm")
    assert records == ["console.sync: the pump is on fire"]


def test_a_running_timer_is_named(qapp: QApplication) -> None:
    before = leaks.qt_objects()
    timer = QTimer(qapp)
    timer.start(60_000)
    assert leaks.qt_objects_left(before) == ["QTimer of QApplication"]
    timer.stop()
    timer.deleteLater()
    assert leaks.qt_objects_left(before) == []
