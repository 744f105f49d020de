"""The load of 'bench feed': seeded transactions through the product's own feed."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import bindparam, select

from console.server import tables
from console.server.database import Database, Tx
from console.server.feed import Feed

Thing = tuple[str, str]
"""Kind and id."""
_OWN, _SHARED = 400, 48
_revision = select(tables.feed.c.revision).where(
    tables.feed.c.kind == bindparam("kind"), tables.feed.c.id == bindparam("id")
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One transaction: its changes in the order of their things, and how late its COMMIT comes after its seqs."""

    changes: tuple[tuple[Thing, bool], ...]
    """Thing, and whether it goes (a tombstone)."""
    late_s: float


def turns(seed: int, writer: int, events: int) -> Iterator[Turn]:
    """A writer's transactions, the same for a seed: 1 to 9 changes each, together `events`.

    A tenth concern things every writer changes, one in twelve buries its thing, a fifth commits up to 4 ms late.
    """
    chance = random.Random(f"{seed}/{writer}")
    while events > 0:
        many = min(chance.randint(1, 9), events)
        events -= many
        picked = sorted(_thing(chance, writer) for _ in range(many))
        yield Turn(
            changes=tuple((thing, chance.random() < 1 / 12) for thing in picked),
            late_s=chance.uniform(0, 0.004) if chance.random() < 0.2 else 0.0,
        )


def _thing(chance: random.Random, writer: int) -> Thing:
    if chance.random() < 0.1:
        return "unit", f"shared-{chance.randrange(_SHARED)}"
    return "report", f"{writer}-{chance.randrange(_OWN)}"


def put_shared(database: Database) -> None:
    """The things all writers change, as they are before the load."""
    feed = Feed(lambda seq, rows: None)
    with database.write() as tx:
        for number in range(_SHARED):
            feed.put(tx, "unit", f"shared-{number}", 1, b'{"revision":1}', datetime.now(UTC))


class Told:
    """What the writers were told is stored, written down by them: the latest revision of every thing."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.revisions: dict[Thing, int] = {}
        self.events = 0
        self.faults: list[BaseException] = []

    def stored(self, revisions: dict[Thing, int], events: int) -> None:
        """A transaction's COMMIT was confirmed."""
        with self._lock:
            self.events += events
            for thing, revision in revisions.items():
                self.revisions[thing] = max(revision, self.revisions.get(thing, 0))


class Writer:
    """One connection of its own to the database; changes things through the real Feed and Database.write()."""

    def __init__(self, url: str, told: Told) -> None:
        self._database = Database(url)
        self._feed = Feed(lambda seq, rows: None)
        self._told = told
        self._known: dict[Thing, int] = {}

    def run(self, work: Iterator[Turn]) -> None:
        """Put every turn through, then let the connection go; what goes wrong is noted in `told`."""
        try:
            for turn in work:
                self._put_through(turn)
        except BaseException as error:
            self._told.faults.append(error)
        finally:
            self._database.close()

    def _put_through(self, turn: Turn) -> None:
        revisions: dict[Thing, int] = {}
        now = datetime.now(UTC)
        with self._database.write() as tx:
            for thing, goes in turn.changes:
                before = revisions.get(thing) or self._before(tx, thing)
                revision = revisions[thing] = before + 1
                if goes:
                    self._feed.bury(tx, *thing, revision, "withdrawn", now)
                else:
                    body = b'{"revision":%d}' % revision
                    self._feed.put(tx, *thing, revision, body, now, new=before == 0 and thing[0] == "report")
            if turn.late_s:
                # After the feed's own last act: the seqs are given out, the COMMIT is still to come.
                tx.before_commit.append(lambda _: time.sleep(turn.late_s))
        self._known |= {thing: revision for thing, revision in revisions.items() if thing[0] == "report"}
        self._told.stored(revisions, len(turn.changes))

    def _before(self, tx: Tx, thing: Thing) -> int:
        """The thing's revision so far: its own are remembered, those of all are read in the transaction."""
        if thing[0] == "report":
            return self._known.get(thing, 0)
        return int(tx.execute(_revision, {"kind": thing[0], "id": thing[1]}).scalar() or 0)


def run_all(works: Sequence[Callable[[], None]]) -> float:
    """Run them side by side, a thread each; the seconds it took."""
    threads = [threading.Thread(target=work, name=f"writer-{n}") for n, work in enumerate(works)]
    began_s = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - began_s
