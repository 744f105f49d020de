"""Measures the queue: first paint, scrolling, upserts, a million rows, frames in sync."""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from console.bench.invented_reports import claimed, invented_report, page_of, pages
from console.bench.queue_rig import KEY, Frames, Rig, application, filled_store
from console.bench.queue_rivals import StandardItems
from console.bench.queue_start import STARTS, measure_start
from console.contract.codec import decode
from console.contract.feed import ChangesPage
from console.domain.queue_row import QueueRow
from console.store.store import Store
from console.ui.application import settle_memory
from console.ui.queue.strokes import strokes

_AT_MOST = {
    "queue.usable_s": 2.0,
    "queue.map_ready_s": 4.0,
    "queue.first_paint_ms": 150.0,
    "queue.scroll_p99_ms": 16.0,
    "queue.upsert100_ms": 20.0,
    "queue.million_first_paint_ms": 400.0,
    "queue.million_scroll_p99_ms": 16.0,
    "queue.frame_during_sync_p99_ms": 25.0,
}
_TRIES = 3
_FRAMES = 600
_UPSERTS = 100


def run(args: list[str]) -> int:
    """Measure, print one JSON object a line, return 1 when a figure is short of issue 'First light'."""
    parser = argparse.ArgumentParser(prog="bench queue")
    parser.add_argument("--rows", type=int, default=100_000, help="reports in the store (100000)")
    parser.add_argument("--million", type=int, default=1_000_000, help="reports in the great store (1000000; 0 = none)")
    parser.add_argument("--synced", type=int, default=40_000, help="reports that arrive while frames are timed (40000)")
    parser.add_argument("--frames", type=int, default=_FRAMES, help="frames of each scrolling (600)")
    parser.add_argument("--folder", type=Path, default=None, help="where the databases are made")
    parser.add_argument("--starts", type=int, default=STARTS, help=f"starts of the whole console ({STARTS}; 0 = none)")
    chosen = parser.parse_args(args)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    short: list[str] = []
    with tempfile.TemporaryDirectory(prefix="sigap-bench-", dir=chosen.folder) as name:
        folder = Path(name)
        store = filled_store(folder / "queue.db", chosen.rows)
        if chosen.starts:
            starts = measure_start(folder, chosen.rows, chosen.starts)
            short += _say("queue.usable_s", [usable_s for usable_s, _ in starts], "s", None)
            short += _say("queue.map_ready_s", [map_ready_s for _, map_ready_s in starts], "s", None)
        application()
        short += _measure_queue(store, chosen.rows, chosen.synced, chosen.frames)
        store.close()
        if chosen.million:
            short += _measure_million(folder, chosen.million, chosen.frames)
    for name in short:
        print(f"bench queue: {name} is short of its figure", file=sys.stderr)
    return 1 if short else 0


def _measure_queue(store: Store, rows: int, synced: int, frames: int) -> list[str]:
    rival = StandardItems(store, rows)
    firsts = []
    for _ in range(_TRIES):
        rig = Rig(store)
        firsts.append(rig.ask())
        rig.close()
    short = _say("queue.first_paint_ms", firsts, "ms", rival.first_paint_ms())
    rig = Rig(store)
    try:
        rig.ask()
        rig.settle()
        rival_scroll = rival.scroll_p99_ms(frames)
        short += _say("queue.scroll_p99_ms", [_scroll(rig, frames) for _ in range(_TRIES)], "ms", rival_scroll)
        upserts = [_upsert(rig, rows, turn) for turn in range(1, 1 + 7 * _TRIES)]
        medians = [statistics.median(upserts[n : n + 7]) for n in range(0, len(upserts), 7)]
        short += _say("queue.upsert100_ms", medians, "ms", rival.upsert_ms(_UPSERTS))
        rival.close()
        settle_memory()  # as console/app.py does when the workplace stands
        short += _measure_sync(rig, rows, synced, frames)
    finally:
        rig.close()
    return short


