"""Enrolment of a desk, sign-in of a person, leases and presence."""

from __future__ import annotations

from datetime import datetime

import msgspec

from console.contract.recall import Warrant
from console.domain.person import Role

PROTOCOL = 1
"""Raised when an older console could misunderstand the server; sent as header Sigap-Protocol by both."""

SPOKEN: tuple[int, ...] = tuple(range(max(1, PROTOCOL - 1), PROTOCOL + 1))
"""What this release speaks, oldest first: its own protocol and the one before, on either end (sync.md).

A server turns any other away (426) and names its own; the newer console then speaks the older one's. What only adds a
field, a kind of row or a reason raises no number: readers leave out what they do not know.
"""

PROTOCOL_HEADER = "Sigap-Protocol"
DESK_HEADER = "Sigap-Desk"
"""Carries `desk_id:desk_secret` on every request of a console; Authorization carries the person's access token."""


class Enrol(msgspec.Struct, frozen=True, kw_only=True):
    """A workstation enrols once with an administrator's code.

    `desk_id` when it was enrolled before and struck off or lost its secret: it stays the same desk, so that what
    its ledger still holds can be sent.
    """

    code: str
    name: str
    desk_id: str = ""


class Enrolled(msgspec.Struct, frozen=True, kw_only=True):
    """The desk's own credential; the secret is shown once."""

    desk_id: str
    desk_secret: str
    epoch: str


class SignIn(msgspec.Struct, frozen=True, kw_only=True):
    """A person signs in at an enrolled desk."""

    user: str
    passphrase: str


class SignedIn(msgspec.Struct, frozen=True, kw_only=True):
    """A session: access token (short, memory only), refresh token (bound to this desk), identity key by role."""

    session_id: str
    actor_id: str
    name: str
    role: Role
    access_token: str
    access_expires_at: datetime
    refresh_token: str
    identity_key: str = ""
    server_time: datetime
    epoch: str
    warrant: Warrant | None = None


class Refresh(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for a new access token; the refresh token rotates."""

    refresh_token: str


class HeldLease(msgspec.Struct, frozen=True, kw_only=True):
    """One lease a desk says it still works on."""

    report_id: str
    token: int


class Heartbeat(msgspec.Struct, frozen=True, kw_only=True):
    """Every 15 s: leases kept, and the report each person has open (presence)."""

    leases: tuple[HeldLease, ...] = ()
    looking_at: str = ""
    looking_name: str = ""


class LeaseAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Which leases stand; seconds they last from now, by the server's clock."""

    kept: tuple[str, ...]
    lost: tuple[str, ...]
    lease_s: int
    server_time: datetime


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """What anyone may know of a server."""

    name: str
    version: str
    protocol: int
    epoch: str
    server_time: datetime


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Every 4xx and 5xx body: a code, one clear sentence, the field it is about."""

    code: str
    message: str
    field: str = ""
