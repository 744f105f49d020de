"""The strip shows who is near the selected case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain import acts
from console.ui.dispatch.officer_card import OfficerCard
from console.ui.dispatch.officers_strip import OfficersStrip
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import a_report


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def strip(window: CaseWindow) -> Iterator[OfficersStrip]:
    made = OfficersStrip(window.desk.book, window.background, window.selection)
    window.qtbot.addWidget(made)
    window.relay.changed.connect(made.take_changes)
    made.resize(1900, 64)
    made.show()
    made.start()
    window.settle()
    yield made
    made.stop()


def test_the_nearest_stand_first_and_a_click_points_at_one(window: CaseWindow, strip: OfficersStrip) -> None:
    window.open(a_report("r1", "KJ-1"))
    assert [card.unit.call_sign for card in strip.shown][:2] == ["U22", "U12"]
    card = strip.findChildren(OfficerCard)[1]
    with window.qtbot.waitSignal(strip.unit_chosen) as chosen:
        window.qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert chosen.args == ["u12"]


def test_a_sent_unit_moves_to_the_front_at_once(window: CaseWindow, strip: OfficersStrip) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.desk.decide(acts.DispatchUnits(unit_ids=("p-03",)), "r1")
    window.settle()
    assert strip.shown[0].unit.call_sign == "P-03"


def test_an_old_position_is_said_and_never_shown_as_near(window: CaseWindow, strip: OfficersStrip) -> None:
    window.open(a_report("r1", "KJ-1"))
    last = strip.findChildren(OfficerCard)[len(strip.shown) - 1]
    assert last.accessibleName() == "U09 Aipda Tono, siap · posisi 31 mnt lalu"


def test_an_unread_order_says_so_after_thirty_seconds(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.desk.decide(acts.DispatchUnits(unit_ids=("u12",)), "r1")
    window.desk.confirm_all()
    window.settle()
    row = window.pane.body.assignments._rows[0]
    assert row._state.full_text() == "perintah terkirim 14:07"
    window.pane.body.tick(window.desk.now_at + timedelta(seconds=41))
    assert row._state.full_text() == "belum dibaca selama 41 dtk"


def test_an_answer_by_radio_is_recorded_for_the_unit(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.desk.decide(acts.DispatchUnits(unit_ids=("u12",)), "r1")
    window.desk.confirm_all()
    window.settle()
    row = window.pane.body.assignments._rows[0]
    row._offer("radio")
    menu = row._offered
    assert menu is not None
    words = [action.text() for action in menu.actions() if action.text()]
    assert [word.split("  ")[-1] for word in words] == ["terima", "menuju TKP", "tiba", "selesai", "Tarik unit"]
    menu.actions()[1].trigger()
    menu.close()
    window.settle()
    assert window.desk.decided()[-1] == acts.SetUnitStatus(unit_id="u12", status="en_route", by="radio")
    assert "menuju TKP 14:07 (lewat radio)" in row._state.full_text()
