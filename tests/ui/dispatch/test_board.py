"""The board of units: chosen, sorted, told of by keyboard; silent ones by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.desk.fleet import CardOrder
from console.desk.unit_board import BoardColumn, BoardFilter
from console.domain import acts
from console.ui.dispatch.board_model import COLUMNS
from console.ui.dispatch.board_pane import BoardPane
from console.ui.dispatch.board_window import BoardWindow
from console.ui.dispatch.officers_strip import OfficersStrip
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import a_report


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def board(window: CaseWindow) -> Iterator[BoardWindow]:
    made = BoardWindow(window.desk.book, window.background, window.selection, window.desk.store)
    window.relay.changed.connect(made.take)
    made.open(window.pane)
    window.settle()
    yield made
    made.stop()


def _pane(board: BoardWindow) -> BoardPane:
    assert board.pane is not None
    return board.pane


def _signs(board: BoardWindow) -> list[str]:
    return [row.unit.call_sign for row in _pane(board).model.rows]


def _says(board: BoardWindow, place: int, column: BoardColumn) -> str:
    model = _pane(board).model
    return str(model.data(model.index(place, COLUMNS.index(column))))


def test_every_unit_on_duty_is_there_and_the_silent_ones_with_since_when_and_what_to_do(
    window: CaseWindow, board: BoardWindow
) -> None:
    assert len(_signs(board)) == 7
    pane = _pane(board)
    assert not pane.advice.isVisible()
    board.open_silent(window.pane)
    window.settle()
    assert _signs(board) == ["U09"]
    assert _says(board, 0, BoardColumn.POSITION) == "31 mnt lalu (13:36)"
    assert "lewat radio" in pane.advice.text()
    assert pane.advice.isVisible()
    assert pane.bar.chips[BoardFilter.SILENT].text() == "Bertugas, GPS mati 1"


def test_enter_points_at_the_unit_and_the_menu_key_asks_what_may_be_decided(
    window: CaseWindow, board: BoardWindow
) -> None:
    window.open(a_report("r1", "KJ-1"))
    pane = _pane(board)
    pane.sort(BoardColumn.DISTANCE, descending=False)
    window.settle()
    assert _signs(board)[0] == "U22"
    pane.table.choose(1)
    with window.qtbot.waitSignal(board.unit_chosen) as chosen:
        window.qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    assert chosen.args == ["u12"]
    with window.qtbot.waitSignal(board.menu_wanted) as wanted:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
        QApplication.sendEvent(pane.table, event)
    assert wanted.args[0].call_sign == "U12"


def test_rows_stay_under_the_hand_and_the_order_is_remembered(window: CaseWindow, board: BoardWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    pane = _pane(board)
    window.qtbot.keyClick(pane.table, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    pane.sort(BoardColumn.STATUS, descending=False)
    window.settle()
    before = _signs(board)
    pane.table.choose(before.index("U07"))
    pane.hand.touch()
    window.desk.decide(acts.DispatchUnits(unit_ids=("u07",)), "r1")
    window.qtbot.waitUntil(lambda: _says(board, before.index("U07"), BoardColumn.STATUS) == "diperintah")
    assert _signs(board) == before
    pane.hand.leave()
    window.qtbot.waitUntil(lambda: _signs(board) != before)
    assert pane.model.rows[pane.table.currentIndex().row()].unit.call_sign == "U07"
    again = BoardPane(window.desk.book, window.background, window.selection, window.desk.store)
    window.qtbot.addWidget(again)
    assert again.query.column is BoardColumn.STATUS


def test_the_strip_is_sorted_as_chosen_and_says_who_is_silent(window: CaseWindow) -> None:
    strip = OfficersStrip(window.desk.book, window.background, window.selection, window.desk.store)
    window.qtbot.addWidget(strip)
    strip.resize(1900, 64)
    strip.show()
    strip.start()
    window.open(a_report("r1", "KJ-1"))
    assert strip.silent_button.text() == "GPS mati: 1"
    strip.order_box.setFocus()
    window.qtbot.keyClick(strip.order_box, Qt.Key.Key_End)
    strip.order_box.activated.emit(2)
    window.settle()
    assert strip.shown[0].unit.call_sign == "U09"
    assert window.desk.store.setting("units.order") == CardOrder.AGE
    strip.stop()
