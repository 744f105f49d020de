"""What a person sees when the console cannot even begin: why, and the way out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from console.domain.errors import Fault
from console.ui import theme
from console.ui.sign_in.entrance import Entrance
from console.ui.texts.faults import fault_words
from console.ui.texts.language import Language, translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel

_NOBODY_SEES = {"offscreen", "minimal"}
"""Platforms without a screen: nobody could close the window."""


@contextmanager
def closed_door(app: QApplication, resources: Path) -> Iterator[None]:
    """Say a Fault of the block in Indonesian: on standard error and, where there is a screen, in a window; raise it.

    The command line adds the English sentence and the exit status.
    """
    try:
        yield
    except Fault as fault:
        language = Language(app, resources / "translations")
        language.speak("id")
        print(f"sigap: {' '.join(fault_words(fault).split())}", file=sys.stderr, flush=True)
        if QGuiApplication.platformName() not in _NOBODY_SEES:
            theme.dress(app, resources, "dark")
            door = make_door(fault, language)
            door.show()
            app.setQuitOnLastWindowClosed(True)
            app.exec()
        language.speak("en")
        language.deleteLater()
        raise


def make_door(fault: Fault, language: Language) -> Entrance:
    """The window: the fault's words in the language chosen there, and a button that closes it."""
    door = Entrance(lambda: translate("sign_in", "Sigap cannot start"))
    door.language_chosen.connect(language.speak)
    door.card.rows.addWidget(SafeLabel(lambda: fault_words(fault), role="bad", wrap=True).selectable())
    button = PlainButton(lambda: translate("sign_in", "Close"), tone="primary")
    button.clicked.connect(door.close)
    door.card.rows.addWidget(button)
    return door
