"""The line that says who has a case: how surely, who else looks, who took it over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain import acts
from console.domain.casework.events import lease_lapsed
from console.ui.case.composer import Composer
from console.ui.case.verbs import CLAIM
from console.ui.case.who_line import WhoLine, lookers_words
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import SUPERVISOR, a_report
from tests.worlds.rival import BUDI, JOKO, Rival

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def rival(window: CaseWindow) -> Rival:
    return Rival(window.desk.store, lambda report: window.desk.put("report", report.id, report), window.desk.now)


def who(window: CaseWindow) -> WhoLine:
    window.settle()
    return window.pane.header.who


def says(window: CaseWindow) -> tuple[str, str]:
    line = who(window)
    return line.holder.full_text(), line.property("tone") or ""


def test_a_claim_is_tentative_until_the_server_has_confirmed_it(window: CaseWindow, rival: Rival) -> None:
    window.open(a_report("r1", "KJ-2611-0187"))
    assert says(window) == ("Belum ada yang memegang", "")
    height = who(window).height()
    window.press(Key.Key_A)
    assert says(window) == ("Anda memegang, sementara", "tentative")
    rival.judges()
    assert says(window) == ("Anda memegang kejadian ini", "mine")
    assert who(window).height() == height


def test_with_the_lease_run_down_a_claims_anew(window: CaseWindow, rival: Rival) -> None:
    window.open(a_report("r1", "KJ-2611-0187"))
    window.press(Key.Key_A)
    rival.judges()
    window.desk.eyes.left_s = None
    window.select("r1")
    window.pane.take_changes(window.desk.everything())
    assert says(window) == ("Klaim Anda habis waktu · A ambil lagi", "warn")
    assert window.pane.bar.key(CLAIM).alive
    window.press(Key.Key_A)
    assert says(window) == ("Anda memegang, sementara", "tentative")


def test_news_of_leases_changes_the_line_and_never_what_is_being_written(window: CaseWindow, rival: Rival) -> None:
    window.open(a_report("r1", "KJ-2611-0187"))
    window.press(Key.Key_N)
    card = window.pane.tray.card
    assert isinstance(card, Composer)
    window.qtbot.keyClicks(card.field, "warga menunggu")
    rival.decides(acts.ClaimCase(), "r1")
    assert says(window) == ("Dipegang Budi Santoso", "")
    assert window.pane.tray.card is card
    assert QApplication.focusWidget() is card.field
    assert card.text() == "warga menunggu"


def test_a_silent_holder_turns_amber_and_may_be_taken_over_with_a_reason(window: CaseWindow, rival: Rival) -> None:
    window.open(a_report("r1", "KJ-2611-0187"))
    rival.decides(acts.ClaimCase(), "r1")
    assert not who(window).button.isVisible()
    report = window.desk.store.report("r1")
    assert report is not None
    window.desk.report(lease_lapsed(report))
    assert says(window) == ("Dipegang Budi Santoso, tak ada kabar", "warn")
    window.qtbot.mouseClick(who(window).button, Qt.MouseButton.LeftButton)
    assert isinstance(window.pane.tray.card, Composer)
    window.write("tidak menjawab radio")
    assert window.desk.decided() == [acts.ClaimCase(reason="tidak menjawab radio")]
    rival.judges()
    assert says(window) == ("Anda memegang kejadian ini", "mine")


def test_a_supervisor_takes_over_from_a_living_holder_with_one_reason(window: CaseWindow, rival: Rival) -> None:
    window.desk.actor = SUPERVISOR
    window.open(a_report("r1", "KJ-2611-0187"))
    rival.decides(acts.ClaimCase(), "r1")
    window.qtbot.mouseClick(who(window).button, Qt.MouseButton.LeftButton)
    window.write("meja 2 padam")
    assert window.desk.decided() == [acts.BreakClaim(reason="meja 2 padam"), acts.ClaimCase()]
    rival.judges()
    assert says(window) == ("Anda memegang kejadian ini", "mine")


def test_the_former_holder_reads_who_took_it_and_why(window: CaseWindow, rival: Rival) -> None:
    window.open(a_report("r1", "KJ-2611-0187"))
    window.press(Key.Key_A)
    rival.judges()
    rival.decides(acts.BreakClaim(reason="meja 1 padam"), "r1", JOKO)
    rival.decides(acts.ClaimCase(), "r1", JOKO)
    assert says(window) == ("Diambil alih Ipda Joko 14:07: meja 1 padam", "warn")
    rival.decides(acts.ReleaseCase(), "r1", JOKO)
    window.settle()
    window.press(Key.Key_A)
    rival.judges()
    assert says(window) == ("Anda memegang kejadian ini", "mine")


def test_who_else_is_looking_stands_in_the_same_line(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-2611-0187"))
    height = window.pane.header.height()
    window.desk.eyes.others = {"r1": ("Budi Santoso",), "r2": ("Ipda Joko",)}
    window.pane._tick()
    assert who(window).lookers.isVisible()
    assert who(window).lookers.full_text() == "Budi Santoso juga melihat"
    assert window.pane.header.height() == height
    assert lookers_words(("A", "B")) == "A dan B juga melihat"
    assert lookers_words(("A", "B", "C")) == "A dan 2 lainnya juga melihat"


def test_names_of_others_hide_nothing(window: CaseWindow, rival: Rival) -> None:
    window.open(a_report("r1", "KJ-2611-0187"))
    rival.decides(acts.ClaimCase(), "r1", replace(BUDI, name="Bu\u202edi"))
    assert says(window) == ("Dipegang Bu‹U+202E›di", "")
