"""The databases a server may keep: every test with `database_url` runs on each of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.bench.feed_postgres import PostgresServer, own_postgres
from console.server.database import Database
from console.server.migrations import bring_up_to_date

TEMPLATE = "sigap_template"
"""A migrated database to copy."""
sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""The test is about SQLite alone."""


@contextmanager
def server_with_template() -> Iterator[PostgresServer]:
    """A PostgreSQL of this process with a migrated database to copy from."""
    with own_postgres() as server:
        template = Database(server.make(TEMPLATE))
        bring_up_to_date(template)
        template.close()
        yield server


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """Started when the first test needs it, stopped with the session; it keeps what it confirms, as in service."""
    with server_with_template() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of the test's own: a file to be made, then a migrated database of PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'database' / 'server.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    with server.fresh(TEMPLATE) as url:
        yield url
