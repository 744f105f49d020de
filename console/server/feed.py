"""The change feed: every change takes the next seq in its own transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, select, text

from console.contract.feed import ChangeRow, ChangesPage, SnapshotPage
from console.server import tables
from console.server.counters import advance, counter
from console.server.database import Tx, stamp_ns

_feed = tables.feed
_SEQ = "feed"
_HORIZON = "feed.horizon"
_COLUMNS = (_feed.c.seq, _feed.c.kind, _feed.c.id, _feed.c.revision, _feed.c.body, _feed.c.gone, _feed.c.committed_ns)

_NAMES = tuple(column.name for column in _COLUMNS)

_insert = insert(_feed)
# The same words on SQLite and PostgreSQL, which SQLAlchemy spells apart.
_upsert = text(
    "INSERT INTO feed (seq, kind, id, revision, body, gone, committed_ns, at) "
    "VALUES (:seq, :kind, :id, :revision, :body, :gone, :committed_ns, :at) "
    "ON CONFLICT (kind, id) DO UPDATE SET seq = excluded.seq, revision = excluded.revision, body = excluded.body, "
    "gone = excluded.gone, committed_ns = excluded.committed_ns, at = excluded.at"
).bindparams(*(bindparam(column.name, type_=column.type) for column in _feed.c))
_after = select(*_COLUMNS).where(_feed.c.seq > bindparam("after")).order_by(_feed.c.seq).limit(bindparam("many"))
_beyond = (
    select(*_COLUMNS)
    .where(
        _feed.c.gone == "",
        (_feed.c.kind > bindparam("kind")) | ((_feed.c.kind == bindparam("kind")) & (_feed.c.id > bindparam("id"))),
    )
    .order_by(_feed.c.kind, _feed.c.id)
    .limit(bindparam("many"))
)
_body = select(_feed.c.body).where(_feed.c.kind == bindparam("kind"), _feed.c.id == bindparam("id"))
_bodies = select(_feed.c.body).where(_feed.c.kind == bindparam("kind"), _feed.c.gone == "").order_by(_feed.c.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    kind: str
    id: str
    revision: int
    body: bytes | None
    gone: str
    at: datetime
    new: bool = False


class Feed:
    """Appends changes inside write transactions and says so, after COMMIT.

    `tell(seq, rows)`: the feed gained these rows, of consecutive seqs, the last of them `seq`.
    """

    def __init__(self, tell: Callable[[int, Sequence[ChangeRow]], None]) -> None:
        self._tell = tell

    def put(
        self, tx: Tx, kind: str, thing_id: str, revision: int, body: bytes, at: datetime, *, new: bool = False
    ) -> None:
        """The thing's new state; several changes of one thing in one transaction are one row.

        `new` says that the feed cannot hold it yet.
        """
        self._append(tx, _Change(kind=kind, id=thing_id, revision=revision, body=body, gone="", at=at, new=new))

    def bury(self, tx: Tx, kind: str, thing_id: str, revision: int, reason: str, at: datetime) -> None:
        """A tombstone: the thing is gone, and why (deleted, withdrawn)."""
        self._append(tx, _Change(kind=kind, id=thing_id, revision=revision, body=None, gone=reason, at=at))

    def _append(self, tx: Tx, change: _Change) -> None:
        changes = cast("dict[tuple[str, str], _Change] | None", tx.notes.get("feed"))
        if changes is None:
            changes = {}
            tx.notes["feed"] = changes
            tx.before_commit.append(self._flush)
        earlier = changes.get((change.kind, change.id))
        changes[change.kind, change.id] = replace(change, new=True) if earlier and earlier.new else change

    def _flush(self, tx: Tx) -> None:
        """Give out the seqs as the last act before COMMIT.

        Whoever gives out a seq holds the counter's row, and on PostgreSQL the writers' lock, until his COMMIT is
        visible; whoever comes after gives out greater ones and becomes visible later. So a reader that sees a seq sees
        every smaller one, and a cursor never jumps over a row in flight, as it would with a sequence of the database.
        """
        changes = list(cast("dict[tuple[str, str], _Change]", tx.notes["feed"]).values())
        last = advance(tx, _SEQ, len(changes))
        rows = [
            {
                "seq": seq, "kind": change.kind, "id": change.id, "revision": change.revision, "body": change.body,
                "gone": change.gone, "at": change.at, "committed_ns": stamp_ns(),
            }
            for seq, change in enumerate(changes, last - len(changes) + 1)
        ]  # fmt: skip
        tx.execute(_insert if all(change.new for change in changes) else _upsert, rows if len(rows) > 1 else rows[0])
        tx.after_commit.append(lambda: self._tell(last, [_row(tuple(map(row.get, _NAMES))) for row in rows]))


def body_of(connection: Connection | Tx, kind: str, thing_id: str) -> bytes | None:
    """The JSON of one thing, None when there is none or it is gone."""
    row = connection.execute(_body, {"kind": kind, "id": thing_id}).first()
    return cast("bytes | None", row[0]) if row else None


def buried_revision(connection: Connection | Tx, kind: str, thing_id: str) -> int:
    """The revision a thing had when it went, 0 for one that never was: whoever comes back under its name goes on."""
    same = (_feed.c.kind == kind) & (_feed.c.id == thing_id)
    return int(connection.execute(select(_feed.c.revision).where(same)).scalar() or 0)


def bodies_of(connection: Connection | Tx, kind: str) -> list[bytes]:
    """The JSON of every living thing of a kind, by id."""
    return [cast("bytes", row[0]) for row in connection.execute(_bodies, {"kind": kind})]


def changes_after(connection: Connection, after: int, limit: int, epoch: str, now: datetime) -> ChangesPage:
    """The page of changes with seq > `after`; gaps in seq are normal."""
    found = connection.execute(_after, {"after": after, "many": limit + 1}).all()
    rows = tuple(_row(row) for row in found[:limit])
    return ChangesPage(
        epoch=epoch,
        oldest_seq=counter(connection, _HORIZON),
        next_seq=rows[-1].seq if rows else after,
        more=len(found) > limit,
        server_time=now,
        rows=rows,
    )


def snapshot_after(connection: Connection, after: str, limit: int, epoch: str) -> SnapshotPage:
    """The page of living things whose 'kind/id' comes after `after` ('' from the start)."""
    kind, _, thing_id = after.partition("/")
    found = connection.execute(_beyond, {"kind": kind, "id": thing_id, "many": limit + 1}).all()
    rows = tuple(_row(row) for row in found[:limit])
    return SnapshotPage(
        epoch=epoch,
        as_of_seq=last_seq(connection),
        after=f"{rows[-1].kind}/{rows[-1].id}" if rows else after,
        more=len(found) > limit,
        rows=rows,
    )


def last_seq(connection: Connection | Tx) -> int:
    """The newest seq given out."""
    return counter(connection, _SEQ)


def forget_tombstones(tx: Tx, before: datetime) -> int:
    """Drop tombstones older than `before` and raise the horizon; a desk behind it takes a snapshot."""
    old = (_feed.c.gone != "") & (_feed.c.at < before)
    horizon = cast("int", tx.execute(select(func.max(_feed.c.seq)).where(old)).scalar() or 0)
    if horizon == 0:
        return 0
    advance(tx, _HORIZON, horizon - counter(tx, _HORIZON))
    return tx.execute(delete(_feed).where(old)).rowcount


def _row(row: object) -> ChangeRow:
    seq, kind, thing_id, revision, body, gone, committed_ns = cast("tuple[int, str, str, int, bytes, str, int]", row)
    raw = msgspec.Raw(b"null") if body is None else msgspec.Raw(body)
    return ChangeRow(
        seq=seq, kind=kind, id=thing_id, revision=revision, body=raw, gone=gone, committed_ns=committed_ns
    )
