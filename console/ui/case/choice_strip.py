"""Chooses one of a few by its number key or a click: outcomes, kinds of junk, priorities."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from console.ui import theme
from console.ui.case.tray import TrayCard
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words


class ChoiceStrip(TrayCard):
    """`chosen(id)` is called for the number key or click."""

    def __init__(
        self,
        title: Words,
        choices: tuple[tuple[str, Words], ...],
        chosen: Callable[[str], None],
        parent: QWidget | None = None,
        *,
        hint: Words = "",
        columns: int = 2,
    ) -> None:
        super().__init__(title, parent)
        self._choices, self._chosen = choices, chosen
        if hint:
            self.rows.addWidget(SafeLabel(hint, role="muted", wrap=True))
        self._lay(columns if len(choices) <= 9 else 0)

    def _lay(self, columns: int) -> None:
        """Few in columns, each with its number key; many one after the other, as words in a text."""
        if not columns:
            holder = QWidget()
            flow = FlowLayout(holder, gap=theme.px(4))
            for choice_id, words in self._choices:
                flow.addWidget(self._button(choice_id, words))
            self.rows.addWidget(holder)
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(4))
        per_column = -(-len(self._choices) // columns)
        for place, (choice_id, words) in enumerate(self._choices):
            line = QHBoxLayout()
            line.setSpacing(theme.px(6))
            line.addWidget(KeyCap(str(place + 1)))
            line.addWidget(self._button(choice_id, words), 1)
            grid.addLayout(line, place % per_column, place // per_column)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self.rows.addLayout(grid)

    def _button(self, choice_id: str, words: Words) -> PlainButton:
        button = PlainButton(words, lambda: self._choose(choice_id))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number key chooses, once."""
        number = event.key() - Qt.Key.Key_0.value
        if 1 <= number <= _numbered(self._choices) and not event.isAutoRepeat():
            event.accept()
            self._choose(self._choices[number - 1][0])
            return
        super().keyPressEvent(event)

    def _choose(self, choice_id: str) -> None:
        self._chosen(choice_id)


def _numbered(choices: tuple[tuple[str, Words], ...]) -> int:
    return len(choices) if len(choices) <= 9 else 0
