"""The SMS gateway: address, account, sender, and a test before an alarm needs it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.desk.administration import Access
from console.desk.sms_gateway import SmsGateway, SmsTried
from console.domain.errors import Fault
from console.ui import theme
from console.ui.administration.enrolment_words import fault_sentence
from console.ui.administration.page import Page, PageParts
from console.ui.administration.sheet import Sheet
from console.ui.administration.side import Side
from console.ui.administration.sure_row import SureRow
from console.ui.sign_in.field import Field
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel


class SmsPage(Page):
    """One sheet: where text messages go out, one to try it, and the end of it. What is kept of it is never shown."""

    def __init__(self, parts: PageParts) -> None:
        super().__init__(parts)
        self._sms = parts.office.enrolment.sms
        self.gateway: SmsGateway | None = None
        self._typed = self._open = self._trying = False
        self.sheet = Sheet(lambda: translate("enrolment", "SMS gateway"))
        self.sheet.setMaximumWidth(theme.px(640))
        self.sheet.add(SafeLabel(_about, role="muted", wrap=True))
        self.stands = SafeLabel(lambda: translate("enrolment", "Asking the server…"), role="strong", wrap=True)
        self.sheet.add(self.stands)
        self.url = Field(
            lambda: translate("enrolment", "Address of its sendsms"), hint="https://sms.polres.example/cgi-bin/sendsms"
        )
        self.user = Field(lambda: translate("enrolment", "Account there"))
        self.password = Field(lambda: translate("enrolment", "Its password; empty: the one kept"), secret=True)
        self.shown_as = Field(lambda: translate("enrolment", "Sender the phone shows; empty: the gateway's own"))
        fields = {"url": self.url, "user": self.user, "password": self.password, "sender": self.shown_as}
        for name, field in fields.items():
            self.sheet.add(field, name)
            field.line.textEdited.connect(self._type)
        self.sheet.add_save(lambda: translate("enrolment", "Send by this gateway"), self.save)
        self.to = Field(lambda: translate("enrolment", "Your own phone number"), hint="+62 800 000 0310")
        self.to.line.returnPressed.connect(self.try_out)
        self.to.line.textEdited.connect(lambda _: self._show_parts())
        self.try_key = PlainButton(lambda: translate("enrolment", "Send a test message"), self.try_out)
        self.trial = self._trial()
        self.sheet.foot.addWidget(self.trial)
        self.leave_row = SureRow(
            lambda: translate("enrolment", "Send no text messages…"),
            lambda: translate("enrolment", "Alarms reach duty officers by e-mail and their phone pages alone."),
            lambda: translate("enrolment", "Send none"), self._leave,
        )  # fmt: skip
        self.sheet.foot.addWidget(self.leave_row)
        side = Side()
        side.add_sheet(self.sheet)
        side.show_sheet(self.sheet)
        self.rows.addWidget(side, 1)
        self._show_parts()

    def open(self) -> None:
        """Ask how it is set; what was typed stays."""
        self.parts.background.ask(self, self._sms.shown, self._take, self._failed, topic="gateway")

    def show_access(self, access: Access) -> None:
        """Saving is possible now, or not."""
        was, self._open = self._open, access is Access.OPEN
        self._show_parts()
        if self._open and not was:
            self.open()

    def unsaved(self) -> bool:
        """Whether an address, an account or a password was typed and not saved."""
        return self._typed

    def cover(self) -> None:
        """A password half typed does not wait behind a lock, nor does anybody's number."""
        for field in (self.password, self.to):
            field.line.clear()
        super().cover()

    def save(self) -> None:
        """Send by what stands in the fields."""
        url, user, password, sender = (each.line.text() for each in (self.url, self.user, self.password, self.shown_as))
        self.sheet.wait(waiting=True)
        self.parts.background.ask(
            self, lambda: self._sms.keep(url, user, password, sender), self._saved, self.sheet.say_fault
        )

    def try_out(self) -> None:
        """Send one message by the gateway that is kept, and say what it answered."""
        if not self.try_key.isEnabled():
            return
        to, self._trying = self.to.line.text(), True
        self.trial.quiet()
        self._show_parts()
        self.parts.background.ask(self, lambda: self._sms.try_out(to), self._told, self._not_tried)

    def _trial(self) -> Sheet:
        holder = Sheet(lambda: translate("enrolment", "Try it"))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.try_key)
        row.addStretch(1)
        holder.add(self.to, "to")
        holder.add(line)
        inner = holder.layout()
        if inner is not None:
            inner.setContentsMargins(0, theme.px(14), 0, 0)
        return holder

    def _leave(self) -> None:
        self.parts.background.ask(self, self._sms.leave, self._saved, self.sheet.say_fault)

    def _saved(self, gateway: SmsGateway) -> None:
        self._typed = False
        self.password.line.clear()
        self.sheet.say_done(
            lambda: translate("enrolment", "Saved: text messages go out by it from now on.") if gateway.url
            else translate("enrolment", "Saved: no text message leaves.")
        )  # fmt: skip
        self._take(gateway)

    def _type(self) -> None:
        self._typed = True
        self.sheet.quiet()
        self._show_parts()

    def _take(self, gateway: SmsGateway) -> None:
        self.gateway = gateway
        if not self._typed:
            for field, text in ((self.url, gateway.url), (self.user, gateway.user), (self.shown_as, gateway.sender)):
                field.line.setText(text)
                field.line.setCursorPosition(0)
        self.stands.say(lambda: _state_words(gateway))
        self._show_parts()

    def _failed(self, fault: Fault) -> None:
        self.stands.say(lambda: fault_sentence(fault))

    def _told(self, tried: SmsTried) -> None:
        self._trying = False
        if tried.taken:
            self.trial.say_done(lambda: translate("enrolment", "The gateway took it. See whether your phone rings."))
        else:
            self.trial.say_trouble(lambda: _refused_words(tried))
        self._show_parts()

    def _not_tried(self, fault: Fault) -> None:
        self._trying = False
        self.trial.say_fault(fault)
        self._show_parts()

    def _show_parts(self) -> None:
        kept = self.gateway is not None and bool(self.gateway.url)
        if self.sheet.save_button is not None:
            self.sheet.save_button.setEnabled(self._open)
        self.leave_row.setVisible(kept)
        self.leave_row.setEnabled(self._open)
        self.trial.setVisible(kept)
        ready = self._open and not self._typed and not self._trying
        self.try_key.setEnabled(ready and bool(self.to.line.text().strip()))
        self.try_key.tip(_first_save if self._typed else "")


def _about() -> str:
    return translate(
        "enrolment",
        "Alarms reach duty officers as text messages through the service's own gateway (Kannel's sendsms)."
        " Nothing a citizen wrote goes out this way.",
    )


def _first_save() -> str:
    return translate("enrolment", "Save first: the test goes by what is kept.")


def _state_words(gateway: SmsGateway) -> str:
    if not gateway.url:
        return translate("enrolment", "None is set: no text message leaves.")
    return translate("enrolment", "Text messages go out by it.")


def _refused_words(tried: SmsTried) -> str:
    return translate("enrolment", "The gateway did not take it: {why}").format(why=one_line(tried.said) or "?")
