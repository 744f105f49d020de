"""How this console stands to its server: link, person, a file on its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.person import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whoever is signed in; `offline` when the server was not asked; `recovery_key` only when just made: show once."""

    actor: Actor
    offline: bool = False
    recovery_key: str = ""


class LinkState(StrEnum):
    """The health lamp's states (screens.md)."""

    LIVE = "live"
    CATCHING_UP = "catching_up"
    OFFLINE = "offline"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The link since when it is so.

    `trouble` is a code: '' | unreachable | timeout | busy | server_error | bad_answer | certificate | desk_refused |
    session_ended | wrong_protocol | console_too_old | server_too_old | stalled. `clock_off_s` is this machine's clock
    minus the server's, in seconds; `restored` after the server came back with an older state, the last time at
    `restored_at`.
    """

    state: LinkState
    since: datetime
    waiting: int = 0
    oldest_waiting_at: datetime | None = None
    clock_off_s: float = 0.0
    trouble: str = ""
    restored: bool = False
    restored_at: datetime | None = None
    stalled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file's way to this desk; `done` only after its SHA-256 matched; `trouble` a code, '' if none."""

    attachment_id: str
    received_bytes: int
    size_bytes: int
    done: bool = False
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file's way from this desk to the server; `refused` a code when the server will not have it, '' if not."""

    attachment_id: str
    sent_bytes: int
    size_bytes: int
    done: bool = False
    refused: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesHeld:
    """How much of this workstation's room for files of reports is taken; `unsent` files are not at the server yet."""

    files: int
    bytes: int
    most_bytes: int
    unsent: int = 0
