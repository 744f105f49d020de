"""Who is signed in, and what is theirs to choose: language, looks, layout, lock, sign out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from console.ui import icons, theme
from console.ui.texts.language import LANGUAGES, translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.spoken import name_widget

SIZES_PERCENT = (80, 90, 100, 115, 130, 150, 175, 200)
"""Text sizes offered (screens.md: 80-200 %)."""


class PersonMenu(PlainButton):
    """A button with the person's name; the signals say what was chosen, app does it.

    `waiting` tells how many decisions wait: leaving never holds them up, and the menu says so. `administers` whether
    the person may edit the center's lists: nobody else is shown the way there.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    size_chosen = Signal(int)
    layout_chosen = Signal(str)
    pane_chosen = Signal(str)
    administration_asked = Signal()
    lock_asked = Signal()
    sign_out_asked = Signal()

    def __init__(self, name: str, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(name, self._open, parent, tone="flat")
        self._language = language
        self.waiting: Callable[[], int] = lambda: 0
        self.administers: Callable[[], bool] = lambda: False
        self.setIcon(icons.icon("person", "muted"))
        name_widget(self, lambda: translate("person", "Person and settings"))

    def menu_now(self) -> QMenu:
        """The menu in the language spoken now; deletes itself when closed."""
        menu = QMenu(self)
        spoken = self._language()
        self._choices(menu, translate("person", "Language"), LANGUAGES.items(), spoken, self.language_chosen.emit)
        themes = {"dark": translate("person", "Dark"), "light": translate("person", "Light")}
        self._choices(
            menu, translate("person", "Theme"), themes.items(), theme.palette().name, self.theme_chosen.emit
        )
        sizes = {str(size): f"{size} %" for size in SIZES_PERCENT}
        self._choices(
            menu,
            translate("person", "Text size"),
            sizes.items(),
            str(theme.percent()),
            lambda size: self.size_chosen.emit(int(size)),
        )
        layouts = {"one": translate("person", "One monitor"), "two": translate("person", "Two monitors")}
        self._choices(menu, translate("person", "Layout"), layouts.items(), "", self.layout_chosen.emit)
        panes = {
            "queue": translate("person", "Queue"),
            "case": translate("person", "Case"),
            "officers": translate("person", "Officers"),
        }
        self._choices(menu, translate("person", "Own window"), panes.items(), "", self.pane_chosen.emit)
        menu.addSeparator()
        if self.administers():
            words = translate("person", "Administration…")
            menu.addAction(icons.icon("settings"), words, self.administration_asked.emit)
        menu.addAction(icons.icon("lock"), translate("person", "Lock screen"), self.lock_asked.emit)
        menu.addAction(icons.icon("leave"), _leave_words(self.waiting()), self.sign_out_asked.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open(self) -> None:
        menu = self.menu_now()
        corner = self.mapToGlobal(self.rect().bottomRight())
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)

    def _choices(
        self,
        menu: QMenu,
        title: str,
        choices: Iterable[tuple[str, str]],
        chosen: str,
        choose: Callable[[str], None],
    ) -> None:
        sub = menu.addMenu(title)
        group = QActionGroup(sub)
        for code, words in choices:
            entry = sub.addAction(words)
            entry.triggered.connect(partial(_chosen, choose, code))
            if chosen:
                entry.setCheckable(True)
                entry.setChecked(code == chosen)
                group.addAction(entry)


def _chosen(choose: Callable[[str], None], code: str, _checked: bool = False) -> None:
    choose(code)


def _leave_words(waiting: int) -> str:
    if not waiting:
        return translate("person", "Sign out")
    return translate("person", "Sign out · {n} decisions wait, they are still sent").format(n=waiting)
