"""Measures how fast feed pages become committed, searchable, encrypted rows.

- `ours`: a page's bytes from the wire -> decoded, written with full text and cursor, committed (fsynced), encrypted.
- `raw`: executemany of the very rows the store keeps, ready-made and packed: same file format, key, pragmas, columns
  and indexes, one transaction a page, updates found by id; no full text, no decoding.
- `orm_merge`: page bytes -> decoded -> Session.merge row by row into one plain column a fact and the body, no full
  text, one commit a page; same key and pragmas.
- fresh: `--rows` reports the store does not have, in the order received, 1,000 a page. update: as many of the newest
  held were claimed (a desk back after an hour), in mixed order within a page.
- steady: 100 claims among 11,000 held, the median of 30 such pages. What changes is mostly young: ages are drawn
  exponentially about one day of traffic, 470 reports (mission.md: 14,233 in a month). `sync.steady_even_ms` tells the
  same drawn evenly from all three weeks, the worst case. The baseline is one fetch of the full list (11,000 rows,
  network not counted) merged row by row by `orm_merge`.

Contenders take turns page by page, so that a busy machine slows all alike. All `--runs` are printed (`name.1` ..); the
last line of a name, which counts, is the run in which ours was quickest, whatever its ratio. `sync.steady_cpu_ms` is
processor time of the same pages: it tells a slow program from a busy machine.

Before anything is timed, what was loaded is frozen (gc.freeze) as the console does at its start, for all contenders:
else each collection between two pages walks the whole program through the processor's caches.
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
from console.bench.sync_rivals import MergingClient, RawTable, Row
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
_HELD, _CHANGED, _TURNS, _DAY = 11_000, 100, 30, 470


def run(args: list[str]) -> int:
    """Measure, print one JSON object a line, return 1 when a figure is short of issue 'First light'."""
    parser = argparse.ArgumentParser(prog="bench sync")
    parser.add_argument("--held", type=int, default=200_000, help="reports in the store before (200000)")
    parser.add_argument("--rows", type=int, default=10_000, help="rows that arrive (10000)")
    parser.add_argument("--steady-held", type=int, default=_HELD, help=f"reports held in the steady part ({_HELD})")
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured (3)")
    parser.add_argument("--folder", type=Path, default=None, help="where the databases are made")
    chosen = parser.parse_args(args)
    with tempfile.TemporaryDirectory(prefix="sigap-bench-", dir=chosen.folder) as folder:
        try:
            short = _measure_steady(Path(folder), chosen.steady_held, chosen.runs)
            short += _measure_bulk(Path(folder), chosen.held, chosen.rows, chosen.runs)
        finally:
            gc.unfreeze()
    for name in short:
        print(f"bench sync: {name} is short of its figure", file=sys.stderr)
    return 1 if short else 0


def _measure_bulk(folder: Path, held: int, rows: int, runs: int) -> list[str]:
    store = Store.open(folder / "store.db", _KEY, lambda: datetime.now(UTC))
    raw, orm = RawTable(folder / "raw.db", _KEY), MergingClient(folder / "orm.db", _KEY)
    found: dict[str, list[tuple[float, float]]] = {}
    try:
        for body in pages(0, held, 2 * _PAGE):
            page = decode(body, ChangesPage)
            store.apply_page(page)
            raw.insert(raw.ready(page))
            orm.load(page)
        _settle()
        for turn in range(1, runs + 1):
            # A console lives for hours: what was written before is not the arriving rows' debt.
            for database in (store.database, raw.database, orm.database):
                database.checkpoint()
            _note(found, "fresh", _raced(store, raw, orm, pages(held, rows, _PAGE), raw.insert))
            _note(found, "update", _raced(store, raw, orm, _updates(held, rows, turn), raw.update))
            held += rows
    finally:
        store.close()
        raw.close()
        orm.close()
    return [name for name, measured in found.items() for name in _say(name, measured)]


def _note(found: dict[str, list[tuple[float, float]]], name: str, times_s: tuple[float, float, float]) -> None:
    ours_s, raw_s, orm_s = times_s
    found.setdefault(f"sync.{name}_vs_raw", []).append((ours_s, raw_s))
    found.setdefault(f"sync.{name}_vs_orm_merge", []).append((ours_s, orm_s))


def _updates(held: int, rows: int, times: int) -> Iterable[bytes]:
    newest = range(held - min(rows, held), held)
    for start in range(0, len(newest), _PAGE):
        numbers = list(newest[start : start + _PAGE])
        random.Random(start).shuffle(numbers)
        yield page_of([claimed(invented_report(n), times) for n in numbers], 10 * held + start)


def _raced(
    store: Store, raw: RawTable, orm: MergingClient, bodies: Iterable[bytes], write_raw: Callable[[list[Row]], None]
) -> tuple[float, float, float]:
    """Seconds of wall time of ours, raw and ORM over the same pages, page by page in turns."""
    ours_s = raw_s = orm_s = 0.0
    for body in bodies:
        ready = raw.ready(decode(body, ChangesPage))
        gc.collect()
        ours_s += _timed(lambda body=body: store.apply_page(decode(body, ChangesPage)))  # type: ignore[misc]
        raw_s += _timed(lambda ready=ready: write_raw(ready))  # type: ignore[misc]
        orm_s += _timed(lambda body=body: orm.merge(body))  # type: ignore[misc]
    return ours_s, raw_s, orm_s


def _measure_steady(folder: Path, held: int, runs: int) -> list[str]:
    store = Store.open(folder / "steady.db", _KEY, lambda: datetime.now(UTC))
    orm = MergingClient(folder / "full.db", _KEY)
    try:
        everything = next(pages(0, held, held))
        store.apply_page(decode(everything, ChangesPage))
        orm.load(decode(everything, ChangesPage))
        _settle()
        full_s = _timed(lambda: orm.merge(everything))
        measured = [_steady_ms(store, _young(held), turn * _TURNS) for turn in range(runs)]
        even_ms = min(_steady_ms(store, _even(held), turn * _TURNS)[0] for turn in range(runs, 2 * runs))
    finally:
        store.close()
        orm.close()
    for turn, (wall_ms, _) in enumerate(measured, 1):
        _line(f"sync.steady_ms.{turn}", wall_ms, "ms")
    steady_ms, cpu_ms = min(measured)
    _line("sync.steady_ms", steady_ms, "ms")
    _line("sync.steady_cpu_ms", cpu_ms, "ms")
    _line("sync.steady_even_ms", even_ms, "ms")
    short = _say("sync.steady_vs_full_list", [(wall_ms / 1000, full_s) for wall_ms, _ in measured])
    return short if steady_ms <= _STEADY_MS else [*short, "sync.steady_ms"]


_Draw = Callable[[random.Random], list[int]]


def _young(held: int) -> _Draw:
    """Draws numbers of reports without repeating one, the newest most often."""

    def draw(chance: random.Random) -> list[int]:
        numbers: dict[int, None] = {}
        while len(numbers) < min(_CHANGED, held):
            age = int(chance.expovariate(1 / _DAY))
            if age < held:
                numbers[held - 1 - age] = None
        return list(numbers)

    return draw


def _even(held: int) -> _Draw:
    return lambda chance: chance.sample(range(held), min(_CHANGED, held))


def _steady_ms(store: Store, draw: _Draw, done: int) -> tuple[float, float]:
    """Median wall and processor milliseconds of one page of changes."""
    wall_ms, cpu_ms = [], []
    for turn in range(done + 1, done + _TURNS + 1):
        body = page_of([claimed(invented_report(n), turn) for n in draw(random.Random(turn))], _PAGE * (turn + 20))
        gc.collect()
        began_s = time.thread_time()
        wall_ms.append(1000 * _timed(lambda body=body: store.apply_page(decode(body, ChangesPage))))  # type: ignore[misc]
        cpu_ms.append(1000 * (time.thread_time() - began_s))
    return statistics.median(wall_ms), statistics.median(cpu_ms)


def _settle() -> None:
    gc.collect()
    gc.freeze()


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _say(name: str, measured: list[tuple[float, float]]) -> list[str]:
    """Print (ours, baseline) seconds of each run and of the quietest; the name when that one is short."""
    # Not the best ratio: that would be the run in which the machine hindered the baseline most.
    best = min(measured)
    for turn, (ours_s, baseline_s) in enumerate(measured, 1):
        _line(f"{name}.{turn}", 1000 * ours_s, "ms", 1000 * baseline_s)
    _line(name, 1000 * best[0], "ms", 1000 * best[1])
    return [] if best[1] / best[0] >= _REACH[name] else [name]


def _line(name: str, value: float, unit: str, baseline: float | None = None) -> None:
    ratio = None if baseline is None else round(baseline / value, 3)
    base = None if baseline is None else round(baseline, 3)
    print(
        json.dumps({"name": name, "value": round(value, 3), "unit": unit, "baseline": base, "ratio": ratio}), flush=True
    )
