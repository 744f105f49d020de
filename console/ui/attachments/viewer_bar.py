"""The viewer's bar: which file, the stage's own tools, and what the frame does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.icon_button import IconButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words

_HIGH_PX = 44


class ViewerBar(QWidget):
    """`stepped(-1 or 1)`, `save_wanted`, `keys_wanted`, `whole_screen_wanted`; a row of tools for each stage."""

    stepped = Signal(int)
    save_wanted = Signal()
    keys_wanted = Signal()
    whole_screen_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = SafeLabel(role="strong")
        self._tools = QStackedWidget()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        self._row.setSpacing(theme.px(4))
        self.setFixedHeight(theme.px(_HIGH_PX))
        self._button("previous", lambda: translate("attachments", "Previous file"), lambda: self.stepped.emit(-1), "←")
        self._row.addWidget(self._count)
        self._button("next", lambda: translate("attachments", "Next file"), lambda: self.stepped.emit(1), "→")
        self._row.addSpacing(theme.px(12))
        self._row.addWidget(self._tools, 1)
        self._button("save_copy", lambda: translate("attachments", "Save a copy"), self.save_wanted.emit)
        self._button("keyboard", lambda: translate("attachments", "Keys"), self.keys_wanted.emit, "?")
        self._button(
            "whole_screen", lambda: translate("attachments", "Full screen"), self.whole_screen_wanted.emit, "F"
        )

    def add_tools(self, tools: tuple[QWidget, ...]) -> None:
        """A row for the tools of a stage, in the order the stages are made."""
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for tool in tools:
            row.addWidget(tool)
        row.addStretch(1)
        self._tools.addWidget(held)

    def show_tools(self, row: int) -> None:
        """Show the row of that stage."""
        self._tools.setCurrentIndex(row)

    def say(self, words: Words) -> None:
        """Which file of which case is shown."""
        self._count.say(words)

    def _button(self, icon: str, words: Words, pressed: Callable[[], None], key: str = "") -> None:
        self._row.addWidget(IconButton(icon, words, pressed, key=key))
