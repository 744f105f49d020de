"""Players obey the keys film editors know."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from console.desk.part import Part
from console.ui.attachments.heard import Heard
from console.ui.attachments.player import Player
from console.ui.attachments.player_foot import PlayerFoot
from console.ui.attachments.player_keys import take_key
from console.ui.background import Background
from tests.ui.attachments.test_player import CLIP
from tests.worlds.films import HandDevice, HandFilm, HandSource

Key = Qt.Key


class Desk:
    """A player with its buttons; `press` a key."""

    def __init__(self, qtbot: QtBot, *, pictures: bool = True) -> None:
        self.background, self.owner = Background(), QObject()
        source = HandSource(HandFilm(20_000, sound=True))
        self.player = Player(source, self.background, HandDevice(), self.owner, pictures=pictures)
        self.foot = PlayerFoot(self.player)
        qtbot.addWidget(self.foot)
        self.player.open(CLIP)
        qtbot.waitUntil(lambda: self.player.facts is not None and self.background.idle)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = "") -> bool:
        return take_key(QKeyEvent(QEvent.Type.KeyPress, key, held, text), self.player, self.foot)

    @property
    def runs(self) -> tuple[bool, float]:
        return self.player.playing, self.player.playback.rate


@pytest.fixture
def desks(qtbot: QtBot) -> Iterator[list[Desk]]:
    made: list[Desk] = []
    yield made
    for desk in made:
        desk.player.close()
        desk.background.stop()


def a_desk(desks: list[Desk], qtbot: QtBot, *, pictures: bool = True) -> Desk:
    desks.append(Desk(qtbot, pictures=pictures))
    return desks[-1]


def test_j_k_and_l_run_backwards_stop_and_run_once_more_faster(desks: list[Desk], qtbot: QtBot) -> None:
    desk = a_desk(desks, qtbot)
    runs = []
    for key in (Key.Key_L, Key.Key_L, Key.Key_L, Key.Key_L, Key.Key_J, Key.Key_J, Key.Key_K, Key.Key_L):
        assert desk.press(key)
        runs.append(desk.runs)
    assert runs == [
        (True, 1.0), (True, 2.0), (True, 4.0), (True, 4.0), (True, -1.0), (True, -2.0), (False, -2.0), (True, 1.0),
    ]  # fmt: skip


def test_space_plays_forwards_whatever_was_before(desks: list[Desk], qtbot: QtBot) -> None:
    desk = a_desk(desks, qtbot)
    desk.press(Key.Key_J)
    desk.press(Key.Key_Space)
    assert not desk.player.playing
    desk.press(Key.Key_Space)
    assert desk.runs == (True, 1.0)


def test_speed_mute_loop_and_jumps(desks: list[Desk], qtbot: QtBot) -> None:
    desk = a_desk(desks, qtbot)
    desk.press(Key.Key_BracketRight)
    assert desk.player.playback.rate == 1.5
    desk.press(Key.Key_BracketLeft)
    desk.press(Key.Key_BracketLeft)
    assert desk.player.playback.rate == 0.75
    desk.press(Key.Key_M)
    assert desk.player.heard is Heard.MUTED
    desk.press(Key.Key_R)
    assert desk.player.playback.loops
    desk.press(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert desk.player.playback.at_s == 5.0
    desk.press(Key.Key_End)
    assert desk.player.playback.at_s == 20.0
    assert not desk.press(Key.Key_Right)
    assert not desk.press(Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_in_a_sound_steps_are_of_five_seconds(desks: list[Desk], qtbot: QtBot) -> None:
    desk = a_desk(desks, qtbot, pictures=False)
    for key, at_s in ((Key.Key_Period, 5.0), (Key.Key_Period, 10.0), (Key.Key_Comma, 5.0), (Key.Key_J, 0.0)):
        desk.press(key)
        assert desk.player.playback.at_s == at_s
    assert desk.foot.clock.text() == "0:00.0 / 0:20.0"


def test_i_and_o_mark_a_part_that_is_repeated_and_p_takes_it_away(desks: list[Desk], qtbot: QtBot) -> None:
    desk = a_desk(desks, qtbot)
    desk.player.seek(5.0)
    desk.press(Key.Key_I)
    assert desk.foot.part.isChecked()
    assert "0:05.0–…" in desk.foot.heard.text()
    desk.player.seek(7.5)
    desk.press(Key.Key_O)
    assert desk.player.playback.part == Part(5_000, 7_500)
    assert "0:05.0–0:07.5" in desk.foot.heard.text()
    desk.press(Key.Key_P)
    assert desk.player.playback.part == Part()
    assert not desk.foot.part.isChecked()
