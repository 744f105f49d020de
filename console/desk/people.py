"""People who sign in: let in with a role and a first passphrase shown once."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field

from console.contract.admin import Done, NewPassphrase, NewUser, UserMade
from console.contract.enrolled import PersonEnrolled
from console.desk.administration import Administration
from console.domain.errors import InputFault
from console.domain.person import Role

__all__ = ["PEOPLE_ROLES", "LetIn", "People", "PeopleRoll", "PersonEnrolled"]

PEOPLE_ROLES = (Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.OVERSIGHT)
"""Roles a person may sign in with, in the order they are offered."""
_CONSONANTS, _VOWELS = "bdfgjkmnprst", "aiu"
_SYLLABLES = 12
_LONGEST_LOGIN, _LONGEST_NAME = 100, 200
People = tuple[PersonEnrolled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetIn:
    """A person who may sign in now, with the passphrase to hand over once."""

    id: str
    login: str
    name: str
    passphrase: str = field(repr=False)


class PeopleRoll:
    """Asked in the background; only the server knows them."""

    def __init__(self, administration: Administration) -> None:
        self._ask = administration.ask

    def shown(self) -> People:
        """Everybody who may sign in, or might once, by login."""
        return self._ask("GET", "/v1/admin/users", People)

    def let_in(self, login: str, name: str, role: Role) -> LetIn:
        """A new person with a first passphrase of our making.

        Raises:
            InputFault: `login_missing`, `login_spaces`, `login_taken`, `name_missing`, `too_long`.
        """
        login, name = checked_login(login, self.shown()), checked_name(name)
        passphrase = first_passphrase()
        new = NewUser(login=login, name=name, role=role, passphrase=passphrase)
        made = self._ask("POST", "/v1/admin/users", UserMade, sent=new)
        return LetIn(id=made.id, login=login, name=name, passphrase=passphrase)

    def new_passphrase(self, person: PersonEnrolled) -> LetIn:
        """Another first passphrase for somebody who forgot his; whatever he was signed in to ends."""
        passphrase = first_passphrase()
        sent = NewPassphrase(passphrase=passphrase)
        self._ask("POST", f"/v1/admin/users/{person.id}/passphrase", Done, sent=sent)
        return LetIn(id=person.id, login=person.login, name=person.name, passphrase=passphrase)

    def withdraw(self, person_id: str) -> None:
        """He signs in no more, and his sessions end now; nobody withdraws himself (`own_account`)."""
        self._ask("POST", f"/v1/admin/users/{person_id}/revoke", Done)


def checked_login(login: str, known: Iterable[PersonEnrolled]) -> str:
    """A login nobody has, trimmed.

    Raises:
        InputFault: `login_missing`, `login_spaces`, `login_taken`, `too_long`.
    """
    login = login.strip()
    if not login:
        raise InputFault("login_missing", "login: a short name to sign in with", field="login")
    if any(letter.isspace() for letter in login):
        raise InputFault("login_spaces", "login: without spaces", field="login")
    if len(login) > _LONGEST_LOGIN:
        raise InputFault("too_long", f"login: at most {_LONGEST_LOGIN}", field="login", most=_LONGEST_LOGIN)
    if any(person.login.casefold() == login.casefold() for person in known):
        raise InputFault("login_taken", "login: somebody has it already", field="login")
    return login


def checked_name(name: str) -> str:
    """A name, trimmed.

    Raises:
        InputFault: `name_missing`, `too_long`.
    """
    name = name.strip()
    if not name:
        raise InputFault("name_missing", "name: rank and name", field="name")
    if len(name) > _LONGEST_NAME:
        raise InputFault("too_long", f"name: at most {_LONGEST_NAME}", field="name", most=_LONGEST_NAME)
    return name


def first_passphrase() -> str:
    """Syllables easy to read aloud and type, 62 bits: 'kami-rupa-tugi-bana-sudi-fuka' and the like."""
    syllables = [secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(_SYLLABLES)]
    return "-".join("".join(syllables[at : at + 2]) for at in range(0, _SYLLABLES, 2))
