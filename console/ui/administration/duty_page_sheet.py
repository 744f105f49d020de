"""The phone page of somebody on the roster: the code he scans, so that alarms reach him."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from console.desk.enrolled_units import PhonePage
from console.desk.phone_pages import PageShown
from console.desk.roster import RosterBook, slot_of, with_page
from console.domain.errors import Fault
from console.domain.roster import Duty, Roster
from console.ui.administration.enrolment_words import day_time
from console.ui.administration.page import PageParts
from console.ui.administration.phone_page_sheet import PhonePageSheet
from console.ui.texts.language import translate


class DutyPageSheet(PhonePageSheet):
    """`ask_for` somebody; `opened(roster)` is told when the sheet may be shown, with the roster as it then stands."""

    def __init__(
        self,
        parts: PageParts,
        back: Callable[[], None],
        opened: Callable[[Roster], None],
        failed: Callable[[Fault], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self._make_link, self._take_back, back, parts.zone, parent)
        self._parts, self._opened, self._failed = parts, opened, failed
        self._book: RosterBook = parts.office.enrolment.roster
        self._duty: Duty | None = None

    def ask_for(self, roster: Roster, duty: Duty) -> None:
        """Whoever is only rung becomes an officer who can have a page; then the sheet is his."""
        # The line as the roster has it now: the form may still show it from before he became one.
        duty = _same(roster, duty) or duty
        book, changed = self._book, with_page(roster, duty)

        def ready() -> tuple[Roster, str, PhonePage | None]:
            kept = roster if duty.officer else book.save(changed)
            return kept, book.phones_address(), book.page_of(duty.officer) if duty.officer else None

        self._parts.background.ask(self, ready, lambda found: self._open(duty, *found), self._failed)

    def _open(self, asked: Duty, roster: Roster, address: str, page: PhonePage | None) -> None:
        self._duty = _same(roster, asked)
        if self._duty is not None:
            self.forget()
            self._show_page(page, address)
            self._opened(roster)

    def _show_page(self, page: PhonePage | None, address: str = "") -> None:
        duty, zone = self._duty, self._parts.zone()
        if duty is not None:
            self.show_holder(
                duty.officer, duty.name, lambda: _state_words(page, zone), address, has_page=page is not None
            )

    def _take_back(self) -> None:
        duty, book = self._duty, self._book
        if duty is not None:
            self._parts.background.ask(
                self, lambda: book.take_page_back(duty.officer), lambda _none: self._taken_back(), self.say_fault
            )

    def _taken_back(self) -> None:
        self.forget()
        self._show_page(None)
        self.say_done(lambda: translate("enrolment", "His page has ended: nothing stands on that phone any more."))

    def _make_link(self, address: str) -> None:
        duty, book = self._duty, self._book
        if duty is not None:
            self._parts.background.ask(self, lambda: book.make_page(duty, address), self._take_code, self.say_fault)

    def _take_code(self, code: PageShown) -> None:
        if self.isVisible():
            self.show_code(code)


def _same(roster: Roster, asked: Duty) -> Duty | None:
    """The line of that slot and day, None when it is gone."""
    same = (duty for duty in roster.duties if slot_of(duty) == slot_of(asked) and duty.day == asked.day)
    return next(same, None)


def _state_words(page: PhonePage | None, zone: ZoneInfo) -> str:
    said = translate("enrolment", "His alarms stand there, and he takes one with a press.")
    if page is None:
        return said
    if page.opened_at is None:
        return said + " " + translate("enrolment", "A code was made and not opened yet.")
    when = day_time(page.opened_at, zone)
    return said + " " + translate("enrolment", "It is on a phone since {when}.").format(when=when)
