"""The database's steps from one release to the next, run at every start."""

from __future__ import annotations

from types import ModuleType

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Column, MetaData, Table, Text, insert, inspect, select

from console.domain.errors import SetupFault
from console.server.database import Database
from console.server.migrations import first, second, third

STEPS: tuple[tuple[str, ModuleType], ...] = (("0001", first), ("0002", second), ("0003", third))
"""Revision and module with `upgrade(op)`, oldest first; a released step is never changed."""

_versions = Table("schema_version", MetaData(), Column("revision", Text, primary_key=True))


def bring_up_to_date(database: Database) -> None:
    """Run the steps this database has not seen, each in one transaction.

    Raises:
        SetupFault: the database was written by a newer release.
        StoreFault: the file cannot be used.
    """
    with database.write() as tx:
        _versions.create(tx.connection, checkfirst=True)
        seen = {str(row[0]) for row in tx.execute(select(_versions.c.revision))}
    newer = seen - {revision for revision, _ in STEPS}
    if newer:
        raise SetupFault(
            "database_newer",
            f"The server's database was written by a newer Sigap (step {max(newer)}). Start that release instead.",
        )
    for revision, step in STEPS:
        if revision in seen:
            continue
        with database.write() as tx:
            step.upgrade(Operations(MigrationContext.configure(tx.connection)))
            tx.execute(insert(_versions), {"revision": revision})


def revision_of(database: Database) -> str:
    """The newest step this database has seen, '' for one of another program.

    Raises:
        StoreFault: it cannot be read.
    """
    with database.read() as connection:
        if not inspect(connection).has_table(_versions.name):
            return ""
        return max((str(row[0]) for row in connection.execute(select(_versions.c.revision))), default="")
