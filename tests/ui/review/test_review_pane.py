"""A supervisor looks back at the shift; an operator cannot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.desk.review import ReviewFilter
from console.domain import acts
from console.ui.case.composer import Composer
from console.ui.review.review_pane import ReviewPane
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import SUPERVISOR, a_report


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    for number, (category, text) in enumerate((("noise", "berisik"), ("other", "halo halo"))):
        made.desk.report(a_report(f"r{number}", f"KJ-{number}", category=category, text=text))
    made.desk.decide(acts.CloseCase(outcome="nothing_found"), "r0")
    made.desk.decide(acts.JunkCase(outcome="prank"), "r1")
    made.desk.confirm_all()
    yield made
    made.close()


@pytest.fixture
def review(window: CaseWindow) -> Iterator[ReviewPane]:
    window.desk.actor = SUPERVISOR
    pane = ReviewPane(window.parts)
    window.qtbot.addWidget(pane)
    window.relay.changed.connect(pane.take_changes)
    pane.resize(1500, 700)
    pane.show()
    pane.open()
    window.settle()
    yield pane
    pane.stop()


def choose(window: CaseWindow, review: ReviewPane, number: str) -> None:
    place = next(place for place, row in enumerate(review.model.rows) if row.number == number)
    review.table.selectRow(place)
    window.qtbot.waitUntil(lambda: review.case.view is not None and review.case.view.report.number == number)
    window.settle()


def test_an_operator_reads_that_it_is_not_for_him(window: CaseWindow) -> None:
    pane = ReviewPane(window.parts)
    window.qtbot.addWidget(pane)
    pane.show()
    pane.open()
    window.settle()
    assert pane.model.rows == ()
    assert pane.lists.closed.isVisible()
    pane.stop()


def test_everything_ended_is_listed_and_junk_by_itself(window: CaseWindow, review: ReviewPane) -> None:
    assert {row.number for row in review.model.rows} == {"KJ-0", "KJ-1"}
    review.choose(ReviewFilter.JUNK)
    window.settle()
    assert [row.number for row in review.model.rows] == ["KJ-1"]


def test_a_prank_is_reopened_with_one_key(window: CaseWindow, review: ReviewPane) -> None:
    choose(window, review, "KJ-1")
    window.qtbot.waitUntil(lambda: review.selection.stood_ms > 300)
    window.qtbot.keyClick(review.table, Qt.Key.Key_B)
    window.settle()
    assert window.desk.decided() == [acts.ReopenCase()]
    assert {row.number for row in review.model.rows} == {"KJ-0"}


def test_a_case_is_approved_or_returned_with_a_note(window: CaseWindow, review: ReviewPane) -> None:
    choose(window, review, "KJ-0")
    review.case.press("R", "r0")
    assert isinstance(review.case.tray.card, Composer)
    window.qtbot.keyClicks(QApplication.focusWidget() or review.case.tray.card.field, "periksa lagi lokasinya")
    review.case.tray.card.submit()
    window.settle()
    assert window.desk.decided() == [acts.ReturnCase(note="periksa lagi lokasinya")]
    choose(window, review, "KJ-1")
    review.case.press("Y", "r1")
    window.settle()
    assert window.desk.decided()[-1] == acts.ApproveCase()
    assert [row.verdict for row in review.model.rows] == ["approved"]
