"""Verbs typed into the search field, on a real case pane over a real store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.desk.command import CommandBook
from console.domain import acts
from console.domain.command_grammar import VERBS
from console.domain.merging import MergedInto, Merging
from console.domain.outcome import CloseOutcome, OutcomeList
from console.domain.report import Status
from console.ui.case.confirm_strip import ConfirmStrip
from console.ui.case.place_card import PlaceCard
from console.ui.command.bar import CommandBar
from console.ui.command.running import DOING, CommandRunner
from console.ui.dispatch.schedule_card import ScheduleCard
from console.ui.dispatch.unit_acts import UnitActs
from console.ui.forwarding.forward_card import ForwardCard
from console.ui.search_field import SearchField
from tests.worlds.case_window import CaseWindow, Steps
from tests.worlds.cases import a_report

Key = Qt.Key


class Bar:
    """The bar above a case pane; `say` types a line and presses Enter."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.case = CaseWindow(qtbot, folder)
        self.qtbot, self.desk = qtbot, self.case.desk
        self.holder = QWidget()
        qtbot.addWidget(self.holder)
        rows = QVBoxLayout(self.holder)
        self.field = SearchField()
        rows.addWidget(self.field)
        rows.addWidget(self.case.pane)
        book = CommandBook(self.desk.store, Steps(), self.desk.book.may)
        self.bar = CommandBar(
            self.field, self.holder, book, self.case.background,
            self.case.selection, lambda: self.case.language.code,
        )  # fmt: skip
        self.units = UnitActs(
            self.case.deciding, self.desk.book, self.case.background, self.desk.now, lambda: ZoneInfo("Asia/Jakarta"),
            self.holder,
        )  # fmt: skip
        self.runner = CommandRunner(self.case.pane, self.case.deciding, self.case.selection, self.units, self.holder)
        self.bar.meant.connect(self.runner.run)
        self.searched: list[str] = []
        self.field.searched.connect(self.searched.append)
        self.holder.resize(700, 900)
        self.holder.show()

    def feed(self) -> None:
        """Three cases, the first of them selected."""
        self.desk.report(a_report("r17", "KJ-2611-0017"))
        self.desk.report(a_report("r117", "KJ-2611-0117"))
        self.case.open(a_report("r42", "KJ-2611-0042"))

    def type(self, line: str) -> None:
        self.field.setFocus()
        self.field.clear()
        self.qtbot.keyClicks(self.field, line)
        self.case.settle()

    def say(self, line: str) -> None:
        self.type(line)
        self.press(Key.Key_Return)

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.field, key)
        self.case.settle()

    def offered(self) -> list[str]:
        return [offer.words for offer in self.bar.list.offers]


@pytest.fixture
def bar(qtbot: QtBot, tmp_path: Path) -> Iterator[Bar]:
    made = Bar(qtbot, tmp_path)
    made.feed()
    yield made
    made.case.close()


def test_a_unit_is_sent_by_a_line_and_the_case_is_the_numbers(bar: Bar) -> None:
    bar.type("kirim U12 17")
    assert bar.offered()[0] == "“17” bisa berarti beberapa: pilih satu."
    bar.press(Key.Key_Return)
    assert bar.desk.decided() == []
    bar.press(Key.Key_Down)
    bar.press(Key.Key_Return)
    assert bar.field.text() == "kirim U12 KJ-2611-0017"
    assert bar.offered()[0] == "Kirim U12 · KJ-2611-0017"
    assert bar.desk.decided() == []
    bar.press(Key.Key_Return)
    bar.qtbot.waitUntil(lambda: bar.desk.decided() == [acts.DispatchUnits(unit_ids=("u12",))])
    assert bar.case.selection.report_id == "r17"
    assert bar.field.text() == ""
    assert not bar.bar.list.isVisible()


def test_what_enter_would_do_is_said_and_the_word_not_understood_is_named(bar: Bar) -> None:
    bar.type("kirim 42")
    assert bar.offered()[0] == "Kirim unit yang ditandai · KJ-2611-0042"
    bar.type("buang")
    assert bar.offered()[0] == "Buang sebagai iseng · KJ-2611-0042"
    bar.say("kirim U99")
    assert bar.offered()[0] == "“U99” tidak dikenal di sini."
    assert bar.field.accessibleDescription() == "“U99” tidak dikenal di sini."
    assert bar.field.text() == "kirim U99"
    bar.say("ambil 999")
    assert bar.offered()[0] == "Tidak ada nomor kejadian yang berakhir “999”."
    assert bar.desk.decided() == []
    bar.say("pulihkan 42")
    assert "belum" in bar.case.pane._sheet.said.text()
    assert bar.desk.decided() == []
    bar.type("kirim ")
    assert bar.bar.list.isVisible()
    bar.press(Key.Key_Escape)
    assert (bar.bar.list.isVisible(), bar.field.text()) == (False, "kirim ")
    bar.type("amb")
    bar.press(Key.Key_Tab)
    assert bar.field.text() == "ambil "
    assert bar.offered()[0] == "Ambil · KJ-2611-0042"
    assert bar.bar.list.offers[0].detail.startswith("kejadian terpilih")
    bar.press(Key.Key_Return)
    assert bar.desk.decided() == [acts.ClaimCase()]
    assert QApplication.focusWidget() is bar.case.pane


