"""Two reports of one thing at the case pane: merged, split and gathered by keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from console.domain import acts
from console.domain.acts import Act
from console.domain.report import Report, Status
from console.domain.reporter import Reporter
from console.ui.case.confirm_strip import ConfirmStrip
from console.ui.case.timeline_words import timeline_words
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import NOW, a_report

Key = Qt.Key
CRASH = "Tabrakan truk dan dua motor di depan stasiun"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    yield made
    made.close()


def told(number: int, text: str = CRASH, **more: object) -> Report:
    who = Reporter(id=f"p{number}", reachable=True)
    return a_report(f"r{number}", f"KJ-2611-{number:04}", text=text, reporter=who, **more)


def last(window: CaseWindow) -> Act:
    return window.desk.decided()[-1]


def test_g_names_act_target_and_effect_and_enter_merges(window: CaseWindow) -> None:
    window.desk.report(told(1))
    window.open(told(2, "truk tabrak motor depan stasiun"))
    line = window.pane.body.similar.lines[0]
    assert "kata" in line.reasons.text()
    assert line.cap.text() == "G"
    window.press(Key.Key_G)
    window.press(Key.Key_1)
    card = window.pane.tray.card
    assert isinstance(card, ConfirmStrip)
    assert "KJ-2611-0002 ke KJ-2611-0001" in card.title.text()
    window.press(Key.Key_Return)
    assert last(window) == acts.MergeCase(into_id="r1")
    assert window.view.report.status is Status.MERGED
    assert "KJ-2611-0001" in window.pane.body.merged_away.words.text()
    window.press(Key.Key_K)
    assert last(window) == acts.MergeCase(into_id="r1")


def test_a_merged_report_is_split_off_where_it_is_listed_and_where_it_is(window: CaseWindow) -> None:
    for number in (1, 2, 3):
        window.desk.report(told(number))
    for number in (2, 3):
        window.desk.decide(acts.MergeCase(into_id="r1"), f"r{number}")
    window.select("r1")
    merged = window.pane.body.merged
    assert [line.link.text() for line in merged.lines] == ["KJ-2611-0003", "KJ-2611-0002"]
    merged.lines[0].split.click()
    window.settle()
    assert isinstance(last(window), acts.SplitCase)
    assert [row.number for row in window.view.children] == ["KJ-2611-0002"]
    window.select("r2")
    window.pane.body.merged_away.split.click()
    window.settle()
    assert window.view.report.status is Status.NEW


def test_where_units_are_on_their_way_the_other_one_is_merged_into_this(window: CaseWindow) -> None:
    window.desk.report(told(1))
    window.open(told(2))
    window.desk.decide(acts.DispatchUnits(unit_ids=("u12",)), "r2")
    window.settle()
    window.press(Key.Key_G)
    window.press(Key.Key_1)
    window.press(Key.Key_Return)
    assert last(window) == acts.MergeCase(into_id="r2")
    assert window.view.report.status is Status.ORDERED


def test_any_other_case_is_named_by_the_end_of_its_number(window: CaseWindow) -> None:
    window.desk.report(told(7, "lampu mati", category="power_line"))
    window.open(told(2))
    window.press(Key.Key_G)
    field = QApplication.focusWidget()
    assert field is not None
    window.qtbot.keyClicks(field, "99")
    window.press(Key.Key_Return)
    assert "99" in window.pane._sheet.said.text()
    window.qtbot.keyClick(field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    window.qtbot.keyClicks(field, "7")
    window.press(Key.Key_Return)
    window.press(Key.Key_Return)
    assert last(window) == acts.MergeCase(into_id="r7")


def test_near_a_large_incident_one_key_adds_and_a_trapped_person_stays(window: CaseWindow) -> None:
    window.open(told(1, "Banjir di pasar", category="flood"))
    window.pane.acts.merging.make_incident(window.view)
    for _ in range(2):
        window.press(Key.Key_Return)
    assert last(window) == acts.MakeIncident(title="Banjir Klojen", lead="Aiptu Dewi R.")
    assert "KEJADIAN BESAR" in window.pane.body.merged.incident.text()
    window.open(told(2, "air tinggi, kami terjebak", category="flood"))
    assert "terjebak" in window.pane.body.similar.lines[0].matter.text()
    window.press(Key.Key_I)
    assert isinstance(last(window), acts.MakeIncident)
    assert "terjebak" in window.pane._sheet.said.text()
    window.open(told(3, "air tinggi", category="flood"))
    window.press(Key.Key_I)
    assert last(window) == acts.AddToIncident(into_id="r1")
    window.select("r1")
    window.pane.body.merged.tell.click()
    window.write("Petugas di lokasi")
    assert last(window) == acts.TellReporters(text="Petugas di lokasi")
    window.pane.acts.merging.end_incident(window.view)
    window.settle()
    assert window.pane.body.merged.incident.text() == ""


def test_i_jumps_from_a_merged_report_to_its_parent_and_what_waits_moves_by_name(window: CaseWindow) -> None:
    window.desk.report(told(1))
    window.open(told(2, "truk tabrak motor depan stasiun"))
    window.desk.decide(acts.DispatchUnits(unit_ids=("u12",), due_at=NOW + timedelta(hours=1)), "r2")
    window.settle()
    window.press(Key.Key_G)
    window.press(Key.Key_1)
    card = window.pane.tray.card
    assert isinstance(card, ConfirmStrip)
    assert "Perintah yang menunggu pindah ke KJ-2611-0001: U12." in "".join(
        label.text() for label in card.findChildren(QLabel)
    )
    window.press(Key.Key_Return)
    window.press(Key.Key_I)
    window.qtbot.waitUntil(lambda: window.view.report.id == "r1")
    assert [order.call_sign for order in window.view.report.waiting_orders] == ["U12"]
    joined = window.view.report.timeline[-1]
    assert timeline_words(joined) == "KJ-2611-0002 digabung ke sini · perintah yang menunggu ikut pindah: U12"
