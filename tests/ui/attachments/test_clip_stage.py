"""Films and sounds through the jail onto the screen: shown, stepped, kept, heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from console.decode.refusal import RefusalCode
from console.desk.attaching import NotTaken
from console.desk.attachments import NotShown
from console.domain.attachment import Attachment
from console.domain.report import Report
from console.ui.attachments.clip_stage import ClipStage
from console.ui.attachments.heard import Heard
from console.ui.attachments.player_words import moment_words
from console.ui.attachments.sound_stage import SoundStage
from console.ui.attachments.still import still_name
from console.ui.attachments.viewer_parts import ViewerParts
from tests.worlds.cases import a_report
from tests.worlds.films import HandDevice
from tests.worlds.viewing import ViewerWorld, viewer_world

WIB = ZoneInfo("Asia/Jakarta")


@pytest.fixture
def world() -> Iterator[ViewerWorld]:
    with viewer_world(warm=0) as made:
        yield made


class Kept:
    """What is put on a case."""

    def __init__(self) -> None:
        self.files: list[tuple[str, bytes, str]] = []

    def __call__(self, report_id: str, data: bytes, name: str) -> NotTaken:
        self.files.append((report_id, data, name))
        return NotTaken(code="too_large")


def parts_of(world: ViewerWorld) -> tuple[ViewerParts, Kept]:
    kept = Kept()
    return replace(world.parts, attach=kept), kept


def case_of(world: ViewerWorld, name: str, data: bytes, media_type: str) -> tuple[Attachment, Report]:
    file = world.files.add(name, data, media_type)
    return file, a_report("r1", "KJ-2611-0184", attachments=(file,))


def shown(stage: ClipStage | SoundStage, qtbot: QtBot) -> None:
    qtbot.addWidget(stage)
    stage.resize(800, 600)
    stage.show()


def test_a_film_is_shown_stepped_jumped_in_and_a_frame_of_it_kept(
    world: ViewerWorld, qtbot: QtBot, real_data: Path
) -> None:
    film = (real_data / "media" / "good" / "sample.3gp").read_bytes()
    file, report = case_of(world, "a.3gp", film, "video/3gpp")
    parts, kept = parts_of(world)
    device = HandDevice()
    stage = ClipStage(parts, device=device)
    shown(stage, qtbot)
    told: list[tuple[str, ...]] = []
    stage.told.connect(told.append)
    stage.show_file(file, report, WIB)
    assert stage.film.words
    qtbot.waitUntil(lambda: stage.film.frame is not None and stage.hover.still_at(0) is not None, timeout=30_000)
    assert told[-1][0] == "176 × 144 px"
    assert stage.player.heard is Heard.SOUND
    assert (stage.scrubber.maximum(), stage.foot.clock.text()) == (4_933, "0:00.000 / 0:04.9")
    qtbot.waitUntil(lambda: world.background.idle, timeout=30_000)

    stage.player.play(1.0)
    qtbot.waitUntil(lambda: bool(device.heard), timeout=30_000)
    stage.player.pause()
    stage.player.step(1)
    qtbot.waitUntil(lambda: world.background.idle, timeout=30_000)
    frame = stage.film.frame
    assert frame is not None
    assert frame.at_s == pytest.approx(round(frame.at_s * 15) / 15, abs=1e-3)

    stage.scrubber.hovered.emit(2.0, 100)
    still = stage.hover.still_at(2.0)
    assert still is not None
    assert abs(still.at_s - 2.0) < 0.2
    qtbot.mouseClick(stage.scrubber, Qt.MouseButton.LeftButton, pos=QPoint(round(stage.scrubber.x_at(3_000)), 12))
    assert stage.film.frame is stage.hover.still_at(3.0)  # stands in until the frame itself is decoded
    qtbot.waitUntil(lambda: stage.player.playback.fresh and world.background.idle, timeout=30_000)
    frame = stage.film.frame
    assert frame is not None
    assert 0 <= stage.player.playback.at_s - frame.at_s < 0.068
    assert stage.player.playback.at_s == pytest.approx(3.0, abs=0.01)

    stage.still.click()
    qtbot.waitUntil(lambda: bool(kept.files) and stage.still.isEnabled(), timeout=30_000)
    report_id, data, name = kept.files[0]
    assert (report_id, name) == ("r1", still_name("KJ-2611-0184", 1, frame.at_s))
    assert data.startswith(b"\x89PNG")
    assert b"Source" in data
    stage.clear()
    assert stage.film.frame is None


def test_a_sound_shows_its_waveform_and_is_heard_from_where_it_is_pressed(
    world: ViewerWorld, qtbot: QtBot, real_data: Path
) -> None:
    sound = (real_data / "media" / "good" / "alac.m4a").read_bytes()
    file, report = case_of(world, "a.m4a", sound, "audio/mp4")
    parts, _ = parts_of(world)
    device = HandDevice()
    stage = SoundStage(parts, device=device)
    shown(stage, qtbot)
    stage.show_file(file, report, WIB)
    qtbot.waitUntil(lambda: bool(stage.waveform.levels) and world.background.idle, timeout=30_000)
    assert stage.waveform.maximum() == 11_288
    qtbot.mouseClick(stage.waveform, Qt.MouseButton.LeftButton, pos=QPoint(round(stage.waveform.x_at(2_000)), 50))
    stage.foot.play.click()
    qtbot.waitUntil(lambda: bool(device.heard), timeout=30_000)
    assert any(device.heard)
    assert stage.player.playback.at_s == pytest.approx(2.0, abs=0.2)
    stage.clear()
    assert not device.is_open


def test_what_cannot_be_opened_is_refused_by_name(world: ViewerWorld, qtbot: QtBot) -> None:
    file, report = case_of(world, "a.mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 300, "video/mp4")
    stage = ClipStage(parts_of(world)[0], device=HandDevice())
    shown(stage, qtbot)
    refused: list[NotShown] = []
    stage.refused.connect(refused.append)
    stage.show_file(file, report, WIB)
    qtbot.waitUntil(lambda: bool(refused), timeout=30_000)
    assert refused[0].code == RefusalCode.BROKEN.value


def test_moments_are_said_as_people_say_them_and_never_too_late() -> None:
    assert moment_words(65.999) == "1:05"
    assert moment_words(5.2836, tenths=True) == "0:05.2"
    assert moment_words(5.283, thousandths=True) == "0:05.283"
    assert moment_words(3_725.0) == "1:02:05"
    assert still_name("KJ-1", 2, 65.283) == "KJ-1-2_01m05s283.png"
