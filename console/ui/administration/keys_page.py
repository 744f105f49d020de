"""Keys of programs: made with the least power, shown once, ended at once."""

from __future__ import annotations

from collections.abc import Sequence

from console.desk.program_keys import KEY_ROLES, PASSING_KEY, ApiKey, KeyMade, Keys
from console.domain.person import Role
from console.ui.administration.choice_field import ChoiceField
from console.ui.administration.enrolment_words import day_time
from console.ui.administration.page import PageParts
from console.ui.administration.roll_model import Column, RollRow
from console.ui.administration.secret_page import SecretPage
from console.ui.administration.sure_row import SureRow
from console.ui.sign_in.field import Field
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.states import EmptyState

COLUMNS = (
    Column(title=lambda: translate("enrolment", "Program")),
    Column(title=lambda: translate("enrolment", "May"), width_px=190),
    Column(title=lambda: translate("enrolment", "Made"), width_px=140),
)


class KeysPage(SecretPage[Keys]):
    """The table of keys that work; its side makes one or ends the chosen one."""

    def __init__(self, parts: PageParts) -> None:
        empty = EmptyState(
            "lock",
            lambda: translate("enrolment", "No program has a key yet"),
            lambda: translate("enrolment", "Sources of reports have keys of their own, on their page."),
        )
        super().__init__(
            parts, COLUMNS, lambda: translate("enrolment", "Programs' keys"),
            lambda: translate("enrolment", "New key for a program"), empty,
            lambda: translate("enrolment", "Hand this over to whoever runs the program"),
        )  # fmt: skip
        self._keys = parts.office.enrolment.keys
        self._chosen: KeyMade | None = None
        self.name = Field(lambda: translate("enrolment", "What it is for, and who runs it"))
        self.role = ChoiceField(
            lambda: translate("enrolment", "What it may do"),
            tuple((role.value, lambda role=role: may_words(role)) for role in KEY_ROLES),  # type: ignore[misc]
        )
        self.power = SafeLabel(role="small", wrap=True)
        self.role.changed.connect(lambda _value: self._say_power())
        for widget, field in ((self.name, "name"), (self.role, "role"), (self.power, "")):
            self.form.add(widget, field)
        self.form.add_save(lambda: translate("enrolment", "Make and show the key"), self._make)
        self.facts = SafeLabel(role="muted", wrap=True)
        self.withdraw_row = SureRow(
            lambda: translate("enrolment", "Withdraw…"),
            lambda: translate("enrolment", "The program is shut out at once. What it sent before stays."),
            lambda: translate("enrolment", "Withdraw"), self._withdraw,
        )  # fmt: skip
        self.known.add(self.facts)
        self.known.add(self.withdraw_row)
        self._say_power()

    def ask_for(self) -> Keys:
        """Keys that work."""
        return self._keys.shown()

    def rows_of(self, answer: Keys) -> Sequence[RollRow]:
        """By name; those that may administer stand out."""
        zone = self.parts.zone()
        return [
            RollRow(
                id=key.id, icon="lock", tone="warn" if key.role is Role.ADMINISTRATOR else "",
                cells=(_name(key), may_words(key.role), day_time(key.made_at, zone)),
            )
            for key in answer
        ]  # fmt: skip

    def count_words(self, answer: Keys) -> str:
        """How many work."""
        return translate("enrolment", "Working keys: {n}").format(n=len(answer))

    def show_thing(self, thing_id: str) -> None:
        """What may be done with that key."""
        if self.answer is None or self.secret.holds:
            return
        key = next((each for each in self.answer if each.id == thing_id), None)
        self._chosen = key
        if key is None:
            self.show_side(None)
            return
        own, made = key.name == PASSING_KEY, day_time(key.made_at, self.parts.zone())
        self.known.title.say(lambda: _name(key))
        self.facts.say(lambda: _facts(key.role, made, own=own))
        self.known.quiet()
        self.withdraw_row.rest()
        self.withdraw_row.setVisible(not own)
        self.show_side(self.known)

    def begin_new(self) -> None:
        """An empty form, with the least power chosen."""
        if not self.new_button.isEnabled() or self.secret.holds:
            return
        self.table.pick("")
        self._chosen = None
        self.name.line.clear()
        self.role.choose(KEY_ROLES[0].value)
        self._say_power()
        self.form.quiet()
        self.show_side(self.form)
        self.name.line.setFocus()

    def unsaved(self) -> bool:
        """Whether a key is not handed over yet, or one half typed."""
        return self.secret.holds or (self.sheet is self.form and bool(self.name.line.text()))

    def _say_power(self) -> None:
        role = Role(self.role.value)
        self.power.say(lambda: power_words(role))

    def _make(self) -> None:
        name, role = self.name.line.text(), Role(self.role.value)
        self.form.wait(waiting=True)
        self.parts.background.ask(self, lambda: self._keys.make(name, role), self._show_secret, self.form.say_fault)

    def _show_secret(self, made: ApiKey) -> None:
        name = one_line(self.name.line.text())
        self.name.line.clear()
        self.show_once(
            lambda: translate("enrolment", "Key of {source}").format(source=name),
            made.key,
            lambda: translate("enrolment", "Sent with every request as: Authorization: Bearer, then the key"),
        )

    def _withdraw(self) -> None:
        key = self._chosen
        if key is not None:
            self.parts.background.ask(
                self, lambda: self._keys.withdraw(key.id), lambda _none: self.ask(), self.known.say_fault
            )


def may_words(role: Role) -> str:
    """What a key of this role may do, in a few words."""
    return {
        Role.DEVICE: translate("enrolment", "send positions and units"),
        Role.PARTNER: translate("enrolment", "see units on duty"),
        Role.OVERSIGHT: translate("enrolment", "read the audit trail"),
        Role.ADMINISTRATOR: translate("enrolment", "administer everything"),
    }.get(role, role.value)


def power_words(role: Role) -> str:
    """What a key of this role opens, in a sentence."""
    return {
        Role.DEVICE: translate("enrolment", "For a fleet's gateway: it enrols units and sends where they are."),
        Role.PARTNER: translate("enrolment", "For a partner's map: it sees where units on duty are, and nothing else."),
        Role.OVERSIGHT: translate("enrolment", "For an overseer's program: it reads the audit trail, no case."),
        Role.ADMINISTRATOR: translate("enrolment", "It may do all this window may: for few programs, and not long."),
    }.get(role, "")


def _name(key: KeyMade) -> str:
    return translate("enrolment", "This server's own console") if key.name == PASSING_KEY else one_line(key.name)


def _facts(role: Role, made: str, *, own: bool) -> str:
    said = power_words(role) + "\n" + translate("enrolment", "Made {when}.").format(when=made)
    if own:
        said += "\n" + translate("enrolment", "Made anew at each start; the one before ends by itself.")
    return said
