"""A chip that is too narrow for its words."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from console.ui.case.chip_button import ChipButton


@pytest.mark.parametrize("icon", ["", "citizen_app"])
def test_words_too_long_for_a_chip_are_cut_at_their_end_only(qtbot: QtBot, icon: str) -> None:
    chip = ChipButton()
    qtbot.addWidget(chip)
    chip.say("Citizen app Aplikasi Warga (contoh) · 0 of 1 reports true")
    chip.set_icon_name(icon)
    chip.resize(chip.sizeHint())
    chip.show()
    assert chip.shown_words().endswith("reports true")
    chip.resize(chip.sizeHint().width() * 2 // 3, chip.height())
    assert chip.shown_words().startswith("Citizen app")
    assert chip.shown_words().endswith("…")
    assert chip.fontMetrics().horizontalAdvance(chip.shown_words()) < chip.width()
    assert not chip.grab().isNull()
