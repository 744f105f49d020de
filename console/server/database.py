"""The server's database: one writer, readers beside it, durable before it answers."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from console.domain.errors import SetupFault
from console.server.database_kind import DatabaseKind
from console.server.sqlite import SqliteFile
from console.server.transactions import Group, Tx

__all__ = ["Database", "Tx", "stamp_ns"]

_MOST_TOGETHER = 32
"""Transactions that may share one COMMIT; more would make the first wait too long."""


class Database:
    """An open database. `write()` and `read()` give transactions; any thread may ask.

    Writers of this process take turns under one lock, and those that wait for each other share one COMMIT, so that a
    slow disk costs one wait for all of them. Writers of other processes are excluded by the database itself: SQLite by
    BEGIN IMMEDIATE, PostgreSQL as server/postgres.py says.
    """

    def __init__(self, url: str) -> None:
        self._kind = _kind_of(url)
        self._lock = threading.Lock()
        self._waiting = 0
        self._count_lock = threading.Lock()
        self._group: Group | None = None

    @property
    def file(self) -> Path | None:
        """The SQLite file, None on another database."""
        return self._kind.file

    @property
    def address(self) -> str:
        """Where it is, for messages: never a password."""
        return self._kind.address

    def occupy(self) -> None:
        """This process alone serves from this database as long as it is open (server/postgres.py says why).

        Raises:
            SetupFault: another server does.
            StoreFault: the database cannot be used.
        """
        try:
            self._kind.occupy()
        except DBAPIError as error:
            self._raise(error)

    def started(self, run: int) -> None:
        """Number of this run, as counted in the database: with it the server notices that another took over."""
        self._kind.started(run)

    def home(self, tx: Tx) -> str:
        """Where this database lives; another word after a restore, '' where that cannot be told."""
        return self._kind.home(tx.connection)

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """A transaction that is on disk when the block has ended; the only writer while it lasts.

        Raises:
            StoreFault: disk full, file or connection gone, or busy elsewhere: nothing of it is told to stand.
        """
        try:
            with self._count_lock:
                self._waiting += 1
            self._lock.acquire()
            with self._count_lock:
                self._waiting -= 1
            try:
                group = self._group = self._group or Group(self._kind.writers.connect())
                try:
                    with group.member() as tx:
                        yield tx
                finally:
                    # Whoever waits for the lock will surely come: he may close the group instead of us.
                    if self._waiting == 0 or group.members >= _MOST_TOGETHER or group.failed:
                        self._group = None
                        group.commit()
            finally:
                self._lock.release()
            group.wait()
        except DBAPIError as error:
            self._raise(error)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A read transaction: one state of everything as long as the block lasts.

        Raises:
            StoreFault: the database cannot be read.
        """
        try:
            with self._kind.readers.connect() as connection, connection.begin():
                yield connection
        except DBAPIError as error:
            self._raise(error)

    def copy_to(self, file: Path) -> None:
        """All of it as one moment saw it, into a new file; SQLite only, others have tools of their own.

        Raises:
            StoreFault: the database cannot be read, or the copy not be written.
        """
        try:
            self._kind.copy_to(file)
        except DBAPIError as error:
            self._raise(error)

    def fold_log(self) -> None:
        """Fold SQLite's log into the file beside the writers, so that no COMMIT has to wait for it."""
        self._kind.fold_log()

    def close(self) -> None:
        """Close every connection; on SQLite the log is folded into the file."""
        self._kind.close()

    def _raise(self, error: DBAPIError) -> None:
        fault = self._kind.fault_of(error)
        if fault is None:
            raise error
        raise fault from error


def stamp_ns() -> int:
    """CLOCK_MONOTONIC of this host in nanoseconds, for measurements on one machine."""
    return time.monotonic_ns()


def _kind_of(url: str) -> DatabaseKind:
    try:
        parsed = make_url(url if "://" in url else f"sqlite:///{url}")
    except (ArgumentError, ValueError) as error:
        # The address is not repeated: it may hold a password.
        raise SetupFault(
            "database_url",
            "--database: not a database address. Write sqlite:///FILE or postgresql+psycopg://user@host/db.",
        ) from error
    name = parsed.get_backend_name()
    if name == "sqlite":
        return SqliteFile(parsed)
    if name == "postgresql":
        # Its driver is loaded only where it is used.
        from console.server.postgres import PostgresDatabase

        return PostgresDatabase(parsed)
    raise SetupFault("database_kind", f"--database: {name} is not supported, use sqlite or postgresql+psycopg.")
