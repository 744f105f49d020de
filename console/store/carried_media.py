"""Carries the latest fetched files into the next database, a little at a time."""

from __future__ import annotations

from dataclasses import dataclass

from console.store.database import Database

MOST_BYTES = 256 * 1024 * 1024
"""Files used last that come along; the server still has the others, and they are fetched again when asked for."""
LATE_BYTES = 16 * 1024 * 1024
"""What may still be copied while decisions wait; more than this is fetched again."""
_PARTS = 16


@dataclass(frozen=True, slots=True)
class _File:
    id: str
    size_bytes: int
    sha256: str
    received_bytes: int
    checked: int
    used_us: int


def carry_files(old: Database, new: Database, most_bytes: int = MOST_BYTES) -> int:
    """Copy files from the one used last on until `most_bytes` came; again: only what changed. Bytes copied."""
    have, copied = {file.id: file for file in _files(new)}, 0
    known = {file.id: file for file in _files(old)}
    for file_id in have.keys() - known.keys():
        _drop(new, file_id)
    for file in known.values():
        there = have.get(file.id)
        if there is not None and (there.size_bytes, there.sha256) != (file.size_bytes, file.sha256):
            _drop(new, file.id)
            there = None
        lacking = file.received_bytes - (there.received_bytes if there else 0)
        if lacking < 0:
            _drop(new, file.id)
            there, lacking = None, file.received_bytes
        if copied + lacking <= most_bytes:
            if file != there:
                _copy(old, new, file, there.received_bytes if there else 0)
            copied += lacking
    return copied


def _files(database: Database) -> list[_File]:
    with database.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id, size_bytes, sha256, received_bytes, checked, used_us FROM media ORDER BY used_us DESC, id"
        ).all()
    return [_File(*row) for row in rows]


def _drop(database: Database, file_id: str) -> None:
    with database.write() as connection:
        connection.exec_driver_sql("DELETE FROM media_part WHERE id = ?", (file_id,))
        connection.exec_driver_sql("DELETE FROM media WHERE id = ?", (file_id,))


def _copy(old: Database, new: Database, file: _File, from_byte: int) -> None:
    """Parts first, then how much is there: a file let go meanwhile is short, and its hash is never believed."""
    at_byte = from_byte
    while at_byte < file.received_bytes:
        with old.read() as connection:
            parts = connection.exec_driver_sql(
                "SELECT at_byte, bytes FROM media_part WHERE id = ? AND at_byte >= ? AND at_byte < ? ORDER BY at_byte"
                " LIMIT ?",
                (file.id, at_byte, file.received_bytes, _PARTS),
            ).all()
        if not parts:
            break
        with new.write() as connection:
            for start, part in parts:
                connection.exec_driver_sql("INSERT OR REPLACE INTO media_part VALUES (?, ?, ?)", (file.id, start, part))
        at_byte = parts[-1][0] + len(parts[-1][1])
    whole = at_byte == file.received_bytes
    with new.write() as connection:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO media VALUES (?, ?, ?, ?, ?, ?)",
            (file.id, file.size_bytes, file.sha256, at_byte, file.checked if whole else 0, file.used_us),
        )
