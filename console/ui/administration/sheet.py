"""A sheet of an administrator's page: fields, what is wrong with them, Save."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.errors import Fault
from console.ui import theme
from console.ui.administration.enrolment_words import fault_sentence
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words


class Sheet(QWidget):
    """Widgets one under the other; `fields` by the name a Fault gives them: the one that is wrong gets the focus."""

    def __init__(self, title: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QWidget] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.px(18), theme.px(14), theme.px(18), theme.px(18))
        whole.setSpacing(theme.px(10))
        self.title = SafeLabel(title, role="title", wrap=True)
        whole.addWidget(self.title)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(10))
        whole.addLayout(self.body)
        self.trouble = SafeLabel(role="bad", wrap=True)
        self.trouble.hide()
        whole.addWidget(self.trouble)
        self.said = SafeLabel(role="good", wrap=True)
        self.said.hide()
        whole.addWidget(self.said)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(theme.px(10))
        whole.addLayout(self.foot)
        whole.addStretch(1)
        self.save_button: PlainButton | None = None

    def add(self, widget: QWidget, field: str = "") -> None:
        """One more widget; `field` is what a Fault calls it."""
        self.body.addWidget(widget)
        if field:
            self.fields[field] = widget

    def add_pair(self, left: QWidget, right: QWidget, names: tuple[str, str] = ("", "")) -> None:
        """Two short fields side by side."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        self.body.addLayout(row)
        for name, widget in zip(names, (left, right), strict=True):
            if name:
                self.fields[name] = widget

    def add_save(self, words: Words, save: Callable[[], None]) -> PlainButton:
        """The button that saves; Ctrl+S presses it too."""
        self.save_button = PlainButton(words, save, tone="primary")
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addStretch(1)
        self.body.addLayout(row)
        QShortcut(QKeySequence("Ctrl+S"), self, activated=self.save_button.click)  # type: ignore[call-overload]
        return self.save_button

    def say_fault(self, fault: Fault) -> None:
        """What is wrong, and the field it is about under the hand."""
        self.say_trouble(lambda: fault_sentence(fault))
        field = self.fields.get(str(fault.params.get("field", "")))
        if field is not None:
            field.setFocus()

    def say_trouble(self, words: Words) -> None:
        """What is wrong, in these words."""
        self.wait(waiting=False)
        self.trouble.say(words)
        self.trouble.show()
        self.said.hide()

    def say_done(self, words: Words) -> None:
        """It was saved."""
        self.wait(waiting=False)
        self.trouble.hide()
        self.said.say(words)
        self.said.show()

    def quiet(self) -> None:
        """Nothing is said below the fields."""
        self.trouble.hide()
        self.said.hide()

    def wait(self, *, waiting: bool) -> None:
        """While the server is asked nothing is pressed twice."""
        if self.save_button is not None:
            self.save_button.setEnabled(not waiting)
