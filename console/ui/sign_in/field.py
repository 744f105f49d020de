"""A labelled line to type in; a secret one can be shown while it is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words, name_widget


class Field(QWidget):
    """`line` is the QLineEdit; `line.text()` the value."""

    def __init__(self, words: Words, parent: QWidget | None = None, *, secret: bool = False, hint: str = "") -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(3))
        self.label = SafeLabel(words, role="small")
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setMaxLength(400)
        self.line.setMinimumHeight(theme.px(32))
        self.label.setBuddy(self.line)
        name_widget(self.line, words)
        rows.addWidget(self.label)
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        row.addWidget(self.line, 1)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
            self._eye = PlainButton(lambda: translate("sign_in", "show"), self._toggle, tone="flat")
            row.addWidget(self._eye)
        rows.addLayout(row)
        self.setFocusProxy(self.line)

    def _toggle(self) -> None:
        hidden = self.line.echoMode() is QLineEdit.EchoMode.Password
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
