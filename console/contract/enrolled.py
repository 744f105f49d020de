"""What an administrator is shown of what is enrolled here; never a secret."""

from __future__ import annotations

from datetime import datetime

import msgspec

from console.domain.person import Role
from console.domain.report import SourceKind


class PersonEnrolled(msgspec.Struct, frozen=True, kw_only=True):
    """A person who may sign in, or (not `active`) may no more; `at_desk` is where he sits now, '' nowhere."""

    id: str
    login: str
    name: str
    role: Role
    active: bool
    made_at: datetime
    seen_at: datetime | None = None
    at_desk: str = ""


class DeskEnrolled(msgspec.Struct, frozen=True, kw_only=True):
    """A workstation; `seen_at` is when a session there last renewed itself, `person` who sits there now."""

    id: str
    name: str
    enrolled_at: datetime
    seen_at: datetime | None = None
    ended_at: datetime | None = None
    person: str = ""


class CodeOpen(msgspec.Struct, frozen=True, kw_only=True):
    """An enrolment code that still works; `id` names it and is not it."""

    id: str
    uses_left: int
    expires_at: datetime


PASSING_KEY = "embedding console"
"""The name of the key a server makes at each start for the console it runs in."""


class KeyMade(msgspec.Struct, frozen=True, kw_only=True):
    """A program's key that works."""

    id: str
    name: str
    role: Role
    made_at: datetime


class SourceEnrolled(msgspec.Struct, frozen=True, kw_only=True):
    """A source, its limit and its agreement's dates; `last_at` is when its latest report came."""

    id: str
    name: str
    kind: SourceKind
    per_second: float
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    ended_at: datetime | None = None
    last_at: datetime | None = None


class PhonePage(msgspec.Struct, frozen=True, kw_only=True):
    """A unit's personal page that works: since when, on a phone since when; not opened yet, it ends at `expires_at`."""

    unit_id: str
    made_at: datetime
    opened_at: datetime | None = None
    expires_at: datetime | None = None
