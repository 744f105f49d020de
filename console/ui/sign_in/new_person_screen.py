"""The first person of a console with a server of its own: name, user, passphrase twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.desk.sign_in import checked_person
from console.domain.errors import Fault, InputFault
from console.ui.sign_in.entrance import Entrance
from console.ui.sign_in.field import Field
from console.ui.sign_in.words import setup_words
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel


class NewPersonScreen(Entrance):
    """`made(NewPerson)` once everything is typed as it must be; `say_fault` shows what the server said to it."""

    made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            lambda: translate("sign_in", "Who works here?"),
            lambda: translate("sign_in", "The first person is a supervisor and can let others in later."),
            parent,
        )
        self.name = Field(lambda: translate("sign_in", "Name, with rank"))
        self.user = Field(lambda: translate("sign_in", "User"))
        self.passphrase = Field(lambda: translate("sign_in", "Passphrase, eight characters or more"), secret=True)
        self.again = Field(lambda: translate("sign_in", "The passphrase again"), secret=True)
        self.trouble = SafeLabel(role="bad", wrap=True)
        self.trouble.setVisible(False)
        self.button = PlainButton(lambda: translate("sign_in", "Begin"), self.submit, tone="primary")
        for field in (self.name, self.user, self.passphrase, self.again):
            field.line.returnPressed.connect(self.submit)
            self.card.rows.addWidget(field)
        self.card.rows.addWidget(self.trouble)
        self.card.rows.addWidget(self.button)

    def submit(self) -> None:
        """Look at what was typed and hand it over."""
        try:
            person = checked_person(
                self.name.line.text(), self.user.line.text(), self.passphrase.line.text(), self.again.line.text()
            )
        except InputFault as fault:
            self.say_fault(fault)
            fields = {"name": self.name, "user": self.user, "passphrase": self.passphrase}
            fields.get(str(fault.params.get("field")), self.again).line.setFocus()
            return
        self.trouble.setVisible(False)
        self.button.setEnabled(False)
        self.made.emit(person)

    def say_fault(self, fault: Fault) -> None:
        """What is wrong; it can be tried again."""
        self.button.setEnabled(True)
        self.trouble.say(lambda: setup_words(fault))
        self.trouble.setVisible(True)
