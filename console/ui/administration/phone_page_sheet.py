"""An officer's page on his phone: the code to scan, its end, on paper, taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QWidget

from console.desk.phone_pages import PageShown
from console.domain.errors import Fault
from console.ui.administration.page_card import print_card, save_card, until_words
from console.ui.administration.qr_picture import QrPicture
from console.ui.administration.sheet import Sheet
from console.ui.administration.sure_row import SureRow
from console.ui.sign_in.field import Field
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words


class PhonePageSheet(Sheet):
    """`make(address)`, `take_back()` and `back()` are done by the page; `show_code` shows what came of it, once."""

    def __init__(
        self, make: Callable[[str], None], take_back: Callable[[], None], back: Callable[[], None],
        zone: Callable[[], ZoneInfo], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__("", parent)
        self._make, self._zone = make, zone
        self._code: PageShown | None = None
        self.state = SafeLabel(role="muted", wrap=True)
        self.add(self.state)
        self.address = Field(lambda: translate("enrolment", "How phones reach the server"))
        self.add(self.address, "address")
        self.make_button = self.add_save(lambda: translate("enrolment", "Show a QR code"), self._wanted)
        self.picture = QrPicture()
        self.until = SafeLabel(role="heading", wrap=True)
        self.link = SafeLabel(role="small", wrap=True).selectable()
        self.steps = SafeLabel(
            lambda: translate(
                "enrolment",
                "He points his phone's camera at the code and opens the address: his page stands there, nothing to "
                "install. Once opened it lasts until it is taken back. The code is shown this once.",
            ),
            role="muted",
            wrap=True,
        )
        for widget in (self.picture, self.until, self.link, self.steps):
            self.foot.addWidget(widget)
        row = QHBoxLayout()
        self.copy = PlainButton(lambda: translate("enrolment", "Copy the address"), self._copy)
        self.print_button = PlainButton(lambda: translate("enrolment", "Print a card…"), self._print)
        self.pdf = PlainButton(lambda: translate("enrolment", "Card as PDF…"), self._ask_file)
        for button in (self.copy, self.print_button, self.pdf):
            row.addWidget(button)
        row.addStretch(1)
        self.foot.addLayout(row)
        self.take_back_row = SureRow(
            lambda: translate("enrolment", "Take the page back…"),
            lambda: translate(
                "enrolment", "The page on that phone ends now. Do this when a phone is lost or handed on."
            ),
            lambda: translate("enrolment", "Take it back"),
            take_back,
        )
        self.foot.addWidget(self.take_back_row)
        last = QHBoxLayout()
        last.addWidget(PlainButton(lambda: translate("enrolment", "Back"), back))
        last.addStretch(1)
        self.foot.addLayout(last)
        self.forget()

    @property
    def code(self) -> PageShown | None:
        """The code shown now."""
        return self._code

    def show_holder(self, holder: str, sign: str, state: Words, address: str, *, has_page: bool) -> None:
        """Whose page it is, and what is known of it; a code of another holder is forgotten."""
        if self._code is not None and self._code.holder != holder:
            self.forget()
        self.title.say(lambda: translate("enrolment", "Page of {sign}").format(sign=one_line(sign)))
        self.state.say(state)
        self.take_back_row.setVisible(has_page)
        self.make_button.say(lambda: _make_words(again=has_page))
        if not self.address.line.text():
            self.address.line.setText(address)

    def show_code(self, code: PageShown) -> None:
        """The link that was made."""
        self._code = code
        self.quiet()
        self.wait(waiting=False)
        self.picture.show_grid(code.grid)
        until = code.expires_at.astimezone(self._zone())
        self.until.say(lambda: until_words(until))
        self.link.say(code.address)
        self._show(code=True)
        self.copy.setFocus()

    def forget(self) -> None:
        """The code and its address leave the screen, and the clipboard where they still are."""
        clipboard = QGuiApplication.clipboard()
        if self._code is not None and clipboard.text() == self._code.address:
            clipboard.clear()
        self._code = None
        self.picture.show_grid(())
        self.link.say("")
        self.copy.say(lambda: translate("enrolment", "Copy the address"))
        self.take_back_row.rest()
        self.quiet()
        self._show(code=False)

    def save_pdf(self, file: Path) -> None:
        """Write the card there."""
        if self._code is not None:
            try:
                save_card(file, *self._card(self._code))
            except Fault as fault:
                self.say_fault(fault)
                return
            self.say_done(lambda: translate("enrolment", "The card is in {file}").format(file=file.name))

    def _wanted(self) -> None:
        self.wait(waiting=True)
        self._make(self.address.line.text())

    def _show(self, *, code: bool) -> None:
        for widget in (self.picture, self.until, self.link, self.steps, self.copy, self.print_button, self.pdf):
            widget.setVisible(code)

    def _card(self, code: PageShown) -> tuple[str, str, tuple[tuple[bool, ...], ...], str]:
        until = until_words(code.expires_at.astimezone(self._zone()))
        return code.sign, code.title, code.grid, until

    def _copy(self) -> None:
        if self._code is not None:
            QGuiApplication.clipboard().setText(self._code.address)
            self.copy.say(lambda: translate("enrolment", "Copied"))

    def _print(self) -> None:
        code = self._code
        if code is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: print_card(printer, *self._card(code)))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def _ask_file(self) -> None:
        if self._code is None:
            return
        dialog = QFileDialog(
            self, translate("enrolment", "Card as PDF"), f"sigap-{self._code.holder}.pdf", "PDF (*.pdf)"
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self.save_pdf(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _make_words(*, again: bool) -> str:
    if again:
        return translate("enrolment", "Show a new QR code (the page there is now ends)")
    return translate("enrolment", "Show a QR code")
