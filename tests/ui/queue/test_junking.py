"""A hundred pranks and one emergency at the keyboard: real queue, real pane, real keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.desk.queue import Queue
from console.domain import acts
from console.domain.queue_row import QueueFilter, QueueQuery
from console.domain.reporter import Reporter
from console.ui.case.composer import Composer
from console.ui.keys import KeyGuard
from console.ui.queue.pane import QueuePane
from tests.frozen import FrozenClock
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import NOW, a_report

Key = Qt.Key


class Hall(CaseWindow):
    """Queue and case side by side; `clock` is the only one the guards read."""

    def __init__(self, qtbot: QtBot, folder: Path, clock: FrozenClock) -> None:
        super().__init__(qtbot, folder)
        self.clock = clock
        self.selection._monotonic_s = clock.monotonic_s
        self.guard.deleteLater()
        self.guard = KeyGuard(self.selection, monotonic_s=clock.monotonic_s)
        self.guard.watch(self.pane)
        self.guard.pressed.connect(self.pane.press)
        self.queue = QueuePane(Queue(self.desk.store), self.background, self.selection, lambda: NOW)
        self.guard.watch(self.queue.view)
        self.deciding.decided.connect(self.queue.take_done)
        self.relay.changed.connect(self.queue.take)
        qtbot.addWidget(self.queue)
        self.queue.resize(420, 900)
        self.queue.show()
        self.queue.ask(QueueQuery(filter=QueueFilter.OPEN, actor_id="dewi"))

    def begin(self, first: str) -> None:
        self.settle()
        self.selection.select(first)
        self.queue.view.setFocus()
        self.go_on()

    def go_on(self) -> None:
        """What was caused happens, and the hand rests for a second."""
        self.settle()
        self.clock.advance(1)

    def strike(self, key: Key, *, held: bool = False, shift: bool = False) -> None:
        """One key event, as the keyboard sends it."""
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        target = QApplication.focusWidget() or self.queue.view
        text = chr(key).lower() if key < 0x110000 else ""
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, modifier, text, held))


@pytest.fixture
def hall(qtbot: QtBot, tmp_path: Path, frozen_clock: FrozenClock) -> Iterator[Hall]:
    made = Hall(qtbot, tmp_path, frozen_clock)
    for number in range(1, 6):
        made.desk.report(a_report(f"r{number}", f"KJ-{number}", text="halo halo", category="noise"))
    yield made
    made.queue.view.hand.leave()
    made.close()


def test_a_junk_key_held_for_five_seconds_disposes_of_one_report_and_the_next_is_selected(hall: Hall) -> None:
    hall.begin("r1")
    hall.strike(Key.Key_X)
    for _ in range(100):
        hall.clock.advance(0.05)
        hall.strike(Key.Key_X, held=True)
        hall.settle()
    assert hall.desk.decided() == [acts.JunkCase(outcome="prank")]
    assert hall.selection.report_id == "r2"
    hall.go_on()
    hall.strike(Key.Key_X)
    hall.go_on()
    assert len(hall.desk.decided()) == 2
    assert hall.selection.report_id == "r3"


def test_a_p1_that_arrives_while_the_key_goes_down_is_not_the_one_decided_on(hall: Hall) -> None:
    hall.begin("r1")
    hall.desk.report(a_report("p1", "KJ-99", text="Tolong, rumah terbakar", category="fire"))
    hall.strike(Key.Key_X)
    hall.go_on()
    assert hall.desk.decided() == [acts.JunkCase(outcome="prank")]
    assert hall.desk.store.shown("r1").report.outcome == "prank"
    assert hall.desk.store.shown("p1").report.outcome == ""


def test_pasar_palsu_typed_at_any_pace_with_no_field_focused_decides_nothing(hall: Hall) -> None:
    for apart_s in (0.08, 0.35):
        hall.begin("r1")
        for letter in "pasar palsu":
            hall.strike(Key.Key_Space if letter == " " else Key(Key.Key_A.value + ord(letter) - ord("a")))
            hall.settle()
            hall.clock.advance(apart_s)
        hall.strike(Key.Key_Escape)
        hall.go_on()
    assert hall.desk.decided() == []


def test_rows_are_marked_by_blank_and_by_shift_and_escape_lets_them_go(hall: Hall) -> None:
    hall.begin("r1")
    hall.strike(Key.Key_Space)
    hall.strike(Key.Key_Space, held=True)
    hall.strike(Key.Key_Down, shift=True)
    hall.strike(Key.Key_Down, shift=True)
    hall.settle()
    assert hall.selection.marked == ("r1", "r2", "r3")
    assert hall.queue.marks.isVisible()
    assert "3 ditandai" in hall.queue.marks.text()
    hall.go_on()
    hall.strike(Key.Key_X)
    hall.settle()
    hall.qtbot.keyClick(hall.pane.tray.card, Key.Key_1)
    hall.go_on()
    assert hall.desk.decided() == [acts.JunkCase(outcome="prank")] * 3
    assert hall.selection.report_id == "r4"
    assert not hall.queue.marks.isVisible()
    hall.queue.view.setFocus()
    hall.strike(Key.Key_Space)
    hall.strike(Key.Key_Escape)
    assert not hall.selection.marked


def test_w_while_the_toast_stands_means_the_report_just_disposed_of(hall: Hall) -> None:
    caller = Reporter(id="p6", recognised_by=("invented",))
    hall.desk.report(a_report("r6", "KJ-6", text="halo halo", category="noise", reporter=caller))
    hall.pane.after_junk.begin()
    offered: list[str] = []
    hall.pane.after_junk.offered.connect(lambda done: offered.append(done.number))
    hall.begin("r6")
    hall.strike(Key.Key_X)
    hall.go_on()
    assert offered == ["KJ-6"]
    assert hall.selection.report_id != "r6"
    hall.queue.view.setFocus()
    hall.strike(Key.Key_W, held=True)
    hall.settle()
    assert hall.pane.tray.card is None
    hall.clock.advance(1)
    hall.strike(Key.Key_W)
    hall.settle()
    card = hall.pane.tray.card
    assert isinstance(card, Composer)
    assert "KJ-6" in card.title.text()
    assert [type(act) for act in hall.desk.decided()] == [acts.JunkCase]
    hall.write("tertawa lalu menutup")
    assert isinstance(hall.desk.decided()[-1], acts.StrikeReporter)
    assert hall.desk.store.waiting()[-1].decision.subject.id == "r6"


def test_w_means_the_selected_one_again_when_a_person_chose_another_or_the_toast_is_over(hall: Hall) -> None:
    hall.pane.after_junk.begin()
    hall.begin("r1")
    hall.strike(Key.Key_X)
    hall.go_on()
    hall.selection.select("r4")
    hall.settle()
    assert not hall.pane.after_junk.press()
