"""The operations window: what it shows of a day's troubles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from console.desk.ports import Link, LinkState
from console.domain import acts
from console.domain.queue_row import QueueFilter
from console.ui.case.composer import Composer
from console.ui.deciding import Done
from tests.worlds.operations import Kept, Operations
from tests.worlds.queue_window import NOW, a_report


@pytest.fixture
def work(qtbot, tmp_path) -> Iterator[Operations]:
    work = Operations(qtbot, tmp_path)
    yield work
    work.close()


def test_an_unclaimed_p1_rings_until_somebody_hears_it(work: Operations) -> None:
    window = work.window
    assert not window.alarm.ringing
    work.feed(a_report(1, age_s=5, priority=1))
    work.qtbot.waitUntil(lambda: window.alarm.ringing)
    assert work.bell.played == 1
    assert window.top.bell.accessibleName() == "1 kritis belum diambil"
    assert not window.band.isVisible()

    work.qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert not window.alarm.ringing

    work.feed(a_report(2, age_s=1, priority=1))
    work.qtbot.waitUntil(lambda: window.alarm.ringing)
    assert work.bell.played == 2


def test_a_p1_past_its_deadline_stands_across_the_top_until_it_is_claimed(work: Operations) -> None:
    report = a_report(1, age_s=92, priority=1, text="Tabrakan truk <b>dan</b> dua motor")
    work.feed(report)
    band = work.window.band
    work.qtbot.waitUntil(band.isVisible)
    assert band.sentence.full_text() == "P1 belum diambil · KJ-2611-0001 Tabrakan truk <b>dan</b> dua motor · Klojen"
    assert band.over.text() == "· lewat 0:32"
    work.qtbot.mouseClick(band, Qt.MouseButton.LeftButton)
    assert work.selection.report_id == report.id

    work.deciding.decide(acts.ClaimCase(), report.id)
    work.qtbot.waitUntil(lambda: not band.isVisible())
    assert not work.window.alarm.ringing


def test_a_decision_can_be_undone_from_the_toast(work: Operations) -> None:
    report = a_report(1)
    work.feed(report)
    work.deciding.decide(acts.JunkCase(outcome="prank"), report.id)
    toast = work.window.toast
    work.qtbot.waitUntil(toast.isVisible)
    assert toast.sentence.full_text() == "KJ-2611-0001 dibuang: iseng."
    assert toast.undo_button.isVisible()
    work.settle()
    work.qtbot.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    work.qtbot.waitUntil(lambda: toast.sentence.full_text() == "Diurungkan: KJ-2611-0001 dibuang: iseng.")
    work.settle()
    row = work.queue.rows([report.id])[report.id]
    assert row.outcome == ""


def test_ctrl_z_undoes_a_decision_but_in_a_text_field_only_text(work: Operations) -> None:
    report = a_report(1)
    work.feed(report)
    work.deciding.decide(acts.ClaimCase(), report.id)
    work.qtbot.waitUntil(lambda: work.deciding.last_undoable is not None)
    search = work.window.top.search
    search.setFocus()
    work.qtbot.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert work.deciding.last_undoable is not None
    work.window.queue.view.setFocus()
    work.qtbot.waitUntil(lambda: QApplication.focusWidget() is work.window.queue.view)
    work.qtbot.keyClick(work.window.queue.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    work.qtbot.waitUntil(lambda: work.deciding.last_undoable is None)


def test_ctrl_z_in_a_note_takes_back_words_and_leaves_decisions_alone(work: Operations) -> None:
    report = a_report(1)
    work.feed(report)
    work.deciding.decide(acts.ClaimCase(), report.id)
    work.qtbot.waitUntil(lambda: work.deciding.last_undoable is not None)
    note = Composer("Catatan", lambda _text: None, work.case, button="Simpan")
    note.show()
    note.take_focus()
    work.qtbot.keyClicks(note.field, "tunggu di gapura")
    work.qtbot.keyClick(note.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    work.settle()
    assert note.text() != "tunggu di gapura"
    assert work.deciding.last_undoable is not None
    assert [row.decision.act for row in work.store.waiting()] == [acts.ClaimCase()]


def test_a_refusal_is_told_in_plain_words(work: Operations) -> None:
    report = a_report(1, priority=1)
    work.feed(report)
    told: list[object] = []
    work.deciding.decide(acts.JunkCase(outcome="prank"), report.id, refused=told.append)
    work.qtbot.waitUntil(lambda: bool(told))
    assert work.window.toast.sentence.full_text() == "Anda tidak memegang KJ-2611-0001. Ambil dahulu."
    assert not work.window.toast.undo_button.isVisible()


def test_the_lamp_says_how_the_desk_stands_to_its_server(work: Operations) -> None:
    status = work.window.status
    assert status.health.text() == "Tersambung"
    work.later(200)
    status.show_link(Link(state=LinkState.OFFLINE, since=NOW, waiting=3, oldest_waiting_at=NOW))
    assert status.health.text() == "Offline 3 mnt · pekerjaan tetap jalan"
    assert status.waiting.text() == "3 keputusan menunggu kirim · tertua 3 mnt"


def test_filters_show_their_counts_and_ask_the_queue(work: Operations) -> None:
    work.feed(a_report(1), a_report(2))
    work.settle()
    chips = work.window.top.filters._buttons
    work.qtbot.waitUntil(lambda: chips[QueueFilter.OPEN].accessibleName() == "Semua 2")
    work.qtbot.mouseClick(chips[QueueFilter.MINE], Qt.MouseButton.LeftButton)
    assert work.window.queue.model.query.filter is QueueFilter.MINE
    assert work.window.queue.model.query.actor_id == "dewi"
    work.window.top.search.setFocus()
    work.qtbot.keyClicks(work.window.top.search, "rekaan")
    work.qtbot.keyClick(work.window.top.search, Qt.Key.Key_Return)
    assert work.window.queue.model.query.search == "rekaan"
    work.settle()
    assert QApplication.focusWidget() is work.window.queue.view


def test_who_else_looks_is_shown(work: Operations) -> None:
    report = a_report(1)
    work.feed(report)
    work.line.others = {report.id: ("Budi",)}
    work.qtbot.waitUntil(lambda: work.window.queue.view._delegate.lookers == work.line.others)


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1366, 768)])
def test_nothing_overlaps_and_nothing_is_cut_off(qtbot, tmp_path, size: QSize) -> None:
    work = Operations(qtbot, tmp_path, size)
    work.feed(a_report(1, age_s=92, priority=1))
    work.settle()
    window = work.window
    assert window.size() == size
    for row in (window.top, window.status, window.band):
        widgets = [child for child in row.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
                   if child.isVisible()]  # fmt: skip
        for one in widgets:
            assert row.rect().contains(one.geometry()), f"{one} sticks out"
            assert not any(one.geometry().intersects(other.geometry()) for other in widgets if other is not one)
    assert window.queue.width() >= 400
    assert work.map.width() >= 400
    assert window.queue.view.height() > 5 * window.queue.view.rowHeight(0)
    work.close()


def test_a_layout_is_remembered(qtbot, tmp_path) -> None:
    kept = Kept()
    first = Operations(qtbot, tmp_path / "a", kept=kept)
    first.window.docks.float_or_back("case")
    first.close()
    first.window.close()
    assert "window.state" in kept
    second = Operations(qtbot, tmp_path / "b", kept=kept)
    assert second.window.docks.dock("case").isFloating()
    second.window.docks.arrange("one")
    assert not second.window.docks.dock("case").isFloating()
    second.close()


def test_words_and_looks_change_while_it_is_open(work: Operations) -> None:
    work.feed(a_report(1))
    work.language.speak("en")
    work.qtbot.waitUntil(lambda: work.window.status.health.text() == "Connected")
    assert work.window.windowTitle() == "Sigap · operations"
    assert work.window.top.filters._buttons[QueueFilter.NEW].text().startswith("New")
    menu = work.window.person.menu_now()
    assert [action.text() for action in menu.actions() if action.text()][:2] == ["Language", "Theme"]
    menu.deleteLater()
    work.language.speak("id")


def test_every_interactive_widget_has_a_name(work: Operations) -> None:
    nameless = [
        widget
        for widget in (work.window.queue.view, work.window.top.search, work.window.top.filters, work.window.person)
        if not widget.accessibleName()
    ]
    assert not nameless


def test_every_label_in_the_window_is_plain(work: Operations) -> None:
    work.feed(replace(a_report(1, age_s=92, priority=1), text="<img src=x>"))
    work.settle()
    labels = work.window.findChildren(QLabel)
    assert len(labels) > 20
    rich = [label for label in labels if label.textFormat() != Qt.TextFormat.PlainText]
    assert not rich


def test_f8_goes_from_one_unclaimed_p1_to_the_next(work: Operations) -> None:
    reports = [a_report(n, age_s=10 * n, priority=1) for n in (1, 2)]
    work.feed(*reports, a_report(3))
    work.qtbot.waitUntil(lambda: len(work.window.watch.rows) == 2)
    chosen = []
    for _ in range(3):
        work.qtbot.keyClick(work.window, Qt.Key.Key_F8)
        chosen.append(work.selection.report_id)
    assert set(chosen) == {report.id for report in reports}
    assert chosen[0] == chosen[2] != chosen[1]


def test_a_numbers_tail_finds_its_report(work: Operations) -> None:
    work.feed(a_report(187), a_report(42))
    search = work.window.top.search
    search.setFocus()
    work.qtbot.keyClicks(search, "187")
    work.qtbot.keyClick(search, Qt.Key.Key_Return)
    work.settle()
    rows = [work.window.queue.model.row(n) for n in range(work.window.queue.model.total)]
    assert [row.number for row in rows if row] == ["KJ-2611-0187"]


def test_a_missing_second_copy_is_told(work: Operations) -> None:
    report = a_report(1)
    work.feed(report)
    done = Done(decision_id="d", report_id=report.id, number=report.number, act=acts.ClaimCase(), undo_until_s=0.0)
    work.deciding.decided.emit(replace(done, second_copy=False))
    work.qtbot.waitUntil(lambda: work.window.status.attention.text() == "Perlu perhatian 1")
    work.deciding.decided.emit(done)
    work.qtbot.waitUntil(lambda: work.window.status.attention.text() == "Perlu perhatian 0")
