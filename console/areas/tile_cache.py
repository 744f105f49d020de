"""Tiles of the configured server kept on disk: a size cap, the longest unused go first.

No time of use is written down, only an order: whoever reads the file does not learn when which place was looked at.
"""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path

from console.domain.errors import StoreFault

_APPLICATION_ID = 0x53696754
_FORMAT = 1
_TABLES = (
    """CREATE TABLE tiles (
        server TEXT NOT NULL, tile TEXT NOT NULL, body BLOB NOT NULL, bytes INTEGER NOT NULL,
        day INTEGER NOT NULL, used INTEGER NOT NULL, PRIMARY KEY (server, tile))""",
    "CREATE INDEX tiles_by_use ON tiles (used)",
)
_ROW_BYTES = 160
"""What a tile takes beside its picture: its row and its places in two indexes."""
_USES_KEPT = 64


@dataclass(frozen=True, slots=True)
class KeptTile:
    """A tile as it was kept; `day` (days since 1970, UTC) is when it was fetched. No bytes: there is no such tile."""

    body: bytes
    day: int


class TileCache:
    """One cache file; usable from any thread. Every method raises StoreFault when the disk or the file fails."""

    def __init__(self, path: Path, most_bytes: int) -> None:
        """Open or make it; one that cannot be read is thrown away, everything in it can be fetched again.

        Raises:
            StoreFault: `tile_cache_unusable`, the folder cannot be written.
        """
        self.path, self.most_bytes = path, most_bytes
        self._lock = threading.Lock()
        self._uses: dict[tuple[str, str], int] = {}
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._open: sqlite3.Connection | None = _opened(path)
            except sqlite3.DatabaseError:
                _drop(path)
                self._open = _opened(path)
            self._bytes, self._clock = self._count()
            with self._lock:
                self._make_room(self._open)
        except (OSError, sqlite3.Error) as error:
            raise self._fault(error) from error

    @property
    def taken_bytes(self) -> int:
        """What the kept tiles take, as it is counted against the cap."""
        return self._bytes

    def tile(self, server: str, tile: str) -> KeptTile | None:
        """What is kept of a tile; it counts as used now."""
        with self._lock:
            if self._open is None:
                return None
            try:
                row = self._open.execute(
                    "SELECT body, day FROM tiles WHERE server = ? AND tile = ?", (server, tile)
                ).fetchone()
                if row is None:
                    return None
                self._clock += 1
                self._uses[(server, tile)] = self._clock
                if len(self._uses) >= _USES_KEPT:
                    self._write_uses(self._open)
            except sqlite3.Error as error:
                raise self._fault(error) from error
            return KeptTile(bytes(row[0]), int(row[1]))

    def keep(self, server: str, tile: str, body: bytes, day: int) -> None:
        """Keep a tile; what was unused longest leaves when it gets too much."""
        size = len(body) + _ROW_BYTES
        with self._lock:
            if self._open is None or size > self.most_bytes:
                return
            try:
                before = self._open.execute(
                    "SELECT bytes FROM tiles WHERE server = ? AND tile = ?", (server, tile)
                ).fetchone()
                self._clock += 1
                self._open.execute(
                    "INSERT OR REPLACE INTO tiles VALUES (?, ?, ?, ?, ?, ?)",
                    (server, tile, body, size, day, self._clock),
                )
                self._bytes += size - (before[0] if before else 0)
                self._make_room(self._open)
            except sqlite3.Error as error:
                raise self._fault(error) from error

    def close(self) -> None:
        """Write down the last uses and let the file go."""
        with self._lock:
            if self._open is not None:
                try:
                    self._write_uses(self._open)
                finally:
                    self._open.close()
                    self._open = None

    def _count(self) -> tuple[int, int]:
        opened = self._open
        if opened is None:
            return 0, 0
        taken, clock = opened.execute("SELECT coalesce(sum(bytes), 0), coalesce(max(used), 0) FROM tiles").fetchone()
        return int(taken), int(clock)

    def _write_uses(self, connection: sqlite3.Connection) -> None:
        uses, self._uses = self._uses, {}
        connection.execute("BEGIN")
        connection.executemany(
            "UPDATE tiles SET used = ? WHERE server = ? AND tile = ?",
            [(used, *which) for which, used in uses.items()],
        )
        connection.execute("COMMIT")

    def _make_room(self, connection: sqlite3.Connection) -> None:
        """Down to nine tenths of the cap at once, so that not every further tile has to make room again."""
        if self._bytes <= self.most_bytes:
            return
        self._write_uses(connection)
        wanted, gone = self._bytes - self.most_bytes * 9 // 10, []
        for rowid, size in connection.execute("SELECT rowid, bytes FROM tiles ORDER BY used"):
            if wanted <= 0:
                break
            gone.append((rowid,))
            wanted -= size
            self._bytes -= size
        connection.execute("BEGIN")
        connection.executemany("DELETE FROM tiles WHERE rowid = ?", gone)
        connection.execute("COMMIT")
        connection.execute("PRAGMA incremental_vacuum")

    def _fault(self, error: Exception) -> StoreFault:
        return StoreFault(
            "tile_cache_unusable",
            f"The kept map tiles {self.path} cannot be used ({error}). The map works without; make room or delete it.",
            path=str(self.path),
            reason=str(error),
        )


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)
    try:
        # A lost tile is fetched again: nothing here waits for the disk.
        for pragma in ("auto_vacuum = INCREMENTAL", "journal_mode = WAL", "synchronous = OFF", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        stranger = connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION_ID
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if stranger and not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in _TABLES:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {_FORMAT}")
        elif stranger or version != _FORMAT:
            raise sqlite3.DatabaseError("another program's file")
    except BaseException:
        connection.close()
        raise
    return connection


def _drop(path: Path) -> None:
    for each in ("", "-wal", "-shm"):
        path.with_name(path.name + each).unlink(missing_ok=True)
