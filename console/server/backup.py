"""A copy of a running server's SQLite database: whole, on disk, in one file."""

from __future__ import annotations

import os
from pathlib import Path

from console.domain.errors import SetupFault, StoreFault
from console.server.database import Database


def back_up(database_url: str, file: Path) -> int:
    """Copy the database as one moment saw it to a new file, fsynced; its size in bytes. The server may go on.

    A server started on the copy notices that it lies behind (high_water.py), or is told with --restored.

    Raises:
        SetupFault: the file exists, or the database is not SQLite.
        StoreFault: the database cannot be read, the copy not be written.
    """
    if file.exists():
        raise SetupFault("backup_exists", f"{file} exists already. Name another file.", path=str(file))
    database = Database(database_url)
    try:
        if database.file is None:
            raise SetupFault("backup_kind", "PostgreSQL has tools of its own: use pg_dump (README, Server).")
        new = file.with_name(f"{file.name}.new")
        new.unlink(missing_ok=True)
        try:
            database.copy_to(new)
            with new.open("rb+") as copy:
                os.fsync(copy.fileno())
            new.replace(file)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise StoreFault("backup_unwritten", f"{file} cannot be written ({reason}).", path=str(file)) from error
    finally:
        database.close()
    return file.stat().st_size
