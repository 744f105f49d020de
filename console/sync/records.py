"""What a console keeps of its desk and its people, encrypted, as settings of the store."""

from __future__ import annotations

from datetime import datetime

import msgspec

from console.domain.person import Role

DESK = "desk"
"""Setting of the workstation's own credential."""


def person_setting(user: str) -> str:
    """Setting of one person's record."""
    return f"person/{user}"


class DeskRecord(msgspec.Struct, frozen=True, kw_only=True):
    """The desk's credential and the name it was enrolled under; all empty before the first enrolment."""

    desk_id: str = ""
    desk_secret: str = ""
    name: str = ""


class PersonRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of a person's last session here.

    `contact_at` is this machine's time of the last word with the server, `issued_at` the server's time of the
    session's issue (None from a console of the first release). `turned_away`: the server refused him since.
    """

    actor_id: str
    name: str
    role: Role
    session_id: str
    desk_id: str
    refresh_token: str
    identity_key: str
    contact_at: datetime
    issued_at: datetime | None = None
    turned_away: bool = False
