"""An operator rings back, closes with what the outcome needs, disposes of many at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from console.domain import acts
from console.domain.callback import Callback, CallbackWhy
from console.domain.report import Report, ReportKind, Status
from console.domain.timeline import Entry
from console.ui.case.bulk_strip import BulkStrip
from console.ui.case.confirm_strip import ConfirmStrip
from console.ui.case.outcome_strip import OutcomeStrip
from console.ui.case.timeline_words import timeline_words
from console.ui.case.try_strip import TryStrip
from console.ui.dispatch.waiting_row import WaitingRow
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import NOW, a_report

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    yield made
    made.close()


def said(window: CaseWindow) -> str:
    return "\n".join(label.text() for label in window.pane.findChildren(QLabel) if label.isVisible())


def silent(report_id: str = "r1", number: str = "KJ-2611-0201", **more: object) -> Report:
    listing = Callback(why=CallbackWhy.SILENT, rang=3, rang_at=NOW, violence=True)
    return a_report(report_id, number, kind=ReportKind.CALL, text="", category="other", callback=listing, **more)


def test_a_silent_call_is_not_junked_by_its_key_but_rung_back_and_then_closed(window: CaseWindow) -> None:
    window.open(silent())
    assert "Panggilan tanpa suara · masuk 3 kali dalam 30 mnt, terakhir 14:07" in said(window)
    window.press(Key.Key_X)
    assert window.desk.decided() == []
    assert "daftar hubungi balik" in said(window)
    window.press(Key.Key_B)
    assert isinstance(window.pane.tray.card, TryStrip)
    window.press(Key.Key_2)
    assert window.desk.decided() == [acts.RecordTry(result="no_answer")]
    assert "1. 14:07 · berdering, tidak diangkat · Aiptu Dewi R." in said(window)
    window.press(Key.Key_E)
    window.press(Key.Key_8)
    assert window.desk.decided()[-1] == acts.CloseCase(outcome="prank")
    assert window.view.report.status is Status.JUNKED


def test_without_a_try_a_reason_is_asked_and_written_into_the_case(window: CaseWindow) -> None:
    window.open(silent())
    window.press(Key.Key_E)
    window.press(Key.Key_9)
    field = QApplication.focusWidget()
    assert field is not None
    window.press(Key.Key_Return)
    assert window.desk.decided() == []
    window.qtbot.keyClicks(field, "uji coba provider, dikabari lewat surat")
    window.press(Key.Key_Return)
    assert window.desk.decided() == [acts.CloseCase(outcome="test", note="uji coba provider, dikabari lewat surat")]


def test_a_note_of_a_try_may_hold_digits(window: CaseWindow) -> None:
    window.open(silent())
    window.press(Key.Key_B)
    card = window.pane.tray.card
    assert isinstance(card, TryStrip)
    card.note.setFocus()
    window.qtbot.keyClicks(card.note, "minta ditelepon jam 3")
    assert window.desk.decided() == []
    window.press(Key.Key_Return)
    window.press(Key.Key_1)
    assert window.desk.decided() == [acts.RecordTry(result="answered", note="minta ditelepon jam 3")]


def test_referring_asks_to_whom_in_one_key_more(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.press(Key.Key_E)
    window.press(Key.Key_3)
    assert window.desk.decided() == []
    window.press(Key.Key_2)
    assert window.desk.decided() == [acts.CloseCase(outcome="referred", referred_to="Satlantas")]
    assert "Dilimpahkan · Satlantas" in said(window)


def test_a_sensitive_case_is_suggested_to_the_women_and_children_unit(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1", category="domestic_violence"))
    window.press(Key.Key_E)
    window.press(Key.Key_3)
    window.press(Key.Key_1)
    assert window.desk.decided() == [acts.CloseCase(outcome="referred", referred_to="Unit PPA")]


def test_an_lp_needs_its_number(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.press(Key.Key_E)
    window.press(Key.Key_4)
    window.press(Key.Key_Return)
    assert window.desk.decided() == []
    window.qtbot.keyClicks(QApplication.focusWidget(), "LP/B/12/XI/2026")
    window.press(Key.Key_Return)
    assert window.desk.decided() == [acts.CloseCase(outcome="police_report_made", lp_number="LP/B/12/XI/2026")]


def test_a_false_report_is_not_to_be_had_without_a_scene_or_an_admission(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.press(Key.Key_E)
    window.press(Key.Key_0)
    assert "belum bisa menjadi laporan palsu" in said(window)
    window.press(Key.Key_Escape)
    assert window.desk.decided() == []
    answered = Entry(kind="answer", at=NOW, text="maaf, saya cuma iseng", params={"id": "a"})
    report = a_report("r2", "KJ-2")
    window.open(replace(report, timeline=(*report.timeline, answered)))
    window.press(Key.Key_E)
    window.press(Key.Key_0)
    window.qtbot.keyClicks(QApplication.focusWidget(), "mengaku iseng")
    window.press(Key.Key_Return)
    wanted = acts.CloseCase(outcome="false_report", finding="mengaku iseng", found_by="admission")
    assert window.desk.decided() == [wanted]


def test_marked_reports_go_with_one_key_and_what_must_not_stays_and_is_named(window: CaseWindow) -> None:
    calm = [a_report(f"c{n}", f"KJ-{n}", text="halo halo", category="other") for n in range(3)]
    for report in (*calm, silent("s1"), a_report("w1", "KJ-9", text="tolong ada kebakaran", category="other")):
        window.desk.report(report)
    window.select("c0")
    window.selection.mark(["c0", "c1", "c2", "s1", "w1"])
    window.press(Key.Key_X)
    assert isinstance(window.pane.tray.card, BulkStrip)
    assert "Buang 3 laporan sebagai" in said(window)
    assert "2 tetap di antrean" in said(window)
    assert "kebakaran" in said(window) or "tolong" in said(window)
    window.press(Key.Key_3)
    assert window.desk.decided() == [acts.JunkCase(outcome="wrong_number")] * 3
    assert window.selection.marked == ()
    last = window.deciding.last_undoable
    assert last is not None
    assert (last.number, last.report_ids) == ("3 laporan", ("c0", "c1", "c2"))
    window.deciding.undo_last()
    window.settle()
    assert window.desk.decided()[3:] == [acts.Undo(decision_id=each.decision_id) for each in (last, *last.also)]


def test_nothing_but_protected_ones_marked_disposes_of_nothing(window: CaseWindow) -> None:
    window.desk.report(silent("s1"))
    window.select("s1")
    window.selection.mark(["s1"])
    window.press(Key.Key_X)
    assert "Tidak satu pun" in said(window)
    window.press(Key.Key_1)
    assert window.desk.decided() == []


def test_words_typed_with_no_field_focused_decide_nothing(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    for letter in "pasar palsu":
        window.press(Key.Key_Space if letter == " " else Key(Key.Key_A.value + ord(letter) - ord("a")))
    assert window.desk.decided() == []


def test_the_closing_strip_takes_a_held_key_once(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.press(Key.Key_E)
    assert isinstance(window.pane.tray.card, OutcomeStrip)
    keep_down(window, Key.Key_1)
    assert window.desk.decided() == [], "a key held since before the strip opened chooses nothing"
    window.press(Key.Key_1)
    keep_down(window, Key.Key_1)
    assert window.desk.decided() == [acts.CloseCase(outcome="handled_on_scene")]


def keep_down(window: CaseWindow, key: Key) -> None:
    """What the keyboard sends while a digit is held for a second."""
    for _ in range(20):
        target = QApplication.focusWidget() or window.pane
        held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, chr(key), True)
        QApplication.sendEvent(target, held)
    window.settle()


def test_closing_names_the_orders_that_wait_and_fall_with_it(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-2611-0201", category="theft"))
    window.desk.decide(acts.DispatchUnits(unit_ids=("u12",), due_at=NOW + timedelta(hours=1)), "r1")
    window.settle()
    window.press(Key.Key_E)
    window.press(Key.Key_1)
    assert isinstance(window.pane.tray.card, ConfirmStrip)
    assert "Perintah yang menunggu dan ikut gugur: U12 (berangkat hari ini 15:07)." in said(window)
    window.press(Key.Key_Return)
    assert window.desk.decided()[-1] == acts.CloseCase(outcome="handled_on_scene")
    assert "perintah yang menunggu gugur: U12" in timeline_words(window.view.report.timeline[-1])
    assert window.view.report.waiting_orders == ()


def test_a_free_units_waiting_order_begins_from_its_line(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-2611-0201", category="theft"))
    window.desk.decide(acts.DispatchUnits(unit_ids=("u12",), due_at=NOW + timedelta(minutes=1)), "r1")
    window.desk.pass_time(120)
    window.pane._asking.ask()
    window.settle()
    row = next(row for row in window.pane.findChildren(WaitingRow) if row.isVisible())
    assert row.state.full_text() == "unitnya bebas: dapat dimulai sekarang"
    window.qtbot.mouseClick(row.now_button, Qt.MouseButton.LeftButton)
    window.settle()
    assert isinstance(window.desk.decided()[-1], acts.StartOrder)
    assert [a.unit_id for a in window.view.report.assignments] == ["u12"]
