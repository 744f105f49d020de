"""What can be wrong with the local database, each with the file named and the way out."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.exc import DBAPIError

from console.domain.errors import StoreFault

_PLAIN_MAGIC = b"SQLite format 3\x00"


def fault_of(error: Exception, path: Path) -> StoreFault | None:
    """The fault behind a database error, None when it is not the world's but ours (bad SQL, a broken constraint)."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    said = str(cause).lower()
    if any(words in said for words in ("not a database", "malformed", "corrupt", "vtable constructor failed")):
        return unreadable(path)
    if "disk is full" in said:
        return full(path)
    if "disk i/o" in said or "unable to open" in said:
        return failing(path, cause)
    if "readonly" in said or "read-only" in said:
        return read_only(path)
    if "locked" in said:
        return busy(path)
    return None


def unreadable(path: Path) -> StoreFault:
    """The file is damaged or was written with another key."""
    return StoreFault(
        "store_unreadable",
        f"{path} is damaged or belongs to another profile. Do not delete it: your decisions are also in "
        f"decisions.journal beside it. 'main.py recover --profile {path.parent}' rebuilds it from there; it changes "
        "nothing until it is told --write.",
        path=str(path),
        folder=str(path.parent),
    )


def busy(path: Path) -> StoreFault:
    """Somebody else holds the file."""
    return StoreFault(
        "store_locked",
        f"{path} is used by another console. Close it, or choose another profile with --profile DIR.",
        path=str(path),
    )


def failing(path: Path, cause: object) -> StoreFault:
    """The disk below the file does not do what it should."""
    return StoreFault(
        "store_io",
        f"{path} cannot be read or written ({cause}). Check the disk, then start again.",
        path=str(path),
    )


def full(path: Path) -> StoreFault:
    """No space left for the file."""
    return StoreFault(
        "disk_full",
        f"The disk of {path} is full. Free some space; nothing that was confirmed is lost.",
        path=str(path),
    )


def read_only(path: Path) -> StoreFault:
    """The profile cannot be written."""
    return StoreFault(
        "store_read_only",
        f"{path} cannot be written. Give this user the right to write there, or choose another with --profile DIR.",
        path=str(path),
    )


def newer(path: Path, found: str) -> StoreFault:
    """The file was written by a newer release."""
    return StoreFault(
        "store_newer",
        f"{path} was written by a newer version of Sigap (schema {found}). Install that version again.",
        path=str(path),
        found=found,
    )


def refuse_unencrypted(path: Path) -> None:
    """Look at a file's first bytes before anything opens it.

    Raises:
        StoreFault: `store_unencrypted`, or `store_io` when it cannot be read at all.
    """
    try:
        with path.open("rb") as file:
            head = file.read(len(_PLAIN_MAGIC))
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreFault(
            "store_io", f"{path} cannot be read ({error.strerror}). Check the disk and its rights.", path=str(path)
        ) from error
    if head == _PLAIN_MAGIC:
        raise StoreFault(
            "store_unencrypted",
            f"{path} is not encrypted, so it is not this console's. Move it away, then start again.",
            path=str(path),
        )
