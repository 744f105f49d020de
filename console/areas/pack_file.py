"""The SQLite file of an area pack: tables, opening it, its version hash."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from console.domain.errors import StoreFault

FORMAT = 2
"""1: areas and names. 2: with outlines above them, roads and landmarks; a pack of 1 is read and grows when written."""

APPLICATION_ID = 0x53696741
"""'SigA': marks the file as an area pack (PRAGMA application_id)."""

_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE sources (
        id INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL,
        format TEXT NOT NULL, attribution TEXT NOT NULL, licence TEXT NOT NULL,
        records INTEGER NOT NULL, broken INTEGER NOT NULL, imported_at TEXT NOT NULL)""",
    # AUTOINCREMENT: a replaced area gets a new id, so an opened polygon kept by id never goes stale.
    """CREATE TABLE areas (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        lat INTEGER NOT NULL, lon INTEGER NOT NULL, size_m2 INTEGER NOT NULL,
        source_id INTEGER NOT NULL REFERENCES sources (id), sha256 BLOB NOT NULL, rings BLOB NOT NULL)""",
    "CREATE INDEX areas_by_source ON areas (source_id)",
    "CREATE TABLE names_above (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE area_boxes USING rtree_i32 (id, min_lat, max_lat, min_lon, max_lon)",
    # Trigrams of names without blanks: 'rampal celaket' finds Rampalcelaket, 'orooro' finds Oro-oro Dowo.
    "CREATE VIRTUAL TABLE area_names USING fts5 (name, above, tokenize = 'trigram')",
)
_TABLES_OF_2 = (
    # Outlines of kecamatan and cities dissolved from what lies in them; made_of names exactly what and by which rule.
    """CREATE TABLE outlines (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, lat INTEGER NOT NULL, lon INTEGER NOT NULL,
        size_m2 INTEGER NOT NULL, made_of BLOB NOT NULL, rings BLOB NOT NULL)""",
    "CREATE VIRTUAL TABLE outline_boxes USING rtree_i32 (id, min_lat, max_lat, min_lon, max_lon)",
    # A road's rank (1 motorway … 7 alley) is the third side of its box: a low zoom touches main roads only.
    """CREATE TABLE roads (
        id INTEGER PRIMARY KEY AUTOINCREMENT, osm_id INTEGER NOT NULL UNIQUE,
        source_id INTEGER NOT NULL REFERENCES sources (id), rank INTEGER NOT NULL, name TEXT NOT NULL,
        line BLOB NOT NULL)""",
    "CREATE INDEX roads_by_source ON roads (source_id)",
    """CREATE VIRTUAL TABLE road_boxes USING rtree_i32 (
        id, min_lat, max_lat, min_lon, max_lon, min_rank, max_rank)""",
    """CREATE TABLE landmarks (
        id INTEGER PRIMARY KEY AUTOINCREMENT, osm_id TEXT NOT NULL UNIQUE,
        source_id INTEGER NOT NULL REFERENCES sources (id), kind TEXT NOT NULL, name TEXT NOT NULL,
        aliases TEXT NOT NULL, lat INTEGER NOT NULL, lon INTEGER NOT NULL)""",
    "CREATE INDEX landmarks_by_source ON landmarks (source_id)",
    "CREATE VIRTUAL TABLE landmark_boxes USING rtree_i32 (id, min_lat, max_lat, min_lon, max_lon)",
    """CREATE VIRTUAL TABLE landmark_words USING fts5 (
        name, aliases, kind, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2")""",
)


def squeeze(name: str) -> str:
    """A name as it is searched: lower case letters and digits only, accents taken off."""
    bare = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in bare if letter.isalnum())


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open an existing pack read-only, usable from any thread under the caller's lock.

    Raises StoreFault naming the file: not there, not a pack, damaged, or made by a newer Sigap.
    """
    if not path.is_file():
        raise StoreFault(
            "area_pack_missing", f"area pack {path} is not there; run: main.py import areas FILE…", file=str(path)
        )
    with _told(path):
        connection = sqlite3.connect(
            path.resolve().as_uri() + "?mode=ro", uri=True, check_same_thread=False, isolation_level=None, timeout=10
        )
        try:
            _check(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


@contextlib.contextmanager
def opened_to_write(path: Path) -> Iterator[sqlite3.Connection]:
    """Open or make a pack for one importer. Raises StoreFault naming the file."""
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, timeout=30)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
                _make(connection, (*_TABLES, *_TABLES_OF_2))
            _check(connection, path)
            if connection.execute("PRAGMA user_version").fetchone()[0] < FORMAT:
                _make(connection, _TABLES_OF_2)
            yield connection
        finally:
            connection.close()


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """One write transaction: everything or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def content_version(connection: sqlite3.Connection) -> str:
    """First 16 hex digits of a SHA-256 over all areas in code order; '' for an empty pack.

    The same areas give the same version in whatever order their files were imported.
    """
    digest = hashlib.sha256()
    count = 0
    for (area_digest,) in connection.execute("SELECT sha256 FROM areas ORDER BY code"):
        digest.update(area_digest)
        count += 1
    return digest.hexdigest()[:16] if count else ""


def _make(connection: sqlite3.Connection, tables: tuple[str, ...]) -> None:
    with transaction(connection):
        for statement in tables:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {FORMAT}")


def _check(connection: sqlite3.Connection, path: Path) -> None:
    marked = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if marked != APPLICATION_ID:
        raise StoreFault(
            "area_pack_foreign", f"{path} is a database but no area pack; choose another file", file=str(path)
        )
    if version > FORMAT:
        raise StoreFault(
            "area_pack_newer", f"area pack {path} was made by a newer Sigap (format {version})", file=str(path)
        )


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise StoreFault(
            "area_pack_unusable",
            f"area pack {path} cannot be used ({error}); move it away and import the areas again",
            file=str(path),
            reason=str(error),
        ) from error
    except OSError as error:
        raise StoreFault(
            "area_pack_unusable",
            f"area pack {path} cannot be used: {error.strerror or error}",
            file=str(path),
            reason=str(error),
        ) from error
