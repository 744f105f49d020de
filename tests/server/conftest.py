"""The server's tests ask a real server, once on SQLite and once on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.worlds.central import Central, running
from tests.worlds.databases import database_url as database_url
from tests.worlds.databases import postgres as postgres


@pytest.fixture
def central(tmp_path: Path, database_url: str) -> Iterator[Central]:
    """A server of its own for the test, on each database."""
    with running(tmp_path / "central", database_url=database_url) as server:
        yield server
