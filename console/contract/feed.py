"""The change feed: rows in seq order with explicit tombstones, and the stream's hints."""

from __future__ import annotations

from datetime import datetime

import msgspec

from console.domain.load import Colleague
from console.domain.unit import Position


class ChangeRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One changed thing; kind report|unit|agency|site; `body` is its JSON, null with a `gone` reason.

    `committed_ns` is the server host's CLOCK_MONOTONIC at commit: for measurements on one machine only.
    """

    seq: int
    kind: str
    id: str
    revision: int = 0
    body: msgspec.Raw = msgspec.field(default_factory=lambda: msgspec.Raw(b"null"))
    gone: str = ""
    committed_ns: int = 0


class ChangesPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the feed after the asked cursor; `next_seq` is the cursor to keep with the page's rows.

    `oldest_seq` is the newest seq a tombstone was forgotten at: a cursor before it needs a snapshot.
    """

    epoch: str
    oldest_seq: int
    next_seq: int
    more: bool
    server_time: datetime
    rows: tuple[ChangeRow, ...]


class SnapshotPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of everything in scope, by (kind, id); `as_of_seq` of the first page is the cursor afterwards."""

    epoch: str
    as_of_seq: int
    after: str
    more: bool
    rows: tuple[ChangeRow, ...]


class Hint(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Stream event `changes`: the feed has something up to `seq`; only a hint, the feed is the truth.

    `rows`, when any, are all that the feed gained after `after` up to `seq`: what asking for it would bring. They spare
    a desk whose cursor stands there the question, and fifty desks fifty questions a change; any other desk asks.
    """

    seq: int
    epoch: str
    after: int = 0
    rows: tuple[ChangeRow, ...] = ()


class PositionsNews(msgspec.Struct, frozen=True, kw_only=True):
    """Stream event `positions` and the answer of GET /v1/positions: latest fix per unit, coalesced to <= 1 Hz."""

    positions: tuple[Position, ...]


class PresenceNews(msgspec.Struct, frozen=True, kw_only=True):
    """Stream event `presence`: by desk id, the report it has open and the person's name as shown.

    `present` is everybody who sits at a desk now, whether or not a report is open there.
    """

    looking: dict[str, tuple[str, str]]
    present: tuple[Colleague, ...] = ()
