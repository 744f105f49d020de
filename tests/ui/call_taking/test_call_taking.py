"""F2: typed beside the case, filed, its number at once; Esc and crashes lose nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.contract.decisions import DecisionResult
from console.domain.acts import AddNote, FileReport, SetCaller
from console.domain.call import CallState
from console.domain.decision import Outcome, Reason, refuse
from console.domain.report import ReportKind, SourceKind
from tests.worlds.call_desk import CallWindow, a_ring
from tests.worlds.queue_window import NOW

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[CallWindow]:
    made = CallWindow(qtbot, tmp_path)
    yield made
    made.close()


def acts_of(desk: CallWindow) -> list[object]:
    return [row.decision.act for row in desk.store.waiting()]


def test_ctrl_enter_files_once_place_and_category_stand_and_the_number_is_there_at_once(desk: CallWindow) -> None:
    desk.f2()
    pane = desk.pane
    desk.qtbot.keyClick(pane.fields.text, Qt.Key.Key_Return, CTRL)
    assert acts_of(desk) == [], "neither place nor category yet"
    assert "Tempat belum ada" in pane.notice.text()
    desk.type(place="blimb")
    desk.wait(lambda: pane.fields.place._lines[0].isVisible())
    desk.qtbot.keyClick(pane.fields.place.field.line, Qt.Key.Key_Return)
    assert pane.form is not None
    assert (pane.form.place.area_name, pane.form.place.words) == ("Blimbing", "Blimbing")
    desk.type(text="tabrakan dua motor")
    desk.wait(lambda: pane.file_button.isEnabled())
    assert "Kecelakaan lalu lintas" in pane.fields.matter.says.text()
    desk.qtbot.keyClick(pane.fields.text, Qt.Key.Key_Return, CTRL)
    desk.wait(lambda: pane.card.isVisible())
    assert pane.card.number.text() == "KJ-2611-0041"
    [act] = acts_of(desk)
    assert isinstance(act, FileReport)
    assert (act.category, act.priority, act.kind) == ("traffic_accident", 1, ReportKind.CALL)
    assert "tidak diukur" in pane.timer.text(), "there is no exchange"
    # The form stays: later lines and the caller's name flow to the case.
    desk.wait(lambda: QApplication.focusWidget() is pane.card.further.line)
    desk.qtbot.keyClicks(pane.card.further.line, "satu orang tidak sadar")
    desk.qtbot.keyClick(pane.card.further.line, Qt.Key.Key_Return)
    desk.wait(lambda: len(acts_of(desk)) == 2)
    desk.type(phone="0800 000 5678")
    desk.qtbot.keyClick(pane.fields.caller.phone.line, Qt.Key.Key_Return)
    desk.wait(lambda: len(acts_of(desk)) == 3)
    assert [type(act) for act in acts_of(desk)] == [FileReport, AddNote, SetCaller]
    assert "5678" not in repr(acts_of(desk)[2]), "under seal before it is anywhere"
    assert desk.calls.drafts() == ()


def test_a_ring_takes_no_focus_and_f2_takes_it_with_its_number(desk: CallWindow) -> None:
    desk.case.setFocus()
    desk.exchange.tell(a_ring())
    desk.wait(lambda: desk.strip.isVisible())
    assert "110 berdering · +62•••••••••78 · saluran 2 · 0:09" in desk.strip.words.full_text()
    assert QApplication.focusWidget() is desk.case
    desk.f2()
    form = desk.pane.form
    assert form is not None
    assert (form.phone, form.call_id) == ("+628000005678", a_ring().id)
    assert desk.pane.fields.caller.phone.line.text() == "+628000005678"
    assert desk.pane.timer.text() == "sejak dering 0:09 · dijawab setelah 9 dtk"
    desk.exchange.tell(a_ring(state=CallState.ANSWERED, answered_at=NOW - timedelta(seconds=2), recording_id="rek-1"))
    told = desk.calls.told_since(form)
    assert (told.answered_at, told.recording_id) == (NOW - timedelta(seconds=2), "rek-1")
    desk.wait(lambda: not desk.strip.isVisible())


def test_a_call_that_rings_while_another_is_typed_leaves_that_one_as_a_draft(desk: CallWindow) -> None:
    desk.f2()
    desk.type(place="Simpang rekaan")
    first = desk.pane.form
    desk.exchange.tell(a_ring(state=CallState.ANSWERED, answered_at=NOW - timedelta(seconds=1)))
    desk.desk.take()
    desk.wait(lambda: desk.pane.form is not None and desk.pane.form.call_id)
    assert first is not None
    assert [each.place.words for each in desk.calls.drafts()] == ["Simpang rekaan"]
    assert "dijawab setelah 8 dtk" in desk.pane.timer.text()


def test_escape_and_a_crash_lose_nothing(qtbot: QtBot, desk: CallWindow) -> None:
    desk.f2()
    desk.type(place="Jalan Rekaan 5", text="ada asap")
    desk.qtbot.keyClick(desk.pane.fields.text, Qt.Key.Key_Escape)
    desk.wait(lambda: not desk.dock.isVisible())
    desk.wait(lambda: [each.text for each in desk.calls.drafts()] == ["ada asap"])
    # What a console that died left behind is there at the next F2.
    desk.pane.form = None
    desk.f2()
    assert desk.pane.form is not None
    assert (desk.pane.fields.text.toPlainText(), desk.pane.form.place.words) == ("ada asap", "Jalan Rekaan 5")
    desk.qtbot.mouseClick(desk.pane.drop_button, Qt.MouseButton.LeftButton)
    assert desk.pane.form is not None, "one press only asks"
    desk.qtbot.mouseClick(desk.pane.drop_button, Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.calls.drafts() == ())


def test_closing_keeps_the_last_letters(desk: CallWindow) -> None:
    desk.f2()
    desk.type(text="huruf terakhir")
    desk.pane.stop()
    assert [each.text for each in desk.calls.drafts()] == ["huruf terakhir"]


def test_paper_notes_are_counted_at_their_true_time(desk: CallWindow) -> None:
    desk.f2()
    desk.pane.fields.source.chosen.emit(SourceKind.WALK_IN.value)
    desk.qtbot.keyClicks(desk.pane.fields.received.line, "13:05")
    assert desk.pane.fields.late.isVisible()
    desk.pane.point(-7.94, 112.64)
    desk.wait(lambda: desk.pane.form is not None and desk.pane.form.place.area_name == "Blimbing")
    desk.pane.fields.matter.category_chosen.emit("theft")
    desk.pane.fields.matter.priority_chosen.emit(4)
    desk.pane.file()
    desk.wait(lambda: desk.pane.card.isVisible())
    [act] = acts_of(desk)
    assert isinstance(act, FileReport)
    assert (act.call.late, NOW - act.received_at) == (True, timedelta(hours=1, minutes=2, seconds=31))
    assert (act.kind, act.category, act.priority) == (ReportKind.REPORT, "theft", 4)
    desk.pane.fields.received.line.setText("99:99")
    desk.pane._take_received("99:99")
    assert "bukan waktu" in desk.pane.fields.late.text()


def test_an_aspiration_needs_no_place_and_has_a_number_of_its_own(desk: CallWindow) -> None:
    desk.f2()
    desk.pane.fields.source.chosen.emit(SourceKind.ASPIRATION.value)
    desk.type(text="mohon lampu jalan")
    desk.wait(lambda: desk.pane.file_button.isEnabled())
    desk.pane.file()
    desk.wait(lambda: desk.pane.card.isVisible())
    assert desk.pane.card.number.text() == "AS-2611-0001"


def test_who_called_before_is_said_and_a_second_report_of_the_same_is_seen(desk: CallWindow) -> None:
    desk.f2()
    form = desk.calls.begin(a_ring())
    filed = desk.calls.filing.file(
        replace(form, category="traffic_accident", text="tabrakan motor", place=desk.calls.places("blimb")[0].place),
        None,
    )
    assert hasattr(filed, "number"), filed
    desk.type(place="blimb", phone="0800 000 5678", text="tabrakan motor")
    desk.wait(lambda: desk.pane.fields.caller.known.isVisible())
    assert desk.pane.fields.caller.known.text() == "Laporan dari nomor ini: 1"
    desk.pane.point(-7.9401, 112.6401)
    desk.wait(lambda: desk.pane.fields.repeats.isVisible())
    assert "KJ-2611-0041" in desk.pane.fields.repeats._lines[0].text()
    chosen: list[str] = []
    desk.pane.report_chosen.connect(chosen.append)
    desk.qtbot.mouseClick(desk.pane.fields.repeats._lines[0], Qt.MouseButton.LeftButton)
    assert chosen == [form.id]


def test_a_filing_the_server_refused_is_a_form_again_under_the_number_that_was_read_out(desk: CallWindow) -> None:
    desk.f2()
    desk.type(place="Simpang rekaan", text="tabrakan motor", phone="0800 000 5678")
    desk.wait(lambda: desk.pane.file_button.isEnabled())
    desk.pane.file()
    desk.wait(lambda: desk.pane.card.isVisible())
    [row] = desk.store.waiting()
    refusal = refuse(Reason.SESSION_REVOKED, session="s1")
    desk.store.settle([DecisionResult(id=row.decision.id, outcome=Outcome.REFUSED, refusal=refusal, server_time=NOW)])
    desk.pane.leave_button.click()
    desk.f2()
    form = desk.pane.form
    assert form is not None
    assert (form.id, form.text, form.phone) == (row.decision.subject.id, "tabrakan motor", "0800 000 5678")
    desk.wait(lambda: desk.pane.file_button.isEnabled())
    desk.pane.file()
    desk.wait(lambda: desk.pane.card.isVisible())
    assert desk.pane.card.number.text() == "KJ-2611-0041"
    desk.wait(lambda: desk.store.attention() == ())
    assert desk.calls.drafts() == ()
