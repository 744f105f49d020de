"""Where and when reports were, read from their bodies without the rest of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import DBAPICursor

from console.domain.errors import Bug
from console.domain.spot import Spot, spot_of
from console.store.bodies import BROKEN, decode, reader
from console.store.folding import shown_case
from console.store.packing import unpack
from console.store.row import LOCATED_BIT, microseconds

_ROWS_AT_A_STRETCH = 64
_ENDED = 900
"""domain.score.urgency puts every ended case at or above this."""

_READ = "SELECT m.id, m.body, m.folded FROM mirror_report AS m"


def since(connection: Connection, start: datetime, most: int, give_way: Callable[[], None]) -> tuple[Spot, ...]:
    """Located reports received since `start`, the newest `most` of them, own open decisions folded in.

    A hundred thousand take about a second of CPU: a third of it the enciphered pages, a third unpacking, the rest the
    sixth of a report that is decoded; the window is let through in between.
    """
    statement = (
        f"{_READ} WHERE m.received_us >= ? AND m.facets & {LOCATED_BIT} <> 0 ORDER BY m.received_us DESC LIMIT ?"
    )
    # As they come from the driver: SQLAlchemy's rows would take as long as the decoding.
    cursor = connection.exec_driver_sql(statement, (microseconds(start), most)).cursor
    if cursor is None:
        raise Bug("a question without rows")
    return tuple(_read(connection, _rows(cursor), give_way))


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


def _rows(cursor: DBAPICursor) -> Iterator[tuple[str, bytes, int]]:
    while stretch := cursor.fetchmany(_ROWS_AT_A_STRETCH):
        yield from stretch
    cursor.close()


def _read(
    connection: Connection, rows: Iterable[tuple[str, bytes, int]], give_way: Callable[[], None]
) -> Iterator[Spot]:
    read = reader(Spot)
    for place, (report_id, body, folded) in enumerate(rows):
        if place % _ROWS_AT_A_STRETCH == 0:
            give_way()
        shown = shown_case(connection, report_id) if folded else None
        if shown is not None:
            yield spot_of(shown.report)
            continue
        try:
            yield read(unpack(body))
        except BROKEN:
            yield decode(unpack(body), Spot)  # raises the fault that names the field
