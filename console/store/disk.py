"""Names and bytes that outlast a power cut, and one console to a profile."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from console.domain.errors import StoreFault

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database while it is open, and after a power cut."""


def sync_folder(folder: Path) -> None:
    """Make what was created, renamed or removed in `folder` outlast a power cut (Windows does so by itself)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(file: Path) -> None:
    """Make all that was ever written to `file` outlast a power cut."""
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_database(file: Path) -> None:
    """Take away a database that holds nothing of its own, with what SQLite keeps beside it."""
    for name in (file, *(file.with_name(file.name + end) for end in BESIDE)):
        name.unlink(missing_ok=True)


class ProfileLock:
    """Held while a database is open: a second console, or a recovery, would swap the file under the first."""

    def __init__(self, database: Path) -> None:
        """Take it; the system gives it back when the process ends, however it ends.

        Raises:
            StoreFault: `store_locked`, or the folder cannot be written.
        """
        self._path = database.with_name(database.name + ".lock")
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreFault(
                "store_read_only",
                f"{self._path} cannot be written ({error.strerror}). Give this user the right to write there, or choose"
                " another with --profile DIR.",
                path=str(database),
            ) from error
        try:
            _lock(self._file)
        except OSError as error:
            os.close(self._file)
            raise StoreFault(
                "store_locked",
                f"{database} is used by another console. Close it, or choose another profile with --profile DIR.",
                path=str(database),
            ) from error

    def release(self) -> None:
        """Give it back; again does nothing."""
        file, self._file = self._file, -1
        if file >= 0:
            os.close(file)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
