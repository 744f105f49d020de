"""Photos come through the jail into tiles and viewer; what is refused says why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.decode.pool import Decoder
from console.domain.attachment import Attachment
from console.ui.attachments.photo_stage import PhotoStage
from console.ui.attachments.strip import AttachmentStrip
from console.ui.attachments.viewer import Viewer
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import a_report


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path, decoder=Decoder(warm=1, at_once=1))
    yield made
    made.close()


@pytest.fixture
def blind(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    """Without the jail: every photo is refused, nothing is decoded."""
    made = CaseWindow(qtbot, tmp_path)
    made.decoder.close()
    yield made
    made.close()


def strip_of(window: CaseWindow) -> AttachmentStrip:
    return window.pane.body.files


def viewer_of(window: CaseWindow, place: int = 0) -> Viewer:
    window.qtbot.mouseClick(strip_of(window)._tiles[place], Qt.MouseButton.LeftButton)
    viewer = window.pane.viewing.viewer
    assert viewer is not None
    return viewer


def unshown(window: CaseWindow, *names: str) -> tuple[Attachment, ...]:
    """Files of no kind the console knows: they need no decoder."""
    return tuple(window.desk.files.add(name, name.encode(), "application/octet-stream") for name in names)


def test_a_photo_shows_as_a_tile_and_large(window: CaseWindow, real_data: Path) -> None:
    good = real_data / "media" / "good"
    first = window.desk.files.add("a.jpg", (good / "DSCN0010.jpg").read_bytes(), "image/jpeg")
    second = window.desk.files.add("b.jpg", (good / "portrait_6.jpg").read_bytes(), "image/jpeg")
    window.open(a_report("r1", "KJ-1", attachments=(first, second)))
    tiles = strip_of(window)._tiles
    window.qtbot.waitUntil(lambda: all(tile.shown for tile in tiles), timeout=20_000)
    assert first.sha256 in tiles[0].toolTip()
    viewer = viewer_of(window, 1)
    assert viewer.windowTitle() == "Berkas KJ-1"
    stage = viewer.stage
    assert isinstance(stage, PhotoStage)
    window.qtbot.waitUntil(lambda: stage.view.levels is not None)
    window.qtbot.waitUntil(lambda: stage.view.sharp, timeout=20_000)
    assert "px" in viewer.side.facts.text()
    window.qtbot.waitUntil(lambda: all(tile.shown for tile in viewer.film.tiles), timeout=20_000)
    window.qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.place == 0
    assert [tile.marked for tile in viewer.film.tiles] == [True, False]
    window.settle()
    window.qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()
    assert stage.view.levels is None, "closed, it holds no picture"


def test_files_that_cannot_be_shown_say_why(window: CaseWindow) -> None:
    broken = window.desk.files.add("x.jpg", b"\xff\xd8\xff" + b"\0" * 200, "image/jpeg")
    animation = window.desk.files.add("y.gif", b"GIF89a" + b"\0" * 60, "image/gif")
    video = window.desk.files.add("z.mp4", b"\0" * 60, "video/mp4")
    window.open(a_report("r1", "KJ-1", attachments=(broken, animation, video)))
    tiles = strip_of(window)._tiles
    window.qtbot.waitUntil(lambda: all(tile.missing for tile in tiles[:2]), timeout=20_000)
    assert [tile.missing.code for tile in tiles[:2] if tile.missing] == ["broken", "kind_not_allowed"]
    assert "video 3" in tiles[2].accessibleName()
    viewer = viewer_of(window)
    window.qtbot.waitUntil(lambda: viewer.stage is viewer.unknown, timeout=20_000)
    assert "berkas rusak" in viewer.unknown.words()


def test_a_file_still_on_its_way_is_asked_for_and_says_how_far(window: CaseWindow) -> None:
    photo = window.desk.files.add("a.jpg", b"\xff\xd8\xff", "image/jpeg")
    del window.desk.files.held["a.jpg"]
    window.open(a_report("r1", "KJ-1", attachments=(photo,)))
    tile = strip_of(window)._tiles[0]
    window.qtbot.waitUntil(lambda: tile.missing is not None)
    assert window.desk.files.wanted == ["a.jpg"]
    assert "mengambil 0 %" in tile.toolTip()


def test_an_unknown_file_is_told_of_and_kept_only_after_a_warning(blind: CaseWindow) -> None:
    blind.open(a_report("r1", "KJ-1", attachments=unshown(blind, "laporan.exe", "b")))
    viewer = viewer_of(blind)
    assert viewer.stage is viewer.unknown
    assert "laporan.exe" in viewer.unknown.words()
    viewer.bar.save_wanted.emit()
    assert viewer.unknown.warned
    assert "jangan pernah dibuka" in viewer.unknown.words()
    blind.qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert not viewer.unknown.warned


def test_the_sheet_of_keys_opens_with_a_question_mark_and_goes_with_any_key(blind: CaseWindow) -> None:
    blind.open(a_report("r1", "KJ-1", attachments=unshown(blind, "a", "b")))
    viewer = viewer_of(blind)
    blind.qtbot.keyClick(viewer, Qt.Key.Key_Question)
    assert viewer.keys_open
    blind.qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert not viewer.keys_open
    assert viewer.place == 1
    blind.qtbot.keyClick(viewer, Qt.Key.Key_Question)
    blind.qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert viewer.isVisible()
    blind.qtbot.keyClick(viewer, Qt.Key.Key_H)
    assert not viewer.film.isVisible()
    blind.qtbot.keyClick(viewer, Qt.Key.Key_H)
    assert viewer.film.isVisible()
    assert viewer.side.isVisible()


def test_a_file_that_comes_while_the_viewer_is_open_joins_the_film_strip(blind: CaseWindow) -> None:
    one, two = unshown(blind, "a", "b")
    blind.open(a_report("r1", "KJ-1", attachments=(one,)))
    viewer = viewer_of(blind)
    blind.desk.report(a_report("r1", "KJ-1", attachments=(one, two)))
    blind.qtbot.waitUntil(lambda: len(viewer.film.tiles) == 2)
    assert viewer.place == 0


def test_what_a_sensitive_case_shows_on_a_reason_closes_with_the_case(blind: CaseWindow) -> None:
    files = unshown(blind, "nama korban.zip")
    sensitive = a_report("r1", "KJ-1", category="domestic_violence", attachments=files)
    assert sensitive.sensitive
    blind.open(sensitive)
    assert not strip_of(blind)._tiles, "nothing is shown before the reason"
    blind.pane.acts.opened.emit("r1")
    blind.qtbot.waitUntil(lambda: bool(strip_of(blind)._tiles))
    viewer = viewer_of(blind)
    assert viewer.windowTitle() == "Berkas KJ-1"
    assert "nama korban" not in viewer.unknown.words() + viewer.side.facts.text()
    blind.open(a_report("r2", "KJ-2"))
    assert not viewer.isVisible()


def test_the_pane_covered_hides_the_viewer_and_all_it_holds(blind: CaseWindow) -> None:
    blind.open(a_report("r1", "KJ-1", attachments=unshown(blind, "a")))
    viewer = viewer_of(blind)
    blind.pane.cover()
    assert not viewer.isVisible()
    assert viewer.report is None
    assert not viewer.film.tiles
