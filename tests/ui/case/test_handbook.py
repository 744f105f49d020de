"""Checklist and answers at the case, by key: SOP before closing, information given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec import Raw
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from console.contract.codec import encode
from console.contract.feed import ChangeRow, ChangesPage
from console.domain import acts
from console.domain.answer import Answers, StandardAnswer
from console.domain.checklist import Checklist, Checklists, CheckStep
from console.ui.case.answer_sheet import AnswerSheet
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import NOW, a_report

Key = Qt.Key
FIRE = Checklist(
    category="fire",
    steps=(
        CheckStep(id="inside", indonesian="Tanyakan siapa di dalam", english="Ask who is inside", required=True),
        CheckStep(id="gas", indonesian="Tanyakan gas", english="Ask about gas"),
    ),
)
ANSWERS = Answers(
    revision=1,
    answers=(
        StandardAnswer(id="sim", topic="SIM", title="Perpanjangan SIM", text="Teks SIM rekaan <b>"),
        StandardAnswer(
            id="tax", topic="Pajak", title="Pajak kendaraan", text="Teks pajak rekaan", words=("stnk",),
            checked_on=date(2026, 11, 3),
        ),
    ),
)  # fmt: skip


def told(window: CaseWindow) -> None:
    """The server tells the desk its checklists and answers."""
    things: tuple[Checklists | Answers, ...] = (Checklists(revision=1, lists=(FIRE,)), ANSWERS)
    rows = tuple(
        ChangeRow(seq=900 + n, kind=thing.id, id=thing.id, revision=1, body=Raw(encode(thing)))
        for n, thing in enumerate(things)
    )
    epoch, _ = window.desk.store.cursor()
    window.desk.store.apply_page(
        ChangesPage(epoch=epoch or "e", oldest_seq=1, next_seq=902, more=False, server_time=NOW, rows=rows)
    )


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    told(made)
    yield made
    made.close()


def words_of(window: CaseWindow) -> str:
    return "\n".join(label.text() for label in window.pane.findChildren(QLabel) if label.isVisible())


def test_a_required_step_is_done_by_two_keys_and_closing_named_it_before(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-2611-0001", category="fire", priority=2))
    assert "DAFTAR PERIKSA 0/2" in words_of(window)
    assert window.pane.body.checklist._rows[0].full_text() == "1  Tanyakan siapa di dalam (wajib)"
    window.press(Key.Key_E)
    window.press(Key.Key_1)
    assert window.desk.decided() == []
    assert "Tanyakan siapa di dalam" in window.pane._sheet.said.text()
    window.press(Key.Key_Escape)
    window.press(Key.Key_L)
    window.press(Key.Key_1)
    assert window.desk.decided() == [acts.TickStep(step_id="inside")]
    assert "DAFTAR PERIKSA 1/2" in words_of(window)
    window.press(Key.Key_L, shift=True)
    window.press(Key.Key_1)
    window.write("Tidak ada gas di sana")
    assert window.desk.decided()[-1] == acts.SkipStep(step_id="gas", reason="Tidak ada gas di sana")
    assert "dilewati: Tidak ada gas di sana" in window.pane.body.checklist._rows[1].full_text()
    window.press(Key.Key_L)
    assert window.pane._sheet.said.text() == "Semua langkah sudah selesai atau dilewati."


def test_an_answer_is_read_out_or_sent_and_the_case_closed_in_three_keys(window: CaseWindow) -> None:
    window.open(a_report("r1", "IN-2611-0001", category="information", priority=4, text="pajak stnk motor di mana"))
    window.press(Key.Key_J)
    window.press(Key.Key_Return)
    assert "Teks pajak rekaan" in [text.toPlainText() for text in window.pane.tray.card.findChildren(type(
        window.pane.body.text._text))]  # fmt: skip
    assert "diperiksa 03-11-2026" in words_of(window)
    window.press(Key.Key_1)
    assert window.desk.decided() == [acts.CloseCase(outcome="information_given", note="Pajak kendaraan")]
    assert window.view.report.ended
    window.open(a_report("r2", "IN-2611-0002", category="information", priority=4, text="halo"))
    window.press(Key.Key_J)
    window.qtbot.keyClicks(QApplication.focusWidget(), "sim")
    window.press(Key.Key_Return)
    assert "Belum diperiksa" in words_of(window)
    window.press(Key.Key_2)
    window.qtbot.waitUntil(lambda: len(window.desk.decided()) == 3)
    assert window.desk.decided()[1:] == [
        acts.AskReporter(text="Teks SIM rekaan <b>"),
        acts.CloseCase(outcome="information_given", note="Perpanjangan SIM"),
    ]
    window.open(a_report("r3", "KJ-2611-0003", category="domestic_violence", priority=1, sensitive=True))
    window.press(Key.Key_J)
    window.press(Key.Key_Return)
    assert isinstance(window.pane.tray.card, AnswerSheet)
    window.press(Key.Key_2)
    assert len(window.desk.decided()) == 3