def test_what_leaves_what_is_final_and_what_may_be_life_ask_once_more_here_too(bar: Bar) -> None:
    bar.say("teruskan PLN")
    assert isinstance(bar.case.pane.tray.card, ForwardCard)
    assert bar.desk.decided() == []
    bar.say("gabung 42 0117")
    bar.qtbot.waitUntil(lambda: isinstance(bar.case.pane.tray.card, ConfirmStrip))
    assert "KJ-2611-0117" in bar.case.pane.tray.card.title.text()
    assert bar.desk.decided() == []
    bar.desk.report(a_report("r5", "KJ-2611-0005", text="tolong ada kebakaran rekaan", priority=2))
    bar.say("buang iseng 0005")
    bar.qtbot.waitUntil(lambda: isinstance(bar.case.pane.tray.card, ConfirmStrip))
    assert bar.desk.decided() == []


def test_a_selection_that_just_changed_is_not_decided_on(bar: Bar) -> None:
    bar.case.selection._monotonic_s = lambda: 0.0
    bar.case.selection._since_s = 0.0
    bar.say("ambil")
    assert bar.desk.decided() == []
    assert bar.offered() == ["Pilihan baru saja berganti: lihat lagi, lalu tekan Enter."]


def test_a_tail_opens_its_report_words_are_searched_and_every_line_is_plain(bar: Bar) -> None:
    bar.say("0117")
    bar.qtbot.waitUntil(lambda: bar.case.pane.view is not None and bar.case.view.report.id == "r117")
    assert bar.searched == []
    bar.say("/ambil")
    assert bar.searched == ["ambil"]
    bar.say("pohon tumbang")
    assert bar.searched == ["ambil", "pohon tumbang"]
    assert bar.desk.decided() == []
    bar.desk.report(a_report("r9", "KJ-2611-0009", text="<b>tebal</b>"))
    bar.type("ambil 0009")
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText for label in bar.bar.list.findChildren(QLabel)
    )
    assert {verb.id for verb in VERBS} == {*DOING, "undo", "unit"}


def test_ctrl_z_in_the_bar_undoes_text_and_the_word_the_last_decision(bar: Bar) -> None:
    bar.say("claim 42")
    bar.type("kirim")
    bar.qtbot.keyClick(bar.field, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    bar.case.settle()
    assert bar.desk.decided() == [acts.ClaimCase()]
    bar.say("undo")
    assert [type(act) for act in bar.desk.decided()][1:] == [acts.Undo]


def test_a_unit_is_set_off_duty_and_heard_by_a_line_that_is_about_no_case(bar: Bar) -> None:
    bar.case.selection.clear()
    bar.say("status P-03 istirahat")
    assert bar.desk.decided() == [acts.SetDuty(duty="break")]
    bar.say("status P-03 tiba")
    assert len(bar.desk.decided()) == 1
    bar.say("unit U22 done")
    assert bar.desk.decided()[1:] == []
    bar.say("undo")
    assert [type(act) for act in bar.desk.decided()] == [acts.SetDuty, acts.UndoDuty]


def test_what_can_be_done_to_the_case_is_listed_and_why_not_otherwise(bar: Bar) -> None:
    bar.field.setFocus()
    bar.press(Key.Key_Down)
    offers = bar.bar.list.offers
    assert offers[0].words == "Yang dapat dilakukan pada kejadian terpilih"
    assert offers[1].words == "ambil"
    bar.type("pi")
    (split,) = bar.bar.list.offers[1:]
    assert (split.words, split.tone) == ("pisah", "muted")
    assert "KJ-2611-0042" in split.detail
    bar.type("pisah 42")
    assert bar.bar.list.offers[0].tone == "warn"
    bar.type("hub")
    assert [(offer.words, offer.tone) for offer in bar.bar.list.offers[1:]] == [
        ("hubungi", ""),
        ("hubungi balik", "muted"),
    ]


def test_split_schedule_and_hand_over_are_said_too(bar: Bar) -> None:
    into = MergedInto(report_id="r17", number="KJ-2611-0017", at=bar.desk.now(), by="Sari", decision_id="d0")
    bar.desk.report(a_report("r7", "KJ-2611-0007", status=Status.MERGED, merging=Merging(into=into)))
    bar.say("pisah 0007")
    bar.qtbot.waitUntil(lambda: bar.desk.decided() == [acts.SplitCase()])
    bar.say("jadwalkan U12 16:30 42")
    bar.qtbot.waitUntil(lambda: len(bar.desk.decided()) == 2)
    (later,) = bar.desk.decided()[1:]
    assert isinstance(later, acts.DispatchUnits)
    assert later.due_at is not None
    assert later.due_at.astimezone(ZoneInfo("Asia/Jakarta")).hour == 16
    bar.say("schedule U31 42")
    bar.qtbot.waitUntil(lambda: isinstance(bar.case.pane.tray.card, ScheduleCard))
    bar.say("serah terima 42")
    bar.case.settle()
    assert len(bar.desk.decided()) == 2


def test_the_centers_own_outcomes_close_by_their_own_words(bar: Bar) -> None:
    own = CloseOutcome(id="own_1", words="Diselesaikan RT setempat")
    bar.desk.put("outcomes", OutcomeList().id, OutcomeList(revision=1, outcomes=(own,)))
    bar.type("selesaikan dis")
    assert bar.offered()[0] == "Selesaikan Diselesaikan RT setempat · KJ-2611-0042"
    bar.say("selesaikan diselesaikan rt setempat")
    assert bar.desk.decided() == [acts.CloseCase(outcome="own_1")]


def test_a_place_is_looked_for_by_its_name_from_the_bar(bar: Bar) -> None:
    bar.say("tempat alun-alun tugu")
    card = bar.case.pane.tray.card
    assert isinstance(card, PlaceCard)
    assert card.field.text() == "alun-alun tugu"
    assert bar.desk.decided() == []
