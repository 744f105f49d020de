"""One line of advice: a unit or an agency, why, and a button to pick it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.dispatch.status_dot import StatusDot
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import ElidedLabel


class AdviceRow(QFrame):
    """`picked(id)` when its button is pressed; a click beside the button shows it on the map: `pointed(id)`."""

    picked = Signal(str)
    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.subject_id = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(5), theme.px(8), theme.px(5))
        row.setSpacing(theme.px(10))
        self._dot = StatusDot()
        self._name = ElidedLabel(role="strong")
        self._why = ElidedLabel(role="small")
        self._cap = KeyCap("1")
        self._button = PlainButton("", lambda: self.picked.emit(self.subject_id))
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(self._name)
        words.addWidget(self._why)
        row.addWidget(self._dot)
        row.addLayout(words, 1)
        row.addWidget(self._cap)
        row.addWidget(self._button)

    def show_line(self, subject_id: str, name: str, why: str, colour: str) -> None:
        """Show what is proposed and why; `colour` of the dot by palette name."""
        self.subject_id = subject_id
        self._name.say(name)
        self._why.say(why)
        self._dot.set_colour(colour)
        self.setAccessibleName(f"{name}, {why}")

    def show_pick(self, words: str, number: int | None, *, on: bool, able: bool) -> None:
        """The button's words and number key; `able` False leaves the line without a button."""
        self._button.setVisible(able)
        self._cap.setVisible(able and number is not None)
        self._cap.say(str(number or ""))
        self._button.say(f"{words} ✓" if on else words)
        self._button.set_tone("picked" if on else "")
        self._button.setAccessibleName(f"{self._button.text()} {self._name.full_text()}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Point at it on the map."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pointed.emit(self.subject_id)
        super().mouseReleaseEvent(event)
