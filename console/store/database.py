"""The encrypted file: one writer, many readers, every pragma set and read back."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from console.domain.errors import Bug, StoreFault
from console.store.faults import fault_of, read_only, refuse_unencrypted
from console.store.log_folder import LogFolder

KEY_BYTES = 32

PAGE_BYTES = 2048
"""About one report: a change among many rewrites, enciphers and authenticates half of what 4096 would."""

PRAGMAS: dict[str, str] = {
    "cipher_page_size": str(PAGE_BYTES),
    "cipher_hmac_algorithm": "HMAC_SHA256",
    "journal_mode": "wal",
    "synchronous": "2",
    "foreign_keys": "1",
    "secure_delete": "1",
    "temp_store": "2",
    "trusted_schema": "0",
    "busy_timeout": "5000",
    "cache_size": "-32768",
    "wal_autocheckpoint": "40000",
}
"""Set and read back on every connection: pages authenticated by SHA-256 (processors have it built in).

WAL, FULL, memory for temporary data, deleted bytes overwritten. The log folder empties the log; a commit does so
itself only when that could not keep up (80 MB).
"""


class Database:
    """One encrypted SQLite file; `write()` is serialised over all threads, `read()` is a snapshot of its own."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Open or create the file with a raw 32-byte key.

        Raises:
            StoreFault: unencrypted, damaged, read-only, locked or unreadable; names the file and the way out.
        """
        if len(key) != KEY_BYTES:
            raise Bug("the data key has 32 bytes")
        self.path = path
        refuse_unencrypted(path)
        if path.exists() and not os.access(path, os.W_OK):
            raise read_only(path)
        self._lock = threading.RLock()
        self._engine = _engine(path, key)
        self._log_folder = LogFolder(self._fold_log)
        with self._translated():
            self._writer = self._engine.connect().execution_options(sigap_writes=True)

    @property
    def engine(self) -> Engine:
        """The engine, for migrations, benches and the test that asserts its pragmas."""
        return self._engine

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """The one writer in a transaction: committed (fsynced) at the end, rolled back on any exception.

        Raises:
            StoreFault: the disk is full, read-only or failing; nothing was changed.
        """
        with self._lock, self._translated():
            with self._writer.begin():
                yield self._writer
            self._log_folder.grown()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A reader's snapshot on a connection of its own.

        Raises:
            StoreFault: the file cannot be read.
        """
        with self._translated(), self._engine.connect() as connection, connection.begin():
            yield connection

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file and empty it."""
        with self._lock, self._translated():
            cursor = self._writer.connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.fetchall()
            cursor.close()

    def _fold_log(self) -> None:
        with self._translated():
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
                cursor.close()
            finally:
                connection.close()

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded in by the last one."""
        self._log_folder.close()
        with self._lock:
            self._writer.close()
            self._engine.dispose()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlcipher3.dbapi2.Error) as error:
            fault = fault_of(error, self.path)
            if fault is None:
                raise
            raise fault from error


def bare(connection: Connection) -> DBAPICursor:
    """The driver's own cursor inside the transaction of `connection`, for the pages of the feed.

    SQLAlchemy adds 60 microseconds a statement, half as much as 100 rows take to be found or written.
    """
    return connection.connection.cursor()


def _engine(path: Path, key: bytes) -> Engine:
    url = URL.create("sqlite+pysqlcipher", password=f"x'{key.hex()}'", database=str(path.resolve()))
    # The dialect's own SingletonThreadPool(5) drops other threads' connections (dependencies.md).
    engine = create_engine(
        url,
        module=sqlcipher3.dbapi2,
        poolclass=QueuePool,
        pool_size=6,
        max_overflow=24,
        connect_args={"check_same_thread": False, "cached_statements": 256},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # Python's implicit BEGIN comes too late for a reader's snapshot and is deferred for the writer.
    connection.isolation_level = None
    cursor = connection.cursor()
    try:
        for name, wanted in PRAGMAS.items():
            cursor.execute(f"PRAGMA {name} = {wanted}")
            cursor.execute(f"PRAGMA {name}")
            found = cursor.fetchone()
            if found is None or str(found[0]) != wanted:
                raise StoreFault("store_io", f"The database refuses {name} = {wanted} (it says {found}).", name=name)
    finally:
        cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("sigap_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
