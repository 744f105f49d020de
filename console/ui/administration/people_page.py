"""People who sign in: let in with a role, a first passphrase handed over once, withdrawn."""

from __future__ import annotations

from collections.abc import Sequence

from console.desk.people import PEOPLE_ROLES, LetIn, People, PersonEnrolled
from console.domain.errors import Fault
from console.domain.person import Role
from console.ui.administration.choice_field import ChoiceField
from console.ui.administration.enrolment_words import day_time, role_hint, role_word
from console.ui.administration.page import PageParts
from console.ui.administration.roll_model import Column, RollRow
from console.ui.administration.secret_page import SecretPage
from console.ui.administration.sure_row import SureRow
from console.ui.sign_in.field import Field
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.states import EmptyState

COLUMNS = (
    Column(title=lambda: translate("enrolment", "User"), width_px=130),
    Column(title=lambda: translate("enrolment", "Name")),
    Column(title=lambda: translate("enrolment", "Role"), width_px=120),
    Column(title=lambda: translate("enrolment", "Last there"), width_px=150),
    Column(title=lambda: translate("enrolment", "Now at"), width_px=150),
)


class PeoplePage(SecretPage[People]):
    """The table of people; its side lets one in, or changes what one may."""

    def __init__(self, parts: PageParts) -> None:
        empty = EmptyState("person", lambda: translate("enrolment", "Nobody may sign in yet"))
        super().__init__(
            parts, COLUMNS, lambda: translate("enrolment", "People"), lambda: translate("enrolment", "Let somebody in"),
            empty, lambda: translate("enrolment", "Hand this over now"),
        )  # fmt: skip
        self._people = parts.office.enrolment.people
        self._chosen: PersonEnrolled | None = None
        roles = tuple((role.value, lambda role=role: role_word(role)) for role in PEOPLE_ROLES)
        self.name = Field(lambda: translate("enrolment", "Rank and name"))
        self.login = Field(lambda: translate("enrolment", "User name, to sign in with"))
        self.role = ChoiceField(lambda: translate("enrolment", "Role"), roles)
        self.hint = SafeLabel(lambda: role_hint(Role(self.role.value)), role="muted", wrap=True)
        self.facts = SafeLabel(role="muted", wrap=True)
        self.renew = SureRow(
            lambda: translate("enrolment", "New passphrase…"),
            lambda: translate("enrolment", "The old passphrase ends, and whatever this person is signed in to."),
            lambda: translate("enrolment", "Make a new one"),
            self._renew,
        )
        self.withdraw_row = SureRow(
            lambda: translate("enrolment", "Withdraw…"),
            lambda: translate("enrolment", "This person signs in no more; cases held are free at once. It stays so."),
            lambda: translate("enrolment", "Withdraw"),
            self._withdraw,
        )
        self._build_sheets()

    def ask_for(self) -> People:
        """Everybody."""
        return self._people.shown()

    def rows_of(self, answer: People) -> Sequence[RollRow]:
        """A line a person; who was withdrawn is faint and says so."""
        zone = self.parts.zone()
        return [
            RollRow(
                id=person.id,
                cells=(
                    person.login, person.name,
                    role_word(person.role) if person.active else translate("enrolment", "withdrawn"),
                    day_time(person.seen_at, zone) or translate("enrolment", "never"), person.at_desk,
                ),
                icon="person", tone="" if person.active else "ended",
            )
            for person in sorted(answer, key=lambda each: (not each.active, each.login))
        ]  # fmt: skip

    def count_words(self, answer: People) -> str:
        """How many may sign in."""
        active = sum(person.active for person in answer)
        return translate("enrolment", "{n} may sign in").format(n=active)

    def take(self, answer: People) -> None:
        """The answer came; what is chosen is brought up to date."""
        super().take(answer)
        if self._chosen is not None and self.sheet is self.known:
            self.show_thing(self._chosen.id)

    def show_thing(self, thing_id: str) -> None:
        """What may be done with that person."""
        person = next((each for each in self.answer or () if each.id == thing_id), None)
        if person is None or self.secret.holds:
            return
        self._chosen = person
        zone = self.parts.zone()
        self.known.title.say(person.name)
        self.facts.say(lambda: _facts(person, day_time(person.made_at, zone)))
        for row in (self.renew, self.withdraw_row):
            row.rest()
            row.setVisible(person.active)
        self.known.quiet()
        self.show_side(self.known)

    def begin_new(self) -> None:
        """An empty form."""
        if not self.new_button.isEnabled() or self.secret.holds:
            return
        self.table.pick("")
        self._chosen = None
        for field in (self.name, self.login):
            field.line.clear()
        self.role.choose(Role.OPERATOR.value)
        self._hint()
        self.form.quiet()
        self.show_side(self.form)
        self.name.line.setFocus()

    def unsaved(self) -> bool:
        """Whether somebody is half let in, or a passphrase is not handed over yet."""
        typed = bool(self.name.line.text() or self.login.line.text())
        return self.secret.holds or (self.sheet is self.form and typed)

    def _build_sheets(self) -> None:
        self.form.add(self.name, "name")
        self.form.add(self.login, "login")
        self.form.add(self.role)
        self.form.add(self.hint)
        once = SafeLabel(role="muted", wrap=True)
        once.say(lambda: translate("enrolment", "Sigap makes the first passphrase and shows it once."))
        self.form.add(once)
        self.form.add_save(lambda: translate("enrolment", "Let in"), self._let_in)
        self.role.changed.connect(lambda _value: self._hint())
        self.known.add(self.facts)
        self.known.add(self.renew)
        self.known.add(self.withdraw_row)

    def _hint(self) -> None:
        self.hint.say(lambda: role_hint(Role(self.role.value)))

    def _let_in(self) -> None:
        login, name, role = self.login.line.text(), self.name.line.text(), Role(self.role.value)
        self.form.wait(waiting=True)
        self.parts.background.ask(
            self, lambda: self._people.let_in(login, name, role), self._show_secret, self.form.say_fault
        )

    def _renew(self) -> None:
        person = self._chosen
        if person is not None:
            self.parts.background.ask(
                self, lambda: self._people.new_passphrase(person), self._show_secret, self.known.say_fault
            )

    def _show_secret(self, person: LetIn) -> None:
        self.name.line.clear()
        self.login.line.clear()
        self.show_once(
            lambda: translate("enrolment", "First passphrase of {name}").format(name=person.name),
            person.passphrase,
            lambda: translate("enrolment", "User name: {login}").format(login=person.login),
        )

    def _withdraw(self) -> None:
        person = self._chosen
        if person is not None:
            self.parts.background.ask(
                self, lambda: self._people.withdraw(person.id), lambda _none: self.ask(), self._refused
            )

    def _refused(self, fault: Fault) -> None:
        self.known.say_fault(fault)


def _facts(person: PersonEnrolled, made: str) -> str:
    said = translate("enrolment", "User {login} · {role} · let in {when}").format(
        login=person.login, role=role_word(person.role), when=made
    )
    if not person.active:
        return said + "\n" + translate("enrolment", "Withdrawn: signs in no more. Let the person in anew if need be.")
    return said
