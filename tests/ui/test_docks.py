"""Panes as docks: what opens beside the case gives its room back to the map."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from console.ui.docks import Docks
from tests.worlds.operations import Kept


class Workplace:
    """Queue, map, case and a call form, as the window lays them out."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._window, self._map = QMainWindow(), QWidget()
        qtbot.addWidget(self._window)
        self._window.setCentralWidget(self._map)
        self.docks = Docks(self._window, Kept())
        area = Qt.DockWidgetArea
        self.docks.add("queue", lambda: "Antrean", QWidget(), area.LeftDockWidgetArea)
        self.docks.add("case", lambda: "Kejadian", QWidget(), area.RightDockWidgetArea)
        self.docks.beside("call", lambda: "Panggilan", QWidget(), "case")
        self._window.resize(1920, 1080)
        self._window.show()
        self.docks.size()
        self.until(lambda: self.wide("case") > 400)

    def wide(self, name: str) -> int:
        return self._map.width() if name == "map" else self.docks.dock(name).width()

    def until(self, true: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(true()))


@pytest.fixture
def work(qtbot: QtBot) -> Workplace:
    return Workplace(qtbot)


def test_a_call_form_takes_its_room_from_the_map_and_hidden_gives_it_back_to_it(work: Workplace) -> None:
    case, the_map, queue = (work.wide(name) for name in ("case", "map", "queue"))
    for _ in range(2):
        work.docks.open_beside("call", "case")
        work.until(lambda: work.wide("call") >= 300 and abs(work.wide("case") - case) <= 8)
        assert work.wide("map") < the_map - 300
        work.docks.dock("call").hide()
        work.until(lambda: abs(work.wide("map") - the_map) <= 8)
        assert abs(work.wide("case") - case) <= 8
        assert work.wide("queue") == queue


def test_a_case_in_a_window_of_its_own_keeps_its_width_when_the_form_goes(work: Workplace) -> None:
    work.docks.open_beside("call", "case")
    work.until(lambda: work.wide("call") >= 300)
    work.docks.float_or_back("case")
    case = work.docks.dock("case")
    work.until(case.isFloating)
    case.resize(900, 700)
    work.docks.dock("call").hide()
    work.until(lambda: not work.docks.dock("call").isVisible())
    assert case.width() == 900
