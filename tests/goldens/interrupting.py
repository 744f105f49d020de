"""Upgrades a golden and is killed before each statement and COMMIT in turn."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from importlib import import_module
from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine

from console.server.database import Database as ServerDatabase
from console.server.migrations import bring_up_to_date
from console.store.database import KEY_BYTES
from console.store.store import Store
from tests.goldens.recipe import build_client, build_server, dump, opened_client, profile_of

FRESH_KEY = bytes(range(KEY_BYTES))
"""For a profile that is only being made."""


def main(end: str, revision: str, folder: Path) -> None:
    """Print a JSON line a kill: what was found (its SHA-256), and whether the next start makes the same of it."""
    for module in ("alembic.command", "alembic.config"):
        import_module(module)
    client = end == "client"
    build, look = (_client, _look_client) if client else (_server, _look_server)
    upgrade = _open_client if client else _open_server
    shutil.rmtree(folder, ignore_errors=True)
    build(revision, folder)
    upgrade(revision, folder)
    whole = look(revision, folder)
    for step in range(1, 200):
        shutil.rmtree(folder, ignore_errors=True)
        build(revision, folder)
        if not _killed_at(step, lambda: upgrade(revision, folder)):
            return
        left = look(revision, folder)
        upgrade(revision, folder)
        found = hashlib.sha256(left.encode()).hexdigest()
        print(json.dumps({"step": step, "found": found, "same_in_the_end": look(revision, folder) == whole}))


def _killed_at(step: int, work: Callable[[], None]) -> bool:
    """Whether the work was killed before it came to its end."""
    child = os.fork()
    if child == 0:
        _kill_before(step)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("the upgrade failed before it was killed")
    return os.WIFSIGNALED(status)


def _kill_before(step: int) -> None:
    left = [step]

    def count() -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    @event.listens_for(Engine, "before_cursor_execute")
    def _statement(
        connection: Connection, cursor: object, statement: str, parameters: object, context: object, many: bool
    ) -> None:
        count()

    @event.listens_for(Engine, "commit")
    def _commit(connection: Connection) -> None:
        count()


def _client(revision: str, folder: Path) -> None:
    folder.mkdir(parents=True)
    if revision:
        build_client(revision, folder)


def _key(revision: str) -> bytes:
    return bytes.fromhex(profile_of(revision)["key"]) if revision else FRESH_KEY


def _open_client(revision: str, folder: Path) -> None:
    from datetime import UTC, datetime

    Store.open(folder / "console.db", _key(revision), lambda: datetime.now(UTC)).close()


def _look_client(revision: str, folder: Path) -> str:
    file = folder / "console.db"
    if not file.exists():
        return dump_of_nothing()
    pragmas = profile_of(revision)["pragmas"] if revision else profile_of("0001")["pragmas"]
    with closing(opened_client(file, _key(revision), pragmas)) as connection:
        return dump(connection.cursor())


def dump_of_nothing() -> str:
    """The text of an empty database."""
    with closing(sqlite3.connect(":memory:")) as connection:
        return dump(connection.cursor())


def _server(revision: str, folder: Path) -> None:
    folder.mkdir(parents=True)
    if revision:
        build_server(revision, folder / "server.db")


def _open_server(revision: str, folder: Path) -> None:
    database = ServerDatabase(f"sqlite:///{folder / 'server.db'}")
    try:
        bring_up_to_date(database)
    finally:
        database.close()


def _look_server(revision: str, folder: Path) -> str:
    file = folder / "server.db"
    if not file.exists():
        return dump_of_nothing()
    with closing(sqlite3.connect(file)) as connection:
        return dump(connection.cursor())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
