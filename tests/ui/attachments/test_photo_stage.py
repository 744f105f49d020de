"""Photos beside each other, brighter or darker, by keys; closed, nothing of them is left."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QSlider
from pytestqt.qtbot import QtBot

from console.ui.attachments.photo_stage import PhotoStage
from console.ui.attachments.viewer import Viewer
from tests.worlds.cases import a_report
from tests.worlds.viewing import ViewerWorld, png, viewer_world

JAKARTA = ZoneInfo("Asia/Jakarta")


@pytest.fixture
def world(qtbot: QtBot) -> Iterator[ViewerWorld]:
    with viewer_world() as made:
        yield made


@pytest.fixture
def viewer(world: ViewerWorld, qtbot: QtBot) -> Iterator[Viewer]:
    files = tuple(
        world.files.add(name, png(wide, 300, colour), "image/png")
        for name, wide, colour in (("a", 400, "#202020"), ("b", 500, "#404040"), ("c", 600, "#606060"))
    )
    files += (world.files.add("d", b"d", "application/octet-stream"),)
    made = Viewer(world.parts)
    qtbot.addWidget(made)
    made.show_files(a_report("r1", "KJ-1", attachments=files), 0, JAKARTA)
    qtbot.waitUntil(lambda: stage_of(made).view.sharp, timeout=20_000)
    yield made
    made.close()
    made.stop()


def stage_of(viewer: Viewer) -> PhotoStage:
    stage = viewer.stage
    assert isinstance(stage, PhotoStage)
    return stage


def middle(viewer: Viewer) -> int:
    levels = stage_of(viewer).view.levels
    assert levels is not None
    return levels.images[0].pixelColor(5, 5).red()


def test_a_photo_is_brightened_by_keys_and_shown_as_it_is_again(viewer: Viewer, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.keyClick(viewer, Qt.Key.Key_BracketRight)
    qtbot.waitUntil(lambda: middle(viewer) > 0x20)
    assert stage_of(viewer).view.grade.brightness == 30
    qtbot.keyClick(viewer, Qt.Key.Key_N)
    assert middle(viewer) == 0x20
    qtbot.keyClick(viewer, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: middle(viewer) < 0x20)
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert stage_of(viewer).view.grade.neutral, "the next photo is shown as it is"


def test_two_photos_stand_side_by_side_and_move_together_until_told_not_to(viewer: Viewer, qtbot: QtBot) -> None:
    stage = stage_of(viewer)
    qtbot.keyClick(viewer, Qt.Key.Key_C)
    left, right = stage.views
    assert stage.comparing
    assert viewer.place == 1, "keys mean the one put beside"
    qtbot.waitUntil(lambda: right.sharp, timeout=20_000)
    right.zoom(3, QPointF(10, 10))
    assert left.look.zoom == pytest.approx(right.look.zoom)
    assert left.look.x == pytest.approx(right.look.x)
    qtbot.keyClick(viewer, Qt.Key.Key_L)
    qtbot.keyClick(viewer, Qt.Key.Key_Plus)
    assert left.look.zoom < right.look.zoom
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert right.attachment is not None
    assert right.attachment.id == "c"
    assert left.attachment is not None
    assert left.attachment.id == "a"
    qtbot.keyClick(viewer, Qt.Key.Key_S)
    assert viewer.place == 0
    qtbot.keyClick(viewer, Qt.Key.Key_C)
    assert not stage.comparing
    assert right.attachment is None
    qtbot.keyClick(viewer, Qt.Key.Key_C)
    viewer.go(3)
    assert viewer.place == 3, "a file of another family ends comparing, and is the one shown"
    assert not stage.comparing


def test_every_tool_says_what_it_does(viewer: Viewer) -> None:
    for kind in (QAbstractButton, QSlider):
        tools = viewer.findChildren(kind)
        assert tools
        assert not [tool for tool in tools if not tool.accessibleName() and not getattr(tool, "text", str)()]


def test_the_keys_on_the_sheet_are_the_keys_it_has(viewer: Viewer) -> None:
    assert {cap for line in stage_of(viewer).key_lines() for cap in line.caps} == {
        "+", "−", "0", "Z", "Ctrl ←↑↓→", "R", "Shift R", "]", "[", ".", ",", "N", "C", "S", "L",
    }  # fmt: skip


def test_what_a_photo_is_follows_the_language_also_beside_an_open_photo(viewer: Viewer) -> None:
    said: list[tuple[str, ...]] = []
    stage_of(viewer).told.connect(said.append)
    QApplication.sendEvent(stage_of(viewer), QEvent(QEvent.Type.LanguageChange))
    assert said == [("400 × 300 px",)]
