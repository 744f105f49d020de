"""A console that cannot begin says why in a window of both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from console.domain.errors import SetupFault
from console.ui import theme
from console.ui.sign_in.closed_door import closed_door, make_door
from console.ui.texts.language import Language, translate

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
FAULT = SetupFault("profile_unusable", "English.", path="profil-x")


def test_the_door_says_it_in_the_language_chosen_there(qtbot: QtBot, qapp) -> None:
    theme.dress(qapp, RESOURCES, "dark")
    language = Language(qapp, RESOURCES / "translations")
    language.speak("id")
    door = make_door(FAULT, language)
    qtbot.addWidget(door)
    door.show()

    def said() -> str:
        return " ".join(label.text() for label in door.findChildren(QLabel))

    assert "profil-x tidak dapat ditulis" in said()
    door.language_chosen.emit("en")
    qtbot.waitUntil(lambda: "profil-x cannot be written" in said())
    language.deleteLater()


def test_without_a_screen_it_is_said_on_standard_error_and_raised_on(
    qapp, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SetupFault), closed_door(qapp, RESOURCES):
        raise FAULT
    assert "profil-x tidak dapat ditulis" in capsys.readouterr().err
    assert translate("status", "en route") == "en route"
