"""How far this server had come, noted beside its file: a backup shows itself."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, select

from console.contract.codec import decode, encode
from console.domain.errors import InputFault
from console.server import tables
from console.server.database import Database, Tx

_log = logging.getLogger(__name__)
Counters = dict[str, int]
"""By name: the feed's seq, the audit chain's length, runs, report numbers; none of them ever goes back by itself."""


class HighWater:
    """A small file `DATABASE-newest`, replaced whole and fsynced, never ahead of what the database holds.

    On PostgreSQL there is none: the database itself says that it was restored (server/postgres.py, home).
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._file = Path(f"{database.file}-newest") if database.file else None
        self._noted: Counters = {}

    def read(self) -> Counters:
        """What was noted last, nothing without the file."""
        try:
            return decode(self._file.read_bytes(), dict[str, int]) if self._file else {}
        except FileNotFoundError:
            return {}
        except (OSError, InputFault):
            _log.warning("the note of the newest state cannot be read; say --restored if the database was")
            return {}

    def note(self) -> None:
        """Write down how far the database has come; cheap when nothing happened. One thread at a time."""
        if self._file is None:
            return
        with self._database.read() as connection:
            counters = counters_of(connection)
        if counters == self._noted:
            return
        try:
            _replace(self._file, encode(counters))
        except OSError as error:
            # A missing note only makes a restore harder to notice: desks notice it, and --restored says it.
            _log.warning("the newest state cannot be noted (%s)", error.strerror)
        self._noted = counters


def counters_of(connection: Connection | Tx) -> Counters:
    """Every counter of the database."""
    rows = connection.execute(select(tables.numbers.c.name, tables.numbers.c.value))
    return {cast("str", name): cast("int", value) for name, value in rows}


def went_back(now: Counters, noted: Counters) -> bool:
    """Whether the database is older than what was noted."""
    return any(now.get(name, 0) < value for name, value in noted.items())


def _replace(file: Path, content: bytes) -> None:
    new = file.with_name(f"{file.name}.new")
    with new.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)
    if os.name == "posix":
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
