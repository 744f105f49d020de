"""A golden: a database of a released schema as text, and how a file is made of it again."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

import sqlcipher3.dbapi2

FOLDER = Path(__file__).parent
SUMS = FOLDER / "SHA256SUMS"
FROZEN = "released schemas never change: this golden is one, make a new one beside it (python -m tests.goldens.write)"
_BLOB = "CAST({} AS BLOB)"


class Cursor(Protocol):
    """What both drivers give."""

    def execute(self, sql: str, values: Any = ()) -> Any: ...
    def executescript(self, sql: str) -> Any: ...


def revisions(end: str) -> tuple[str, ...]:
    """The released schemas of `client` or `server` there is a golden of, oldest first.

    A second one of the same schema, made when only the other end's changed, is called 0001_server_0002 and so on.
    """
    return tuple(sorted(file.stem.partition("_")[2] for file in FOLDER.glob(f"{end}_*.sql")))


def weeks() -> tuple[tuple[str, str], ...]:
    """(client's, server's) goldens of one week: a desk and the very server it is enrolled at."""
    found = {end: {each: _epoch(end, each) for each in revisions(end)} for end in ("client", "server")}
    return tuple((c, s) for c, epoch in found["client"].items() for s, its in found["server"].items() if its == epoch)


def _epoch(end: str, revision: str) -> str:
    lines = sql_of(end, revision).splitlines()
    return next(line.rpartition("('epoch', ")[2] for line in lines if "('epoch', " in line)


def sql_of(end: str, revision: str) -> str:
    """The frozen text: DDL as released, then every row."""
    return (FOLDER / f"{end}_{revision}.sql").read_text(encoding="utf-8")


def profile_of(revision: str) -> dict[str, Any]:
    """What lies beside the client's database: data key, pragmas of the file, slots, journal, and what was decided."""
    found: dict[str, Any] = json.loads((FOLDER / f"client_{revision}.json").read_text(encoding="utf-8"))
    return found


def build_client(revision: str, folder: Path) -> Path:
    """The profile of that release in `folder`: encrypted database, journal, key slots; returns the database."""
    profile = profile_of(revision)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "slots.json").write_text(profile["slots"], encoding="utf-8")
    (folder / "decisions.journal").write_bytes(bytes.fromhex(profile["journal"]))
    file = folder / "console.db"
    with closing(opened_client(file, bytes.fromhex(profile["key"]), profile["pragmas"])) as connection:
        connection.cursor().executescript(sql_of("client", revision))
    return file


def build_server(revision: str, file: Path) -> Path:
    """The server's SQLite database of that release."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript("PRAGMA journal_mode = wal;\n" + sql_of("server", revision))
    return file


def opened_client(file: Path, key: bytes, pragmas: dict[str, str]) -> Any:
    """The driver's own connection to an encrypted file, without our store."""
    connection = sqlcipher3.dbapi2.connect(str(file))
    connection.isolation_level = None
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
    return connection


# Writing one


def dump(cursor: Cursor) -> str:
    """DDL and rows of a database as statements that make it again."""
    return "BEGIN;\n" + "\n".join(_statements(cursor)) + "\nCOMMIT;\n"


def _statements(cursor: Cursor) -> Iterator[str]:
    rows = cursor.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    virtual = [name for kind, name, sql in rows if kind == "table" and sql.upper().startswith("CREATE VIRTUAL")]
    shadows = [name for _, name, _ in rows if any(name.startswith(f"{owner}_") for owner in virtual)]
    for _, name, sql in rows:
        if name not in shadows and not name.startswith("sqlite_"):
            yield f"{sql};"
    tables = [name for kind, name, _ in rows if kind == "table" and name not in virtual]
    # A full text index keeps no text to be asked for: its own tables are carried over as they are.
    yield from (f'DELETE FROM "{name}";' for name in shadows)  # noqa: S608 -- our own tables' names
    for name in sorted(tables):
        yield from _rows(cursor, name)


def _rows(cursor: Cursor, table: str) -> Iterator[str]:
    columns = [row[1] for row in cursor.execute(f'PRAGMA table_info("{table}")').fetchall()]
    names = ", ".join(f'"{name}"' for name in columns)
    order = ", ".join(str(place + 1) for place in range(len(columns)))
    found = cursor.execute(f'SELECT {names} FROM "{table}" ORDER BY {order}')  # noqa: S608 -- as above
    for row in found.fetchall():
        values = ", ".join(_literal(cursor, value) for value in row)
        yield f'INSERT INTO "{table}" ({names}) VALUES ({values});'  # noqa: S608 -- as above


def _literal(cursor: Cursor, value: object) -> str:
    """JSON kept as a blob is written as the text it is, so that people can read it."""
    if isinstance(value, bytes):
        text = value.decode("utf-8", "replace")
        if text.isprintable() and text.encode() == value and text:
            return _BLOB.format(_quoted(cursor, text))
    return _quoted(cursor, value)


def _quoted(cursor: Cursor, value: object) -> str:
    return str(cursor.execute("SELECT quote(?)", (value,)).fetchone()[0])


def freeze(name: str, text: str) -> None:
    """Write a new file of a golden and its checksum.

    Raises:
        FileExistsError: it is there already; what was released is never written again.
    """
    file = FOLDER / name
    if file.exists():
        raise FileExistsError(f"{name}: {FROZEN}")
    file.write_text(text, encoding="utf-8")
    with SUMS.open("a", encoding="utf-8") as sums:
        sums.write(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n")


def unchanged() -> dict[str, bool]:
    """By file named in SHA256SUMS: whether it is still what was frozen."""
    lines = [line.split("  ") for line in SUMS.read_text(encoding="utf-8").splitlines()]
    return {name: hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest for digest, name in lines}


