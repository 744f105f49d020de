"""Where units on duty are: fixes gathered into one transaction, the latest at hand."""

from __future__ import annotations

import asyncio
import logging
import math
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select

from console.contract.codec import aware
from console.contract.feed import PositionsNews
from console.contract.fleet import Fix
from console.domain.errors import Fault, InputFault, StoreFault
from console.domain.track_jumps import latest_after
from console.domain.unit import Position
from console.server import tables
from console.server.bus import Bus
from console.server.database import Database, Tx
from console.server.fix_rows import FIELDS, FixRows
from console.server.gathered import Gathered
from console.server.on_duty import OnDuty
from console.server.trails import Trails

GATHER_S = 0.1
"""Commits are at least this far apart; with its own a fix is answered well within 200 ms (sync.md, Positions)."""
NEWS_EVERY_S = 1.0
AHEAD_MOST = timedelta(days=1)
OLDEST = timedelta(days=365)
_log = logging.getLogger(__name__)

_latest = tables.positions_latest
_feed = tables.feed
_unit = select(_feed.c.id).where(_feed.c.kind == "unit", _feed.c.id == bindparam("id"), _feed.c.gone == "")


def checked(fix: Fix, now: datetime) -> Position:
    """The fix as it is kept.

    Raises:
        InputFault: naming the field: off the globe, 0,0, not finite, no offset, of tomorrow or last year.
    """
    if not (math.isfinite(fix.lat) and -90 <= fix.lat <= 90):
        raise InputFault("off_globe", "lat: must lie in -90..90", field="lat")
    if not (math.isfinite(fix.lon) and -180 <= fix.lon <= 180):
        raise InputFault("off_globe", "lon: must lie in -180..180", field="lon")
    if fix.lat == 0 and fix.lon == 0:
        raise InputFault("null_island", "lat, lon: 0,0 is not a position", field="lat")
    at = aware(fix.at, "at")
    if at - now > AHEAD_MOST:
        raise InputFault("future", "at: more than a day ahead of this server's clock", field="at")
    if now - at > OLDEST:
        raise InputFault("too_old", "at: more than a year ago", field="at")
    for name in ("speed_m_s", "course_deg", "accuracy_m", "battery_percent"):
        value = getattr(fix, name)
        if value is not None and not (math.isfinite(value) and 0 <= value < 1e7):
            raise InputFault("bad_number", f"{name}: a number that is not negative", field=name)
    if len(fix.source_time) > 100:
        raise InputFault("bad_value", "source_time: at most 100 characters", field="source_time")
    return Position(
        unit_id=fix.unit_id, lat=fix.lat, lon=fix.lon, at=at, received_at=now, speed_m_s=fix.speed_m_s,
        course_deg=fix.course_deg, accuracy_m=fix.accuracy_m, battery_percent=fix.battery_percent, mock=fix.mock,
    )  # fmt: skip


