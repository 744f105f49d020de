"""SQLite as the server's database: one file, WAL, synchronous FULL, BEGIN IMMEDIATE."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from console.domain.errors import Fault, SetupFault, StoreFault
from console.server.database_kind import OURS

_PAGES_AT_MOST = 20_000
"""Pages of log (80 MB) after which a COMMIT folds it into the file itself, should nobody have called fold_log()."""


class _Cursor(Protocol):
    def execute(self, sql: str) -> object: ...
    def fetchone(self) -> tuple[object, ...] | None: ...
    def close(self) -> None: ...


class _Dbapi(Protocol):
    def cursor(self) -> _Cursor: ...


class SqliteFile:
    """A database file of this machine; its folder is made when missing."""

    def __init__(self, url: URL) -> None:
        if not url.database or url.database == ":memory:":
            raise SetupFault(
                "database_url", "--database: a server needs a database file; memory would lose everything."
            )
        self.file: Path | None = Path(url.database)
        self.address = str(self.file)
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.writers = _engine(url, writers=True)
        self.readers = _engine(url, writers=False)
        self._owned: int | None = None

    def occupy(self) -> None:
        """Lock a file beside the database; the system lets go of it however this process ends."""
        try:
            held = os.open(f"{self.address}-owner", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreFault(
                "database_unusable", f"The server's database {self.address} cannot be used ({error.strerror}).",
                path=self.address, reason=str(error.strerror),
            ) from error  # fmt: skip
        if not _locked(held):
            os.close(held)
            raise SetupFault(
                "database_in_use", f"Another Sigap server works on {self.address}. Stop it first, or use its address."
            )
        self._owned = held

    def started(self, run: int) -> None:
        """Nothing to remember: the lock of a running process cannot be lost."""

    def home(self, connection: Connection) -> str:
        """'': a file put back from a backup cannot be told from the one it replaces."""
        return ""

    def copy_to(self, file: Path) -> None:
        """VACUUM INTO reads one snapshot and leaves nothing of deleted rows behind."""
        with self.readers.connect().execution_options(sigap_plain=True) as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(file),))

    def fold_log(self) -> None:
        """Fold the write-ahead log into the file beside the writers, so that no COMMIT has to wait for it."""
        connection = self.readers.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
            cursor.close()
        finally:
            connection.close()

    def fault_of(self, error: DBAPIError) -> Fault | None:
        """Disk full, file taken away or spoilt, busy elsewhere."""
        if isinstance(error, OURS):
            return None
        return StoreFault(
            "database_unusable",
            f"The server's database {self.address} cannot be used ({error.orig}). "
            "Free the disk or put a backup in its place, then start the server again.",
            path=self.address,
            reason=str(error.orig),
        )

    def close(self) -> None:
        """The log is folded into the file with the last connection."""
        self.readers.dispose()
        self.writers.dispose()
        if self._owned is not None:
            os.close(self._owned)
            self._owned = None


def _engine(url: URL, *, writers: bool) -> Engine:
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=1 if writers else 8,
        max_overflow=0 if writers else 16,
        hide_parameters=True,
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
        if not connection.get_execution_options().get("sigap_plain"):
            connection.exec_driver_sql(begin)

    return engine


if sys.platform == "win32":
    import msvcrt

    def _locked(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _locked(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
