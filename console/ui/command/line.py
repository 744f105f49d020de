"""One line of the command bar's list: what it would be, and what that is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from console.ui import theme
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import ElidedLabel, restyle


class CommandLine(QFrame):
    """`pressed()` at a click; the marked one is what Enter takes."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "command")
        self.setFixedHeight(theme.px(30))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.setSpacing(theme.px(10))
        self._words, self._detail = ElidedLabel(), ElidedLabel(role="small")
        self._detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._cap = KeyCap("Enter")
        row.addWidget(self._words, 3)
        row.addWidget(self._detail, 2)
        row.addWidget(self._cap)

    def show_line(self, words: str, detail: str, *, tone: str = "", marked: bool = False, key: str = "") -> None:
        """Say it; `tone` '' | strong | warn, `key` what takes it while it is marked ('' for none)."""
        self._words.say(words)
        self._detail.say(detail)
        self._cap.say(key)
        self._cap.setVisible(marked and bool(key))
        restyle(self._words, role=tone)
        restyle(self, marked="yes" if marked else "no")
        self.setAccessibleName(f"{words}, {detail}" if detail else words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take this one."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()
        super().mouseReleaseEvent(event)
