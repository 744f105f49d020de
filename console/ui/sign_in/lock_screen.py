"""The locked screen: counts and the clock, no content."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.desk.ports import Person, SignInPort
from console.domain.errors import Fault
from console.ui import theme
from console.ui.background import Background
from console.ui.sign_in.entrance import Entrance
from console.ui.sign_in.field import Field
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.times import clock_words, zone_name
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel, restyle


class LockScreen(Entrance):
    """`unlocked(Person)` for the same person, `left` when somebody else wants to sign in."""

    unlocked = Signal(object)
    left = Signal()

    def __init__(self, port: SignInPort, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("sign_in", "Locked"), "", parent)
        self._port, self._background = port, background
        self._user = ""
        self._busy = False
        self.clock = SafeLabel(role="clock")
        self.clock.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.card.rows.insertWidget(1, self.clock)
        self.critical, self.fresh, self.waiting = SafeLabel(role="strong"), SafeLabel(), SafeLabel(role="muted")
        self.who = SafeLabel(role="muted", wrap=True)
        self.passphrase = Field(lambda: translate("sign_in", "Passphrase"), secret=True)
        self.passphrase.line.returnPressed.connect(self.submit)
        self.trouble = SafeLabel(role="bad", wrap=True)
        self.trouble.setVisible(False)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.button = PlainButton(lambda: translate("sign_in", "Unlock"), self.submit, tone="primary")
        row.addWidget(PlainButton(lambda: translate("sign_in", "Someone else"), self.left.emit))
        row.addWidget(self.button, 1)
        for widget in (self.critical, self.fresh, self.waiting, self.who, self.passphrase, self.trouble):
            self.card.rows.addWidget(widget)
        self.card.rows.addLayout(row)

    def begin(self, user: str, name: str) -> None:
        """Lock for this user; shows the name, asks the passphrase."""
        self._user = user
        self.who.say(lambda: translate("sign_in", "Locked by {name}").format(name=one_line(name)))
        self.passphrase.line.clear()
        self._say("")
        self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_counts(self, critical: int, fresh: int, waiting: int) -> None:
        """Counts only: unclaimed P1, new reports, decisions waiting to be sent."""
        words = translate("sign_in", "{n} critical, nobody has taken them") if critical else translate(
            "sign_in", "No critical report waits"
        )  # fmt: skip
        self.critical.say(words.format(n=critical))
        restyle(self.critical, role="late" if critical else "good")
        self.fresh.say(translate("sign_in", "{n} new reports").format(n=fresh))
        self.waiting.say(translate("sign_in", "{n} decisions wait to be sent").format(n=waiting))

    def show_time(self, now: datetime, zone: ZoneInfo) -> None:
        """The wall clock."""
        self.clock.say(f"{clock_words(now, zone)} {zone_name(zone, now)}")

    def submit(self) -> None:
        """Try the passphrase, once at a time."""
        passphrase = self.passphrase.line.text()
        if self._busy or not passphrase:
            return
        self._busy = True
        self.button.setEnabled(False)
        self._background.ask(self, lambda: self._port.sign_in(self._user, passphrase), self._open, self._refuse)

    def _open(self, person: Person) -> None:
        self._idle()
        self.passphrase.line.clear()
        self.unlocked.emit(person)

    def _refuse(self, fault: Fault) -> None:
        self._idle()
        self._say(fault_words(fault))
        self.passphrase.line.selectAll()
        self.passphrase.line.setFocus()

    def _idle(self) -> None:
        self._busy = False
        self.button.setEnabled(True)

    def _say(self, words: str) -> None:
        self.trouble.say(words)
        self.trouble.setVisible(bool(words))
