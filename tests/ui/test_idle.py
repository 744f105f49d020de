"""A console nobody touches says so once; every touch begins the time anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.ui.idle import Idle


def test_nobody_there_is_said_once(qtbot: QtBot) -> None:
    idle = Idle(0)
    idle._timer.setInterval(1)
    said: list[bool] = []
    idle.gone.connect(lambda: said.append(True))
    with qtbot.waitSignal(idle.gone):
        idle.begin()
    assert said == [True]
    assert not idle._timer.isActive()


def test_a_key_in_any_window_begins_the_time_anew(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    idle = Idle(3600)
    idle.begin()
    before = idle._touched_s
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert idle._touched_s > before
    idle.stop()
