"""The server's database: one writer, readers beside it, durable before it answers."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DataError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
)
from sqlalchemy.pool import QueuePool

from console.domain.errors import SetupFault, StoreFault
from console.server.transactions import Group, Tx

__all__ = ["Database", "Tx", "stamp_ns"]

_MOST_TOGETHER = 32
"""Transactions that may share one COMMIT; more would make the first wait too long."""
_PAGES_AT_MOST = 20_000
"""Pages of log (80 MB) after which a COMMIT folds it into the file itself, should nobody have called fold_log()."""
_OURS = (IntegrityError, ProgrammingError, DataError, NotSupportedError)
"""A broken rule or a wrong statement is no fault of disk or file: it stays what it is."""


class _Cursor(Protocol):
    def execute(self, sql: str) -> object: ...
    def fetchone(self) -> tuple[object, ...] | None: ...
    def close(self) -> None: ...


class _Dbapi(Protocol):
    def cursor(self) -> _Cursor: ...


class Database:
    """An open database. `write()` and `read()` give transactions; any thread may ask.

    SQLite: WAL, synchronous FULL, BEGIN IMMEDIATE under one lock of this process. Writers that wait for each other
    share one COMMIT, so that a slow disk costs one wait for all of them.
    """

    def __init__(self, url: str) -> None:
        self.url = _checked(url)
        self._lock = threading.Lock()
        self._waiting = 0
        self._count_lock = threading.Lock()
        self._group: Group | None = None
        self._writer = _engine(self.url, writers=True)
        self._readers = _engine(self.url, writers=False)

    @property
    def file(self) -> Path | None:
        """The SQLite file, None on another database."""
        return Path(self.url.database) if self.url.get_backend_name() == "sqlite" and self.url.database else None

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """A transaction that is on disk when the block has ended; the only writer while it lasts.

        Raises:
            StoreFault: the disk is full, the file was taken away, or the database is busy elsewhere.
        """
        try:
            with self._count_lock:
                self._waiting += 1
            self._lock.acquire()
            with self._count_lock:
                self._waiting -= 1
            try:
                group = self._group = self._group or Group(self._writer.connect())
                try:
                    with group.member() as tx:
                        yield tx
                finally:
                    # Whoever waits for the lock will surely come: he may close the group instead of us.
                    if self._waiting == 0 or group.members >= _MOST_TOGETHER:
                        self._group = None
                        group.commit()
            finally:
                self._lock.release()
            group.wait()
        except DatabaseError as error:
            if isinstance(error, _OURS):
                raise
            raise _store_fault(error, self.url) from error

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A read transaction: one state of everything as long as the block lasts.

        Raises:
            StoreFault: the database cannot be read.
        """
        try:
            with self._readers.connect() as connection, connection.begin():
                yield connection
        except DatabaseError as error:
            if isinstance(error, _OURS):
                raise
            raise _store_fault(error, self.url) from error

    def fold_log(self) -> None:
        """Fold SQLite's log into the file beside the writers, so that no COMMIT has to wait for it."""
        connection = self._readers.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
            cursor.close()
        finally:
            connection.close()

    def close(self) -> None:
        """Close every connection; on SQLite the log is folded into the file."""
        self._readers.dispose()
        self._writer.dispose()


def stamp_ns() -> int:
    """CLOCK_MONOTONIC of this host in nanoseconds, for measurements on one machine."""
    return time.monotonic_ns()


def _checked(url: str) -> URL:
    try:
        parsed = make_url(url if "://" in url else f"sqlite:///{url}")
    except ArgumentError as error:
        raise SetupFault("database_url", f"--database {url!r} is not a database address.") from error
    if parsed.get_backend_name() != "sqlite":
        raise SetupFault("database_kind", f"--database: {parsed.get_backend_name()} is not supported yet, use sqlite.")
    if not parsed.database or parsed.database == ":memory:":
        raise SetupFault("database_url", "--database: a server needs a database file; memory would lose everything.")
    Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    return parsed


def _engine(url: URL, *, writers: bool) -> Engine:
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=1 if writers else 8,
        max_overflow=0 if writers else 16,
        # Transactions are begun by us below, never guessed by the driver.
        connect_args={"isolation_level": None, "check_same_thread": False, "timeout": 10, "cached_statements": 256},
    )
    begin = "BEGIN IMMEDIATE" if writers else "BEGIN"

    @event.listens_for(engine, "connect")
    def _prepare(connection: _Dbapi, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON",
                       "temp_store=MEMORY", "mmap_size=0", f"wal_autocheckpoint={_PAGES_AT_MOST}"):  # fmt: skip
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute("PRAGMA synchronous")
        if cursor.fetchone() != (2,):
            raise StoreFault("not_durable", "The database refuses synchronous=FULL.")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _store_fault(error: DatabaseError, url: URL) -> StoreFault:
    return StoreFault(
        "database_unusable",
        f"The server's database {url.database} cannot be used ({error.orig}). "
        "Free the disk or put a backup in its place, then start the server again.",
        path=str(url.database),
        reason=str(error.orig),
    )
