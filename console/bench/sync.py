"""Measures how fast feed pages become committed, searchable, encrypted rows.

`raw` is executemany of the very rows the store keeps (same file format, key, pragmas, columns and indexes, one
transaction a page) with ready-made values: no full text, no decoding. `orm_merge` is a Session that merges the same
values one by one, as generated clients do, decoding included as in ours. Pages of all contenders alternate, so that a
busy machine slows all alike.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from console.bench.invented_reports import claimed, invented_report, page_of, pages
from console.bench.sync_rivals import MergingClient, RawTable
from console.contract.codec import decode
from console.contract.feed import ChangesPage
from console.store.store import Store

_KEY = b"\x5a" * 32
_PAGE = 1_000
_REACH = {
    "sync.fresh_vs_raw": 0.30,
    "sync.update_vs_raw": 0.5,
    "sync.fresh_vs_orm_merge": 7.0,
    "sync.update_vs_orm_merge": 12.0,
    "sync.steady_vs_full_list": 50.0,
}
_STEADY_MS = 5.0


def run(args: list[str]) -> int:
    """Measure, print one JSON object a line, return 1 when a figure is short of issue 'First light'."""
    parser = argparse.ArgumentParser(prog="bench sync")
    parser.add_argument("--held", type=int, default=200_000, help="reports in the store before (200000)")
    parser.add_argument("--rows", type=int, default=10_000, help="rows that arrive (10000)")
    parser.add_argument("--folder", type=Path, default=None, help="where the databases are made")
    chosen = parser.parse_args(args)
    with tempfile.TemporaryDirectory(prefix="sigap-bench-", dir=chosen.folder) as folder:
        short = _measure_bulk(Path(folder), chosen.held, chosen.rows)
        short += _measure_steady(Path(folder))
    for name in short:
        print(f"bench sync: {name} is short of its figure", file=sys.stderr)
    return 1 if short else 0


def _measure_bulk(folder: Path, held: int, rows: int) -> list[str]:
    store = Store.open(folder / "store.db", _KEY, lambda: datetime.now(UTC))
    raw, orm = RawTable(folder / "raw.db", _KEY), MergingClient(folder / "orm.db", _KEY)
    try:
        for body in pages(0, held, 2 * _PAGE):
            page = decode(body, ChangesPage)
            store.apply_page(page)
            ready = raw.ready(page)
            raw.insert(ready)
            orm.load(ready)
        # A console lives for hours: what the filling left behind is not the arriving rows' debt.
        for database in (store.database, raw.database, orm.database):
            database.checkpoint()
        fresh = _raced(store, raw, orm, list(pages(held, rows, _PAGE)), raw.insert)
        update = _raced(store, raw, orm, list(_updates(held, rows)), raw.update)
    finally:
        store.close()
        raw.close()
        orm.close()
    short = []
    for name, (ours_s, raw_s, orm_s) in (("fresh", fresh), ("update", update)):
        short += _say(f"sync.{name}_vs_raw", ours_s, raw_s)
        short += _say(f"sync.{name}_vs_orm_merge", ours_s, orm_s)
    return short


def _updates(held: int, rows: int) -> Iterable[bytes]:
    """Claims of the newest reports held, a page's worth mixed up at a time: what a desk finds after an hour away."""
    newest = range(held - min(rows, held), held)
    for start in range(0, len(newest), _PAGE):
        numbers = list(newest[start : start + _PAGE])
        random.Random(start).shuffle(numbers)
        yield page_of([claimed(invented_report(n)) for n in numbers], 10 * held + start)


def _raced(
    store: Store,
    raw: RawTable,
    orm: MergingClient,
    bodies: list[bytes],
    write_raw: Callable[[list[tuple[object, ...]]], None],
) -> tuple[float, float, float]:
    """Seconds of wall time of ours, raw and ORM over the same pages, page by page in turns."""
    ours_s = raw_s = orm_s = 0.0
    for body in bodies:
        ready = raw.ready(decode(body, ChangesPage))
        gc.collect()
        ours_s += _timed(lambda body=body: store.apply_page(decode(body, ChangesPage)))  # type: ignore[misc]
        raw_s += _timed(lambda ready=ready: write_raw(ready))  # type: ignore[misc]
        orm_s += _timed(lambda body=body: orm.merge(raw.ready(decode(body, ChangesPage))))  # type: ignore[misc]
    return ours_s, raw_s, orm_s


def _measure_steady(folder: Path, held: int = 11_000, changed: int = 100) -> list[str]:
    """100 changes among 11,000 rows held, against a client that fetches the whole list and merges row by row."""
    store = Store.open(folder / "steady.db", _KEY, lambda: datetime.now(UTC))
    orm = MergingClient(folder / "full.db", _KEY)
    raw = RawTable(folder / "unused.db", _KEY)
    try:
        everything = next(pages(0, held, held))
        store.apply_page(decode(everything, ChangesPage))
        orm.load(raw.ready(decode(everything, ChangesPage)))
        times_ms = []
        for turn in range(1, 31):
            numbers = sorted(random.Random(turn).sample(range(held), changed))
            body = page_of([claimed(invented_report(n), turn) for n in numbers], held * (turn + 1))
            gc.collect()
            times_ms.append(1000 * _timed(lambda body=body: store.apply_page(decode(body, ChangesPage))))  # type: ignore[misc]
        full_s = _timed(lambda: orm.merge(raw.ready(decode(everything, ChangesPage))))
    finally:
        store.close()
        orm.close()
        raw.close()
    steady_ms = statistics.median(times_ms)
    _line("sync.steady_ms", round(steady_ms, 3), "ms", None, None)
    short = _say("sync.steady_vs_full_list", steady_ms / 1000, full_s)
    return short if steady_ms <= _STEADY_MS else [*short, "sync.steady_ms"]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _say(name: str, ours_s: float, baseline_s: float) -> list[str]:
    ratio = baseline_s / ours_s
    _line(name, round(1000 * ours_s, 3), "ms", round(1000 * baseline_s, 3), round(ratio, 3))
    return [] if ratio >= _REACH[name] else [name]


def _line(name: str, value: float, unit: str, baseline: float | None, ratio: float | None) -> None:
    print(json.dumps({"name": name, "value": value, "unit": unit, "baseline": baseline, "ratio": ratio}), flush=True)
