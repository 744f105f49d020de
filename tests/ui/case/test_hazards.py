"""Hazard flags at the pane: set with keys and a text, seen at once and offline."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain import acts
from console.domain.reporter import Reporter
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import a_report

Key = Qt.Key


def test_a_flag_warns_at_once_on_every_case_that_fits_and_is_told_plainly(qtbot: QtBot, tmp_path: Path) -> None:
    window = CaseWindow(qtbot, tmp_path)
    try:
        known = Reporter(id="p1", recognised_by=("number:abc",), reachable=True)
        window.open(a_report("r1", "KJ-2611-0001", text="motor N 1234 AB", reporter=known))
        banner = window.pane.body.hazards
        assert banner.isHidden()
        window.press(Key.Key_F)
        window.press(Key.Key_3)
        window.write("Pelaku membawa <b>celurit</b>")
        assert window.desk.decided() == [
            acts.FlagHazard(kind="plate", words="Pelaku membawa <b>celurit</b>", days=90, plate="N1234AB")
        ]
        window.open(a_report("r2", "KJ-2611-0002", text="n 1234 ab lewat sini"))
        assert not banner.isHidden()
        assert banner.words().startswith("Waspada: Pelaku membawa <b>celurit</b>, pelat N1234AB · KJ-2611-0001")
        assert "menunggu kirim" not in banner.words()
        window.open(a_report("r3", "KJ-2611-0003", text="tanpa pelat"))
        assert banner.isHidden()
    finally:
        window.close()
