"""Sign-in: user and passphrase, errors in clear words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from console.desk.ports import Person, SignInPort
from console.desk.sign_in import DemoHint
from console.domain.errors import Fault
from console.ui import theme
from console.ui.background import Background
from console.ui.sign_in.entrance import Entrance
from console.ui.sign_in.field import Field
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.safe import SafeLabel

_ASK_RECOVERY = ("no_slot", "passphrase_or_recovery", "wrong_recovery_key")
_ASK_CODE = ("desk_refused", "not_enrolled")
"""Faults that only the station's recovery key, or an administrator's enrolment code, can mend."""


class SignInScreen(Entrance):
    """`signed_in(Person)` after the port let someone in and a new recovery key was noted down."""

    signed_in = Signal(object)

    def __init__(
        self, port: SignInPort, background: Background, parent: QWidget | None = None, *, demo: DemoHint | None = None
    ) -> None:
        super().__init__(lambda: translate("sign_in", "Sign in"), "", parent)
        self._port, self._background = port, background
        self._busy = False
        self.user = Field(lambda: translate("sign_in", "User"))
        self.passphrase = Field(lambda: translate("sign_in", "Passphrase"), secret=True)
        self.recovery = Field(lambda: translate("sign_in", "Station recovery key"))
        self.recovery.setVisible(False)
        self.code = Field(lambda: translate("sign_in", "Enrolment code"))
        self.code.setVisible(False)
        self.trouble = SafeLabel(role="bad", wrap=True)
        self.trouble.setVisible(False)
        self.button = PlainButton(lambda: translate("sign_in", "Sign in"), self.submit, tone="primary")
        self.waiting = SafeLabel(role="muted", wrap=True)
        self.waiting.setVisible(False)
        self._waiting = 0
        for widget in (self.user, self.passphrase, self.recovery, self.code, self.trouble, self.button, self.waiting):
            self.card.rows.addWidget(widget)
        for field in (self.user, self.passphrase, self.recovery, self.code):
            field.line.returnPressed.connect(self._next)
        completer = QCompleter(list(port.known_users()), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.user.line.setCompleter(completer)
        if demo is not None:
            self._show_demo(demo)

    @property
    def user_name(self) -> str:
        """The user name as typed."""
        return self.user.line.text().strip()

    def begin(self, user: str = "") -> None:
        """Empty the fields and put the keyboard where it is needed."""
        self.user.line.setText(user)
        self.passphrase.line.clear()
        self.recovery.line.clear()
        self.code.line.clear()
        self._say("")
        first: QLineEdit = self.passphrase.line if user else self.user.line
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Try to sign in, once at a time."""
        user, passphrase = self.user_name, self.passphrase.line.text()
        if self._busy:
            return
        if not user or not passphrase:
            self._say(translate("sign_in", "Type user and passphrase."))
            return
        recovery, code = self.recovery.line.text().strip(), self.code.line.text().strip()
        self._set_busy(True)
        self._say("")

        def come_in() -> Person:
            if code:
                self._port.enrol(code)
            return self._port.sign_in(user, passphrase, recovery_key=recovery)

        self._background.ask(self, come_in, self._let_in, self._refuse)

    def show_waiting(self, count: int) -> None:
        """How many decisions of those who worked here still wait: told, nothing is to be done."""
        if count != self._waiting:
            self._waiting = count
            self.waiting.say(lambda: _waiting_words(count))
            self.waiting.setVisible(count > 0)

    def say_trouble(self, words: str) -> None:
        """Say why the person stands here again (session ended, desk refused)."""
        self._say(words)

    def _let_in(self, person: Person) -> None:
        self._set_busy(False)
        self.passphrase.line.clear()
        self.recovery.line.clear()
        self.code.line.clear()
        self.recovery.setVisible(False)
        self.code.setVisible(False)
        self.signed_in.emit(person)

    def _refuse(self, fault: Fault) -> None:
        self._set_busy(False)
        self._say(fault_words(fault))
        # Once asked for they stay: a wrong passphrase after them must not make people type a code twice.
        self.recovery.setVisible(self.recovery.isVisible() or fault.code in _ASK_RECOVERY)
        self.code.setVisible(self.code.isVisible() or fault.code in _ASK_CODE)
        if fault.code == "enrol_code_refused":
            self.code.line.selectAll()
        if fault.code not in (*_ASK_CODE, "enrol_code_refused"):
            # It was enrolled or never needed to be: the same code again would be refused as used.
            self.code.line.clear()
        if fault.code == "no_slot":
            self.recovery.line.setFocus()
        elif fault.code in (*_ASK_CODE, "enrol_code_refused"):
            self.code.line.setFocus()
        else:
            self.passphrase.line.selectAll()
            self.passphrase.line.setFocus()

    def _next(self) -> None:
        if not self.user_name:
            self.user.line.setFocus()
        elif not self.passphrase.line.text():
            self.passphrase.line.setFocus()
        else:
            self.submit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.button.setEnabled(not busy)
        self.button.say(partial(_button_words, busy))

    def _say(self, words: str) -> None:
        self.trouble.say(words)
        self.trouble.setVisible(bool(words))

    def _show_demo(self, demo: DemoHint) -> None:
        words = translate("sign_in", "Demo city: every person is invented. Passphrase of all: {passphrase}")
        self.card.rows.addWidget(SafeLabel(words.format(passphrase=demo.passphrase), role="muted", wrap=True))
        holder = QWidget()
        flow = FlowLayout(holder, gap=theme.px(4))
        for user, name in demo.users:
            button = PlainButton(one_line(name), partial(self._fill, user, demo.passphrase))
            flow.addWidget(button)
        self.card.rows.addWidget(holder)

    def _fill(self, user: str, passphrase: str) -> None:
        self.user.line.setText(user)
        self.passphrase.line.setText(passphrase)
        self.button.setFocus()


def _waiting_words(count: int) -> str:
    words = translate("sign_in", "{n} decisions made at this desk still wait. They are sent whoever signs in.")
    return words.format(n=count)


def _button_words(busy: bool) -> str:
    return translate("sign_in", "Signing in…") if busy else translate("sign_in", "Sign in")
