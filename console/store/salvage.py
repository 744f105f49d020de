"""What can still be read of a journal or a database that is damaged."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3.dbapi2 import Error

from console.domain.errors import StoreFault
from console.store.carrying import tables_of_the_desk
from console.store.database import Database
from console.store.faults import unreadable
from console.store.journal import (
    MAGIC,
    JournalRecord,
    cipher_of,
    end_of_frame,
    journal_bytes,
    next_frame,
    open_frame,
)

_SMALLEST_FRAME = 64
_UNREADABLE = (StoreFault, DBAPIError, Error)
_REBUILT = frozenset({"ledger", "ledger_subject"})
Record = dict[str, object]
"""A row by column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A place of a file that cannot be read: from which byte, how many."""

    at_byte: int
    length_bytes: int
    torn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SalvagedJournal:
    """Every record that is still whole, in order, and each place that is not."""

    records: tuple[JournalRecord, ...]
    damages: tuple[Damage, ...]
    exists: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SalvagedDatabase:
    """What a database still gives: decisions, the desk's other tables; `fault` says why it is not whole, else None."""

    ledger: tuple[Record, ...] = ()
    tables: tuple[tuple[str, tuple[Record, ...]], ...] = ()
    fault: StoreFault | None = None
    exists: bool = True


def salvage_journal(path: Path, key: bytes) -> SalvagedJournal:
    """Read on behind a damaged place, where `read_journal` stops.

    Raises:
        StoreFault: the file cannot be read at all.
    """
    data = journal_bytes(path)
    if not data:
        return SalvagedJournal(records=(), damages=(), exists=path.exists())
    cipher, records, damages = cipher_of(key), list[JournalRecord](), list[Damage]()
    at, place = len(MAGIC), 0
    if not data.startswith(MAGIC):
        damages.append(Damage(at_byte=0, length_bytes=min(len(data), len(MAGIC)), torn=len(data) <= len(MAGIC)))
    while at < len(data):
        end = end_of_frame(data, at)
        found, skipped = None, 0
        # A gap may have swallowed some frames: those behind it know their true place.
        most = 1 + (damages[-1].length_bytes // _SMALLEST_FRAME if damages else 0)
        while end is not None and found is None and skipped < most:
            found = open_frame(cipher, data, at, end, place + skipped)
            skipped += 1
        if end is not None and found is not None:
            records.extend(found)
            at, place = end, place + skipped
            continue
        # A whole head with another seal: the frame itself was changed, its length holds.
        later = end if end is not None else next_frame(data, at + 1)
        stop = len(data) if later is None else later
        damages.append(Damage(at_byte=at, length_bytes=stop - at, torn=later is None))
        at, place = stop, place + (1 if end is not None else 0)
    return SalvagedJournal(records=tuple(records), damages=tuple(damages), exists=True)


def salvage_database(path: Path, key: bytes) -> SalvagedDatabase:
    """Read what is the desk's, row by row where it must be. Opens the file: hand over a copy.

    Raises:
        StoreFault: `store_unencrypted`: the file is not ours.
    """
    if not path.exists():
        return SalvagedDatabase(exists=False)
    try:
        database = Database(path, key)
    except StoreFault as fault:
        if fault.code == "store_unencrypted":
            raise
        return SalvagedDatabase(fault=fault)
    try:
        return SalvagedDatabase(ledger=_ledger(database), tables=_tables(database), fault=_wrong(database))
    finally:
        database.close()


def _wrong(database: Database) -> StoreFault | None:
    """Why the file is not whole: a page whose seal does not fit, a row an index does not know."""
    try:
        with database.read() as connection:
            pages = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all()
            found = connection.exec_driver_sql("PRAGMA integrity_check(3)").scalars().all()
    except _UNREADABLE as error:
        return error if isinstance(error, StoreFault) else unreadable(database.path)
    if not pages and found == ["ok"]:
        return None
    said = "; ".join(str(each) for each in [*pages[:3], *(each for each in found if each != "ok")])
    return StoreFault("store_unreadable", f"{database.path} is damaged: {said}.", path=str(database.path))


def _ledger(database: Database) -> tuple[Record, ...]:
    """Every decision that can be read; beside a damaged page one by one, from the columns no index holds."""
    try:
        return _rows(database, "ledger ORDER BY seq")
    except _UNREADABLE:
        found = [_one(database, seq) for seq in range(1, _last_seq(database) + 1)]
        return tuple(row for row in found if row is not None)


def _one(database: Database, seq: int) -> Record | None:
    with suppress(*_UNREADABLE):
        return next(iter(_rows(database, f"ledger WHERE seq = {seq}")), None)
    return None


def _last_seq(database: Database) -> int:
    for statement in ("SELECT seq FROM sqlite_sequence WHERE name = 'ledger'", "SELECT max(seq) FROM ledger"):
        try:
            with database.read() as connection:
                found = connection.exec_driver_sql(statement).scalar()
        except _UNREADABLE:
            database.engine.dispose()
            continue
        if found:
            return int(found)
    return 0


def _tables(database: Database) -> tuple[tuple[str, tuple[Record, ...]], ...]:
    try:
        with database.read() as connection:
            names = tables_of_the_desk(connection)
    except _UNREADABLE:
        return ()
    found: list[tuple[str, tuple[Record, ...]]] = []
    for name in names:
        if name not in _REBUILT:
            with suppress(*_UNREADABLE):
                found.append((name, _rows(database, f'"{name}"')))
    return tuple(found)


def _rows(database: Database, what: str) -> tuple[Record, ...]:
    try:
        with database.read() as connection:
            found = connection.exec_driver_sql(f"SELECT * FROM {what}")  # noqa: S608 - the schema's own names
            names = tuple(found.keys())
            return tuple(dict(zip(names, row, strict=True)) for row in found)
    except _UNREADABLE:
        # A connection that met one broken page answers nothing any more.
        database.engine.dispose()
        raise
