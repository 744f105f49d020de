"""Documents page by page; a locked one asks its password and keeps nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from console.desk.attachments import NotShown
from console.desk.pages import PageShot
from console.ui.attachments.page_stage import PageStage
from console.ui.attachments.viewer import Viewer
from console.ui.attachments.viewer_parts import ViewerParts
from tests.worlds.cases import a_report
from tests.worlds.viewing import ViewerWorld, viewer_world

JAKARTA = ZoneInfo("Asia/Jakarta")
TWO_PAGES = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 200]>>endobj\n"
    b"4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


@pytest.fixture
def world(qtbot: QtBot) -> Iterator[ViewerWorld]:
    with viewer_world() as made:
        yield made


@pytest.fixture
def parts(world: ViewerWorld) -> ViewerParts:
    return world.parts


@pytest.fixture
def viewer(parts: ViewerParts, qtbot: QtBot) -> Iterator[Viewer]:
    made = Viewer(parts)
    qtbot.addWidget(made)
    yield made
    made.close()
    made.stop()


def stage_of(viewer: Viewer) -> PageStage:
    stage = viewer.stage
    assert isinstance(stage, PageStage)
    return stage


def wide(stage: PageStage) -> int:
    return stage.canvas.levels.size.width() if stage.canvas.levels else 0


def test_pages_are_turned_by_keys_and_none_lies_beyond_the_ends(
    world: ViewerWorld, viewer: Viewer, qtbot: QtBot
) -> None:
    document = world.files.add("a.pdf", TWO_PAGES, "application/pdf")
    viewer.show_files(a_report("r1", "KJ-1", attachments=(document,)), 0, JAKARTA)
    stage = stage_of(viewer)
    qtbot.waitUntil(lambda: stage.pages == 2, timeout=20_000)
    assert wide(stage) == 1024
    qtbot.keyClick(viewer, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: wide(stage) == 2048, timeout=20_000)
    qtbot.keyClick(viewer, Qt.Key.Key_PageDown)
    assert stage.number == 2
    qtbot.keyClick(viewer, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: wide(stage) == 1024, timeout=20_000)
    assert "2" in viewer.side.facts.text().splitlines()[-1]


def test_a_locked_document_asks_its_password_says_when_it_is_wrong_and_forgets_it(
    world: ViewerWorld, parts: ViewerParts, viewer: Viewer, qtbot: QtBot, real_data: Path
) -> None:
    data = (real_data / "media" / "good" / "graph-encrypted.pdf").read_bytes()
    document = world.files.add("a.pdf", data, "application/pdf")
    viewer.show_files(a_report("r1", "KJ-1", attachments=(document,)), 0, JAKARTA)
    stage = stage_of(viewer)
    qtbot.waitUntil(lambda: stage.locked, timeout=20_000)
    assert stage.sheet.field.echoMode() is QLineEdit.EchoMode.Password
    enter(qtbot, stage, "salah")
    qtbot.waitUntil(lambda: bool(stage.sheet.complaint), timeout=20_000)
    enter(qtbot, stage, "user")
    qtbot.waitUntil(lambda: stage.pages > 0, timeout=20_000)
    assert not stage.locked
    assert not stage.sheet.field.text()
    again = parts.pages.page(document, 1, 2048)
    assert isinstance(again, NotShown), "what a password opened is not kept for whoever comes without it"
    viewer.close()
    assert stage.canvas.levels is None


def test_a_page_once_drawn_is_at_hand_until_the_desk_forgets(world: ViewerWorld, parts: ViewerParts) -> None:
    document = world.files.add("a.pdf", TWO_PAGES, "application/pdf")
    assert parts.pages.at_hand(document, 1, 64) is None
    drawn = parts.pages.page(document, 1, 64)
    assert isinstance(drawn, PageShot)
    assert (drawn.width_px, drawn.height_px, drawn.pages) == (32, 64, 2)
    assert parts.pages.at_hand(document, 1, 64) == drawn
    parts.pages.forget()
    assert parts.pages.at_hand(document, 1, 64) is None
    missing = parts.pages.page(document, 9, 64)
    assert isinstance(missing, NotShown)
    assert missing.code == "no_such_page"


def enter(qtbot: QtBot, stage: PageStage, password: str) -> None:
    stage.sheet.field.setText(password)
    qtbot.keyClick(stage.sheet.field, Qt.Key.Key_Return)
