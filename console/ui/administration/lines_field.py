"""A labelled field of several lines; Tab leaves it."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words, name_widget


class LinesField(QWidget):
    """`text()` is what stands in it; `lines` about how many it shows at once."""

    def __init__(self, words: Words, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(3))
        self.label = SafeLabel(words, role="small", wrap=True)
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(theme.px(18 * lines + 16))
        self.label.setBuddy(self.edit)
        name_widget(self.edit, words)
        rows.addWidget(self.label)
        rows.addWidget(self.edit)
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """What stands in it."""
        return self.edit.toPlainText()

    def put(self, text: str) -> None:
        """Write this in it."""
        self.edit.setPlainText(text)
