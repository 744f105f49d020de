"""Blocks of report numbers for desks, given when they run low."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, insert, select

from console.domain.report import ReportKind
from console.domain.report_number import NumberBlock, series_of
from console.server import tables
from console.server.casefile import Casefile
from console.server.counters import advance
from console.server.database import Database, Tx

CASES, OTHERS = 100, 20
"""How long a block is: of cases a long day without the server at a busy desk, of other reports less."""

_BEFORE_MONTH_END = timedelta(days=8)
"""From then on desks are given next month's numbers too: as long as one may work without the server (sync.md)."""

_KINDS = (ReportKind.CALL, ReportKind.ASPIRATION, ReportKind.INFORMATION, ReportKind.SERVICE)
_blocks = tables.number_blocks
_holding = select(_blocks.c.desk_id).where(
    _blocks.c.series == bindparam("series"), _blocks.c.first <= bindparam("place"), _blocks.c.last >= bindparam("place")
)


class Numbers:
    """Gives blocks; each number of them exactly once."""

    def __init__(self, database: Database, casefile: Casefile, now: Callable[[], datetime]) -> None:
        self._database, self._casefile, self._now = database, casefile, now

    def give(self, desk_id: str, have: dict[str, int]) -> tuple[NumberBlock, ...]:
        """A new block of every series of which this desk has less than half of one left."""
        now, zone = self._now(), self._casefile.site.zone
        low = [(name, size) for name, size in _wanted(now, zone) if have.get(name, 0) * 2 < size]
        if not low:
            return ()
        with self._database.write() as tx:
            return tuple(self._block(tx, desk_id, name, size, now) for name, size in low)

    def _block(self, tx: Tx, desk_id: str, series: str, size: int, now: datetime) -> NumberBlock:
        last = advance(tx, series, size)
        block = NumberBlock(series=series, first=last - size + 1, last=last)
        tx.execute(insert(_blocks), {
            "series": series, "first": block.first, "last": last, "desk_id": desk_id, "given_at": now,
        })  # fmt: skip
        return block


def _wanted(now: datetime, zone: str) -> list[tuple[str, int]]:
    """(series, size) a desk should have numbers of: this month's, and towards its end the next one's."""
    local = now.astimezone(ZoneInfo(zone))
    soon = local + _BEFORE_MONTH_END
    months = [now] if soon.month == local.month else [now, now + _BEFORE_MONTH_END]
    sizes = [(kind, CASES if kind is ReportKind.CALL else OTHERS) for kind in _KINDS]
    return [(series_of(kind, at, zone), size) for at in months for kind, size in sizes]


def desk_of_number(tx: Tx, series: str, place: int) -> str:
    """Whose number this is, '' when it was never given in a block."""
    return cast("str | None", tx.execute(_holding, {"series": series, "place": place}).scalar()) or ""
