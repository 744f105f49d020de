"""A recording goes with the call: sealed while it is typed, on the report once filed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.acts import AttachFile, FileReport
from console.ui.widgets.buttons import PlainButton
from tests.worlds.call_desk import CallWindow

RECORDING = b"RIFF\x00\x01\x00\x00WAVEfmt " + b"rekaan" * 300
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[CallWindow]:
    made = CallWindow(qtbot, tmp_path)
    yield made
    made.close()


def test_a_recording_waits_with_the_draft_and_is_on_the_report_when_it_is_filed(
    desk: CallWindow, tmp_path: Path
) -> None:
    recording, other = tmp_path / "rekaman 110.wav", tmp_path / "catatan.txt"
    recording.write_bytes(RECORDING)
    other.write_bytes(b"bukan rekaman")
    desk.f2()
    pane = desk.pane
    pane.fields.files.add((recording, other))
    desk.wait(lambda: pane.form is not None and pane.form.files)
    assert "catatan.txt" in pane.fields.files.notice.text()
    desk.wait(lambda: any(form.files for form in desk.calls.drafts()))
    assert [file.id for file in desk.store.files.own()] == [pane.form.files[0].id]  # type: ignore[union-attr]
    desk.type(place="blimb")
    desk.wait(lambda: pane.fields.place._lines[0].isVisible())
    desk.qtbot.keyClick(pane.fields.place.field.line, Qt.Key.Key_Return)
    desk.type(text="tabrakan dua motor")
    desk.wait(lambda: pane.file_button.isEnabled())
    desk.qtbot.keyClick(pane.fields.text, Qt.Key.Key_Return, CTRL)
    desk.wait(lambda: pane.card.isVisible())
    filed, attached = (row.decision.act for row in desk.store.waiting())
    assert isinstance(filed, FileReport)
    assert isinstance(attached, AttachFile)
    assert (attached.name, attached.media_type, attached.size_bytes) == ("rekaman 110.wav", "audio/wav", len(RECORDING))
    desk.wait(lambda: not desk.calls.drafts())
    assert desk.store.media_read(attached.file_id) == RECORDING


def test_what_is_taken_off_again_leaves_nothing_behind(desk: CallWindow, tmp_path: Path) -> None:
    recording = tmp_path / "rekaman.wav"
    recording.write_bytes(RECORDING)
    desk.f2()
    pane = desk.pane
    pane.fields.files.add((recording,))
    desk.wait(lambda: pane.form is not None and pane.form.files)
    [off] = [each for each in pane.fields.files.findChildren(PlainButton) if each is not pane.fields.files.button]
    off.click()
    desk.wait(lambda: not desk.store.files.own())
    assert pane.form is not None
    assert pane.form.files == ()
    assert QApplication.focusWidget() is not off