class Positions:
    """One thread writes what came since its last commit; whoever sent it is answered after that."""

    def __init__(
        self, database: Database, bus: Bus, now: Callable[[], datetime], on_duty: OnDuty,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        """Only of units that `on_duty` names anything is kept or shown."""
        self._database = database
        self._bus = bus
        self._on_duty = on_duty
        self._trails = Trails()
        self._fix_rows = FixRows()
        self._now = now
        self._monotonic = monotonic
        self._woken = threading.Condition()
        self._waiting = Gathered()
        self._stopping = False
        self._units: set[str] = set()
        self._latest: dict[str, Position] = {}
        self._rows: set[str] = set()
        self._moved: dict[str, Position] = {}
        self._told_s = self._kept_s = -NEWS_EVERY_S
        self._thread = threading.Thread(target=self._run, name="positions", daemon=True)

    def start(self) -> None:
        """Read the latest and begin."""
        with self._database.read() as connection:
            for row in connection.execute(select(_latest)):
                self._latest[row.unit_id] = Position(**{name: getattr(row, name) for name in FIELDS})
        self._rows = set(self._latest)
        self._trails.begin(self._latest.values())
        self._thread.start()

    def stop(self) -> None:
        """Write what waits, then end."""
        with self._woken:
            self._stopping = True
            self._woken.notify()
        if self._thread.is_alive():
            self._thread.join()

    def latest(self) -> tuple[Position, ...]:
        """The latest fix of every unit on duty."""
        with self._woken:
            return tuple(fix for fix in self._latest.values() if self._on_duty.now(fix.unit_id))

    def latest_of(self, unit_id: str) -> Position | None:
        """The latest fix of a unit, on duty or not: for what the officer himself asks or sends."""
        return self._latest.get(unit_id)

    def strangers(self, unit_ids: set[str]) -> set[str]:
        """Those that are no enrolled units; reads the database for ids not met before."""
        unmet = unit_ids - self._units
        if unmet:
            with self._database.read() as connection:
                known = {unit_id for unit_id in unmet if connection.execute(_unit, {"id": unit_id}).first()}
            self._units |= known
            unmet -= known
        return unmet

    def knows(self, unit_ids: set[str]) -> bool:
        """Whether all were met before, without asking the database."""
        return unit_ids <= self._units

    def put(self, positions: Sequence[tuple[Position, str]]) -> Future[None]:
        """Keep positions with their source times; the future is done after their commit."""
        stored: Future[None] = Future()
        with self._woken:
            self._gather(positions)
            self._waiting.threads.append(stored)
        return stored

    async def keep(self, positions: Sequence[tuple[Position, str]]) -> None:
        """The same on the server's event loop; returns after their commit."""
        stored = asyncio.get_running_loop().create_future()
        with self._woken:
            self._gather(positions)
            self._waiting.tasks.append(stored)
        await stored

    def _gather(self, positions: Sequence[tuple[Position, str]]) -> None:
        if self._stopping:
            raise StoreFault("stopping", "The server is stopping.")
        if not self._waiting.rows:
            # Once for all that comes until the writer takes it: each wake-up costs more than a fix.
            self._woken.notify()
        self._waiting.rows.extend(positions)

    # --- the writer's thread ---------------------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            with self._woken:
                while not self._waiting.rows and not self._stopping:
                    self._woken.wait(self._until_news_s())
                    if self._moved and self._until_news_s() == 0:
                        break
                if self._waiting.rows and not self._stopping:
                    rest_s = self._kept_s + GATHER_S - self._monotonic()
                    self._woken.wait_for(lambda: self._stopping, max(0.0, rest_s))
                gathered, self._waiting = self._waiting, Gathered()
                ending = self._stopping
            if gathered.rows:
                self._kept_s = self._monotonic()
                self._keep(gathered)
            self._tell()
            if ending and not self._waiting.rows:
                return

    def _keep(self, gathered: Gathered) -> None:
        newest: dict[str, Position] = {}
        try:
            # Without duty it is answered as if stored: a phone that is refused would send the same fix for ever.
            if kept := [row for row in gathered.rows if self._on_duty.at(row[0].unit_id, row[0].at)]:
                with self._database.write() as tx:
                    newest = self._write(tx, self._trails.judged(kept))
        except Exception as error:  # whoever sent a fix hears of it; the thread lives on
            if not isinstance(error, Fault):
                _log.error("bug while storing positions", exc_info=error)
            gathered.settle(error)
            return
        with self._woken:
            self._latest |= newest
            self._rows |= set(newest)
            self._moved |= newest
        gathered.settle(None)

    def _write(self, tx: Tx, rows: list[tuple[Position, str]]) -> dict[str, Position]:
        """History of all, and the latest where it moved forward in time; a jump moves nobody."""
        newest: dict[str, Position] = {}
        for position, _ in rows:
            known = newest.get(position.unit_id) or self._latest.get(position.unit_id)
            if (latest := latest_after(known, position)) is not None:
                newest[position.unit_id] = latest
        moved = [position for unit_id, position in newest.items() if unit_id in self._rows]
        fresh = [position for unit_id, position in newest.items() if unit_id not in self._rows]
        self._fix_rows.write(tx, rows, moved, fresh)
        return newest

    def _until_news_s(self) -> float | None:
        """Seconds until the next news may go out; None when there are none."""
        if not self._moved:
            return None
        return max(0.0, self._told_s + NEWS_EVERY_S - self._monotonic())

    def _tell(self) -> None:
        if self._until_news_s() != 0:
            return
        moved, self._moved = self._moved, {}
        self._told_s = self._monotonic()
        shown = tuple(fix for fix in moved.values() if self._on_duty.now(fix.unit_id))
        if shown:
            self._bus.positions(PositionsNews(positions=shown))
