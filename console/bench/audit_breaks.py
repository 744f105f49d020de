"""Bugs planted for bench audit, each by replacing a function of the product here."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import cast

from alembic.operations import Operations
from sqlalchemy import Connection, func, select

from console.contract import audit as contract_audit
from console.contract import audit_verify
from console.contract.audit import Checkpoint
from console.server import audit as server_audit
from console.server import tables
from console.server.database import Database, Tx
from console.server.migrations import second


def _unlinked() -> None:
    """The hash before is not in the hash: whoever changes a record need not hash the later ones anew."""

    def alone(previous: bytes, digest: bytes) -> bytes:
        return hashlib.sha256(digest).digest()

    contract_audit.chained = alone


def _unsigned() -> None:
    """Any signature is good."""

    def good(checkpoint: Checkpoint, key: str) -> bool:
        return True

    audit_verify.is_signed = good  # type: ignore[attr-defined]


def _unclosed() -> None:
    """The end is not looked for: a chain that stops early is whole."""

    def fine(verifier: audit_verify.Verifier) -> None:
        return None

    audit_verify.Verifier.finish = fine  # type: ignore[method-assign, assignment]


def _unlocked() -> None:
    """Writers read the last hash before it is their turn, and the table lets two follow the same record."""
    create = second.upgrade

    def upgrade(op: Operations) -> None:
        create(op)
        with op.batch_alter_table("audit", naming_convention={"uq": "uq_%(table_name)s_%(column_0_name)s"}) as batch:
            batch.drop_constraint("uq_audit_previous", "unique")

    second.upgrade = upgrade
    write = Database.write

    @contextmanager
    def written(database: Database) -> Iterator[Tx]:
        with database.read() as connection:
            early = _head(connection)
        with write(database) as tx:
            tx.notes["head"] = early
            yield tx

    def stale(connection: Connection | Tx) -> tuple[int, bytes]:
        place, last = head(connection)
        early = connection.notes.get("head", b"") if isinstance(connection, Tx) else b""
        return place, cast("bytes", early) or last

    head = server_audit.head
    Database.write = written  # type: ignore[method-assign, assignment]
    server_audit.head = stale


def _head(connection: Connection) -> bytes:
    last = select(func.max(tables.audit.c.place)).scalar_subquery()
    try:
        found = connection.execute(select(tables.audit.c.hash).where(tables.audit.c.place == last)).scalar()
    except Exception as error:
        # The table is not there before the first step of a new database.
        if "audit" not in str(error):
            raise
        return b""
    return cast("bytes | None", found) or b""


BREAKS: dict[str, Callable[[], None]] = {
    "unlinked": _unlinked,
    "unsigned": _unsigned,
    "unclosed": _unclosed,
    "unlocked": _unlocked,
}
"""By name on the command line; each acts for the rest of the process."""
