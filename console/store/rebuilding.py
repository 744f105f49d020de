"""Writes a database anew around a rebuilt ledger, and moves the damaged one away."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from console.domain.decision import Decision
from console.domain.errors import InputFault
from console.domain.person import Actor
from console.store import ledger, numbering
from console.store.bodies import decode, decode_decision
from console.store.database import Database
from console.store.disk import BESIDE, remove_database, sync_file, sync_folder
from console.store.faults import failing
from console.store.filed import all_awaited
from console.store.folding import refold
from console.store.journal import Journal, JournalRecord
from console.store.salvage import Record
from console.store.schema import bring_up_to_date
from console.store.stage import next_path

Read = Callable[[bytes], Decision]
"""A decision from its raw JSON, InputFault when this release cannot read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One decision for the new ledger: its row as it was, or only what the journal holds of it."""

    id: str
    row: Record | None = None
    record: JournalRecord | None = None


def merged(rows: Sequence[Record], records: Sequence[JournalRecord]) -> tuple[Kept, ...]:
    """Both together: rows in their order, and what only the journal holds right behind what it stood behind there."""
    order = [str(row["id"]) for row in rows]
    known = {str(row["id"]): Kept(id=str(row["id"]), row=row) for row in rows}
    before = ""
    for record in records:
        if record.id not in known:
            known[record.id] = Kept(id=record.id, record=record)
            order.insert(order.index(before) + 1 if before else 0, record.id)
        before = record.id
    return tuple(known[each] for each in order)


def rebuild(
    path: Path,
    key: bytes,
    decisions: Iterable[Kept],
    tables: Iterable[tuple[str, Sequence[Record]]],
    *,
    read: Read,
    now: datetime,
) -> tuple[str, ...]:
    """Make a new database and put it in the damaged one's place, which stays beside it under another name.

    Decisions only the journal holds wait to be sent: the server answers again what it answered before. Returns the
    ids of those this release cannot read; they stay in the journal.

    Raises:
        StoreFault: the disk is full or fails; nothing was moved.
    """
    building = next_path(path)
    remove_database(building)
    database = Database(building, key)
    try:
        bring_up_to_date(database)
        with database.write() as connection:
            for name, rows in tables:
                _put(connection, name, rows)
            connection.exec_driver_sql("DELETE FROM meta WHERE name IN ('epoch', 'after')")
            unread = _put_decisions(connection, decisions, read, now)
            numbering.use_all_filed(connection)
            refold(connection, all_awaited(connection))
        database.checkpoint()
    except BaseException:
        database.close()
        remove_database(building)
        raise
    database.close()
    try:
        sync_file(building)
        move_away(path, now)
        os.replace(building, path)
        sync_folder(path.parent)
    except OSError as error:
        raise failing(path, error) from error
    return unread


def complete(database: Database, records: Iterable[JournalRecord], *, read: Read, now: datetime) -> tuple[str, ...]:
    """Add to a whole ledger what only the journal holds, to be sent; ids of those this release cannot read.

    Raises:
        StoreFault: nothing was added.
    """
    with database.write() as connection:
        kept = (Kept(id=record.id, record=record) for record in records)
        return _put_decisions(connection, kept, read, now)


def write_journal(path: Path, key: bytes, records: Sequence[JournalRecord], now: datetime) -> None:
    """A journal of these records in place of a damaged one, which stays beside it under another name.

    Raises:
        StoreFault: it cannot be written; nothing was moved.
    """
    building = next_path(path)
    building.unlink(missing_ok=True)
    journal = Journal(building, key)
    try:
        journal.append(records)
    finally:
        journal.close()
    try:
        move_away(path, now)
        os.replace(building, path)
        sync_folder(path.parent)
    except OSError as error:
        raise failing(path, error) from error


def away(path: Path, now: datetime) -> Path:
    """Where a damaged file is kept."""
    return path.with_name(f"{path.name}.damaged-{now:%Y%m%dT%H%M%SZ}")


def move_away(path: Path, now: datetime) -> None:
    """Keep a damaged file under another name, its log too; the name stays taken until another file gets it."""
    kept = away(path, now)
    if path.exists():
        try:
            os.link(path, kept)
        except OSError:
            path.rename(kept)
    for end in BESIDE:
        beside = path.with_name(path.name + end)
        if beside.exists():
            beside.rename(kept.with_name(kept.name + end))
    sync_folder(path.parent)


def _put_decisions(connection: Connection, decisions: Iterable[Kept], read: Read, now: datetime) -> tuple[str, ...]:
    unread: list[str] = []
    for kept in decisions:
        if kept.row is not None:
            _put_row(connection, kept.row)
        elif kept.record is not None:
            try:
                decision, actor = read(kept.record.raw), decode(kept.record.actor, Actor)
            except InputFault:
                unread.append(kept.id)
                continue
            ledger.record(connection, decision, actor, kept.record.raw, (), now)
    return tuple(unread)


def _put_row(connection: Connection, row: Record) -> None:
    """A decision as it stood, with the server's answer, under the next number."""
    again = {name: value for name, value in row.items() if name != "seq"}
    _put(connection, "ledger", [again])
    seq = connection.exec_driver_sql("SELECT max(seq) FROM ledger").scalar_one()
    subjects: set[tuple[str, str]] = set()
    with suppress(InputFault, KeyError):
        subjects = set(decode_decision(bytes(row["decision"])).subjects)  # type: ignore[call-overload]
    for kind, subject_id in sorted(subjects):
        connection.exec_driver_sql("INSERT INTO ledger_subject VALUES (?, ?, ?)", (seq, kind, subject_id))


def _put(connection: Connection, table: str, rows: Sequence[Record]) -> None:
    """Rows of an older or newer schema too: only the columns known here."""
    known = {str(row[1]) for row in connection.exec_driver_sql(f'PRAGMA table_info("{table}")')}
    for row in rows if known else ():
        names = [name for name in row if name in known]
        columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" for _ in names)
        connection.exec_driver_sql(
            f'INSERT OR REPLACE INTO "{table}" ({columns}) VALUES ({marks})',  # noqa: S608 - the schema's own names
            tuple(row[name] for name in names),
        )
