"""What an administrator sends: desks, people, keys of programs, agencies, the site."""

from __future__ import annotations

from datetime import datetime

import msgspec

from console.domain.agency import Agency
from console.domain.edit import Edit
from console.domain.person import Role

MIN_PASSPHRASE = 8
"""Characters of the shortest passphrase (NIST SP 800-63B, 3.1.1.2: at least eight, no composition rules)."""


class NewEnrolment(msgspec.Struct, frozen=True, kw_only=True):
    """Let `uses` workstations enrol within `valid_h` hours."""

    uses: int = 1
    valid_h: float = 24.0


class EnrolmentCode(msgspec.Struct, frozen=True, kw_only=True):
    """The code to type at the workstation, shown once."""

    code: str
    expires_at: datetime


class NewUser(msgspec.Struct, frozen=True, kw_only=True):
    """A person who may sign in: role operator, supervisor, administrator or oversight."""

    login: str
    name: str
    role: Role
    passphrase: str


class UserMade(msgspec.Struct, frozen=True, kw_only=True):
    """The new person's id."""

    id: str
    login: str


class NewPassphrase(msgspec.Struct, frozen=True, kw_only=True):
    """Another passphrase for a person who forgot his; whatever he was signed in to ends."""

    passphrase: str


class NewKey(msgspec.Struct, frozen=True, kw_only=True):
    """A program's key: role administrator, device for a fleet's gateway, oversight, or partner.

    A partner's program reads where units on duty are, as a Traccar client does, and nothing else.
    """

    name: str
    role: Role = Role.DEVICE


class ApiKey(msgspec.Struct, frozen=True, kw_only=True):
    """A program's key, shown once."""

    id: str
    key: str


class NewAgencies(msgspec.Struct, frozen=True, kw_only=True):
    """Agencies to add or change; their revision is the server's."""

    agencies: tuple[Agency, ...]


class Edits(msgspec.Struct, frozen=True, kw_only=True):
    """The latest edits of a list, newest first."""

    edits: tuple[Edit, ...] = ()


class NewHazard(msgspec.Struct, frozen=True, kw_only=True):
    """A warning flag no case is about: `kind` place (degrees, metres around it) or plate."""

    kind: str
    words: str
    days: int
    lat: float = 0.0
    lon: float = 0.0
    radius_m: int = 0
    plate: str = ""


class HazardTerms(msgspec.Struct, frozen=True, kw_only=True):
    """What may change on a flag that stands."""

    words: str
    expires_at: datetime
    radius_m: int = 0


class HazardEnd(msgspec.Struct, frozen=True, kw_only=True):
    """Why a flag is taken down."""

    reason: str


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """How many things were written."""

    count: int
