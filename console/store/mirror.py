"""What the server said: rows of the feed with words and queue rows, in one transaction.

Why so long: the statements and the one pass over a page stay side by side.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

import msgspec
from sqlalchemy import Connection

from console.domain.attachment import COMING, INFECTED
from console.domain.changes import Changes
from console.domain.report import Report
from console.store.bodies import BROKEN, Row, broken_field, decode, reader
from console.store.database import bare
from console.store.folding import let_go_of_units, refold, reports_with_open_decisions, withdraw
from console.store.packing import packed_ahead, unpack
from console.store.row import (
    ADD_WORDS,
    DROP_WORDS,
    Words,
    closed_at_us,
    fingerprint,
    indexed_words,
    microseconds,
    queue_place,
    words_of,
)
from console.store.twin import twin

_log = logging.getLogger(__name__)
_READ = twin(Report)

_ROWS_AT_A_STRETCH, _WRITES_AT_A_STRETCH = 16, 64
"""Each a quarter of a millisecond."""

_FIND = (
    "SELECT m.id, m.row, m.revision, m.words, m.urgency, m.facets, m.holder_id, m.folded, m.closed_us"
    " FROM json_each(?) AS wanted"
    " CROSS JOIN mirror_report AS m ON m.id = wanted.value"
)
_INSERT = (
    "INSERT INTO mirror_report (row, id, revision, words, committed_ns, body, urgency, facets, holder_id, folded,"
    " closed_us, received_us) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE_ENDED = (
    "UPDATE mirror_report SET revision = ?, words = ?, committed_ns = ?, body = ?, urgency = ?, facets = ?,"
    " holder_id = ?, folded = ?, closed_us = ? WHERE row = ?"
)
_UPDATE_MOVED = (
    "UPDATE mirror_report SET revision = ?, words = ?, committed_ns = ?, body = ?, urgency = ?, facets = ?,"
    " holder_id = ?, folded = ? WHERE row = ?"
)
_UPDATE_CALM = "UPDATE mirror_report SET revision = ?, words = ?, committed_ns = ?, body = ? WHERE row = ?"
"""For a change that moves nothing in the queue. SQLite looks after the index of each column a statement names, changed
or not: naming the closing time where it stays costs a fifth of the whole statement, so there are three."""
_PUT_THING = (
    "INSERT INTO mirror_thing (kind, id, revision, body) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (kind, id) DO UPDATE SET revision = excluded.revision, body = excluded.body"
)
_OWN_SIGNAL = frozenset({"unit", "agency", "site", "standing"})
"""Kinds of things that Changes names by themselves."""
_DROP_THING = "DELETE FROM mirror_thing WHERE kind = ? AND id = ?"


def execute_each(
    connection: Connection,
    statement: str,
    rows: Sequence[tuple[object, ...]],
    give_way: Callable[[], None] = lambda: None,
) -> None:
    """One prepared statement over all rows, giving way now and then; nothing when there are none."""
    cursor = bare(connection) if rows else None
    for start in range(0, len(rows), _WRITES_AT_A_STRETCH):
        give_way()
        cursor.executemany(statement, rows[start : start + _WRITES_AT_A_STRETCH])  # type: ignore[union-attr]


@dataclass(slots=True)
class _Batch:
    """Rows of one page on their way into the tables."""

    fresh: list[tuple[object, ...]] = field(default_factory=list)
    ended: list[tuple[object, ...]] = field(default_factory=list)
    moved: list[tuple[object, ...]] = field(default_factory=list)
    calm: list[tuple[object, ...]] = field(default_factory=list)
    added_words: list[tuple[int, str, str, str]] = field(default_factory=list)
    stale_words: list[int] = field(default_factory=list)
    unread: list[Row] = field(default_factory=list)
    new_ids: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    infected: set[str] = field(default_factory=set)
    awaited: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aside:
    """A report kept aside, as the feed row it came as."""

    id: str
    revision: int
    body: msgspec.Raw
    kind: str = "report"
    seq: int = 0
    gone: str = ""
    committed_ns: int = 0


def apply_rows(connection: Connection, rows: Iterable[Row], give_way: Callable[[], None] = lambda: None) -> Changes:
    """Write feed rows, latest of each thing only, not the cursor.

    A report only a later release can read is kept aside, and read again by `read_again`.
    """
    latest = {(row.kind, row.id): row for row in rows}
    reports = [row for row in latest.values() if row.kind == "report"]
    gone = [row.id for row in reports if row.gone]
    batch = _sorted_out(connection, [row for row in reports if not row.gone], give_way)
    _put_aside(connection, batch, gone)
    _drop_words(connection, batch.stale_words)
    execute_each(connection, _INSERT, batch.fresh, give_way)
    # In the order they lie in the file, so that neighbours on a page are written once.
    for statement, rows_of_it in (
        (_UPDATE_ENDED, batch.ended),
        (_UPDATE_MOVED, batch.moved),
        (_UPDATE_CALM, batch.calm),
    ):
        execute_each(connection, statement, sorted(rows_of_it, key=itemgetter(-1)), give_way)
    # New rows first: FTS5 without details loses a row it writes right behind one dropped and added again.
    stale = set(batch.stale_words)
    execute_each(connection, ADD_WORDS, sorted(batch.added_words, key=lambda each: (each[0] in stale, each)), give_way)
    files_gone = _drop_reports(connection, gone)
    things = [row for row in latest.values() if row.kind != "report"]
    units, agencies, site = _apply_things(connection, things)
    if units:
        let_go_of_units(connection)
    withdraw(connection, gone)
    held = reports_with_open_decisions(connection)
    refolded = refold(connection, held & (batch.ids | set(gone)))
    return Changes(
        reports=refolded | batch.ids | set(gone),
        new_reports=frozenset(batch.new_ids),
        units=frozenset(units),
        agencies=frozenset(agencies),
        ledger=bool(held & batch.ids),
        site=site,
        standings=frozenset(row.id for row in things if row.kind == "standing"),
        lists=frozenset(row.kind for row in things) - _OWN_SIGNAL,
        files_gone=files_gone | batch.infected,
        files_awaited=frozenset(batch.awaited),
    )


def _sorted_out(connection: Connection, rows: list[Row], give_way: Callable[[], None]) -> _Batch:
    """Which rows are new and which change something; each body is decoded whole, so nothing broken gets in."""
    if not rows:
        return _Batch()
    with packed_ahead([row.body for row in rows]) as packed:
        return _sort(connection, rows, packed, give_way)


def _sort(connection: Connection, rows: list[Row], packed: Iterable[bytes], give_way: Callable[[], None]) -> _Batch:
    batch = _Batch()
    cursor = bare(connection)
    cursor.execute(_FIND, (json.dumps([row.id for row in rows]),))
    found = cursor.fetchall()
    known = {each[0]: each for each in found}
    next_row = _last_row(connection) + 1 if len(known) < len(rows) else 0
    read = reader(_READ)
    for number, (change, kept) in enumerate(zip(rows, packed, strict=True)):
        if number % _ROWS_AT_A_STRETCH == 0:
            give_way()
        try:
            report = read(change.body)
        except BROKEN as error:
            # One row a later server writes otherwise must not hold up all that follow it.
            _log.warning(
                "feed row kept aside", extra={"row_id": change.id, "seq": change.seq, "field": broken_field(error)}
            )
            batch.unread.append(change)
            continue
        words = words_of(report)
        mark = fingerprint(words)
        written = (report.revision, mark, change.committed_ns, kept)
        place, closed_us = queue_place(report), closed_at_us(report)
        old = known.get(change.id)
        if old is None:
            fresh = (next_row, change.id, *written, *place, closed_us, microseconds(report.received_at))
            batch.fresh.append(fresh)
            batch.added_words.append((next_row, *words))
            batch.new_ids.add(change.id)
            next_row += 1
        elif report.revision >= old[2]:
            row = old[1]
            if closed_us != old[8]:
                batch.ended.append((*written, *place, closed_us, row))
            elif place != old[4:8]:
                batch.moved.append((*written, *place, row))
            else:
                batch.calm.append((*written, row))
            if mark != old[3]:
                batch.stale_words.append(row)
                batch.added_words.append((row, *words))
        batch.ids.add(change.id)
        if report.attachments:
            batch.infected.update(file.id for file in report.attachments if file.state == INFECTED)
            batch.awaited.update(file.id for file in report.attachments if file.state == COMING)
    return batch


def _put_aside(connection: Connection, batch: _Batch, gone: list[str]) -> None:
    """Keep what could not be read; let go of what was kept of reports that now were read, or are gone."""
    if reports_aside(connection):
        newer = [("report", report_id) for report_id in (*batch.ids, *gone)]
        execute_each(connection, _DROP_THING, newer)
    put = [(row.kind, row.id, row.revision, bytes(row.body)) for row in batch.unread]
    execute_each(connection, _PUT_THING, put)


def reports_aside(connection: Connection) -> bool:
    """Whether reports are kept that could not be read when they came."""
    return bool(connection.exec_driver_sql("SELECT 1 FROM mirror_thing WHERE kind = 'report' LIMIT 1").scalar())


def read_again(connection: Connection) -> None:
    """After an upgrade: reports of a later release, kept aside, join the queue as far as they can be read now."""
    statement = "SELECT id, revision, body FROM mirror_thing WHERE kind = 'report'"
    kept = connection.exec_driver_sql(statement).all()
    apply_rows(connection, [_Aside(id=row[0], revision=row[1], body=msgspec.Raw(row[2])) for row in kept])


def _last_row(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT coalesce(max(row), 0) FROM mirror_report").scalar_one())


def _drop_words(connection: Connection, rows: list[int]) -> None:
    """Take the old words out of the index, from the old bodies: the index itself keeps no text."""
    old: list[tuple[int, str, str, str]] = []
    statement = (
        "SELECT m.row, m.body, m.words FROM json_each(?) AS wanted"
        " CROSS JOIN mirror_report AS m ON m.row = wanted.value"
    )
    for row, body, mark in connection.exec_driver_sql(statement, (json.dumps(sorted(rows)),)) if rows else ():
        old.append((row, *_old_words(body, mark)))
    execute_each(connection, DROP_WORDS, old)


def _old_words(body: bytes, mark: bytes) -> Words:
    return indexed_words(decode(unpack(body), _READ), bytes(mark))


def _drop_reports(connection: Connection, ids: list[str]) -> frozenset[str]:
    """Tombstones: body, words and queue row go; the ledger's decisions about them stay. Ids of their files."""
    if not ids:
        return frozenset()
    found = [row[1] for row in connection.exec_driver_sql(_FIND, (json.dumps(ids),))]
    _drop_words(connection, found)
    files = _files_of(connection, found)
    execute_each(connection, "DELETE FROM mirror_report WHERE row = ?", [(row,) for row in found])
    return files


def _files_of(connection: Connection, rows: list[int]) -> frozenset[str]:
    statement = "SELECT m.body FROM json_each(?) AS wanted CROSS JOIN mirror_report AS m ON m.row = wanted.value"
    bodies = connection.exec_driver_sql(statement, (json.dumps(rows),)).scalars().all()
    return frozenset(file.id for body in bodies for file in decode(unpack(body), _READ).attachments)


def _apply_things(connection: Connection, rows: list[Row]) -> tuple[set[str], set[str], bool]:
    """Units, agencies and the site: kept as they came; kinds of a later release are kept too."""
    put = [(row.kind, row.id, row.revision, bytes(row.body)) for row in rows if not row.gone]
    execute_each(connection, _PUT_THING, put)
    drop = [(row.kind, row.id) for row in rows if row.gone]
    execute_each(connection, _DROP_THING, drop)
    units = {row.id for row in rows if row.kind == "unit"}
    agencies = {row.id for row in rows if row.kind == "agency"}
    return units, agencies, any(row.kind == "site" for row in rows)
