"""The watchers of the other tests see what they are there to see."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from tests.worlds import far_looks
from tests.worlds.cases import CaseDesk
from tests.worlds.gui_watch import GuiWatch


def test_a_database_read_on_the_watched_thread_is_noted_with_the_way_there(tmp_path: Path) -> None:
    desk, watch = CaseDesk(tmp_path), GuiWatch()
    watch.start()
    try:
        desk.store.units()
    finally:
        watch.stop()
    desk.close()
    assert any("store/questions.py:units" in road for road in watch.found)


def test_painting_and_counting_are_no_wait() -> None:
    watch = GuiWatch()
    watch.start()
    try:
        assert sorted([3, 1, 2]) == [1, 2, 3]
    finally:
        watch.stop()
    assert watch.found == set()


def test_a_label_a_text_and_a_tip_that_would_render_are_found(qtbot: QtBot) -> None:
    label, edit, plain = QLabel("<b>a</b>"), QTextEdit(), QLabel()
    plain.setTextFormat(Qt.TextFormat.PlainText)
    plain.setToolTip("<img src=file:///x>")
    for widget in (label, edit, plain):
        qtbot.addWidget(widget)
    found = " ".join(far_looks.rich_texts(None))
    assert "QLabel" in found
    assert "QTextEdit" in found
    assert "tip of QLabel" in found
