"""Photos come through the jail; the viewer zooms where the cursor points."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from console.decode.pool import Decoder
from console.ui.attachments.canvas import Canvas
from console.ui.attachments.strip import AttachmentStrip
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import a_report


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path, decoder=Decoder(warm=1, at_once=1))
    yield made
    made.close()


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    image = QImage(1600, 900, QImage.Format.Format_RGBA8888)
    image.fill(QColor("#336699"))
    made.show_image(image)
    return made


def strip_of(window: CaseWindow) -> AttachmentStrip:
    return window.pane.body.files


def test_a_fitted_picture_is_whole_and_never_enlarged(canvas: Canvas) -> None:
    assert canvas.scale == pytest.approx(0.25)
    small = QImage(100, 50, QImage.Format.Format_RGBA8888)
    canvas.show_image(small)
    assert canvas.scale == 1.0


def test_what_is_under_the_cursor_stays_there_while_zooming(canvas: Canvas) -> None:
    cursor = QPointF(350, 40)
    before = canvas.picture_point(cursor)
    canvas.zoom(4, cursor)
    after = canvas.picture_point(cursor)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()))
    assert canvas.scale == pytest.approx(1.0)


def test_turning_swaps_the_sides_and_fits_again(canvas: Canvas) -> None:
    canvas.turn()
    assert canvas.turned == 90
    assert canvas.scale == pytest.approx(300 / 1600)
    for _ in range(3):
        canvas.turn()
    assert canvas.turned == 0


def test_a_photo_shows_as_a_tile_and_large(window: CaseWindow, real_data: Path) -> None:
    good = real_data / "media" / "good"
    first = window.desk.files.add("a.jpg", (good / "DSCN0010.jpg").read_bytes(), "image/jpeg")
    second = window.desk.files.add("b.jpg", (good / "portrait_6.jpg").read_bytes(), "image/jpeg")
    window.open(a_report("r1", "KJ-1", attachments=(first, second)))
    tiles = strip_of(window)._tiles
    window.qtbot.waitUntil(lambda: all(tile.shown for tile in tiles), timeout=20_000)
    assert first.sha256 in tiles[0].toolTip()
    window.qtbot.mouseClick(tiles[1], Qt.MouseButton.LeftButton)
    viewer = window.pane._viewer
    assert viewer is not None
    assert viewer.windowTitle() == "Berkas KJ-1"
    window.qtbot.waitUntil(lambda: viewer.canvas._pixmap is not None, timeout=20_000)
    window.qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.place == 0
    window.settle()
    window.qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()


def test_files_that_cannot_be_shown_say_why(window: CaseWindow) -> None:
    broken = window.desk.files.add("x.jpg", b"\xff\xd8\xff" + b"\0" * 200, "image/jpeg")
    animation = window.desk.files.add("y.gif", b"GIF89a" + b"\0" * 60, "image/gif")
    video = window.desk.files.add("z.mp4", b"\0" * 60, "video/mp4")
    window.open(a_report("r1", "KJ-1", attachments=(broken, animation, video)))
    tiles = strip_of(window)._tiles
    window.qtbot.waitUntil(lambda: all(tile.missing for tile in tiles[:2]), timeout=20_000)
    assert [tile.missing.code for tile in tiles[:2] if tile.missing] == ["broken", "kind_not_allowed"]
    assert "video 3" in tiles[2].accessibleName()


def test_a_file_still_on_its_way_is_asked_for_and_says_how_far(window: CaseWindow) -> None:
    photo = window.desk.files.add("a.jpg", b"\xff\xd8\xff", "image/jpeg")
    del window.desk.files.held["a.jpg"]
    window.open(a_report("r1", "KJ-1", attachments=(photo,)))
    tile = strip_of(window)._tiles[0]
    window.qtbot.waitUntil(lambda: tile.missing is not None)
    assert window.desk.files.wanted == ["a.jpg"]
    assert "mengambil 0 %" in tile.toolTip()
