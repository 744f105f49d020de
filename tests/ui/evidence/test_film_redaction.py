"""A film's parts are covered and silenced by hand and key, its copy comes onto the case."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from console.decode.pool import Decoder
from console.desk.playback import MAX_MS
from console.domain.evidence import redacted_of, redaction_of
from console.domain.silence import Silence
from console.ui.attachments.clip_stage import ClipStage
from console.ui.attachments.moving_redact import MovingRedact
from console.ui.attachments.sound_stage import SoundStage
from console.ui.attachments.viewer import Viewer
from tests.decode.films import song
from tests.decode.test_redacting import busy, check_covered, check_sound
from tests.ui.evidence.test_handling import opened, show, side_of
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import a_report


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path, decoder=Decoder(warm=1, at_once=1))
    yield made
    made.close()


def viewer_of(window: CaseWindow) -> Viewer:
    viewer = window.pane.viewing.viewer
    assert viewer is not None
    return viewer


def begun(window: CaseWindow) -> MovingRedact:
    """Parts are being chosen, by key."""
    window.qtbot.keyClick(viewer_of(window), Qt.Key.Key_X)
    side = window.pane.viewing.handling
    assert side is not None
    assert side.moving is not None
    return side.moving


def test_a_face_in_a_film_is_covered_from_here_until_here_and_a_name_silenced(window: CaseWindow):
    original = busy(tuple(range(0, 1600, 40)), loud=True)
    file = window.desk.files.add("film.mov", original, "video/quicktime")
    window.open(a_report("r1", "KJ-2611-0184", attachments=(file,)))
    side = side_of(window)
    viewer, key = viewer_of(window), Qt.Key
    stage = viewer.stage
    assert isinstance(stage, ClipStage)
    window.qtbot.waitUntil(lambda: stage.film.frame is not None and stage.player.facts is not None, timeout=30_000)
    moving = begun(window)
    assert not moving.bar.make.isEnabled()

    # A box by hand, all the while; then from a frame until a frame. One by key, taken away again.
    layer = moving.layer
    assert layer is not None
    middle = stage.film.rect().center()
    window.qtbot.mousePress(layer, Qt.MouseButton.LeftButton, pos=middle - QPoint(30, 20))
    window.qtbot.mouseMove(layer, middle + QPoint(30, 20))
    window.qtbot.mouseRelease(layer, Qt.MouseButton.LeftButton, pos=middle + QPoint(30, 20))
    assert (layer.spans, moving.lane.parts[0].words) == ((None,), "1 Kotak · sepanjang waktu")
    seek(window, stage, 0.4)
    window.qtbot.keyClick(layer, key.Key_I)
    seek(window, stage, 0.8)
    window.qtbot.keyClick(layer, key.Key_O)
    assert list(layer.spans) == [(400, 801)]
    window.qtbot.keyClick(layer, key.Key_B)
    assert len(moving.boxes) == 2
    window.qtbot.keyClick(layer, key.Key_Delete)
    window.qtbot.keyClick(layer, key.Key_Q)
    assert moving.silences == (Silence(from_ms=800, until_ms=MAX_MS),)
    seek(window, stage, 1.2)
    window.qtbot.keyClick(layer, key.Key_O)
    assert moving.silences == (Silence(from_ms=800, until_ms=1201),)
    window.qtbot.keyClick(layer, key.Key_Up)
    window.qtbot.keyClick(layer, key.Key_W)
    assert list(layer.spans) == [None]
    moving.lane.stretched.emit(0, 400, 801)
    window.qtbot.keyClick(layer, key.Key_Right)
    show("film-redact", viewer)
    boxes, silences = moving.boxes, moving.silences
    window.qtbot.keyClick(layer, key.Key_Return)
    assert side.moving is None
    assert side.section.stop.isVisibleTo(side.section)
    window.qtbot.waitUntil(lambda: len(window.view.report.attachments) == 2, timeout=60_000)
    window.qtbot.waitUntil(lambda: not side.copies.running, timeout=20_000)
    window.settle()
    assert side.section.said.text() == "Salinan tertutup sudah ada pada kejadian; terkirim dengan sendirinya."

    # The copy is on the case with how it was made; the original is as it was.
    report = window.view.report
    copy = report.attachments[1]
    made = redaction_of(report, copy)
    assert made is not None
    assert (made.boxes, made.silences, made.origin_sha256) == (boxes, silences, file.sha256)
    assert (copy.media_type, redacted_of(report, report.attachments[0])) == ("video/webm", copy)
    body = window.desk.store.files.read(copy.id)
    assert body is not None
    assert hashlib.sha256(body).hexdigest() == copy.sha256
    check_covered(body, boxes, 40)
    check_sound(body, 800, 1201)
    assert window.desk.files.held["film.mov"] == original
    assert opened(window) == ["film.mov"]
    viewer.close()


def seek(window: CaseWindow, stage: ClipStage, at_s: float) -> None:
    """Stand at the frame of that moment, decoded."""
    stage.player.seek(at_s)
    there = stage.player.playback
    window.qtbot.waitUntil(lambda: there.fresh and there.frame is not None and abs(there.frame.at_s - at_s) < 0.01,
                           timeout=30_000)  # fmt: skip


def test_a_sound_is_silenced_and_a_copy_nobody_wants_any_more_is_not_made(window: CaseWindow):
    file = window.desk.files.add("suara.wav", song(1.0), "audio/wav")
    window.open(a_report("r1", "KJ-2611-0184", attachments=(file,)))
    side = side_of(window)
    viewer, stage = viewer_of(window), viewer_of(window).stage
    assert isinstance(stage, SoundStage)
    window.qtbot.waitUntil(lambda: stage.player.facts is not None, timeout=30_000)
    moving = begun(window)
    assert moving.layer is None
    stage.player.seek(0.3)
    window.qtbot.keyClick(viewer, Qt.Key.Key_Q)
    window.qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert side.moving is None
    assert viewer.isVisible()
    moving = begun(window)
    window.qtbot.keyClick(viewer, Qt.Key.Key_Q)
    show("sound-redact", viewer)
    window.qtbot.keyClick(viewer, Qt.Key.Key_Return)
    side.section.stop_wanted.emit()
    window.qtbot.waitUntil(lambda: not side.copies.running, timeout=30_000)
    assert side.section.said.text() == "dihentikan: tidak ada salinan yang dibuat"
    assert len(window.view.report.attachments) == 1
    moving = begun(window)
    window.qtbot.keyClick(viewer, Qt.Key.Key_Q)
    moving.lane.stretched.emit(0, 500, 900)
    window.qtbot.keyClick(viewer, Qt.Key.Key_Return)
    window.qtbot.waitUntil(lambda: len(window.view.report.attachments) == 2, timeout=60_000)
    body = window.desk.store.files.read(window.view.report.attachments[1].id)
    assert body is not None
    check_sound(body, 500, 900)
    viewer.close()
