"""One or two short answers inside a card: a reason, an enrolment code."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words, name_widget

MOST_CHARACTERS = 400


class AnswerLine(QWidget):
    """`answered(tuple of texts)` on Enter or the button once every field holds something; `left()` on Esc."""

    answered = Signal(object)
    left = Signal()

    def __init__(self, fields: tuple[tuple[Words, str], ...], button: Words, parent: QWidget | None = None) -> None:
        """`fields` are label and what stands in it at first."""
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, theme.px(4), 0, 0)
        rows.setSpacing(theme.px(4))
        self.lines: list[QLineEdit] = []
        for words, ready in fields:
            line = QLineEdit(ready)
            line.setMaxLength(MOST_CHARACTERS)
            line.setMinimumHeight(theme.px(30))
            line.textChanged.connect(self._look)
            line.returnPressed.connect(self._next)
            line.installEventFilter(self)
            name_widget(line, words)
            rows.addWidget(SafeLabel(words, role="small", wrap=True))
            rows.addWidget(line)
            self.lines.append(line)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addStretch(1)
        foot.addWidget(PlainButton(lambda: translate("attention", "Cancel"), self.left.emit))
        self.button = PlainButton(button, self._hand_over, tone="primary")
        foot.addWidget(self.button)
        rows.addLayout(foot)
        self._look()

    @property
    def typing(self) -> bool:
        """Whether the keyboard is in it."""
        return any(line.hasFocus() for line in self.lines)

    def take_focus(self) -> None:
        """Begin at the first empty field; only after a person asked for it."""
        empty = next((line for line in self.lines if not line.text().strip()), self.lines[0])
        empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _texts(self) -> tuple[str, ...]:
        return tuple(line.text().strip() for line in self.lines)

    def _look(self) -> None:
        self.button.setEnabled(all(self._texts()))

    def _next(self) -> None:
        if all(self._texts()):
            self._hand_over()
        else:
            self.take_focus()

    def _hand_over(self) -> None:
        if all(self._texts()):
            self.answered.emit(self._texts())
