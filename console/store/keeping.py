"""Small things kept by name in the encrypted store: cursor, settings, drafts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from console.store.row import microseconds

EPOCH = "epoch"
AFTER = "after"
CONTACT = "last_contact"
SENT_WITH = "sent_with/"
"""With the id of a file made for a forward: the decision whose word its sending waits for, until it is sent."""


def meta(connection: Connection, name: str, default: str = "") -> str:
    """A value of the sync core."""
    value = connection.exec_driver_sql("SELECT value FROM meta WHERE name = ?", (name,)).scalar()
    return default if value is None else str(value)


def keep_meta(connection: Connection, name: str, value: str) -> None:
    """Keep a value of the sync core."""
    connection.exec_driver_sql(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", (name, value)
    )


def cursor(connection: Connection) -> tuple[str, int]:
    """(epoch, seq) up to which the mirror is complete; ('', 0) before the first snapshot."""
    return meta(connection, EPOCH), int(meta(connection, AFTER, "0"))


def keep_cursor(connection: Connection, epoch: str, after: int) -> None:
    """Move the cursor, in the transaction that moves the rows."""
    connection.exec_driver_sql(
        "INSERT INTO meta VALUES (?, ?), (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (EPOCH, epoch, AFTER, str(after)),
    )


def setting(connection: Connection, name: str, default: str) -> str:
    """A setting of this workstation."""
    value = connection.exec_driver_sql("SELECT value FROM setting WHERE name = ?", (name,)).scalar()
    return default if value is None else str(value)


def keep_setting(connection: Connection, name: str, value: str) -> None:
    """Keep a setting of this workstation; '' forgets it."""
    connection.exec_driver_sql("DELETE FROM setting WHERE name = ?", (name,))
    if value:
        connection.exec_driver_sql("INSERT INTO setting VALUES (?, ?)", (name, value))


def draft(connection: Connection, name: str) -> str | None:
    """An unfinished text."""
    value = connection.exec_driver_sql("SELECT value FROM draft WHERE name = ?", (name,)).scalar()
    return None if value is None else str(value)


def keep_draft(connection: Connection, name: str, text: str | None, now: datetime) -> None:
    """Keep an unfinished text, or let it go with None."""
    connection.exec_driver_sql("DELETE FROM draft WHERE name = ?", (name,))
    if text is not None:
        connection.exec_driver_sql("INSERT INTO draft VALUES (?, ?, ?)", (name, text, microseconds(now)))
