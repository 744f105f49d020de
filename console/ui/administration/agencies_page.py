"""Agencies to forward to: where each is written to, its number, which categories it takes."""

from __future__ import annotations

from collections.abc import Sequence

from console.desk.agencies import AgencyDraft
from console.domain.agency import Agency
from console.domain.category import CATEGORIES
from console.domain.changes import Changes
from console.ui.administration.page import PageParts
from console.ui.administration.roll_model import Column, RollRow
from console.ui.administration.roll_page import RollPage
from console.ui.administration.sheet import Sheet
from console.ui.administration.ticks_field import TicksField
from console.ui.sign_in.field import Field
from console.ui.texts.cases import category_word
from console.ui.texts.language import translate
from console.ui.widgets.states import EmptyState

COLUMNS = (
    Column(title=lambda: translate("enrolment", "Short name"), width_px=150),
    Column(title=lambda: translate("enrolment", "Agency")),
    Column(title=lambda: translate("enrolment", "Written to"), width_px=230),
    Column(title=lambda: translate("enrolment", "Rung at"), width_px=150),
    Column(title=lambda: translate("enrolment", "Takes"), width_px=220),
)
Agencies = tuple[Agency, ...]


class AgenciesPage(RollPage[Agencies]):
    """The table of agencies; its side is the form of one."""

    def __init__(self, parts: PageParts) -> None:
        empty = EmptyState(
            "agency",
            lambda: translate("enrolment", "No agency is known yet"),
            lambda: translate("enrolment", "A case is forwarded to an agency by e-mail, or by ringing its number."),
        )
        super().__init__(
            parts,
            COLUMNS,
            lambda: translate("enrolment", "Agencies"),
            lambda: translate("enrolment", "New agency"),
            empty,
        )
        self._agencies = parts.office.enrolment.agencies
        self._draft = AgencyDraft()
        self._wanted = ""
        self.form = Sheet("")
        self.name = Field(lambda: translate("enrolment", "Name of the agency"))
        self.short = Field(lambda: translate("enrolment", "Short name, as operators type it"))
        self.email = Field(lambda: translate("enrolment", "E-mail, to which forwards go"))
        self.phone = Field(lambda: translate("enrolment", "Number to ring"))
        self.takes = TicksField(
            lambda: translate("enrolment", "Takes these categories"), tuple(CATEGORIES), category_word
        )
        self.form.add(self.name, "name")
        self.form.add(self.short, "short_name")
        self.form.add(self.email, "email")
        self.form.add(self.phone, "phone")
        self.form.add(self.takes)
        self.form.add_save(lambda: translate("enrolment", "Save"), self._save)
        self.add_sheet(self.form)

    def ask_for(self) -> Agencies:
        """Every agency."""
        return self._agencies.shown()

    def rows_of(self, answer: Agencies) -> Sequence[RollRow]:
        """A line an agency."""
        return [
            RollRow(
                id=each.id, icon="agency",
                cells=(
                    each.short_name, each.name, each.email, each.phone,
                    ", ".join(category_word(category) for category in each.categories),
                ),
            )
            for each in answer
        ]  # fmt: skip

    def count_words(self, answer: Agencies) -> str:
        """How many."""
        return translate("enrolment", "{n} agencies").format(n=len(answer))

    def take(self, answer: Agencies) -> None:
        """The answer came; the form follows unless something in it is not saved."""
        super().take(answer)
        if self._wanted and self.table.lines.place_of(self._wanted) is not None:
            self.table.mark(self._wanted)
            self._wanted = ""

    def take_changes(self, changes: Changes) -> None:
        """An agency changed."""
        if changes.agencies or changes.everything:
            self.ask()

    def show_thing(self, thing_id: str) -> None:
        """That agency's form."""
        agency = next((each for each in self.answer or () if each.id == thing_id), None)
        if agency is not None:
            self.form.title.say(agency.name)
            self._put(AgencyDraft(
                id=agency.id, name=agency.name, short_name=agency.short_name, email=agency.email, phone=agency.phone,
                categories=agency.categories,
            ))  # fmt: skip

    def begin_new(self) -> None:
        """An empty form."""
        if self.new_button.isEnabled():
            self.table.pick("")
            self.form.title.say(lambda: translate("enrolment", "New agency"))
            self._put(AgencyDraft())
            self.name.line.setFocus()

    def unsaved(self) -> bool:
        """Whether the form holds something not saved."""
        return self.sheet is self.form and self.draft() != self._draft

    def draft(self) -> AgencyDraft:
        """What is typed now."""
        return AgencyDraft(
            id=self._draft.id, name=self.name.line.text(), short_name=self.short.line.text(),
            email=self.email.line.text(), phone=self.phone.line.text(), categories=self.takes.values,
        )  # fmt: skip

    def _put(self, draft: AgencyDraft) -> None:
        for field, text in (
            (self.name, draft.name), (self.short, draft.short_name), (self.email, draft.email),
            (self.phone, draft.phone),
        ):  # fmt: skip
            field.line.setText(text)
        self.takes.put(draft.categories)
        self._draft = draft
        self._draft = self.draft()
        self.form.quiet()
        self.show_side(self.form)

    def _save(self) -> None:
        draft = self.draft()
        self.form.wait(waiting=True)
        self.parts.background.ask(
            self,
            lambda: self._agencies.save(draft),
            lambda agency_id: self._saved(draft, agency_id),
            self.form.say_fault,
        )

    def _saved(self, draft: AgencyDraft, agency_id: str) -> None:
        self._draft = AgencyDraft(
            id=agency_id, name=draft.name, short_name=draft.short_name, email=draft.email, phone=draft.phone,
            categories=draft.categories,
        )  # fmt: skip
        self._wanted = agency_id
        self.form.say_done(lambda: translate("enrolment", "Saved. Every desk has it within moments."))
        self.ask()
