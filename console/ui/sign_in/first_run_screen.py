"""First run: connect to a server, start the embedded one, or see the demo city."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.desk.sign_in import FirstRun, FirstRunChoice, checked_choice
from console.domain.errors import Fault, InputFault
from console.ui import theme
from console.ui.sign_in.entrance import Entrance
from console.ui.sign_in.field import Field
from console.ui.sign_in.way_card import WayCard
from console.ui.sign_in.words import setup_words
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel


class FirstRunScreen(Entrance):
    """`chosen(FirstRunChoice)`; app then reports with `say_busy` or `say_fault`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            lambda: translate("sign_in", "What shall this console be?"),
            lambda: translate("sign_in", "Asked once. It can be changed later with --profile."),
            parent,
            wide_px=520,
        )
        self._ways = {
            FirstRun.CONNECT: WayCard(
                "agency",
                lambda: translate("sign_in", "Connect to a server"),
                lambda: translate("sign_in", "A command center has one. You need its address and an enrolment code."),
            ),
            FirstRun.EMBEDDED: WayCard(
                "case",
                lambda: translate("sign_in", "Start an own server here"),
                lambda: translate("sign_in", "For a single desk. It runs inside this console and ends with it."),
            ),
            FirstRun.DEMO: WayCard(
                "map",
                lambda: translate("sign_in", "See the demo city"),
                lambda: translate("sign_in", "Malang with invented people and reports. Nothing leaves this machine."),
            ),
        }
        for way, card in self._ways.items():
            card.clicked.connect(lambda _=False, way=way: self._choose(way))
            self.card.rows.addWidget(card)
        self._form = self._connect_form()
        self._form.setVisible(False)
        self.card.rows.addWidget(self._form)
        self.trouble = SafeLabel(role="bad", wrap=True)
        self.trouble.setVisible(False)
        self.busy = SafeLabel(role="muted", wrap=True)
        self.busy.setVisible(False)
        self.card.rows.addWidget(self.trouble)
        self.card.rows.addWidget(self.busy)

    def submit(self) -> None:
        """Check the form and hand the choice over."""
        self._hand_over(FirstRun.CONNECT)

    def say_busy(self, words: str) -> None:
        """Say what is going on; nothing can be pressed meanwhile."""
        self._show_trouble("")
        self.busy.say(words)
        self.busy.setVisible(True)
        self._set_enabled(False)

    def say_fault(self, fault: Fault) -> None:
        """Say what did not work; it can be tried again."""
        self.busy.setVisible(False)
        self._set_enabled(True)
        self._show_trouble(setup_words(fault))

    def _choose(self, way: FirstRun) -> None:
        for each, card in self._ways.items():
            card.setChecked(each is way)
        self._form.setVisible(way is FirstRun.CONNECT)
        if way is FirstRun.CONNECT:
            self.address.line.setFocus()
        else:
            self._hand_over(way)

    def _hand_over(self, way: FirstRun) -> None:
        try:
            choice: FirstRunChoice = checked_choice(
                way,
                self.address.line.text(),
                self.code.line.text(),
                self.desk_name.line.text(),
                self.ca_file.line.text(),
            )
        except InputFault as fault:
            self._show_trouble(setup_words(fault))
            fields = {"address": self.address, "enrol_code": self.code, "desk_name": self.desk_name}
            fields.get(str(fault.params.get("field")), self.ca_file).line.setFocus()
            return
        self._show_trouble("")
        self.chosen.emit(choice)

    def _connect_form(self) -> QWidget:
        form = QWidget()
        rows = QVBoxLayout(form)
        rows.setContentsMargins(0, theme.px(4), 0, 0)
        rows.setSpacing(theme.px(8))
        self.address = Field(lambda: translate("sign_in", "Server address"), hint="https://…")
        self.code = Field(lambda: translate("sign_in", "Enrolment code (from the administrator)"))
        self.desk_name = Field(lambda: translate("sign_in", "Name of this desk"))
        self.ca_file = Field(lambda: translate("sign_in", "Certificate authority file (only for an own CA)"))
        for field in (self.address, self.code, self.desk_name):
            field.line.returnPressed.connect(self.submit)
            rows.addWidget(field)
        row = QHBoxLayout()
        row.addWidget(self.ca_file, 1)
        row.addWidget(PlainButton(lambda: translate("sign_in", "Choose…"), self._choose_file))
        rows.addLayout(row)
        self._go = PlainButton(lambda: translate("sign_in", "Connect"), self.submit, tone="primary")
        rows.addWidget(self._go)
        return form

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.ca_file.label.text(), "", "PEM (*.pem *.crt)")
        if chosen:
            self.ca_file.line.setText(chosen)

    def _set_enabled(self, on: bool) -> None:
        for widget in (*self._ways.values(), self._form):
            widget.setEnabled(on)

    def _show_trouble(self, words: str) -> None:
        self.trouble.say(words)
        self.trouble.setVisible(bool(words))
