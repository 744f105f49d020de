"""The audit chain written to a file from the database itself, beside the server or alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from console.contract.audit import AuditRecord, SignedCheckpoint
from console.contract.audit_file import write_export
from console.domain.errors import SetupFault
from console.server.checkpoints import Checkpoints
from console.server.database import Database
from console.server.identity import known_identity
from console.server.migrations import STEPS, revision_of

_PAGE = 1_000


def export_chain(file: Path, database_url: str, now: Callable[[], datetime]) -> tuple[SignedCheckpoint, int]:
    """Close the chain by a checkpoint and write all of it to `file`; the checkpoint and how many records.

    Raises:
        SetupFault: the address is wrong, or this database was never served by this release.
        StoreFault: the database cannot be used.
        OSError: the file cannot be written.
    """
    database = Database(database_url)
    try:
        identity = known_identity(database) if revision_of(database) == STEPS[-1][0] else None
        if identity is None:
            raise SetupFault(
                "audit_absent", "--database: there is no audit chain of this release. Start its server there once."
            )
        checkpoints = Checkpoints(database, identity, now)
        closing = checkpoints.make_for(None)
        with file.open("wb") as opened:
            return closing, write_export(opened, closing, _records(checkpoints, closing.checkpoint.place))
    finally:
        database.close()


def _records(checkpoints: Checkpoints, last: int) -> Iterator[AuditRecord]:
    place = 0
    while place < last:
        records = checkpoints.page(place, min(_PAGE, last - place)).records
        yield from records
        place = records[-1].place
