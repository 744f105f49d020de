"""A secret on the screen once: copied by a button, gone when the page closes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.panel import Card
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words, name_widget


class SecretCard(Card):
    """`show_secret` puts it there, `forget` takes it away, from the clipboard too where it still is."""

    def __init__(self, done: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="warn")
        self._done, self._secret = done, ""
        self.title = SafeLabel(role="heading", wrap=True)
        self.hint = SafeLabel(role="muted", wrap=True)
        self.value = SafeLabel(role="secret", wrap=True)
        self.value.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        name_widget(self.value, lambda: translate("enrolment", "Shown once"))
        once = SafeLabel(
            lambda: translate("enrolment", "Shown this once: nobody can read it again. Hand it over now, then close."),
            role="warn", wrap=True,
        )  # fmt: skip
        self.copy = PlainButton(lambda: translate("enrolment", "Copy"), self._copy)
        self.close_button = PlainButton(lambda: translate("enrolment", "Handed over"), self._close, tone="primary")
        for widget in (self.title, self.value, once, self.hint):
            self.rows.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.rows.addLayout(row)

    @property
    def holds(self) -> bool:
        """Whether a secret stands here now."""
        return bool(self._secret)

    def show_secret(self, title: Words, secret: str, hint: Words = "") -> None:
        """Show it; the words may follow the language."""
        self._secret = secret
        self.title.say(title)
        self.value.say(secret)
        self.hint.say(hint)
        self.hint.setVisible(bool(hint))
        self.copy.say(lambda: translate("enrolment", "Copy"))
        self.copy.setFocus()

    def forget(self) -> None:
        """Take it away everywhere this console put it."""
        clipboard = QGuiApplication.clipboard()
        if self._secret and clipboard.text() == self._secret:
            clipboard.clear()
        self._secret = ""
        self.value.say("")
        self.title.say("")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._secret)
        self.copy.say(lambda: translate("enrolment", "Copied"))

    def _close(self) -> None:
        self.forget()
        self._done()
