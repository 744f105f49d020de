"""The encrypted file: one writer, many readers, every pragma set and read back.

Why so long: who may use the file when, also while another takes its place, is one set of locks.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from console.domain.errors import Bug, StoreFault
from console.store.disk import sync_folder
from console.store.faults import busy, failing, fault_of, read_only, refuse_unencrypted
from console.store.gate import Gate
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

_PATIENCE_S = 20.0
"""A reader is out again in milliseconds; one that is not keeps the old file in place."""


class Database:
    """One encrypted SQLite file; `write()` is serialised over all threads, `read()` is a snapshot of its own."""

    def __init__(self, path: Path, key: bytes, pragmas: Mapping[str, str] = PRAGMAS) -> None:
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
        self._key = key
        self._lock = threading.RLock()
        self._gate = Gate()
        self._folding = threading.Lock()
        self._own = threading.local()
        self._fault: StoreFault | None = None
        self._engine = _engine(path, key, pragmas)
        self._log_folder = LogFolder(self._fold_log) if pragmas["journal_mode"] == "wal" else None
        self._writer = self._connect_writer()

    def beside(self, path: Path, pragmas: Mapping[str, str]) -> Database:
        """Another file with the same key.

        Raises:
            StoreFault: as opening this one.
        """
        return Database(path, self._key, pragmas)

    @property
    def engine(self) -> Engine:
        """The engine, for migrations, benches and the test that asserts its pragmas."""
        return self._engine

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """The one writer in a transaction: committed (fsynced) at the end, rolled back on any exception.

        Raises:
            StoreFault: the disk is full, read-only or failing; nothing was changed.
            Bug: inside `together`, whose reader would not see what is written.
        """
        if self._snapshot is not None:
            raise Bug("nothing is written while several questions share a snapshot")
        with self._lock, self._translated():
            self._refuse_when_broken()
            with self._writer.begin():
                yield self._writer
            if self._log_folder is not None:
                self._log_folder.grown()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A reader's snapshot: on a connection of its own, inside `together` the one all share.

        Raises:
            StoreFault: the file cannot be read.
        """
        shared = self._snapshot
        if shared is not None:
            yield shared
            return
        with self.read_anew() as connection:
            yield connection

    @contextmanager
    def together(self) -> Iterator[None]:
        """All questions of this thread inside see one snapshot and share its connection, a third of what each costs.

        Raises:
            StoreFault: the file cannot be read.
        """
        with self.read() as connection:
            before, self._own.snapshot = self._snapshot, connection
            try:
                yield
            finally:
                self._own.snapshot = before

    @property
    def _snapshot(self) -> Connection | None:
        """What this thread's questions share now."""
        found: Connection | None = getattr(self._own, "snapshot", None)
        return found

    @contextmanager
    def read_anew(self) -> Iterator[Connection]:
        """A snapshot that begins now, also inside `together`.

        Raises:
            StoreFault: the file cannot be read.
        """
        with self._gate.passing(), self._translated():
            self._refuse_when_broken()
            with self._engine.connect() as connection, connection.begin():
                yield connection

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Nothing is written by others meanwhile; reading goes on."""
        with self._lock:
            yield

    @contextmanager
    def shut(self) -> Iterator[None]:
        """No file is open and no log is left beside it, for as long as this lasts; who asks meanwhile waits.

        Raises:
            StoreFault: a reader did not end, the log could not be folded in; all is open as before.
        """
        with self._lock, self._alone():
            self._close_old()
            try:
                yield
            finally:
                self._writer = self._connect_writer()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        try:
            with self._gate.shut(_PATIENCE_S):
                yield
        except TimeoutError as error:
            raise busy(self.path) from error

    def _close_old(self) -> None:
        """A log that outlived its file would be folded into the one that takes its name."""
        self.checkpoint()
        self._writer.close()
        self._engine.dispose()
        log = self.path.with_name(self.path.name + "-wal")
        try:
            left = log.exists() and log.stat().st_size > 0
            sync_folder(self.path.parent)
        except OSError as error:
            self._writer = self._connect_writer()
            raise failing(self.path, error) from error
        if left:
            self._writer = self._connect_writer()
            raise busy(self.path)

    def break_off(self, fault: StoreFault) -> None:
        """From now on every question is answered by this fault: what is on the disk can no longer be known."""
        self._fault = fault

    def _refuse_when_broken(self) -> None:
        if self._fault is not None:
            raise self._fault

    def _connect_writer(self) -> Connection:
        with self._translated():
            return self._engine.connect().execution_options(sigap_writes=True)

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file and empty it.

        Raises:
            StoreFault: the disk does not take it, or a reader still needs the log.
        """
        # SQLite does not wait for another checkpoint under way: it says busy at once.
        with self._lock, self._folding, self._translated():
            cursor = self._writer.connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            answer = cursor.fetchone()
            cursor.close()
        if answer is not None and answer[0]:
            raise busy(self.path)

    def pragma(self, name: str, value: str) -> None:
        """Set a pragma of the writer's connection, outside any transaction.

        Raises:
            StoreFault: it was not taken.
        """
        with self._lock, self._translated():
            cursor = self._writer.connection.cursor()
            _set(cursor, name, value)
            cursor.close()

    def _fold_log(self) -> None:
        with self._gate.passing(), self._folding, self._translated():
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
                cursor.close()
            finally:
                connection.close()

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded in by the last one."""
        if self._log_folder is not None:
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


def _engine(path: Path, key: bytes, pragmas: Mapping[str, str]) -> Engine:
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

    def prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        # Python's implicit BEGIN comes too late for a reader's snapshot and is deferred for the writer.
        connection.isolation_level = None
        cursor = connection.cursor()
        try:
            for name, wanted in pragmas.items():
                _set(cursor, name, wanted)
        finally:
            cursor.close()

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _set(cursor: DBAPICursor, name: str, wanted: str) -> None:
    cursor.execute(f"PRAGMA {name} = {wanted}")
    cursor.execute(f"PRAGMA {name}")
    found = cursor.fetchone()
    if found is None or str(found[0]) != wanted:
        raise StoreFault("store_io", f"The database refuses {name} = {wanted} (it says {found}).", name=name)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("sigap_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