def _scroll(rig: Rig, count: int) -> float:
    """99th percentile of a frame's work while scrolling by three rows, every 50th frame a jump far down."""
    rig.pane.view.verticalScrollBar().setValue(0)
    frames = Frames(rig, 3 * strokes().height, jump_every=50).run(count)
    rig.settle()
    return _p99(frames.work_ms)


def _upsert(rig: Rig, rows: int, turn: int) -> float:
    """Milliseconds from the commit of 100 changed reports, some of them in view, to the end of their paint."""
    rig.pane.view.verticalScrollBar().setValue(0)
    rig.settle()
    shown = [row for number in range(10) if (row := rig.pane.model.row(number)) is not None]
    numbers = {int(row.number.rsplit("-", 1)[1]) for row in shown}
    chance = random.Random(turn)
    while len(numbers) < _UPSERTS:
        numbers.add(chance.randrange(rows))
    body = page_of([claimed(invented_report(n), turn) for n in sorted(numbers)], rows + turn * _UPSERTS)
    page = decode(body, ChangesPage)
    wanted = {row.revision: row.id for row in shown}
    before = {row.id: row for row in shown}
    painted_s = 0.0

    def enough(painted: tuple[QueueRow, ...]) -> bool:
        nonlocal painted_s
        painted_s = time.perf_counter()
        return any(row.id not in before or row != before[row.id] for row in painted) and bool(wanted)

    worker = threading.Thread(target=lambda: rig.store.apply_page(page), name="bench-sync")
    rig.until_painted(enough, worker.start)
    worker.join()
    return 1000 * (painted_s - rig.changed_at_s)


def _measure_sync(rig: Rig, rows: int, synced: int, frames: int) -> list[str]:
    """Frames of a scrolling queue while `synced` new reports arrive on their own thread."""
    idle = Frames(rig, 4).run(frames // 2)
    figures = [_frames_during(rig, list(pages(rows + turn * synced, synced, 1_000))) for turn in range(_TRIES)]
    return _say("queue.frame_during_sync_p99_ms", figures, "ms", _p99(idle.apart_ms))


def _frames_during(rig: Rig, bodies: list[bytes]) -> float:
    def sync() -> None:
        for body in bodies:
            rig.store.apply_page(decode(body, ChangesPage))

    worker = threading.Thread(target=sync, name="bench-sync")
    worker.start()
    frames = Frames(rig, 4).run(60, lambda: not worker.is_alive())
    worker.join()
    rig.settle()
    return _p99(frames.apart_ms)


def _measure_million(folder: Path, rows: int, frames: int) -> list[str]:
    filled_store(folder / "million.db", rows).close()
    firsts, scrolls = [], []
    for _ in range(_TRIES):
        store = Store.open(folder / "million.db", KEY, lambda: datetime.now(UTC))
        rig = Rig(store)
        try:
            firsts.append(rig.ask())
            rig.settle()
            scrolls.append(_scroll(rig, frames))
        finally:
            rig.close()
            store.close()
    short = _say("queue.million_first_paint_ms", firsts, "ms", None)
    return short + _say("queue.million_scroll_p99_ms", scrolls, "ms", None)


def _p99(values: list[float]) -> float:
    return statistics.quantiles(values, n=100)[98]


def _say(name: str, runs: list[float], unit: str, baseline: float | None) -> list[str]:
    """Print every run as `name.1` … and the best as `name` (machines are noisy); the name again when that is short."""
    known = round(baseline, 3) if baseline else None
    for label, value in (*((f"{name}.{n}", run) for n, run in enumerate(runs, 1)), (name, min(runs))):
        ratio = round(value / baseline, 4) if baseline else None
        line = {"name": label, "value": round(value, 3), "unit": unit, "baseline": known, "ratio": ratio}
        print(json.dumps(line), flush=True)
    return [] if min(runs) <= _AT_MOST[name] else [name]
