"""The phone page of somebody on the roster: the code he scans, so that alarms reach him."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from console.desk.phone_pages import PageShown
from console.desk.roster import RosterBook, slot_of, with_page
from console.domain.errors import Fault
from console.domain.roster import Duty, Roster
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
        super().__init__(self._make_link, back, back, parts.zone, parent)
        self._parts, self._opened, self._failed = parts, opened, failed
        self._book: RosterBook = parts.office.enrolment.roster
        self._duty: Duty | None = None

    def ask_for(self, roster: Roster, duty: Duty) -> None:
        """Whoever is only rung becomes an officer who can have a page; then the sheet is his."""
        book, changed = self._book, with_page(roster, duty)

        def ready() -> tuple[Roster, str]:
            return (roster if duty.officer else book.save(changed)), book.phones_address()

        self._parts.background.ask(self, ready, lambda found: self._open(duty, *found), self._failed)

    def _open(self, asked: Duty, roster: Roster, address: str) -> None:
        same = (duty for duty in roster.duties if slot_of(duty) == slot_of(asked) and duty.day == asked.day)
        self._duty = next(same, None)
        if self._duty is not None:
            self.forget()
            said = partial(translate, "enrolment", "His alarms stand there, and he takes one with a press.")
            self.show_holder(self._duty.officer, self._duty.name, said, address, has_page=False)
            self._opened(roster)

    def _make_link(self, address: str) -> None:
        duty, book = self._duty, self._book
        if duty is not None:
            self._parts.background.ask(self, lambda: book.make_page(duty, address), self._take_code, self.say_fault)

    def _take_code(self, code: PageShown) -> None:
        if self.isVisible():
            self.show_code(code)
