"""What a report's words suggest, on the screen: one key takes it over, nothing is forced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.areas.area import Area
from console.desk.elsewhere import NamedPlaces
from console.domain import acts
from console.domain.report import Report
from console.domain.timeline import Entry
from console.domain.triage import Lexicon, suggest
from console.ui.case.confirm_strip import ConfirmStrip
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import NOW, WORDS, a_report

LEXICON = Lexicon(WORDS)
TEXT = "TLG ada kcelakaan rekaan, korban berdarah"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    window = CaseWindow(qtbot, tmp_path)
    yield window
    window.close()


def read_at_intake(text: str, **fields: object) -> Report:
    """A report as intake leaves it when the source named its category."""
    return replace(a_report("r1", "KJ-1", text=text, **fields), triage=suggest(text, LEXICON))


def test_the_words_stand_beside_the_chips_and_one_key_takes_over_what_they_suggest(window: CaseWindow) -> None:
    window.open(read_at_intake(TEXT, category="noise", priority=4))
    line = window.pane.header.suggestion
    assert line.words.text().startswith("“tlg” “kcelakaan”")
    assert line.danger.isVisible()
    assert line.take.text() == "Pakai Kecelakaan lalu lintas · P1"
    window.desk.decide(acts.ClaimCase(), "r1")
    window.press(Qt.Key.Key_U)
    window.qtbot.waitUntil(lambda: window.view.report.category == "traffic_accident")
    window.qtbot.waitUntil(lambda: window.view.report.priority == 1)
    window.qtbot.waitUntil(lambda: not line.take.isVisible())
    assert window.desk.decided()[1:] == [acts.SetCategory(category="traffic_accident"), acts.SetPriority(priority=1)]


def test_what_a_person_chose_is_not_questioned_again(window: CaseWindow) -> None:
    window.open(read_at_intake(TEXT, category="noise", priority=1))
    window.desk.decide(acts.ClaimCase(), "r1")
    window.desk.decide(acts.SetCategory(category="medical"), "r1")
    window.qtbot.waitUntil(lambda: window.view.report.category == "medical")
    line = window.pane.header.suggestion
    assert line.words.text()
    assert not line.take.isVisible()
    window.press(Qt.Key.Key_U)
    assert window.pane._sheet.said.text() == "Kata-katanya tidak mengusulkan hal lain."
    assert len(window.desk.decided()) == 2


def test_a_report_without_such_words_shows_no_line(window: CaseWindow) -> None:
    window.open(read_at_intake("halo rekaan", category="other"))
    assert not window.pane.header.suggestion.isVisible()


def test_a_covered_case_tells_of_danger_but_not_in_whose_words(window: CaseWindow) -> None:
    window.open(read_at_intake("suami saya memukul, saya berdarah", category="domestic_violence", priority=1))
    line = window.pane.header.suggestion
    assert line.danger.isVisible()
    assert "darah" not in line.words.text() + line.words.toolTip()
    window.desk.decide(acts.ClaimCase(), "r1")
    window.qtbot.waitUntil(lambda: window.view.mine)
    window.press(Qt.Key.Key_X)
    card = window.pane.tray.card
    assert isinstance(card, ConfirmStrip)
    assert window.desk.decided() == [acts.ClaimCase()]


@pytest.mark.parametrize(("answer", "asks"), [("", False), ("di dekat pasar", False), ("tolong, ada api", True)])
def test_everyday_words_ask_nothing_but_a_later_cry_for_help_does(window: CaseWindow, answer: str, asks: bool) -> None:
    report = a_report("r1", "KJ-1", category="other", text="mati lampu, anak kecil-kecil ramai")
    if answer:
        line = Entry(kind="answer", at=NOW, text=answer, params={"id": "a1"})
        report = replace(report, timeline=(*report.timeline, line))
    window.open(report)
    window.press(Qt.Key.Key_X)
    window.qtbot.waitUntil(lambda: isinstance(window.pane.tray.card, ConfirmStrip) or window.desk.decided() != [])
    assert window.desk.decided() == ([] if asks else [acts.JunkCase(outcome="prank")])


def test_a_place_the_text_names_elsewhere_is_a_red_line_beside_dispatch(window: CaseWindow) -> None:
    window.desk.book.places = NamedPlaces(Names())
    window.open(a_report("r1", "KJ-1", text="banjir di Tegalrekaan"))
    line = window.pane._sheet.elsewhere
    assert "Tegalrekaan" in line.text()
    assert line.isVisible()
    assert "8,6 km" in line.text()


class Names:
    """A gazetteer with one invented kelurahan, eight kilometres off."""

    def search(self, name: str, limit: int = 20) -> tuple[Area, ...]:
        tegal = Area(code="35.73.01.1001", name="Tegalrekaan", lat=-7.90, lon=112.63)
        return (tegal,) if name == "tegalrekaan" else ()
