"""Carries what is the desk's from one database into the next, and proves it arrived."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from console.domain.errors import StoreFault
from console.store.database import bare

_SERVERS = frozenset({"mirror_report", "mirror_thing", "stage", "alembic_version"})
_CURSOR = "name NOT IN ('epoch', 'after')"
"""Of table meta all but the mirror's cursor belongs to the desk."""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Proof:
    """What a table holds: how many rows, and a hash over all of them in their order."""

    rows: int
    digest: bytes


def tables_of_the_desk(connection: Connection) -> tuple[str, ...]:
    """All tables but those the server fills anew, parents before children; one added later is carried by itself."""
    cursor = bare(connection)
    cursor.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
    found = [(str(name), str(sql)) for name, sql in cursor.fetchall()]
    searched = tuple(f"{name}_" for name, sql in found if sql.upper().startswith("CREATE VIRTUAL"))
    return tuple(
        name
        for name, sql in found
        if name not in _SERVERS
        and not name.startswith(("sqlite_", *searched))
        and not sql.upper().startswith("CREATE VIRTUAL")
    )


def carry(old: Connection, new: Connection) -> dict[str, Proof]:
    """Copy the desk's tables, keys intact, into a schema that has them empty; what each of them held."""
    return {table: _carry_table(old, new, table) for table in tables_of_the_desk(old)}


def prove(connection: Connection, expected: dict[str, Proof]) -> None:
    """Count and hash what arrived.

    Raises:
        StoreFault: `swap_unproven`; the file that was made is not what it should be.
    """
    for table, proof in expected.items():
        if prove_table(connection, table) != proof:
            raise StoreFault(
                "swap_unproven",
                f"Table {table} did not arrive whole in the new database; the old one stays in use. Check the disk.",
                table=table,
            )


def prove_table(connection: Connection, table: str) -> Proof:
    """Rows and hash of a table as it is now."""
    cursor, digest, rows = bare(connection), hashlib.blake2b(digest_size=32), 0
    cursor.execute(_all_of(table))
    while some := cursor.fetchmany(_AT_ONCE):
        rows += len(some)
        _add(digest, some)
    return Proof(rows, digest.digest())


def _carry_table(old: Connection, new: Connection, table: str) -> Proof:
    source, target = bare(old), bare(new)
    digest, rows = hashlib.blake2b(digest_size=32), 0
    source.execute(_all_of(table))
    marks = ", ".join("?" for _ in source.description or ())
    names = ", ".join(f'"{column[0]}"' for column in source.description or ())
    while some := source.fetchmany(_AT_ONCE):
        rows += len(some)
        _add(digest, some)
        target.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', some)  # noqa: S608 - the schema's own names
    return Proof(rows, digest.digest())


def _all_of(table: str) -> str:
    where = f" WHERE {_CURSOR}" if table == "meta" else ""
    return f'SELECT * FROM "{table}"{where}'  # noqa: S608 - the schema's own names


def _add(digest: hashlib.blake2b, rows: Sequence[Sequence[object]]) -> None:
    for row in rows:
        digest.update(msgspec.msgpack.encode(row))
