"""Sending from the case: how many and why, fewer with a reason, next, at an hour."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain import acts
from console.domain.ticks import Ticks
from console.ui.case.choice_strip import ChoiceStrip
from console.ui.case.composer import Composer
from console.ui.dispatch.schedule_card import ScheduleCard
from console.ui.dispatch.waiting_row import WaitingRow
from console.ui.widgets.buttons import PlainButton
from tests.ui.case.test_case_pane import words_of
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import NOW, a_report

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    yield made
    made.close()


def test_how_many_to_send_is_said_with_its_sum_and_as_many_are_ticked(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1", ticks=Ticks(injured=True)))
    assert "Kirim 4 petugas: Kecelakaan lalu lintas 2 + P1 1 + korban luka 1" in words_of(window)
    assert "Terpilih: 4" in words_of(window)
    assert len(window.pane.body.advice.picked) == 4


def test_fewer_than_may_be_sent_go_in_two_keys_with_a_reason_that_is_kept(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1", category="brawl"))
    for unit_id in window.pane.body.advice.picked[1:]:
        window.pane.body.advice.toggle(unit_id)
    window.press(Key.Key_K)
    assert window.desk.decided() == []
    assert isinstance(window.pane.tray.card, ChoiceStrip)
    assert "paling sedikit 2" in words_of(window)
    window.press(Key.Key_1)
    (sent,) = window.desk.decided()
    assert (sent.unit_ids, sent.fewer_because) == (("u12",), "Bantuan menyusul")
    assert "1 dari paling sedikit 2: Bantuan menyusul" in words_of(window)


def test_another_reason_is_written(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1", category="brawl"))
    window.pane.acts.sending.dispatch(window.view, ("u12",))
    window.settle()
    window.press(Key.Key_4)
    assert isinstance(window.pane.tray.card, Composer)
    window.pane.tray.card.field.setPlainText("hanya satu unit siap")
    window.press(Key.Key_Return)
    assert window.desk.decided()[0].fewer_because == "hanya satu unit siap"


def test_a_busy_unit_goes_next_and_what_waits_can_be_taken_back(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    button = next(b for b in window.pane.body.advice.findChildren(PlainButton) if b.text() == "berikutnya")
    window.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    window.settle()
    assert window.desk.decided() == [acts.DispatchUnits(unit_ids=("u22",), after_current=True)]
    row = window.pane.body.assignments.findChild(WaitingRow)
    assert row.accessibleName() == "U22 Aiptu Bagus, berikutnya, setelah KJ-2611-0183"
    window.qtbot.mouseClick(row.findChildren(PlainButton)[1], Qt.MouseButton.LeftButton)
    window.settle()
    assert window.desk.decided()[-1] == acts.CancelDispatch(unit_id="u22")
    assert window.view.report.waiting_orders == ()


def test_ticked_units_go_at_an_hour_and_stay_free_until_then(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1", category="vehicle_service"))
    picked = window.pane.body.advice.picked
    window.pane.body.advice.hour_wanted.emit()
    card = window.pane.tray.card
    assert isinstance(card, ScheduleCard)
    card.field.setText("kapan-kapan")
    window.press(Key.Key_Return)
    assert window.desk.decided() == []
    card.field.setText("14.30")
    window.press(Key.Key_Return)
    (sent,) = window.desk.decided()
    assert (sent.unit_ids, sent.due_at) == (picked, NOW.replace(minute=30, second=0))
    row = window.pane.body.assignments.findChild(WaitingRow)
    assert "berangkat hari ini 14:30" in row.accessibleName()
    assert window.desk.store.unit(picked[0]).report_id == ""


def test_enter_on_an_empty_search_never_gives_a_busy_unit_one_more_order(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.pane.acts.search_units(window.view)
    window.settle()
    window.press(Key.Key_Return)
    assert window.desk.decided()[-1] == acts.DispatchUnits(unit_ids=("u12",))
