"""What the whole shift watches and who holds how much, from the queue's own columns."""

from __future__ import annotations

from sqlalchemy import Connection

from console.domain.load import Load
from console.domain.report import Report
from console.domain.shown_case import ShownCase
from console.store.bodies import decode
from console.store.folding import shown_case
from console.store.packing import unpack
from console.store.row import WATCHED_BIT

_ENDED = 900
"""domain.score.urgency puts every ended case at or above this."""
_MOST = 200
_LOADS = (
    "SELECT h.holder_id, h.many, m.body FROM (SELECT holder_id, count(*) AS many, min(received_us) AS oldest"
    " FROM mirror_report WHERE urgency < :ended AND holder_id <> '' GROUP BY holder_id) AS h"
    " CROSS JOIN mirror_report AS m ON m.row = (SELECT row FROM mirror_report WHERE holder_id = h.holder_id"
    " AND urgency < :ended AND received_us = h.oldest LIMIT 1)"
)


def watched(connection: Connection) -> tuple[ShownCase, ...]:
    """Open cases the whole shift watches (domain.watched), own open decisions folded in."""
    statement = "SELECT id FROM mirror_report WHERE urgency < ? AND facets & ? <> 0 LIMIT ?"
    rows = connection.exec_driver_sql(statement, (_ENDED, WATCHED_BIT, _MOST))
    shown = (shown_case(connection, str(row[0])) for row in rows.all())
    return tuple(case for case in shown if case is not None)


def loads(connection: Connection) -> tuple[Load, ...]:
    """Who holds how many open cases and since when the oldest came in, most first."""
    rows = connection.exec_driver_sql(_LOADS, {"ended": _ENDED}).all()
    found = [_load(connection, str(row[0]), int(row[1]), decode(unpack(row[2]), Report)) for row in rows]
    return tuple(sorted(found, key=lambda load: (-load.held, load.oldest_at)))


def _load(connection: Connection, holder_id: str, held: int, oldest: Report) -> Load:
    claim = oldest.claim
    if claim is None or claim.holder_id != holder_id:
        # A claim still in this desk's ledger: the columns know it, the server's body does not.
        shown = shown_case(connection, oldest.id)
        claim = shown.report.claim if shown is not None else None
    return Load(
        holder_id=holder_id,
        holder_name=claim.holder_name if claim else "",
        desk_id=claim.desk_id if claim else "",
        held=held,
        oldest_at=oldest.received_at,
        oldest_id=oldest.id,
        oldest_number=oldest.number,
    )
