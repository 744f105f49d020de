"""An operator works a case with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from console.domain import acts
from console.domain.place import Place
from console.domain.report import Status
from console.domain.timeline import Entry
from console.ui.case.choice_strip import ChoiceStrip
from console.ui.case.composer import Composer
from console.ui.case.confirm_strip import ConfirmStrip
from console.ui.case.verbs import ASK_NEARBY, CLAIM, DISPATCH, JUNK
from console.ui.dispatch.unit_search import UnitSearch
from console.ui.forwarding.forward_card import ForwardCard
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import SUPERVISOR, a_report

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    yield made
    made.close()


def words_of(window: CaseWindow) -> str:
    """Every word a label of the pane shows."""
    labels = [label.text() for label in window.pane.findChildren(QLabel) if label.isVisible()]
    body = window.pane.body
    return "\n".join([*labels, body.text.words(), body.timeline.text()])


def test_a_claims_the_case_and_the_pane_says_so(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-2611-0187"))
    assert window.pane.bar.key(CLAIM).alive
    for shown in ("Jl. Rekaan 1, Kel. Klojen", "petugas wilayah Aipda Hendra (siap, 1,3 km)", "GPS"):
        assert shown in words_of(window)
    window.press(Key.Key_A)
    assert window.view.mine
    assert window.view.report.status is Status.CLAIMED
    assert "menunggu kirim" in words_of(window)
    assert "sudah Anda pegang" in window.pane.bar.key(CLAIM).why_not
    window.desk.confirm_all()
    window.settle()
    assert "menunggu kirim" not in words_of(window)
    assert "terkirim 14:07" in words_of(window)


def test_k_sends_the_ticked_units_and_claims_in_the_same_decision(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.press(Key.Key_2)
    window.press(Key.Key_K)
    assert window.desk.decided() == [acts.DispatchUnits(unit_ids=("u12", "u31"))]
    assert window.view.mine
    assert window.view.report.status is Status.ORDERED
    assert window.pane.body.advice.picked == ()


def test_a_second_k_never_sends_by_itself_but_searches(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.press(Key.Key_K)
    window.press(Key.Key_K)
    assert len(window.desk.decided()) == 1
    assert isinstance(window.pane.tray.card, UnitSearch)
    window.qtbot.keyClicks(QApplication.focusWidget(), "p-03")
    window.press(Key.Key_Return)
    assert window.desk.decided()[-1] == acts.DispatchUnits(unit_ids=("p-03",))
    assert window.pane.tray.card is None


def test_h_asks_the_reporter_in_place(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.press(Key.Key_H)
    assert isinstance(window.pane.tray.card, Composer)
    window.write("Di mana persisnya")
    assert window.desk.decided() == [acts.AskReporter(text="Di mana persisnya")]
    assert window.pane.tray.card is None
    assert QApplication.focusWidget() is window.pane
    assert "Di mana persisnya" in words_of(window)


def test_escape_leaves_a_question_without_deciding(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.press(Key.Key_N)
    window.press(Key.Key_X)
    window.press(Key.Key_Escape)
    assert window.pane.tray.card is None
    assert window.desk.decided() == []


def test_t_shows_exactly_what_leaves_and_forwards_it(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.press(Key.Key_T)
    card = window.pane.tray.card
    assert isinstance(card, ForwardCard)
    assert "igd@rssa.example" in words_of(window)
    assert "+62 800 000 0101" in words_of(window)
    shown = card.field.toPlainText()
    window.press(Key.Key_2)
    card.choose("rssa")
    window.qtbot.keyClick(card, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert window.desk.decided() == [acts.ForwardCase(agency_id="rssa", text=shown, hold_s=10)]
    assert "belum dipastikan" in words_of(window)


def test_a_call_to_the_agency_is_one_line_to_record(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.desk.decide(acts.ForwardCase(agency_id="rssa", text="tolong"), "r1")
    window.desk.confirm_all()
    window.settle()
    row = window.pane.body.forwards._rows[0]
    row._ask()
    window.qtbot.keyClicks(row.field, "Bu Rina")
    window.press(Key.Key_Return)
    decided = window.desk.decided()[-1]
    assert isinstance(decided, acts.ConfirmForward)
    assert decided.confirmed_by == "Bu Rina"
    assert "Bu Rina" in words_of(window)


def test_x_disposes_of_an_ordinary_prank_at_once(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1", category="other", text="halo halo"))
    window.press(Key.Key_X)
    assert window.desk.decided() == [acts.JunkCase(outcome="prank")]


def test_a_word_of_danger_to_life_asks_before_disposing(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1", category="other", text="Tolong ada yang pingsan"))
    window.press(Key.Key_X)
    assert isinstance(window.pane.tray.card, ConfirmStrip)
    assert window.desk.decided() == []
    window.press(Key.Key_X)
    assert window.desk.decided() == []
    window.press(Key.Key_Return)
    assert window.desk.decided() == [acts.JunkCase(outcome="prank")]


def test_shift_x_chooses_another_kind_of_junk(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1", category="other", text="tes"))
    window.press(Key.Key_X, shift=True)
    assert isinstance(window.pane.tray.card, ChoiceStrip)
    window.press(Key.Key_3)
    assert window.desk.decided() == [acts.JunkCase(outcome="wrong_number")]


def test_junk_is_dead_on_an_unclaimed_p1_and_says_why(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    assert not window.pane.bar.key(JUNK).alive
    window.press(Key.Key_X)
    assert window.desk.decided() == []
    assert window.pane.bar.key(JUNK).why_not in words_of(window)
    assert not window.pane.bar.key(ASK_NEARBY).alive
    assert "Ambil dahulu" in window.pane.bar.key(ASK_NEARBY).accessibleName()


def test_closing_with_units_on_the_case_asks_and_names_them(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.desk.decide(acts.DispatchUnits(unit_ids=("u12",)), "r1")
    window.settle()
    window.press(Key.Key_E)
    window.press(Key.Key_1)
    assert isinstance(window.pane.tray.card, ConfirmStrip)
    assert "U12" in words_of(window)
    window.press(Key.Key_Return)
    assert window.desk.decided()[-1] == acts.CloseCase(outcome="handled_on_scene", release_units=True)
    assert window.view.report.status is Status.CLOSED


def test_priority_is_a_number_key_away(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.press(Key.Key_P)
    window.press(Key.Key_2)
    assert window.desk.decided() == [acts.SetPriority(priority=2)]
    assert window.view.report.priority == 2


def test_what_another_holds_cannot_be_sent_to(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.press(Key.Key_A)
    window.desk.confirm_all()
    window.desk.actor = replace(window.desk.actor, id="sari", name="Sari W.", desk_id="desk-2")
    window.selection.clear()
    window.select("r1")
    assert not window.pane.bar.key(DISPATCH).alive
    assert "Aiptu Dewi R." in window.pane.bar.key(DISPATCH).why_not
    window.press(Key.Key_K)
    assert window.desk.decided() == []


def test_a_decision_about_what_changed_meanwhile_is_refused_in_place(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1", category="other", text="halo"))
    stale = window.view
    window.desk.decide(acts.SetPriority(priority=1), "r1")
    window.pane.acts.junk(stale)
    window.settle()
    assert len(window.desk.decided()) == 1
    assert window.pane._sheet.said.isVisible()


def test_a_supervisor_judges_with_three_keys(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1", category="other", text="halo"))
    window.press(Key.Key_X)
    window.desk.confirm_all()
    window.desk.actor = SUPERVISOR
    window.selection.clear()
    window.select("r1")
    window.press(Key.Key_B)
    assert window.desk.decided() == [acts.ReopenCase()]
    assert window.view.report.status is Status.NEW


def test_the_empty_pane_says_what_to_do(window: CaseWindow) -> None:
    assert "Pilih laporan" in words_of(window)
    window.press(Key.Key_A)
    window.open(a_report("r1", "KJ-1"))
    window.selection.clear()
    window.settle()
    assert "Pilih laporan" in words_of(window)
    assert window.desk.eyes.open_report == ""


def test_another_language_reaches_every_word(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    assert "GARIS WAKTU" in words_of(window)
    window.language.speak("en")
    window.settle()
    shown = words_of(window)
    assert "TIMELINE" in shown
    assert "Received: Partner" in shown
    for indonesian in ("GARIS", "PELAPOR", "Diterima", "siap", "lewat"):
        assert indonesian not in shown


def test_an_answer_of_the_reporter_is_read_once_its_holder_saw_it(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.press(Key.Key_A)
    window.desk.confirm_all()
    answered = window.desk.store.report("r1")
    assert answered is not None
    line = Entry(kind="answer", at=window.desk.now_at, text="di depan masjid", params={"id": "a1"})
    window.desk.report(replace(answered, unread=True, timeline=(*answered.timeline, line)))
    window.settle()
    assert "di depan masjid" in words_of(window)
    assert window.view.report.unread
    window.qtbot.waitUntil(lambda: window.desk.decided() == [acts.MarkRead()], timeout=10_000)
    window.settle()
    assert not window.view.report.unread


def test_a_covered_pane_shows_nothing_whatever_arrives(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.pane.cover()
    window.desk.report(a_report("r1", "KJ-1", text="yang baru"))
    window.settle()
    assert window.pane.view is None
    assert "yang baru" not in words_of(window)
    window.selection.clear()
    window.select("r1")
    assert window.view.report.text == "yang baru"


def test_a_withdrawn_case_says_so(window: CaseWindow) -> None:
    window.selection.select("nowhere")
    window.settle()
    window.qtbot.waitUntil(lambda: "tidak lagi ada di meja ini" in words_of(window))
    window.press(Key.Key_A)
    assert window.desk.decided() == []


def test_nothing_of_a_long_case_is_cut_in_a_narrow_pane(window: CaseWindow) -> None:
    place = Place(lat=-7.97, lon=112.63, words="Jl. Soekarno-Hatta " * 6, area_name="Jatimulyo")
    window.pane.resize(380, 560)
    window.open(a_report("r1", "KJ-1", place=place, text="kata" * 80 + " " + "kata " * 60, source_name="x" * 90))
    window.desk.decide(acts.DispatchUnits(unit_ids=("u12", "u40")), "r1")
    window.desk.decide(acts.ForwardCase(agency_id="rssa", text="tolong"), "r1")
    window.settle()
    viewport = window.pane._sheet.area.viewport()
    assert window.pane.body.width() <= viewport.width()
    for key in (Key.Key_T, Key.Key_C, Key.Key_E):
        window.pane.press(chr(key), "r1")
        window.settle()
        card = window.pane.tray.card
        assert card is not None
        assert card.width() <= window.pane.tray.viewport().width()
        assert window.pane.bar.geometry().bottom() <= window.pane.height()
        card.close_card()


def test_a_case_whose_units_are_done_ticks_nobody_anew(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.desk.decide(acts.DispatchUnits(unit_ids=("u12",)), "r1")
    window.desk.decide(acts.SetUnitStatus(unit_id="u12", status="done", by="phone"), "r1")
    window.settle()
    assert window.pane.body.advice.picked == ()
    assert "KERAHKAN LAGI" in words_of(window)
