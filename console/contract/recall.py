"""What desks give back to a restored server: sessions, reports, tokens."""

from __future__ import annotations

from datetime import datetime

import msgspec

from console.domain.person import Role

EPOCH_HEADER = "Sigap-Epoch"
"""The epoch a console sends decisions to; a server of another answers 412 `other_epoch` and judges nothing."""

OTHER_EPOCH = "other_epoch"

MOST_KNOWN, MOST_REPORTS = 5_000, 100
"""Ids and bodies in one request."""


class Warrant(msgspec.Struct, frozen=True, kw_only=True):
    """A session in the server's own seal: shown to a server restored from before it, it is known again."""

    session_id: str
    actor_id: str
    name: str
    role: Role
    desk_id: str
    issued_at: datetime
    seal: str = ""


class Recall(msgspec.Struct, frozen=True, kw_only=True):
    """What a desk knows from before the restore.

    `known`: report id -> the highest fencing token heard of, 0 for none. `reports`: bodies the server asked for.
    """

    warrants: tuple[Warrant, ...] = ()
    known: dict[str, int] = {}
    reports: tuple[msgspec.Raw, ...] = ()


class Recalled(msgspec.Struct, frozen=True, kw_only=True):
    """`wanted`: of the ids told, those the server lost and asks for."""

    epoch: str
    wanted: tuple[str, ...] = ()
