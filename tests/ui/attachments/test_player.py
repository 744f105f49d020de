"""A player asks ahead in the background, keeps to its clock, and says what is not heard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from console.desk.attachments import NotShown
from console.domain.attachment import Attachment
from console.ui.attachments.frame_size import FrameSize
from console.ui.attachments.heard import Heard
from console.ui.attachments.player import Player
from console.ui.background import Background
from tests.worlds.films import HandDevice, HandFilm, HandSource

CLIP = Attachment(
    id="v1", name="a.mp4", media_type="video/mp4", size_bytes=9, sha256="a" * 64,
    received_at=datetime(2026, 1, 1, tzinfo=UTC),
)  # fmt: skip


class Room:
    """A player with everything it needs, and what it told."""

    def __init__(self, qtbot: QtBot, film: HandFilm, device: HandDevice, *, pictures: bool = True) -> None:
        self.qtbot, self.device = qtbot, device
        self.source, self.background, self.owner = HandSource(film), Background(), QObject()
        self.player = Player(self.source, self.background, device, self.owner, pictures=pictures)
        self.told: list[NotShown] = []
        self.player.refused.connect(self.told.append)
        self.player.stumbled.connect(self.told.append)

    def open(self) -> Player:
        self.player.open(CLIP)
        self.qtbot.waitUntil(lambda: self.player.facts is not None and self.background.idle)
        return self.player

    def until(self, at_s: float) -> None:
        self.qtbot.waitUntil(lambda: self.player.playback.at_s >= at_s or not self.player.playing)

    def close(self) -> None:
        self.player.close()
        self.background.stop()


@pytest.fixture
def rooms(qtbot: QtBot) -> Iterator[list[Room]]:
    made: list[Room] = []
    yield made
    for room in made:
        room.close()


def a_room(rooms: list[Room], qtbot: QtBot, film: HandFilm, device: HandDevice | None = None, **how: bool) -> Room:
    rooms.append(Room(qtbot, film, device or HandDevice(), **how))
    return rooms[-1]


def test_its_first_frame_comes_by_itself_and_little_is_asked_before_it_plays(rooms: list[Room], qtbot: QtBot) -> None:
    room = a_room(rooms, qtbot, HandFilm(60_000))
    player = room.open()
    assert player.frame is not None
    assert [(at, length) for at, length, _ in room.source.asked] == [(0, 0), (0, 800)]


def test_it_plays_by_the_machines_clock_where_there_is_no_sound_device(rooms: list[Room], qtbot: QtBot) -> None:
    room = a_room(rooms, qtbot, HandFilm(400, sound=True), HandDevice(there=False))
    player = room.open()
    assert player.heard is Heard.NO_DEVICE
    player.play(1.0)
    qtbot.waitUntil(lambda: not player.playing)
    assert player.playback.ended
    assert player.frame is not None
    assert player.frame.at_s == pytest.approx(0.36)


def test_pictures_follow_what_the_device_has_played(rooms: list[Room], qtbot: QtBot) -> None:
    room = a_room(rooms, qtbot, HandFilm(4_000, sound=True))
    player = room.open()
    player.play(1.0)
    qtbot.waitUntil(lambda: len(room.device.heard) >= 240 * 192)
    for played_s in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6):
        assert player.playback.at_s <= played_s - 0.1 + 0.081
        room.device.play(100)
        full = len(room.device.heard)
        qtbot.waitUntil(lambda full=full: len(room.device.heard) > full)
    qtbot.waitUntil(lambda: player.playback.at_s >= 0.6)
    assert player.playback.at_s <= 0.681
    assert [room.device.heard[ms * 192] for ms in range(500)] == [ms % 251 for ms in range(500)]


def test_a_device_that_is_taken_away_leaves_the_film_playing(rooms: list[Room], qtbot: QtBot) -> None:
    room = a_room(rooms, qtbot, HandFilm(500, sound=True))
    player = room.open()
    player.play(1.0)
    room.device.there = False
    qtbot.waitUntil(lambda: not player.playing)
    assert player.playback.ended
    assert player.heard is Heard.NO_DEVICE


def test_a_jump_empties_the_device_and_feeds_it_from_there(rooms: list[Room], qtbot: QtBot) -> None:
    room = a_room(rooms, qtbot, HandFilm(10_000, sound=True))
    player = room.open()
    player.play(1.0)
    qtbot.waitUntil(lambda: bool(room.device.heard))
    player.seek(7.0)
    assert not room.device.is_open
    player.seek(8.0)
    room.device.heard = b""
    qtbot.waitUntil(lambda: bool(room.device.heard))
    assert room.device.opened == 2  # not once for each jump of a hand that drags
    assert player.playback.at_s >= 8.1


def test_backwards_it_is_silent_and_says_so(rooms: list[Room], qtbot: QtBot) -> None:
    room = a_room(rooms, qtbot, HandFilm(300, sound=True))
    player = room.open()
    player.play(-1.0)
    assert player.heard is Heard.BACKWARDS
    qtbot.waitUntil(lambda: not player.playing)
    assert player.playback.at_s == 0.0
    assert not room.device.heard


def test_a_muted_film_keeps_step_with_its_device(rooms: list[Room], qtbot: QtBot) -> None:
    room = a_room(rooms, qtbot, HandFilm(2_000, sound=True))
    player = room.open()
    player.set_volume(0.5, muted=True)
    player.play(1.0)
    qtbot.waitUntil(lambda: bool(room.device.heard))
    assert room.device.volume == 0.0
    assert player.heard is Heard.MUTED
    player.set_volume(0.5, muted=False)
    assert room.device.volume == pytest.approx(0.125)


def test_a_refused_span_stands_still_there_and_another_moment_may_do(rooms: list[Room], qtbot: QtBot) -> None:
    room = a_room(rooms, qtbot, HandFilm(60_000))
    player = room.open()
    room.source.refusal = NotShown(code="broken")
    player.play(4.0)
    qtbot.waitUntil(lambda: not player.playing)
    assert [each.code for each in room.told] == ["broken"]
    room.source.refusal = None
    player.seek(30.0)
    qtbot.waitUntil(lambda: player.frame is not None and player.frame.at_s == 30.0)


def test_a_file_that_cannot_be_read_at_all_is_refused(rooms: list[Room], qtbot: QtBot) -> None:
    room = a_room(rooms, qtbot, HandFilm())
    room.source.refusal = NotShown(code="kind_unknown")
    room.player.open(CLIP)
    qtbot.waitUntil(lambda: bool(room.told))
    assert room.player.facts is None


def test_a_sound_alone_is_fed_to_its_end(rooms: list[Room], qtbot: QtBot) -> None:
    room = a_room(rooms, qtbot, HandFilm(700, sound=True), pictures=False)
    player = room.open()
    player.play(1.0)

    def ended() -> bool:
        room.device.play(40)
        return not player.playing

    qtbot.waitUntil(ended)
    assert len(room.device.heard) == 700 * 192
    assert player.playback.ended


def test_a_film_without_a_picture_is_heard(rooms: list[Room], qtbot: QtBot) -> None:
    room = a_room(rooms, qtbot, HandFilm(20_000, edge=0, sound=True))
    player = room.open()
    assert not player.playback.pictures
    player.play(1.0)
    qtbot.waitUntil(lambda: bool(room.device.heard))
    assert (0, 10_000, 0) in room.source.asked


def test_nothing_is_asked_on_the_windows_own_thread(rooms: list[Room], qtbot: QtBot) -> None:
    room = a_room(rooms, qtbot, HandFilm(3_000))
    player = room.open()
    player.play(4.0)
    player.seek(2.0)
    player.step(-1)
    qtbot.waitUntil(lambda: player.frame is not None and player.frame.at_s == pytest.approx(1.96))
    assert room.source.threads
    assert all(name.startswith("sigap-desk") for name in room.source.threads)


def test_frames_are_asked_no_larger_than_they_are_seen_and_smaller_where_the_machine_is_slow() -> None:
    size, film = FrameSize(), HandFilm(60_000, per_second=30)
    size.begin(1920)
    size.show_at(900)
    assert (size.full_px, size.edge_px, size.span_ms) == (1280, 960, 800)
    size.learn(film.span(0, 1_000), 2.0, 1.0)
    assert size.edge_px == 640
    for _ in range(4):
        size.learn(film.span(0, 1_000), 0.1, 1.0)
    assert size.edge_px == 960
    size.begin(320)
    assert size.edge_px == 320
