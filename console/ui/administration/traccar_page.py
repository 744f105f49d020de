"""The center's own Traccar server: what is followed, and how the line to it stands."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPlainTextEdit

from console.desk.administration import Access
from console.desk.traccar_server import TrackersState
from console.domain.errors import Fault
from console.ui import theme
from console.ui.administration.enrolment_words import day_time, fault_sentence
from console.ui.administration.page import Page, PageParts
from console.ui.administration.sheet import Sheet
from console.ui.administration.side import Side
from console.ui.administration.sure_row import SureRow
from console.ui.sign_in.field import Field
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget

ANEW_MS = 5_000
"""While the page is looked at it asks so often how the line stands."""


class TraccarPage(Page):
    """One sheet: how it stands, address and account, devices that belong to no unit, and the end of it."""

    def __init__(self, parts: PageParts) -> None:
        super().__init__(parts)
        self._traccar = parts.office.enrolment.traccar
        self.state: TrackersState | None = None
        self._typed = False
        self.sheet = Sheet(lambda: translate("enrolment", "Traccar server"))
        self.sheet.setMaximumWidth(theme.px(640))
        self.sheet.add(SafeLabel(_about, role="muted", wrap=True))
        self.stands = SafeLabel(lambda: translate("enrolment", "Asking the server…"), role="strong", wrap=True)
        self.facts = SafeLabel(role="muted", wrap=True)
        self.url = Field(lambda: translate("enrolment", "Address, without /api"), hint="https://traccar.polres.example")
        self.user = Field(lambda: translate("enrolment", "Account there; one that may only read is enough"))
        self.password = Field(lambda: translate("enrolment", "Its password; empty: the one kept"), secret=True)
        for label in (self.stands, self.facts):
            self.sheet.add(label)
        for field, name in ((self.url, "url"), (self.user, "user"), (self.password, "password")):
            self.sheet.add(field, name)
            field.line.textEdited.connect(self._type)
        self.sheet.add_save(lambda: translate("enrolment", "Follow this server"), self.save)
        self.leave_row = SureRow(
            lambda: translate("enrolment", "Follow none…"),
            lambda: translate("enrolment", "Units seen only there stop moving on the map. What was stored stays."),
            lambda: translate("enrolment", "Follow none"), self._leave,
        )  # fmt: skip
        self.sheet.foot.addWidget(self.leave_row)
        self.strangers_title = SafeLabel(role="section", wrap=True)
        self.strangers = QPlainTextEdit()
        self.strangers.setReadOnly(True)
        self.strangers.setTabChangesFocus(True)
        self.strangers.setMinimumHeight(theme.px(140))
        name_widget(self.strangers, lambda: translate("enrolment", "Devices there that belong to no unit"))
        for widget in (self.strangers_title, self.strangers):
            self.sheet.foot.addWidget(widget)
        side = Side()
        side.add_sheet(self.sheet)
        side.show_sheet(self.sheet)
        self.rows.addWidget(side, 1)
        self._anew = QTimer(self, interval=ANEW_MS)
        self._anew.timeout.connect(self._ask)
        self._show_parts()

    def open(self) -> None:
        """Ask how it stands, and go on asking while it is looked at."""
        self._anew.start()
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nobody asks."""
        self._anew.stop()
        super().hideEvent(event)

    def show_access(self, access: Access) -> None:
        """Saving is possible now, or not."""
        if self.sheet.save_button is not None:
            self.sheet.save_button.setEnabled(access is Access.OPEN)
        self.leave_row.setEnabled(access is Access.OPEN)

    def unsaved(self) -> bool:
        """Whether an address, an account or a password was typed and not saved."""
        return self._typed

    def cover(self) -> None:
        """A password half typed does not wait behind a lock."""
        self.password.line.clear()
        super().cover()

    def stop(self) -> None:
        """Ask no more."""
        self._anew.stop()

    def save(self) -> None:
        """Follow what stands in the fields."""
        url, user, password = (field.line.text() for field in (self.url, self.user, self.password))
        self.sheet.wait(waiting=True)
        self.parts.background.ask(
            self, lambda: self._traccar.follow(url, user, password), self._saved, self.sheet.say_fault
        )

    def _leave(self) -> None:
        self.parts.background.ask(self, self._traccar.leave, self._saved, self.sheet.say_fault)

    def _saved(self, state: TrackersState) -> None:
        self._typed = False
        self.password.line.clear()
        self.sheet.say_done(
            lambda: translate("enrolment", "Saved: it is followed from now on.") if state.url
            else translate("enrolment", "Saved: none is followed.")
        )  # fmt: skip
        self._take(state)

    def _type(self) -> None:
        self._typed = True
        self.sheet.quiet()

    def _ask(self) -> None:
        self.parts.background.ask(self, self._traccar.shown, self._take, self._failed, topic="state")

    def _take(self, state: TrackersState) -> None:
        first = self.state is None or (self.state.url, self.state.user) != (state.url, state.user)
        self.state = state
        if first and not self._typed:
            self.url.line.setText(state.url)
            self.user.line.setText(state.user)
        zone = self.parts.zone()
        self.stands.say(lambda: _state_words(state))
        self.facts.say(lambda: _fact_words(state, day_time(state.last_at, zone)))
        self._show_parts()

    def _failed(self, fault: Fault) -> None:
        self.stands.say(lambda: fault_sentence(fault))

    def _show_parts(self) -> None:
        state = self.state or TrackersState()
        self.leave_row.setVisible(bool(state.url))
        self.facts.setVisible(bool(state.url))
        count = len(state.strangers)
        self.strangers_title.say(lambda: _strangers_words(count))
        lines = "\n".join(one_line(f"{each.unique_id}  {each.name}".strip()) for each in state.strangers)
        if lines != self.strangers.toPlainText():
            self.strangers.setPlainText(lines)
        for widget in (self.strangers_title, self.strangers):
            widget.setVisible(bool(count))


def _about() -> str:
    return translate(
        "enrolment",
        "A Traccar server of your own can bring positions of trackers: its devices count as those of the units "
        "whose device number, or whose own id, they bear.",
    )


def _state_words(state: TrackersState) -> str:
    if not state.url:
        return translate("enrolment", "None is followed.")
    return {
        "socket": translate("enrolment", "Followed: positions arrive at once."),
        "polling": translate("enrolment", "Followed: asked every few seconds, for it offers no open line."),
        "away": translate("enrolment", "Not reached: {why}. It is tried again.").format(why=one_line(state.why) or "?"),
    }.get(state.state, translate("enrolment", "Getting in touch…"))


def _fact_words(state: TrackersState, last: str) -> str:
    said = translate("enrolment", "Devices of ours: {n} · positions stored: {stored} · refused: {refused}").format(
        n=state.known, stored=state.stored, refused=state.refused
    )
    if last:
        said += "\n" + translate("enrolment", "Latest position {when}.").format(when=last)
    if abs(state.clock_off_s) > 2:
        said += "\n" + translate("enrolment", "Its clock is {n} s off; times are set right.").format(
            n=round(state.clock_off_s)
        )
    return said


def _strangers_words(count: int) -> str:
    return translate("enrolment", "Devices there that belong to no unit: {n}. Enrol their numbers with units.").format(
        n=count
    )
