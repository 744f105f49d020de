"""The queue over a real store: paged, still under the hand, repainting only what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from console.domain.queue_row import QueueFilter, QueueOrder, QueueRow
from console.domain.report import Claim, Status
from console.ui.queue.model import PAGE
from console.ui.queue.words import line_words, row_sentence, standing_words
from tests.worlds.queue_window import NOW, QueueWindow, a_report


@pytest.fixture
def window(qtbot, tmp_path) -> Iterator[QueueWindow]:
    window = QueueWindow(qtbot, tmp_path)
    yield window
    window.close()


def place_of(window: QueueWindow, report_id: str) -> int:
    """Where on the screen a report's row begins, pixels from the pane's top."""
    number = window.model.number_of(report_id)
    assert number is not None
    at = window.view.visualRect(window.model.index(number, 0)).topLeft()
    return window.view.viewport().mapTo(window.pane, at).y()


def claimed(report, holder: str = "Sari W.", **more):
    claim = Claim(holder_id="sari", holder_name=holder, desk_id="d2", token=1, taken_at=NOW)
    return replace(report, claim=claim, status=Status.CLAIMED, revision=report.revision + 1, **more)


def test_an_empty_queue_says_so(window: QueueWindow) -> None:
    window.ask()
    assert "Tidak ada laporan di sini" in window.pane._empty.sentence.text()
    assert window.pane._empty.isVisible()


def test_urgent_ones_come_first_and_every_one_is_counted(window: QueueWindow) -> None:
    window.feed(a_report(1, priority=3), a_report(2, priority=1), a_report(3, priority=2))
    window.ask()
    assert window.shown() == ["KJ-2611-0002", "KJ-2611-0003", "KJ-2611-0001"]
    assert window.model.total == 3


def test_only_pages_in_view_are_read(window: QueueWindow) -> None:
    window.feed(*(a_report(n, age_s=n) for n in range(1, 10 * PAGE)))
    window.ask()
    assert window.model.total == 10 * PAGE - 1
    assert len(window.model._pages) <= 3
    window.view.verticalScrollBar().setValue(window.view.verticalScrollBar().maximum())
    window.settle()
    last = window.model.row(window.model.total - 1)
    assert last is not None
    assert last.number == "KJ-2611-0001"


def test_a_report_that_arrives_is_painted_by_itself(window: QueueWindow) -> None:
    window.ask()
    painted: list[QueueRow] = []
    window.view.watch_painted(lambda rows, at_ns: painted.extend(rows))
    window.feed(a_report(7))
    window.qtbot.waitUntil(lambda: any(row.number == "KJ-2611-0007" for row in painted))


def test_only_the_changed_row_is_painted_again(window: QueueWindow) -> None:
    reports = [a_report(n, age_s=n) for n in range(1, 9)]
    window.feed(*reports)
    window.ask(order=QueueOrder.NEWEST)
    window.pane.grab()
    painted: list[str] = []
    window.view._second.stop()
    window.view.watch_painted(lambda rows, at_ns: painted.extend(row.number for row in rows))
    window.feed(claimed(reports[2]))
    window.qtbot.waitUntil(lambda: bool(painted))
    window.settle()
    assert set(painted) == {"KJ-2611-0003"}


def test_the_selected_report_stays_selected_wherever_it_goes(window: QueueWindow) -> None:
    reports = [a_report(n, age_s=100 - n) for n in range(1, 6)]
    window.feed(*reports)
    window.ask()
    window.selection.select(reports[1].id)
    window.feed(claimed(reports[1]), a_report(9, priority=1))
    window.settle()
    assert window.selection.report_id == reports[1].id
    assert window.view.currentIndex().row() == window.model.number_of(reports[1].id)
    assert window.shown()[0] == "KJ-2611-0009"


def test_newcomers_wait_while_a_hand_is_in_the_list_and_p1_shows_above_it(window: QueueWindow) -> None:
    reports = [a_report(n, age_s=n) for n in range(1, 30)]
    window.feed(*reports)
    window.ask(order=QueueOrder.NEWEST)
    window.view.hand.touch()
    before = window.shown()
    spots = [place_of(window, report.id) for report in reports[:5]]
    window.feed(a_report(50, age_s=0), a_report(51, age_s=0, priority=1))
    window.qtbot.waitUntil(lambda: len(window.model.newcomers) == 2)
    window.settle()
    assert window.shown() == before
    assert [row.number for row in window.pane.newcomers.rows] == ["KJ-2611-0051"]
    assert window.pane.new_button.text() == "2 baru"
    window.qtbot.waitUntil(lambda: window.pane.newcomers.height() > 10 and window.view.y() >= 0)
    assert [place_of(window, report.id) for report in reports[:5]] == spots

    window.pane.let_in()
    window.settle()
    assert window.shown()[:2] == ["KJ-2611-0051", "KJ-2611-0050"]
    assert not window.pane.newcomers.isVisible()
    assert not window.pane.new_button.isVisible()


def test_a_row_under_the_hand_changes_but_does_not_move(window: QueueWindow) -> None:
    reports = [a_report(n, age_s=n) for n in range(1, 6)]
    window.feed(*reports)
    window.ask()
    before = window.shown()
    first = window.model.row(0)
    assert first is not None
    window.view.hand.touch()
    window.feed(claimed(next(report for report in reports if report.id == first.id)))
    window.qtbot.waitUntil(lambda: getattr(window.model.row(0), "holder_name", "") == "Sari W.")
    assert window.shown() == before
    window.view.hand.leave()
    window.settle()
    assert window.shown() == [*before[1:], before[0]]


def test_a_scrolled_list_keeps_its_place_when_reports_arrive_above(window: QueueWindow) -> None:
    reports = [a_report(n, age_s=n) for n in range(1, 200)]
    window.feed(*reports)
    window.ask(order=QueueOrder.NEWEST)
    window.view.verticalScrollBar().setValue(40 * window.view.rowHeight(0))
    window.settle()
    spot = place_of(window, reports[43].id)
    window.feed(*(a_report(n, age_s=0) for n in range(300, 305)))
    window.settle()
    assert place_of(window, reports[43].id) == spot


def test_arrows_select_and_letters_are_no_search(window: QueueWindow) -> None:
    window.feed(*(a_report(n, age_s=n) for n in range(1, 6)))
    window.ask(order=QueueOrder.NEWEST)
    window.view.setFocus()
    window.qtbot.keyClick(window.view, Qt.Key.Key_Down)
    window.qtbot.keyClick(window.view, Qt.Key.Key_Down)
    chosen = window.selection.report_id
    assert chosen
    window.qtbot.keyClick(window.view, Qt.Key.Key_L)
    assert window.selection.report_id == chosen


def test_coming_back_to_the_list_selects_no_other_report_than_the_selected_one(window: QueueWindow) -> None:
    window.feed(*(a_report(n, age_s=n) for n in range(1, 6)))
    window.ask(QueueFilter.NEW)
    window.selection.select("of another list")
    QApplication.sendEvent(window.view, QFocusEvent(QEvent.Type.FocusIn))
    window.settle()
    assert window.selection.report_id == "of another list"


def test_a_click_selects_the_row_under_the_pointer(window: QueueWindow) -> None:
    reports = [a_report(n, age_s=n) for n in range(1, 6)]
    window.feed(*reports)
    window.ask(order=QueueOrder.NEWEST)
    rect = window.view.visualRect(window.model.index(2, 0))
    window.qtbot.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() + QPoint(0, 2))
    assert window.selection.report_id == reports[2].id


def test_a_report_selected_on_the_map_is_brought_into_view(window: QueueWindow) -> None:
    reports = [a_report(n, age_s=n) for n in range(1, 8 * PAGE)]
    window.feed(*reports)
    window.ask(order=QueueOrder.NEWEST)
    wanted = reports[6 * PAGE]
    window.selection.select(wanted.id)
    window.qtbot.waitUntil(lambda: window.model.number_of(wanted.id) is not None)
    window.settle()
    assert window.view.viewport().rect().contains(0, place_of(window, wanted.id) - window.view.y())


def test_filters_and_search_ask_the_store(window: QueueWindow) -> None:
    first, second = a_report(1, text="pohon tumbang di gang"), a_report(2, text="knalpot brong")
    window.feed(first, claimed(second))
    window.ask()
    window.pane.filter(QueueFilter.NEW)
    window.settle()
    assert window.shown() == ["KJ-2611-0001"]
    window.pane.search("knalpot")
    window.settle()
    assert window.shown() == ["KJ-2611-0002"]


def test_a_sensitive_row_says_only_category_and_place(window: QueueWindow) -> None:
    secret = "rahasia sekali"
    window.feed(a_report(1, text=secret, category="domestic_violence", sensitive=True))
    window.ask()
    row = window.model.row(0)
    assert row is not None
    assert line_words(row) == "Kekerasan dalam rumah tangga"
    assert secret not in row_sentence(row)
    assert secret not in window.view._explain(QPoint(200, 20))


def test_hovering_an_age_explains_why_a_report_stands_there(window: QueueWindow) -> None:
    window.feed(a_report(1, age_s=90, priority=1))
    window.ask()
    row = window.model.row(0)
    assert row is not None
    words = standing_words(row, QueueOrder.URGENT, NOW)
    assert words.startswith("Mengapa di sini:\n1. P1 Kritis\n")
    assert "lewat 30 dtk dari tenggat" in words
    assert window.view._explain(QPoint(20, 20)) == words
