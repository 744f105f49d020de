"""Asks for a locked document's password, kept only while the document is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.panel import Card
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget

_MOST_LETTERS = 120
_WIDE_PX = 420


class PasswordSheet(QWidget):
    """`entered(text)`; `ask` opens it empty, `ask_again` says that it was wrong."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card()
        card.setMaximumWidth(theme.px(_WIDE_PX))
        card.rows.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        card.rows.setSpacing(theme.px(8))
        card.rows.addWidget(SafeLabel(lambda: translate("attachments", "This document is locked"), role="heading"))
        hint = SafeLabel(
            lambda: translate("attachments", "It opens with the password its sender knows. It is not kept."),
            role="muted", wrap=True,
        )  # fmt: skip
        card.rows.addWidget(hint)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(_MOST_LETTERS)
        name_widget(self.field, lambda: translate("attachments", "Password of the document"))
        self.field.returnPressed.connect(self._enter)
        self._open = PlainButton(lambda: translate("attachments", "Open"), self._enter, tone="primary")
        self._open.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout()
        self.field.setMinimumHeight(self._open.sizeHint().height())
        row.addWidget(self.field, 1)
        row.addWidget(self._open)
        card.rows.addLayout(row)
        self._wrong = SafeLabel(role="bad", wrap=True)
        card.rows.addWidget(self._wrong)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 6)
        across.addStretch(1)
        whole.addLayout(across)
        whole.addStretch(3)
        self._say("")

    @property
    def complaint(self) -> str:
        """What was said of the last password, '' when nothing."""
        return self._wrong.text()

    def ask(self) -> None:
        """Ask for the first time."""
        self.field.clear()
        self._say("")
        self._wait(False)

    def ask_again(self) -> None:
        """The one just entered does not open it."""
        self._wait(False)
        self._wrong.say(lambda: translate("attachments", "This password does not open it. Nothing was changed."))
        self._wrong.show()
        self.field.selectAll()
        self.field.setFocus()

    def forget(self) -> None:
        """Hold no letter of it."""
        self.field.clear()

    def _enter(self) -> None:
        if self.field.text():
            self._say("")
            self._wait(True)
            self.entered.emit(self.field.text())

    def _wait(self, waits: bool) -> None:
        self.field.setReadOnly(waits)
        self._open.setEnabled(not waits)

    def _say(self, words: str) -> None:
        self._wrong.say(words)
        self._wrong.setVisible(bool(words))
