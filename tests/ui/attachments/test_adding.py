"""Files are attached by button, key or dropping; tiles say how far they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from console.domain.attachment import COMING
from console.domain.link import Upload
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import a_report

PDF = b"%PDF-1.4\nrekaan"
NOTHING = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    made.decoder.close()
    yield made
    made.close()


def of(window: CaseWindow) -> list[str]:
    return [file.name for file in window.view.report.attachments]


def test_a_case_without_files_offers_to_attach_one_by_button_and_by_key(
    window: CaseWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / name for name in ("satu.pdf", "dua.pdf")]
    chosen = iter(files)
    for number, file in enumerate(files):
        file.write_bytes(PDF + bytes([number]))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(next(chosen))], ""))
    window.open(a_report("r1", "KJ-1"))
    add = window.pane.body.files.add
    assert add.isVisible()
    assert add.alone
    window.qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    window.qtbot.waitUntil(lambda: of(window) == ["satu.pdf"])
    assert not add.alone
    window.pane.setFocus()
    window.press(Qt.Key.Key_O)
    window.qtbot.waitUntil(lambda: of(window) == ["satu.pdf", "dua.pdf"])


def test_files_dropped_on_the_strip_are_put_on_the_case_and_folders_are_not(window: CaseWindow, tmp_path: Path) -> None:
    dropped = tmp_path / "jatuh.pdf"
    dropped.write_bytes(PDF)
    window.open(a_report("r1", "KJ-1"))
    strip, dragged = window.pane.body.files, QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    copying, middle = Qt.DropAction.CopyAction, QPointF(5, 5)
    enter = QDragEnterEvent(middle.toPoint(), copying, dragged, *NOTHING)
    enter.ignore()
    strip.dragEnterEvent(enter)
    assert not enter.isAccepted()
    dragged.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl.fromLocalFile(str(dropped))])
    strip.dragEnterEvent(enter)
    assert enter.isAccepted()
    strip.dropEvent(QDropEvent(middle, copying, dragged, *NOTHING))
    window.qtbot.waitUntil(lambda: of(window) == ["jatuh.pdf"])
    assert dropped.exists()


def test_a_tile_says_how_far_its_file_is_and_that_the_server_did_not_take_it(window: CaseWindow) -> None:
    file = replace(window.desk.files.add("a.bin", b"rekaan", "application/octet-stream"), state=COMING)
    window.ways.tell(Upload(attachment_id=file.id, sent_bytes=430, size_bytes=1000))
    window.open(a_report("r1", "KJ-1", attachments=(file,)))
    (tile,) = window.pane.body.files.tiles
    assert "43 %" in tile.toolTip()
    window.ways.tell(Upload(attachment_id=file.id, sent_bytes=0, size_bytes=1000, refused="wrong_hash"))
    window.qtbot.waitUntil(lambda: tile.way is not None and bool(tile.way.refused))
    assert "ditolak" in tile.toolTip()
