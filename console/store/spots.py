"""Where and when reports were, read from their bodies without the rest of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from sqlalchemy import Connection

from console.domain.spot import Spot, spot_of
from console.store.bodies import decode
from console.store.folding import shown_case
from console.store.packing import unpack
from console.store.row import LOCATED_BIT, microseconds

_ROWS_AT_A_STRETCH = 64
_ENDED = 900
"""domain.score.urgency puts every ended case at or above this."""

_READ = "SELECT m.id, m.body, m.folded FROM mirror_report AS m"


def since(connection: Connection, start: datetime, most: int, give_way: Callable[[], None]) -> tuple[Spot, ...]:
    """Located reports received since `start`, the newest `most` of them, own open decisions folded in.

    A hundred thousand take a second or two: a sixth of a report is decoded, and the window is let through in between.
    """
    statement = (
        f"{_READ} WHERE m.received_us >= ? AND m.facets & {LOCATED_BIT} <> 0 ORDER BY m.received_us DESC LIMIT ?"
    )
    rows = connection.exec_driver_sql(statement, (microseconds(start), most))
    return tuple(_read(connection, map(tuple, rows.yield_per(_ROWS_AT_A_STRETCH)), give_way))


def open_ones(connection: Connection, give_way: Callable[[], None]) -> tuple[Spot, ...]:
    """Every open report with a place."""
    rows = connection.exec_driver_sql(f"{_READ} WHERE m.urgency < {_ENDED} AND m.facets & {LOCATED_BIT} <> 0").all()
    return tuple(_read(connection, map(tuple, rows), give_way))


def of(connection: Connection, ids: Iterable[str]) -> dict[str, Spot]:
    """The spots of these reports; those withdrawn or without a place are missing."""
    statement = (
        "SELECT m.id, m.body, m.folded FROM json_each(?) AS wanted CROSS JOIN mirror_report AS m"
        " ON m.id = wanted.value AND m.facets & ? <> 0"
    )
    rows = connection.exec_driver_sql(statement, (json.dumps(sorted(set(ids))), LOCATED_BIT)).all()
    return {spot.id: spot for spot in _read(connection, map(tuple, rows), lambda: None)}


def _read(
    connection: Connection, rows: Iterable[tuple[str, bytes, int]], give_way: Callable[[], None]
) -> Iterator[Spot]:
    for place, (report_id, body, folded) in enumerate(rows):
        if place % _ROWS_AT_A_STRETCH == 0:
            give_way()
        shown = shown_case(connection, report_id) if folded else None
        yield decode(unpack(body), Spot) if shown is None else spot_of(shown.report)
