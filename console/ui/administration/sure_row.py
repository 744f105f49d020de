"""What ends something for good is pressed twice: the second button says what will happen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words


class SureRow(QWidget):
    """A button; pressed, it gives way to a sentence, the act in red, and the way back, which has the focus."""

    def __init__(
        self, words: Words, sentence: Words, act: Words, sure: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sure = sure
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._first = QWidget()
        row = QHBoxLayout(self._first)
        row.setContentsMargins(0, 0, 0, 0)
        self.button = PlainButton(words, self._ask)
        row.addWidget(self.button)
        row.addStretch(1)
        self._second = QWidget()
        rows = QVBoxLayout(self._second)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(6))
        self.sentence = SafeLabel(sentence, role="warn", wrap=True)
        rows.addWidget(self.sentence)
        both = QHBoxLayout()
        self.back = PlainButton(lambda: translate("enrolment", "Leave it"), self.rest)
        self.act = PlainButton(act, self._do, tone="danger")
        both.addWidget(self.back)
        both.addWidget(self.act)
        both.addStretch(1)
        rows.addLayout(both)
        whole.addWidget(self._first)
        whole.addWidget(self._second)
        self._second.hide()

    @property
    def asking(self) -> bool:
        """Whether the second press is waited for."""
        return not self._second.isHidden()

    def rest(self) -> None:
        """Back to the one button."""
        self._second.hide()
        self._first.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is the way back."""
        if event.key() == Qt.Key.Key_Escape and self.asking:
            self.rest()
            self.button.setFocus()
            return
        super().keyPressEvent(event)

    def _ask(self) -> None:
        self._first.hide()
        self._second.show()
        self.back.setFocus()

    def _do(self) -> None:
        self.rest()
        self._sure()
