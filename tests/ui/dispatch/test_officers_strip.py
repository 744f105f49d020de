"""The strip shows who is near the selected case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain import acts
from console.ui.case.menus import PlainMenu
from console.ui.dispatch.officer_card import OfficerCard
from console.ui.dispatch.officers_strip import OfficersStrip
from console.ui.dispatch.unit_acts import UnitActs
from console.ui.texts.duties import away_words
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


def test_a_sent_unit_moves_to_the_front_by_itself(window: CaseWindow, strip: OfficersStrip) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.desk.decide(acts.DispatchUnits(unit_ids=("p-03",)), "r1")
    window.qtbot.waitUntil(lambda: strip.shown[0].unit.call_sign == "P-03")


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
    assert row.state.full_text() == "perintah terkirim 14:07"
    window.pane.body.tick(window.desk.now_at + timedelta(seconds=41))
    assert row.state.full_text() == "belum dibaca selama 41 dtk"


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
    assert "menuju TKP 14:07 (lewat radio)" in row.state.full_text()


def test_a_unit_is_sent_on_a_break_from_its_card_and_called_back_from_the_list(
    window: CaseWindow, strip: OfficersStrip
) -> None:
    units = UnitActs(
        window.deciding, window.desk.book, window.background, window.desk.now, lambda: ZoneInfo("Asia/Jakarta"), strip
    )
    opened: list[PlainMenu] = []
    strip.menu_wanted.connect(lambda unit, under: opened.append(units.open_menu(unit, under)))
    card = next(each for each in strip.findChildren(OfficerCard) if each.unit_id == "u12")
    QApplication.sendEvent(card, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    words = [action.text() for action in opened[0].actions() if not action.isSeparator()]
    assert words[0] == "U12 Bripka Agus"
    assert words[1].endswith("Istirahat")
    next(each for each in opened[0].actions() if each.text().endswith("Istirahat")).trigger()
    opened[0].close()
    window.settle()
    assert window.desk.decided() == [acts.SetDuty(duty="break")]
    window.qtbot.waitUntil(lambda: "u12" not in {each.unit.id for each in strip.shown})
    assert strip.away_button.text() == "Tidak siaga: 1 ▴"
    (unit,) = window.desk.book.away(5)
    assert away_words(unit) == "istirahat, dicatat Aiptu Dewi R."
    units.open_menu(unit, strip.away_button)
    menu = opened[0] if len(opened) > 1 else strip.away_button.findChildren(PlainMenu)[-1]
    next(each for each in menu.actions() if each.text().endswith("Kembali bertugas")).trigger()
    menu.close()
    window.settle()
    window.qtbot.waitUntil(lambda: not strip.away_button.isVisible())
    assert window.desk.decided()[-1] == acts.SetDuty(duty="available")


def test_a_unit_on_a_case_is_heard_there_and_not_sent_home(window: CaseWindow, strip: OfficersStrip) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.desk.decide(acts.DispatchUnits(unit_ids=("u12",)), "r1")
    window.settle()
    units = UnitActs(
        window.deciding, window.desk.book, window.background, window.desk.now, lambda: ZoneInfo("Asia/Jakarta"), strip
    )
    unit = window.desk.store.unit("u12")
    assert unit is not None
    menu = units.open_menu(unit, strip)
    home = next(each for each in menu.actions() if "Selesai dinas" in each.text())
    assert not home.isEnabled()
    assert "KJ-1" in home.text()
    next(each for each in menu.actions() if "tiba" in each.text()).trigger()
    menu.close()
    window.settle()
    assert window.desk.decided()[-1] == acts.SetUnitStatus(unit_id="u12", status="on_scene", by="radio")
