"""Files an earlier release kept inside the database move out into sealed files."""

from __future__ import annotations

from sqlalchemy import Connection

from console.store.database import Database
from console.store.vault import Vault


def move_files(database: Database, vault: Vault) -> int:
    """Move each whole file, one transaction each, so that a kill in between loses none; how many there were.

    Unfinished ones are let go: the server still has them.
    """
    with database.read() as connection:
        rows = connection.exec_driver_sql("SELECT id, size_bytes, sha256, checked FROM media").all()
    for file_id, size_bytes, sha256, checked in rows:
        if checked:
            with database.read() as connection:
                original = _original(connection, file_id)
            vault.expect(file_id, size_bytes, sha256)
            vault.add(file_id, 0, original)
            vault.check(file_id)
        with database.write() as connection:
            connection.exec_driver_sql("DELETE FROM media_part WHERE id = ?", (file_id,))
            connection.exec_driver_sql("DELETE FROM media WHERE id = ?", (file_id,))
    return len(rows)


def _original(connection: Connection, file_id: str) -> bytes:
    rows = connection.exec_driver_sql("SELECT bytes FROM media_part WHERE id = ? ORDER BY at_byte", (file_id,))
    return b"".join(bytes(row[0]) for row in rows)
