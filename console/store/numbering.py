"""Numbers this desk may give: its own blocks, each number used once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import Connection

from console.domain.acts import FileReport
from console.domain.decision import Decision
from console.domain.report_number import NumberBlock, numbered, read_number
from console.store.database import Database

_ADD = "INSERT INTO number_block VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
_LOWEST = "SELECT next FROM number_block WHERE series = ? AND next <= last ORDER BY first LIMIT 1"
_LEFT = "SELECT series, sum(last - next + 1) FROM number_block WHERE next <= last GROUP BY series"
_USE = "UPDATE number_block SET next = max(next, ?) WHERE series = ? AND ? BETWEEN first AND last"
_USED = "SELECT json_extract(CAST(decision AS TEXT), '$.act.number') FROM ledger WHERE op = 'report.file'"


class Numbers:
    """The blocks of one store; callable from any thread."""

    def __init__(self, database: Callable[[], Database]) -> None:
        self._database = database

    def add(self, blocks: Iterable[NumberBlock]) -> None:
        """Keep blocks the server gave; one that is known stays as far as it was used."""
        with self._database().write() as connection:
            for block in blocks:
                connection.exec_driver_sql(_ADD, (block.series, block.first, block.last, block.first))

    def left(self) -> dict[str, int]:
        """How many numbers of each series are left."""
        with self._database().read() as connection:
            return {str(row[0]): int(row[1]) for row in connection.exec_driver_sql(_LEFT)}

    def next_of(self, series: str) -> str:
        """The lowest number not used yet, '' when there is none; it is used by the filing that carries it."""
        with self._database().read() as connection:
            place = connection.exec_driver_sql(_LOWEST, (series,)).scalar()
        return "" if place is None else numbered(series, int(place))


def use_number_of(connection: Connection, decision: Decision) -> None:
    """What a filing carries is used from the moment it is in the ledger, in the same transaction."""
    if isinstance(decision.act, FileReport):
        _use(connection, decision.act.number)


def use_all_filed(connection: Connection) -> None:
    """After the ledger was put together from what could be saved: no number in it is ever given again."""
    for number in connection.exec_driver_sql(_USED).scalars().all():
        _use(connection, str(number or ""))


def _use(connection: Connection, number: str) -> None:
    read = read_number(number)
    if read is not None:
        connection.exec_driver_sql(_USE, (read[1] + 1, read[0], read[1]))
