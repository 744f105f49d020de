"""Which schema a profile has, and the steps from there to this release's."""

from __future__ import annotations

import threading
from importlib import import_module
from pathlib import Path

from sqlalchemy import Connection

from console.store.database import Database
from console.store.faults import newer

HEAD = "0003"
"""The schema this release reads and writes; a test holds it equal to Alembic's newest step."""

_KNOWN = frozenset({"", "0001", "0002", HEAD})
_ONE_AT_A_TIME = threading.Lock()
"""Alembic keeps what it works on in its own module: two stores of one process must take turns."""


def bring_up_to_date(database: Database) -> None:
    """Run the missing steps, each in a transaction.

    Raises:
        StoreFault: `store_newer` for a file of a newer release, or the file cannot be used.
    """
    with database.read() as connection:
        found = _found(connection)
    if found == HEAD:
        return
    if found not in _KNOWN:
        raise newer(database.path, found)
    # Alembic takes 0.2 s to import, and a profile needs it once per release.
    command = import_module("alembic.command")
    config = import_module("alembic.config").Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with _ONE_AT_A_TIME, database.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _found(connection: Connection) -> str:
    exists = connection.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'").scalar()
    if not exists:
        return ""
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "")
