"""Files of this workstation go onto the case that is shown; what is not taken says why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.store.world import report
from tests.worlds.case_window import CaseWindow

PHOTO = b"\xff\xd8\xff\xe0" + b"rekaan" * 300


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    yield made
    made.close()


def test_a_chosen_file_is_on_the_case_at_once_and_others_say_why_not(window: CaseWindow, tmp_path: Path) -> None:
    photo, program = tmp_path / "tkp.jpg", tmp_path / "foto.jpg"
    photo.write_bytes(PHOTO)
    program.write_bytes(b"MZ\x90\x00 no photo")
    window.open(report(1))
    decided: list[object] = []
    window.deciding.decided.connect(decided.append)
    window.pane.acts.files.attach(window.view, (photo, program, tmp_path / "gone.jpg"))
    window.settle()
    [file] = window.view.report.attachments
    assert (file.name, file.state) == ("tkp.jpg", "coming")
    assert len(decided) == 1
    said = window.pane._sheet.said.text()
    assert "foto.jpg" in said
    assert "gone.jpg" in said
    assert "tkp.jpg" not in said
    assert window.desk.store.media_read(file.id) == PHOTO
    assert window.pane.body.files.isVisible()
    # The same one again is refused by the rule both ends share.
    window.pane.acts.files.attach(window.view, (photo,))
    window.settle()
    assert len(window.view.report.attachments) == 1
    assert window.pane._sheet.said.text()
