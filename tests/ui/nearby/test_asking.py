"""S asks nearby: nothing leaves without the strip, answers arrive live, M files one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from console.domain import acts
from console.domain.askable import AskBook, AskQuestion, AskSource, AskSources, Crowd
from console.domain.casework.asking import Said, ask_answered, ask_reached, ask_taken
from console.domain.nearby import Seen
from console.domain.report import Report
from console.ui.case.confirm_strip import ConfirmStrip
from console.ui.case.verbs import ASK_NEARBY
from console.ui.nearby.ask_card import AskCard
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import NOW, a_report

Key = Qt.Key
CROWDS = (Crowd(lat=-7.98, lon=112.63, people=14),)
SOURCES = AskSources(
    revision=1,
    sources=(
        AskSource(id="ojol", name="Mitra Ojol (rekaan)", kind="partner", heard_at=NOW, crowds=CROWDS),
        AskSource(id="warga", name="Aplikasi Warga", kind="citizen_app", heard_at=NOW - timedelta(hours=3)),
    ),
)
BOOK = AskBook(
    revision=1,
    questions=(
        AskQuestion(id="a", indonesian="Ada kecelakaan?", english="An accident?", categories=("traffic_accident",)),
        AskQuestion(id="b", indonesian="Terlihat sesuatu?", english="Anything unusual?"),
    ),
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    made.desk.put("ask_sources", SOURCES.id, SOURCES)
    made.desk.put("ask_book", BOOK.id, BOOK)
    yield made
    made.close()


def words_of(window: CaseWindow) -> str:
    return "\n".join(label.text() for label in window.pane.findChildren(QLabel) if label.isVisible())


def card_of(window: CaseWindow) -> AskCard:
    card = window.pane.tray.card
    assert isinstance(card, AskCard)
    return card


def asked(window: CaseWindow) -> tuple[Report, str]:
    """A P2 case whose question the partner has fetched."""
    window.open(a_report("r1", "KJ-2611-0001", priority=2))
    window.press(Key.Key_S)
    window.press(Key.Key_Return)
    window.press(Key.Key_Return)
    window.desk.confirm_all()
    report = window.desk.store.report("r1")
    assert report is not None
    report = ask_taken(report, report.asks[0].id, "ojol", NOW + timedelta(seconds=12))
    report = ask_reached(report, report.asks[0].id, "ojol", 14)
    window.desk.report(report)
    window.settle()
    return report, report.asks[0].id


def test_three_keys_ask_and_the_strip_states_act_target_and_effect(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-2611-0001", priority=2))
    window.press(Key.Key_S)
    card = card_of(window)
    assert card.draft().source_ids == ("ojol",)
    assert card.field.toPlainText() == "Ada kecelakaan?"
    window.press(Key.Key_Return)
    strip = window.pane.tray.card
    assert isinstance(strip, ConfirmStrip)
    assert window.desk.decided() == []
    said = words_of(window)
    for part in ("radius 1 km dari Klojen", "KJ-2611-0001", "“Ada kecelakaan?”", "sekitar 14 orang", "10 detik"):
        assert part in said
    window.press(Key.Key_Return)
    assert window.desk.decided() == [acts.AskNearby(source_ids=("ojol",), question="Ada kecelakaan?")]
    assert "TANYA SEKITAR" in words_of(window)
    assert "menunggu terkirim" in words_of(window)


def test_going_back_from_the_strip_loses_nothing_and_the_reporters_words_go_only_ticked(window: CaseWindow) -> None:
    report = a_report("r1", "KJ-2611-0001", priority=2)
    window.open(report)
    window.press(Key.Key_S)
    card = card_of(window)
    window.press(Key.Key_2)
    card.choose_radius(2000)
    card.field.setPlainText(report.text[:150])
    assert not card._go.isEnabled()
    card.field.setPlainText("Telepon 0812 3456 7890?")
    assert not card._go.isEnabled()
    card.field.setPlainText("Masih macet?")
    card.quote.setChecked(True)
    card.quoted.setPlainText("Truk rem blong <b>")
    window.press(Key.Key_Return)
    assert "Truk rem blong <b>" in words_of(window)
    window.press(Key.Key_Escape)
    window.qtbot.waitUntil(lambda: isinstance(window.pane.tray.card, AskCard))
    again = card_of(window)
    assert again.quoted.toPlainText() == "Truk rem blong <b>"
    again.submit()
    window.press(Key.Key_Return)
    wanted = acts.AskNearby(
        source_ids=("ojol", "warga"), question="Masih macet?", quoted="Truk rem blong <b>", radius_m=2000
    )
    assert window.desk.decided() == [wanted]


def test_dead_on_an_unclaimed_p1_on_a_sensitive_case_and_without_coordinates(window: CaseWindow) -> None:
    key = window.pane.bar.key(ASK_NEARBY)
    window.open(a_report("r1", "KJ-2611-0001"))
    assert not key.alive
    window.press(Key.Key_S)
    assert window.pane.tray.card is None
    window.press(Key.Key_A)
    window.qtbot.waitUntil(lambda: key.alive)
    window.open(a_report("r2", "KJ-2611-0002", category="domestic_violence"))
    assert not key.alive
    assert "sensitif" in key.why_not


def test_answers_arrive_live_are_counted_by_person_and_shown_as_text(window: CaseWindow) -> None:
    report, ask_id = asked(window)
    assert "disampaikan kepada 14 orang" in words_of(window)
    for number, (who, seen, text) in enumerate((
        ("p1", Seen.YES, "Truk melintang <img src=x>"), ("p2", Seen.NO, ""), ("p1", Seen.YES, "Masih ada"),
    )):  # fmt: skip
        said = Said(id=f"a{number}", who=who, text=text, seen=seen, lat=-7.9802, lon=112.6348)
        report = ask_answered(report, ask_id, "ojol", said, NOW + timedelta(seconds=30 + number))
        window.desk.report(report)
    window.settle()
    shown = words_of(window)
    for part in ("2 MENJAWAB, BELUM TERBUKTI", "1 melihat", "1 tidak melihat", "± 300 m", "Truk melintang <img src=x>"):
        assert part in shown
    row = window.pane.body.nearby.asks[0]
    assert len([line for line in row.lines if line.isVisible()]) == 3
    row._withdraw.click()
    window.settle()
    assert acts.WithdrawAsk(ask_id=ask_id) in window.desk.decided()


def test_m_files_the_latest_answer_as_a_report_of_its_own_and_says_so_on_the_case(window: CaseWindow) -> None:
    report, ask_id = asked(window)
    window.press(Key.Key_M)
    assert "Tidak ada jawaban" in window.pane._sheet.said.text()
    said = Said(id="a1", who="p1", text="Ada begal di depan pasar", seen=Seen.NONE, lat=-7.9802, lon=112.6348)
    window.desk.report(ask_answered(report, ask_id, "ojol", said, NOW + timedelta(seconds=30)))
    window.settle()
    window.press(Key.Key_M)
    filed, noted = window.desk.decided()[-2:]
    assert isinstance(filed, acts.FileReport)
    assert (filed.text, filed.source_kind.value, filed.place.lat) == ("Ada begal di depan pasar", "partner", -7.98)
    assert isinstance(noted, acts.NoteAnswerFiled)
    assert noted.answer_id == "a1"
    window.press(Key.Key_M)
    assert "Tidak ada jawaban" in window.pane._sheet.said.text()
    assert len([act for act in window.desk.decided() if isinstance(act, acts.FileReport)]) == 1


def test_one_that_ran_out_while_the_server_was_away_says_so(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-2611-0001", priority=2))
    window.press(Key.Key_S)
    window.press(Key.Key_Return)
    window.press(Key.Key_Return)
    window.desk.pass_time(31 * 60)
    window.relay.changed.emit(window.desk.everything())
    window.settle()
    assert "kedaluwarsa selagi menunggu terkirim" in words_of(window)


def test_without_anybody_to_ask_the_card_says_so(window: CaseWindow) -> None:
    window.desk.put("ask_sources", SOURCES.id, replace(SOURCES, revision=2, sources=()))
    window.open(a_report("r1", "KJ-2611-0001", priority=2))
    window.press(Key.Key_S)
    assert "Belum ada mitra" in words_of(window)
    assert window.pane.tray.findChildren(QPlainTextEdit)
    window.press(Key.Key_Return)
    assert isinstance(window.pane.tray.card, AskCard)
