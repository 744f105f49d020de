"""A labelled row of small buttons, any number of which may be pressed in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.ui import theme
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words


class TicksField(QWidget):
    """`values` are those pressed in, in the order offered; values nobody offers stay as they were put."""

    def __init__(
        self, words: Words, offered: tuple[str, ...], word_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._others: tuple[str, ...] = ()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(3))
        rows.addWidget(SafeLabel(words, role="small"))
        row = QWidget()
        policy = row.sizePolicy()
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        flow = FlowLayout(row, gap=theme.px(5))
        self._buttons: dict[str, PlainButton] = {}
        for value in offered:
            button = PlainButton(partial(word_of, value))
            button.setProperty("role", "tick")
            button.setCheckable(True)
            flow.addWidget(button)
            self._buttons[value] = button
        rows.addWidget(row)

    @property
    def values(self) -> tuple[str, ...]:
        """What is pressed in, and what was put that is not offered."""
        return (*(value for value, button in self._buttons.items() if button.isChecked()), *self._others)

    def put(self, values: tuple[str, ...]) -> None:
        """Press these in and no others."""
        for value, button in self._buttons.items():
            button.setChecked(value in values)
        self._others = tuple(value for value in values if value not in self._buttons)

    def setEnabled(self, enabled: bool) -> None:
        """All of them at once."""
        for button in self._buttons.values():
            button.setEnabled(enabled)
