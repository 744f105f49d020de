"""The look of one unit's line on a case: dot, name, where it stands, buttons at the end."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.dispatch.status_dot import StatusDot
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import ElidedLabel


class UnitRow(QFrame):
    """`buttons` are shown by `let_decide` only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(12), theme.px(5), theme.px(8), theme.px(5))
        self._row.setSpacing(theme.px(10))
        self.dot, self.name, self.state = StatusDot(), ElidedLabel(role="strong"), ElidedLabel(role="small")
        self._buttons: list[PlainButton] = []
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(self.name)
        words.addWidget(self.state)
        self._row.addWidget(self.dot)
        self._row.addLayout(words, 1)

    def add(self, *buttons: PlainButton) -> None:
        """What can be decided here, from left to right."""
        for button in buttons:
            self._row.addWidget(button)
            self._buttons.append(button)

    def let_decide(self, may_decide: bool) -> None:
        """Show the buttons or not."""
        for button in self._buttons:
            button.setVisible(may_decide)

    def name_aloud(self) -> None:
        """What a screen reader says of the line as it stands."""
        self.setAccessibleName(f"{self.name.full_text()}, {self.state.full_text()}")
