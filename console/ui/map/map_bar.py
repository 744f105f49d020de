"""The quiet row above the map: toggles, tools, and a menu for what has no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QMenu, QWidget

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.spoken import Words, name_widget, worded

HEIGHT_PX = 32


class BarButton(PlainButton):
    """One word of the bar; a checked one bears a tick, for which there is always room, so nothing moves."""

    def __init__(self, words: Words, tip: Words, pressed: Callable[[], None] | None, *, checkable: bool) -> None:
        self._said: Words = words
        super().__init__("", pressed, tone="bar")
        self.setCheckable(checkable)
        self.setSizePolicy(self.sizePolicy().Policy.Fixed, self.sizePolicy().Policy.Fixed)
        name_widget(self, lambda: worded(self._said))
        self.toggled.connect(self._tick)
        self.say(self._shown)
        self.tip(tip)

    @property
    def word(self) -> str:
        """Its word in the language spoken now."""
        return worded(self._said)

    def sizeHint(self) -> QSize:
        """Room for the word with its tick."""
        word = _ticked(self.word) if self.isCheckable() else self.word
        return QSize(self.fontMetrics().horizontalAdvance(word) + theme.px(18), theme.px(26))

    def say_anew(self) -> None:
        """Its word is another one now."""
        self.say(self._shown)
        self.setAccessibleName(self.word)
        self.updateGeometry()

    def _shown(self) -> str:
        return _ticked(self.word) if self.isCheckable() and self.isChecked() else self.word

    def _tick(self, _on: bool) -> None:
        self.say(self._shown)


class MapBar(QFrame):
    """Toggles from the left, tools after them; what finds no room is in the menu at the right, in the same order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "mapbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name_widget(self, lambda: translate("map", "What the map shows"))
        self._toggles: list[BarButton] = []
        self._tools: list[BarButton] = []
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._row.addStretch(1)
        self.more = BarButton(
            lambda: translate("map", "More ▾"), lambda: translate("map", "More of the map"), self._open_more,
            checkable=False,
        )  # fmt: skip
        self._row.addWidget(self.more)

    def add_toggle(self, words: Words, tip: Words, toggled: Callable[[bool], None], *, on: bool = False) -> BarButton:
        """A word that is on or off; `toggled(on)` after each change, also when it is set by `setChecked`."""
        button = BarButton(words, tip, None, checkable=True)
        button.setChecked(on)
        button.toggled.connect(toggled)
        self._row.insertWidget(len(self._toggles), button)
        self._toggles.append(button)
        self.fit()
        return button

    def add_tool(self, words: Words, tip: Words, pressed: Callable[[], None], *, checkable: bool = False) -> BarButton:
        """A word that does something; a checkable one stays ticked while its tool is at work."""
        button = BarButton(words, tip, pressed, checkable=checkable)
        self._row.insertWidget(len(self._toggles) + 1 + len(self._tools), button)
        self._tools.append(button)
        self.fit()
        return button

    def more_menu(self) -> QMenu:
        """The menu of what finds no room now."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for buttons in (self._toggles, self._tools):
            out = [button for button in buttons if button.isHidden()]
            if out and not menu.isEmpty():
                menu.addSeparator()
            for button in out:
                menu.addAction(_action(button, menu))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put into the menu what finds no room."""
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Style and font are known now."""
        super().showEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        """One row; it asks for no width, because everything can stand in the menu."""
        return QSize(theme.px(200), theme.px(HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        """Room for the menu's button."""
        return QSize(theme.px(80), theme.px(HEIGHT_PX))

    def fit(self) -> None:
        """Tools leave first, the last one first; then toggles."""
        self.setFixedHeight(theme.px(HEIGHT_PX))
        gap = theme.px(8)
        self._row.setContentsMargins(gap, 0, gap, 0)
        buttons = [*self._toggles, *self._tools]
        room = self.width() - 2 * gap
        wide = [button.sizeHint().width() for button in buttons]
        fits = sum(wide) <= room
        left = room if fits else room - self.more.sizeHint().width()
        for button, width in zip(buttons, wide, strict=True):
            left -= width
            button.setHidden(left < 0)
        self.more.setHidden(fits)

    def _open_more(self) -> None:
        menu = self.more_menu()
        at = self.more.mapToGlobal(QPoint(self.more.width() - menu.sizeHint().width(), self.more.height()))
        menu.popup(at)


def _action(button: BarButton, menu: QMenu) -> QAction:
    """The button as a line of the menu: pressing one is pressing the other."""
    action = QAction(button.word.replace("&", "&&"), menu)
    action.setCheckable(button.isCheckable())
    action.setChecked(button.isChecked())
    action.setEnabled(button.isEnabled())
    action.triggered.connect(lambda *_: button.click())
    return action


def _ticked(word: str) -> str:
    return f"{word} ✓"
