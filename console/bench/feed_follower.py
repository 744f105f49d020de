"""A desk that follows the feed by its cursor all the while, and what it never saw."""

from __future__ import annotations

import random
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import bindparam, select

from console.bench.feed_load import Thing
from console.server import feed, tables
from console.server.database import Database

_LOOK_BACK = 20_000
"""Seqs below the cursor that are looked at again for rows that came late."""
_feed = tables.feed
_behind = select(_feed.c.seq, _feed.c.kind, _feed.c.id).where(
    _feed.c.seq <= bindparam("cursor"), _feed.c.seq > bindparam("since")
)
_all = select(_feed.c.kind, _feed.c.id, _feed.c.revision, _feed.c.gone)


@dataclass(slots=True)
class Seen:
    """What a follower was served: seq, revision and why gone, by thing; and what became visible behind its cursor."""

    rows: dict[Thing, tuple[int, int, str]] = field(default_factory=dict)
    late: set[int] = field(default_factory=set)
    pages: int = 0
    disordered: int = 0


class Follower:
    """Reads `changes_after` page by page in a thread of its own until told that no more is written."""

    def __init__(self, url: str, seed: int) -> None:
        self._database = Database(url)
        self._chance = random.Random(seed)
        self._ending = threading.Event()
        self._cursor = 0
        self.seen = Seen()
        self.fault: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="follower")

    def start(self) -> None:
        """Begin at the beginning."""
        self._thread.start()

    def finish(self) -> None:
        """Read what is still there, then end."""
        self._ending.set()
        self._thread.join()
        self._database.close()
        if self.fault is not None:
            raise self.fault

    def _run(self) -> None:
        try:
            while True:
                ending = self._ending.is_set()
                if self._take_page():
                    if self.seen.pages % 50 == 0:
                        self._look_back()
                elif ending:
                    self._look_back()
                    return
                else:
                    self._ending.wait(0.005)
        except BaseException as error:
            self.fault = error

    def _take_page(self) -> bool:
        limit = self._chance.choice((3, 50, 500, 2000))
        with self._database.read() as connection:
            page = feed.changes_after(connection, self._cursor, limit, "bench", datetime.now(UTC))
        last = self._cursor
        for row in page.rows:
            self.seen.disordered += row.seq <= last
            last = row.seq
            self.seen.rows[row.kind, row.id] = (row.seq, row.revision, row.gone)
        moved = page.next_seq > self._cursor
        self._cursor = page.next_seq
        self.seen.pages += 1
        return moved

    def _look_back(self) -> None:
        """A row at or below the cursor that was never served came into sight too late."""
        with self._database.read() as connection:
            rows = connection.execute(_behind, {"cursor": self._cursor, "since": self._cursor - _LOOK_BACK}).all()
        for seq, kind, thing_id in rows:
            served = self.seen.rows.get((kind, thing_id))
            if served is None or served[0] != seq:
                self.seen.late.add(seq)


def held(url: str) -> dict[Thing, tuple[int, str]]:
    """Revision and why gone of every thing, as the database holds it."""
    database = Database(url)
    try:
        with database.read() as connection:
            return {(row.kind, row.id): (row.revision, row.gone) for row in connection.execute(_all)}
    finally:
        database.close()
