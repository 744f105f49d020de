"""Counters that never give a number twice, and the report numbers made of them."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from sqlalchemy import Connection, bindparam, insert, select, update

from console.domain.report import ReportKind
from console.domain.report_number import numbered, series_of
from console.server import tables
from console.server.database import Tx

_numbers = tables.numbers
_advance = (
    update(_numbers)
    .where(_numbers.c.name == bindparam("b_name"))
    .values(value=_numbers.c.value + bindparam("by"))
    .returning(_numbers.c.value)
)
_value = select(_numbers.c.value).where(_numbers.c.name == bindparam("name"))


def advance(tx: Tx, name: str, by: int = 1) -> int:
    """Raise a counter and return its new value; its row stays locked until the transaction ends."""
    row = tx.execute(_advance, {"b_name": name, "by": by}).first()
    if row is None:
        tx.execute(insert(_numbers), {"name": name, "value": by})
        return by
    return cast("int", row[0])


def counter(connection: Connection | Tx, name: str) -> int:
    """A counter's value, 0 when nothing was counted yet."""
    value = connection.execute(_value, {"name": name}).scalar()
    return cast("int | None", value) or 0


def new_number(tx: Tx, kind: ReportKind, received_at: datetime, zone: str) -> str:
    """The next `KJ|LY|AS|IN-YYMM-NNNN` of the site's month; never reused, widens past 9999 (sync.md)."""
    series = series_of(kind, received_at, zone)
    return numbered(series, advance(tx, series))
