"""Units and officers: enrolled, changed, retired; each officer's page by QR."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer

from console.desk.enrolled_units import Area, UnitDraft, UnitShown, UnitsShown
from console.domain.changes import Changes
from console.domain.unit import Unit, UnitKind, UnitStatus
from console.ui.administration.enrolment_words import day_time, status_word
from console.ui.administration.page import PageParts
from console.ui.administration.phone_page_sheet import PhonePageSheet
from console.ui.administration.roll_model import Column, RollRow
from console.ui.administration.roll_page import RollPage
from console.ui.administration.unit_sheet import UnitSheet
from console.ui.texts.language import translate
from console.ui.widgets.states import EmptyState

COLUMNS = (
    Column(title=lambda: translate("enrolment", "Call sign"), width_px=120),
    Column(title=lambda: translate("enrolment", "Who"), width_px=0),
    Column(title=lambda: translate("enrolment", "Post"), width_px=150),
    Column(title=lambda: translate("enrolment", "Beat"), width_px=120),
    Column(title=lambda: translate("enrolment", "Now"), width_px=130),
    Column(title=lambda: translate("enrolment", "Page on the phone"), width_px=150),
)

_TOGETHER_MS = 1000


class UnitsPage(RollPage[UnitsShown]):
    """The table of units; its side is the form of one, or the QR code of its page."""

    def __init__(self, parts: PageParts) -> None:
        empty = EmptyState(
            "unit",
            lambda: translate("enrolment", "No unit is enrolled yet"),
            lambda: translate("enrolment", "A unit is one officer, or a vehicle with its crew. Begin with New unit."),
        )
        super().__init__(
            parts, COLUMNS, lambda: translate("enrolment", "Units and officers"),
            lambda: translate("enrolment", "New unit"), empty,
        )  # fmt: skip
        self._units = parts.office.enrolment.units
        self._address = ""
        self._wanted = ""
        # A city's units change every second: asked about once for all that comes meanwhile.
        self._later = QTimer(self, singleShot=True, interval=_TOGETHER_MS)
        self._later.timeout.connect(self.ask)
        self.form = UnitSheet(self._save, self._retire, self._open_page, self._find)
        self.page = PhonePageSheet(self._make_page, self._take_back, self._back, parts.zone)
        self.add_sheet(self.form)
        self.add_sheet(self.page)

    def ask_for(self) -> UnitsShown:
        """Every unit."""
        self._address = self._units.phones_address()
        return self._units.shown()

    def rows_of(self, answer: UnitsShown) -> Sequence[RollRow]:
        """A line a unit."""
        return [self._row(shown, answer) for shown in answer.units]

    def count_words(self, answer: UnitsShown) -> str:
        """Units, and how many have their page on a phone."""
        paged = sum(shown.page is not None and shown.page.opened_at is not None for shown in answer.units)
        said = translate("enrolment", "{n} units · {paged} with their page on a phone")
        if not answer.pages_known:
            said = translate("enrolment", "{n} units · pages: the server knows")
        return said.format(n=len(answer.units), paged=paged)

    def take(self, answer: UnitsShown) -> None:
        """The answer came; what stands at the right is brought up to date, never what is being typed."""
        super().take(answer)
        if self._wanted and self._shown(self._wanted) is not None:
            # Just enrolled: the feed has brought it to this desk.
            self.table.mark(self._wanted)
            self._wanted = ""
        shown = self._shown(self.table.current_id)
        if shown is None:
            return
        if self.sheet is self.page:
            self._show_page(shown)
        elif self.sheet is self.form and not self.form.changed:
            self.form.follow(shown)
        self._say_page(shown)

    def take_changes(self, changes: Changes) -> None:
        """A unit changed."""
        if (changes.units or changes.everything) and not self._later.isActive():
            self._later.start()

    def show_thing(self, thing_id: str) -> None:
        """That unit's form."""
        shown = self._shown(thing_id)
        self.page.forget()
        if shown is not None:
            self.form.show_unit(shown)
            self._say_page(shown)
            self.show_side(self.form)

    def begin_new(self) -> None:
        """An empty form."""
        if not self.new_button.isEnabled():
            return
        self.page.forget()
        self.table.pick("")
        self.form.begin()
        self.show_side(self.form)
        self.form.sign.line.setFocus()

    def unsaved(self) -> bool:
        """Whether the form holds something not saved."""
        return self.sheet is self.form and self.form.changed

    def cover(self) -> None:
        """Nothing stays, least of all a code."""
        self.page.forget()
        if self.sheet is self.page:
            self.show_side(None)
        super().cover()

    def stop(self) -> None:
        """A code leaves the clipboard too."""
        self._later.stop()
        self.page.forget()

    # What the sheets ask for

    def _save(self, draft: UnitDraft) -> None:
        self.parts.background.ask(self, lambda: self._units.save(draft), self._saved, self.form.say_fault)

    def _saved(self, unit_id: str) -> None:
        self._wanted = unit_id
        self.form.saved(unit_id)
        self.ask()

    def _retire(self) -> None:
        unit_id = self.form.unit_id
        self.parts.background.ask(self, lambda: self._units.retire(unit_id), self._retired, self.form.say_fault)

    def _retired(self, _none: None) -> None:
        self.show_side(None)
        self.table.pick("")
        self.ask()

    def _open_page(self) -> None:
        shown = self._shown(self.form.unit_id)
        if shown is not None:
            self._show_page(shown)
            self.show_side(self.page)
            self.page.make_button.setFocus()

    def _back(self) -> None:
        self.page.forget()
        self.show_side(self.form)

    def _make_page(self, address: str) -> None:
        unit_id = self.form.unit_id
        self.parts.background.ask(
            self, lambda: self._units.make_page(unit_id, address), self._made, self.page.say_fault
        )

    def _made(self, code: object) -> None:
        if self.sheet is self.page:
            self.page.show_code(code)  # type: ignore[arg-type]
        self.ask()

    def _take_back(self) -> None:
        unit_id = self.form.unit_id
        self.parts.background.ask(
            self, lambda: self._units.take_back_page(unit_id), lambda _none: self._taken_back(), self.page.say_fault
        )

    def _taken_back(self) -> None:
        self.page.forget()
        self.page.say_done(lambda: translate("enrolment", "Taken back: that phone's page has ended."))
        self.ask()

    def _find(self, words: str, then: Callable[[tuple[Area, ...]], None]) -> None:
        self.parts.background.ask(self, lambda: self._units.find_areas(words), then, topic="areas")

    # What is shown

    def _show_page(self, shown: UnitShown) -> None:
        zone, unit = self.parts.zone(), shown.unit
        state = partial(page_words, shown, zone)
        self.page.show_holder(unit.id, unit.call_sign, state, self._address, has_page=shown.page is not None)

    def _shown(self, unit_id: str) -> UnitShown | None:
        units = self.answer.units if self.answer is not None else ()
        return next((shown for shown in units if shown.unit.id == unit_id), None)

    def _say_page(self, shown: UnitShown) -> None:
        known = self.answer is not None and self.answer.pages_known
        zone = self.parts.zone()
        self.form.page_state.setVisible(known)
        self.form.page_state.say(lambda: page_words(shown, zone))

    def _row(self, shown: UnitShown, answer: UnitsShown) -> RollRow:
        unit, page = shown.unit, shown.page
        if page is None:
            words = "" if answer.pages_known else "…"
        elif page.opened_at is not None:
            words = translate("enrolment", "on a phone")
        else:
            words = translate("enrolment", "not scanned yet")
        return RollRow(
            id=unit.id,
            cells=(unit.call_sign, _who(unit), unit.post, shown.beat, status_word(unit.status), words),
            icon="vehicle" if unit.kind is UnitKind.VEHICLE else "unit",
            tone="ended" if unit.status is UnitStatus.OFF_DUTY else "",
        )


def _who(unit: Unit) -> str:
    crew = ", ".join(unit.crew)
    return f"{unit.name}: {crew}" if unit.kind is UnitKind.VEHICLE else unit.title


def page_words(shown: UnitShown, zone: ZoneInfo) -> str:
    """What is known of a unit's page."""
    page = shown.page
    if page is None:
        return translate("enrolment", "No phone has this unit's page yet.")
    if page.opened_at is not None:
        return translate("enrolment", "On a phone since {when}.").format(when=day_time(page.opened_at, zone))
    if page.expires_at is not None:
        return translate("enrolment", "Made and not scanned yet; ends {when}.").format(
            when=day_time(page.expires_at, zone)
        )
    return translate("enrolment", "Made {when}.").format(when=day_time(page.made_at, zone))
