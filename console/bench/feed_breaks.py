"""Bugs 'bench feed --break' plants, each against another sentence of sync.md."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec
from sqlalchemy import Connection, delete, text

from console.contract.feed import ChangesPage
from console.server import feed, postgres, tables
from console.server.counters import counter
from console.server.database import Database, Tx
from console.server.feed import Feed

_BLOCK = 64


def _unlocked(database: Database) -> None:
    """Seqs come from a plain sequence and writers do not wait for each other."""
    with database.write() as tx:
        tx.execute(text("CREATE SEQUENCE planted"))

    def from_sequence(tx: Tx, name: str, by: int = 1) -> int:
        return int(tx.execute(text("SELECT nextval('planted')")).scalar() or 0) * _BLOCK + by - 1

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(postgres.BEGIN)

    feed.advance = from_sequence  # type: ignore[attr-defined]
    postgres._exclude_others = begin


def _cursor(_: Database) -> None:
    """A page's cursor moves to the newest seq there is, past rows the page did not hold."""
    right = feed.changes_after

    def hasty(connection: Connection, after: int, limit: int, epoch: str, now: datetime) -> ChangesPage:
        page = right(connection, after, limit, epoch, now)
        return msgspec.structs.replace(page, next_seq=max(after, counter(connection, "feed")))

    feed.changes_after = hasty


def _tombstones(_: Database) -> None:
    """What is gone is deleted instead of buried: absent means deleted."""

    def bury(self: Feed, tx: Tx, kind: str, thing_id: str, revision: int, reason: str, at: datetime) -> None:
        tx.execute(delete(tables.feed).where(tables.feed.c.kind == kind, tables.feed.c.id == thing_id))

    Feed.bury = bury  # type: ignore[method-assign]


BREAKS: dict[str, Callable[[Database], None]] = {
    "unlocked": _unlocked,
    "cursor": _cursor,
    "tombstones": _tombstones,
}
"""By name; each is given the migrated database."""
