"""Files of reports, kept encrypted in parts, so that a broken download goes on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from console.store.row import microseconds

PART_BYTES = 256 * 1024
KEPT_BYTES = 2 * 1024**3
"""Least recently used whole files beyond this are let go; the server still has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFile:
    """How much of a file is here; `checked` once its SHA-256 matched."""

    id: str
    size_bytes: int
    sha256: str
    received_bytes: int
    checked: bool


def held(connection: Connection, media_id: str) -> HeldFile | None:
    """What is here of a file."""
    row = connection.exec_driver_sql(
        "SELECT id, size_bytes, sha256, received_bytes, checked FROM media WHERE id = ?", (media_id,)
    ).one_or_none()
    if row is None:
        return None
    return HeldFile(id=row[0], size_bytes=row[1], sha256=row[2], received_bytes=row[3], checked=bool(row[4]))


def expect(connection: Connection, media_id: str, size_bytes: int, sha256: str, now: datetime) -> HeldFile:
    """Make room for a file; one announced with another hash starts anew."""
    found = held(connection, media_id)
    if found is not None and (found.size_bytes, found.sha256) == (size_bytes, sha256):
        return found
    drop(connection, media_id)
    connection.exec_driver_sql(
        "INSERT INTO media VALUES (?, ?, ?, 0, 0, ?)", (media_id, size_bytes, sha256, microseconds(now))
    )
    return HeldFile(id=media_id, size_bytes=size_bytes, sha256=sha256, received_bytes=0, checked=False)


def add_part(connection: Connection, media_id: str, at_byte: int, part: bytes) -> None:
    """Append bytes where the file stops now; anything else is ignored as a late duplicate."""
    moved = connection.exec_driver_sql(
        "UPDATE media SET received_bytes = received_bytes + ? WHERE id = ? AND received_bytes = ? AND"
        " received_bytes + ? <= size_bytes",
        (len(part), media_id, at_byte, len(part)),
    ).rowcount
    if moved:
        connection.exec_driver_sql("INSERT INTO media_part VALUES (?, ?, ?)", (media_id, at_byte, part))


def check(connection: Connection, media_id: str) -> bool:
    """Hash the whole file; when it is not what was announced, all of it is dropped and fetched anew."""
    found = held(connection, media_id)
    if found is None or found.received_bytes != found.size_bytes:
        return False
    if hashlib.sha256(_joined(connection, media_id)).hexdigest() != found.sha256:
        drop(connection, media_id)
        return False
    connection.exec_driver_sql("UPDATE media SET checked = 1 WHERE id = ?", (media_id,))
    return True


def read(connection: Connection, media_id: str) -> bytes | None:
    """The whole original, None unless its hash was checked."""
    found = held(connection, media_id)
    return _joined(connection, media_id) if found is not None and found.checked else None


def drop(connection: Connection, media_id: str) -> None:
    """Forget a file."""
    connection.exec_driver_sql("DELETE FROM media_part WHERE id = ?", (media_id,))
    connection.exec_driver_sql("DELETE FROM media WHERE id = ?", (media_id,))


def trim(connection: Connection, kept_bytes: int = KEPT_BYTES) -> int:
    """Let go of the files asked for longest ago until at most `kept_bytes` remain; returns how many went."""
    rows = connection.exec_driver_sql("SELECT id, received_bytes FROM media ORDER BY used_us DESC").all()
    total, gone = 0, 0
    for media_id, received in rows:
        total += received
        if total > kept_bytes:
            drop(connection, media_id)
            gone += 1
    return gone


def _joined(connection: Connection, media_id: str) -> bytes:
    rows = connection.exec_driver_sql("SELECT bytes FROM media_part WHERE id = ? ORDER BY at_byte", (media_id,))
    return b"".join(bytes(row[0]) for row in rows)
