"""Reports filed here that the server has not told of yet: in the queue all the same."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from console.domain.report import Report
from console.store.bodies import decode, encode
from console.store.packing import pack, unpack
from console.store.row import ADD_WORDS, DROP_WORDS, fingerprint, microseconds, queue_place, words_of

UNTOLD = 0
"""The revision of such a row: the server's begin at 1, so its own body takes the row's place by itself."""

_INSERT = (
    "INSERT INTO mirror_report (row, id, revision, words, committed_ns, body, urgency, facets, holder_id, folded,"
    " received_us) SELECT coalesce(max(row), 0) + 1, ?, 0, ?, 0, ?, ?, ?, ?, ?, ? FROM mirror_report RETURNING row"
)
_FIND = "SELECT row, body FROM mirror_report WHERE id = ? AND revision = 0"
_AWAITED = "SELECT 1 FROM ledger WHERE open = 1 AND report_id = ? AND op = 'report.file'"
_ALL_AWAITED = "SELECT report_id FROM ledger WHERE open = 1 AND op = 'report.file'"


def awaited(connection: Connection, report_id: str) -> bool:
    """Whether a filing of this desk, on its way or applied, made this report."""
    return connection.exec_driver_sql(_AWAITED, (report_id,)).scalar() is not None


def all_awaited(connection: Connection) -> list[str]:
    """Every report such a filing made."""
    return [str(report_id) for report_id in connection.exec_driver_sql(_ALL_AWAITED).scalars()]


def put_row(connection: Connection, report: Report) -> None:
    """Give it a row in the queue, unless it has one."""
    if connection.exec_driver_sql("SELECT 1 FROM mirror_report WHERE id = ?", (report.id,)).scalar():
        return
    # As nobody holds it: a claim in this body would pass for the server's word.
    report = replace(report, claim=None)
    words = words_of(report)
    place = queue_place(report, folded=True)
    values = (report.id, fingerprint(words), pack(encode(report)), *place, microseconds(report.received_at))
    row = connection.exec_driver_sql(_INSERT, values).scalar_one()
    connection.exec_driver_sql(ADD_WORDS, (row, *words))


def drop_row(connection: Connection, report_id: str) -> None:
    """The filing was refused: the report is nowhere but in the ledger, where it stays with the reason."""
    found = connection.exec_driver_sql(_FIND, (report_id,)).one_or_none()
    if found is not None:
        connection.exec_driver_sql(DROP_WORDS, (found[0], *words_of(decode(unpack(found[1]), Report))))
        connection.exec_driver_sql("DELETE FROM mirror_report WHERE row = ?", (found[0],))
