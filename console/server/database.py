"""The server's database: one writer, readers beside it, durable before it answers."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, CursorResult, Engine, Executable, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import QueuePool

from console.domain.errors import SetupFault, StoreFault

Values = Mapping[str, object] | Sequence[Mapping[str, object]]


class _Cursor(Protocol):
    def execute(self, sql: str) -> object: ...
    def fetchone(self) -> tuple[object, ...] | None: ...
    def close(self) -> None: ...


class _Dbapi(Protocol):
    def cursor(self) -> _Cursor: ...


class Tx:
    """A write transaction; what is appended to it runs just before COMMIT or right after it."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.before_commit: list[Callable[[Tx], None]] = []
        self.after_commit: list[Callable[[], None]] = []
        self.notes: dict[str, object] = {}

    def execute(self, statement: Executable, values: Values | None = None) -> CursorResult[*tuple[Any, ...]]:
        """Run one statement, or one for many rows."""
        return self.connection.execute(statement, values)


class Database:
    """An open database. `write()` and `read()` give transactions; any thread may ask.

    SQLite: WAL, synchronous FULL, BEGIN IMMEDIATE under one lock of this process.
    """

    def __init__(self, url: str) -> None:
        self.url = _checked(url)
        self._lock = threading.Lock()
        self._writer = _engine(self.url, writers=True)
        self._readers = _engine(self.url, writers=False)

    @property
    def file(self) -> Path | None:
        """The SQLite file, None on another database."""
        return Path(self.url.database) if self.url.get_backend_name() == "sqlite" and self.url.database else None

    @property
    def writer(self) -> Engine:
        """The engine migrations run on; everything else goes through write()."""
        return self._writer

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """A transaction that is on disk when the block has ended; the only writer while it lasts.

        Raises:
            StoreFault: the disk is full, the file was taken away, or the database is busy elsewhere.
        """
        try:
            with self._lock:
                with self._writer.connect() as connection, connection.begin():
                    tx = Tx(connection)
                    yield tx
                    for step in tx.before_commit:
                        step(tx)
                # Still under the lock, so that hints leave in the order of the commits.
                for news in tx.after_commit:
                    news()
        except DBAPIError as error:
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
        except DBAPIError as error:
            raise _store_fault(error, self.url) from error

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
        max_overflow=0 if writers else 8,
        # Transactions are begun by us below, never guessed by the driver.
        connect_args={"isolation_level": None, "check_same_thread": False, "timeout": 10, "cached_statements": 256},
    )
    begin = "BEGIN IMMEDIATE" if writers else "BEGIN"

    @event.listens_for(engine, "connect")
    def _prepare(connection: _Dbapi, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON",
                       "temp_store=MEMORY", "mmap_size=0", "wal_autocheckpoint=1000"):  # fmt: skip
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute("PRAGMA synchronous")
        if cursor.fetchone() != (2,):
            raise StoreFault("not_durable", "The database refuses synchronous=FULL.")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _store_fault(error: DBAPIError, url: URL) -> StoreFault:
    return StoreFault(
        "database_unusable",
        f"The server's database {url.database} cannot be used ({error.orig}). "
        "Free the disk or put a backup in its place, then start the server again.",
        path=str(url.database),
        reason=str(error.orig),
    )
