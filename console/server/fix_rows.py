"""Fixes into their two tables, a batch at a time, past what SQLAlchemy does for each row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from sqlalchemy import Connection, bindparam, insert, update
from sqlalchemy.sql.dml import Insert, Update

from console.domain.unit import Position
from console.server import tables
from console.server.database import Tx
from console.server.tables import to_us

FIELDS = tuple(Position.__dataclass_fields__)
_AT, _RECEIVED_AT, _JUMPED_AT = FIELDS.index("at"), FIELDS.index("received_at"), FIELDS.index("jumped_at")
_values = attrgetter(*FIELDS)
_KNOWN = {name: place for place, name in enumerate((*FIELDS, "source_time"))} | {"b_unit": FIELDS.index("unit_id")}
"""Where the value of each parameter stands in a row."""
_history = insert(tables.position_history).inline().values(
    {name: bindparam(name) for name in (*FIELDS, "source_time") if name != "jumped_at"}
)
_fresh = insert(tables.positions_latest).inline().values({name: bindparam(name) for name in FIELDS})
_moved = (
    update(tables.positions_latest)
    .where(tables.positions_latest.c.unit_id == bindparam("b_unit"))
    .values({name: bindparam(name) for name in FIELDS if name != "unit_id"})
)


@dataclass(frozen=True, slots=True)
class _Spelled:
    """A statement as one database takes it: its text, and which value stands where."""

    sql: str
    names: tuple[str, ...]
    places: tuple[int, ...]
    positional: bool

    def run(self, connection: Connection, rows: Iterable[Sequence[object]]) -> None:
        """Once for every row; its values in the order of FIELDS."""
        picked = [tuple(row[place] for place in self.places) for row in rows]
        if picked:
            given = picked if self.positional else [dict(zip(self.names, values, strict=True)) for values in picked]
            connection.exec_driver_sql(self.sql, given)


class FixRows:
    """Writes rows of fixes; each statement is spelled once, at its first use."""

    def __init__(self) -> None:
        self._spelled: dict[str, _Spelled] = {}

    def write(self, tx: Tx, fixes: Sequence[tuple[Position, str]], moved: Sequence[Position],
              fresh: Sequence[Position]) -> None:  # fmt: skip
        """History of all with their source times; the latest of units that have a row, and of those that get one."""
        connection = tx.connection
        self._of(connection, "history", _history).run(connection, [(*_row(fix), time) for fix, time in fixes])
        self._of(connection, "moved", _moved).run(connection, map(_row, moved))
        self._of(connection, "fresh", _fresh).run(connection, map(_row, fresh))

    def _of(self, connection: Connection, name: str, statement: Insert | Update) -> _Spelled:
        if name not in self._spelled:
            compiled = statement.compile(dialect=connection.dialect)
            names = tuple(compiled.positiontup or compiled.params)
            places = tuple(_KNOWN[each] for each in names)
            self._spelled[name] = _Spelled(str(compiled), names, places, bool(compiled.positional))
        return self._spelled[name]


def _row(fix: Position) -> list[object]:
    values = list(_values(fix))
    values[_AT], values[_RECEIVED_AT] = to_us(fix.at), to_us(fix.received_at)
    if fix.jumped_at is not None:
        values[_JUMPED_AT] = to_us(fix.jumped_at)
    return values
