"""Letters decide only in queue and case, one at a time, on a report that stood still."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from console.ui.keys import KeyGuard
from console.ui.selection import Selection
from tests.frozen import FrozenClock


class Desk(QWidget):
    """A pane with a text field in it, and what the guard let through."""

    def __init__(self, qtbot, clock: FrozenClock) -> None:
        super().__init__()
        self.qtbot, self.clock = qtbot, clock
        self.selection = Selection(self, monotonic_s=clock.monotonic_s)
        self.guard = KeyGuard(self.selection, self, monotonic_s=clock.monotonic_s)
        self.pane, self.field = QWidget(), QLineEdit()
        self.pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        QVBoxLayout(self.pane).addWidget(self.field)
        QVBoxLayout(self).addWidget(self.pane)
        self.guard.watch(self.pane)
        self.let: list[tuple[str, str, bool]] = []
        self.guard.pressed.connect(lambda *what: self.let.append(what))

    def press(self, key: Qt.Key, *, repeated: bool = False, shift: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        target = QApplication.focusWidget() or self.pane
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, modifier, chr(key).lower(), repeated))


@pytest.fixture
def desk(qtbot, frozen_clock) -> Desk:
    desk = Desk(qtbot, frozen_clock)
    qtbot.addWidget(desk)
    desk.show()
    desk.pane.setFocus()
    desk.selection.select("r1")
    frozen_clock.advance(1)
    return desk


def test_a_letter_acts_on_the_selected_report(desk: Desk) -> None:
    desk.press(Qt.Key.Key_A)
    desk.clock.advance(1)
    desk.press(Qt.Key.Key_X, shift=True)
    assert desk.let == [("A", "r1", False), ("X", "r1", True)]


def test_nothing_happens_without_a_selected_report(desk: Desk) -> None:
    desk.selection.clear()
    desk.clock.advance(1)
    desk.press(Qt.Key.Key_A)
    assert desk.let == []


def test_a_held_key_acts_once(desk: Desk) -> None:
    desk.press(Qt.Key.Key_X)
    for _ in range(5):
        desk.clock.advance(1)
        desk.press(Qt.Key.Key_X, repeated=True)
    assert len(desk.let) == 1


def test_letters_close_together_are_typing(desk: Desk) -> None:
    desk.press(Qt.Key.Key_A)
    desk.clock.advance(0.299)
    desk.press(Qt.Key.Key_K)
    desk.clock.advance(0.299)
    desk.press(Qt.Key.Key_X)
    assert [letter for letter, _, _ in desk.let] == ["A"]
    desk.clock.advance(0.31)
    desk.press(Qt.Key.Key_K)
    assert [letter for letter, _, _ in desk.let] == ["A", "K"]


def test_a_report_must_have_been_selected_for_a_while(desk: Desk) -> None:
    desk.selection.select("r2")
    desk.clock.advance(0.2)
    desk.press(Qt.Key.Key_X)
    assert desk.let == []


def test_a_p1_that_arrives_while_the_key_goes_down_is_not_decided_on(desk: Desk) -> None:
    desk.guard.pressed.connect(lambda *_: desk.selection.select("p1-just-arrived"))
    desk.press(Qt.Key.Key_X)
    assert desk.let == [("X", "r1", False)]
    desk.clock.advance(0.2)
    desk.press(Qt.Key.Key_X)
    assert desk.let == [("X", "r1", False)]


def test_letters_in_a_text_field_stay_letters(desk: Desk) -> None:
    desk.field.setFocus()
    desk.press(Qt.Key.Key_X)
    assert desk.field.text() == "x"
    assert desk.let == []


def test_coming_out_of_a_text_field_is_still_typing(desk: Desk) -> None:
    desk.field.setFocus()
    desk.press(Qt.Key.Key_X)
    desk.clock.advance(1)
    desk.pane.setFocus()
    desk.press(Qt.Key.Key_X)
    assert desk.let == []


def test_letters_with_ctrl_or_alt_are_other_keys(desk: Desk) -> None:
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_X, modifier, "x")
        QApplication.sendEvent(desk.pane, event)
        desk.clock.advance(1)
    assert desk.let == []
