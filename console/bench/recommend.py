"""How quickly the best units for a report are found among 1,000 and 100,000 officers.

- A city of about 60 by 60 km, denser towards its middle; two of three officers available, one of ten with an old fix.
- Each question is another report. Before each, one officer of a hundred moves (every position is in the index, as on a
  desk where positions come all the while); `recommend.update_ms` is what taking those fixes costs.
- The baseline is what one would write first: a plain Python loop with the haversine over every available officer with a
  fresh fix, and the nearest kept; it gives no reasons. It runs in turn with ours.
- `recommend.same` is 1 when ours equals the rule applied to every officer (`domain.recommend`), asked for some reports.

Each figure is the median of `--questions`; `worst_ms` is the slowest question. `cpu_ms` is processor time of the same
questions: it tells a slow program from a busy machine.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from console.desk.unit_index import UnitIndex
from console.domain.help_wanted import WANTED_SKILLS
from console.domain.place import Place, distance_m
from console.domain.recommend import recommend
from console.domain.report import Report, ReportKind, SourceKind
from console.domain.unit import Position, Unit, UnitKind, UnitStatus

_NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
_STALE_S = 300
_MOST_MS = 5.0
_STATUSES = (UnitStatus.AVAILABLE,) * 4 + (UnitStatus.ON_SCENE, UnitStatus.OFF_DUTY)
_SKILLS = sorted({skill for wanted in WANTED_SKILLS.values() for skill in wanted})


def run(args: list[str]) -> int:
    """Measure, print one JSON object a line, return 1 when a figure is short of issue 'The operator's desk'."""
    parser = argparse.ArgumentParser(prog="bench recommend")
    parser.add_argument("--questions", type=int, default=40, help="reports asked about per size (40)")
    parser.add_argument("--seed", type=int, default=4, help="of fleet and reports (4)")
    chosen = parser.parse_args(args)
    short = [name for size in (1_000, 100_000) for name in _measure(size, chosen.questions, chosen.seed)]
    for name in short:
        print(f"bench recommend: {name} is short of its figure", file=sys.stderr)
    return 1 if short else 0


def _measure(size: int, questions: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    units = [_unit(number, chance) for number in range(size)]
    fixes = {unit.id: _fix(unit.id, chance) for unit in units}
    index = UnitIndex()
    index.put_units(units)
    index.put_positions(fixes)
    index.recommend(_report(0, chance), _NOW, stale_after_s=_STALE_S)
    ours: list[tuple[float, float]] = []
    plain: list[tuple[float, float]] = []
    updates: list[tuple[float, float]] = []
    for number in range(questions):
        moved = {unit.id: _fix(unit.id, chance) for unit in chance.sample(units, size // 100)}
        report = _report(number, chance)
        fixes.update(moved)
        updates.append(_milliseconds(partial(index.put_positions, moved)))
        ours.append(_milliseconds(partial(index.recommend, report, _NOW, stale_after_s=_STALE_S)))
        plain.append(_milliseconds(partial(_nearest, report, units, fixes)))
    same = all(_same(index, _report(number, chance), units, fixes) for number in range(3))
    median, baseline = statistics.median(ms for ms, _ in ours), statistics.median(ms for ms, _ in plain)
    cpu, plain_cpu = statistics.median(ms for _, ms in ours), statistics.median(ms for _, ms in plain)
    worst, plain_worst = max(ms for ms, _ in ours), max(ms for ms, _ in plain)
    _say(f"recommend.{size}_ms", median, "ms", baseline, baseline / median)
    _say(f"recommend.{size}_cpu_ms", cpu, "ms", plain_cpu, plain_cpu / cpu)
    _say(f"recommend.{size}_worst_ms", worst, "ms", plain_worst, plain_worst / worst)
    _say(f"recommend.{size}_update_ms", statistics.median(ms for ms, _ in updates), "ms", None, None)
    _say(f"recommend.{size}_same", float(same), "bool", 1.0, float(same))
    short = [] if median <= _MOST_MS else [f"recommend.{size}_ms"]
    return short if same else [*short, f"recommend.{size}_same"]


def _same(index: UnitIndex, report: Report, units: list[Unit], fixes: dict[str, Position]) -> bool:
    every = recommend(report, ((unit, fixes[unit.id]) for unit in units), _NOW, stale_after_s=_STALE_S)
    return index.recommend(report, _NOW, stale_after_s=_STALE_S) == every


def _nearest(report: Report, units: list[Unit], fixes: dict[str, Position]) -> list[tuple[float, str]]:
    """The three nearest free units with a fresh fix, by a plain loop."""
    lat, lon, since = report.place.lat, report.place.lon, _NOW - timedelta(seconds=_STALE_S)
    found = []
    for unit in units:
        fix = fixes[unit.id]
        if unit.status is UnitStatus.AVAILABLE and fix.at >= since and lat is not None and lon is not None:
            found.append((distance_m(lat, lon, fix.lat, fix.lon), unit.id))
    return sorted(found)[:3]


def _unit(number: int, chance: random.Random) -> Unit:
    busy = chance.choice(_STATUSES)
    return Unit(
        id=f"u{number}",
        call_sign=f"U{number:06}",
        kind=UnitKind.VEHICLE if number % 10 == 0 else UnitKind.OFFICER,
        crew=("a", "b", "c") if number % 10 == 0 else (),
        skills=tuple(chance.sample(_SKILLS, 2)),
        beat_area=f"32.75.{number % 900}" if number % 20 == 0 else "",
        status=busy,
        orders_at=tuple(_NOW - timedelta(minutes=chance.randrange(600)) for _ in range(chance.randrange(4))),
        freed_at=_NOW - timedelta(minutes=chance.randrange(90)) if chance.random() < 0.3 else None,
    )


def _fix(unit_id: str, chance: random.Random) -> Position:
    age_s = chance.randrange(600, 9_000) if chance.random() < 0.1 else chance.randrange(120)
    at = _NOW - timedelta(seconds=age_s)
    lat, lon = _point(chance)
    return Position(unit_id=unit_id, lat=lat, lon=lon, at=at, received_at=at)


def _point(chance: random.Random) -> tuple[float, float]:
    return -6.24 + chance.gauss(0, 0.12), 106.9 + chance.gauss(0, 0.12)


def _report(number: int, chance: random.Random) -> Report:
    lat, lon = _point(chance)
    return Report(
        id=f"r{number}",
        number=f"KJ-{number}",
        kind=ReportKind.REPORT,
        source_id="app",
        source_kind=SourceKind.CITIZEN_APP,
        source_name="app",
        received_at=_NOW,
        category=chance.choice(sorted(WANTED_SKILLS)),
        place=Place(lat=lat, lon=lon, area_code=f"32.75.{chance.randrange(900)}"),
    )


def _milliseconds(work: Callable[[], object]) -> tuple[float, float]:
    """By the clock on the wall and by the processor."""
    start, start_cpu = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - start) * 1000, (time.thread_time() - start_cpu) * 1000


def _say(name: str, value: float, unit: str, baseline: float | None, ratio: float | None) -> None:
    line: dict[str, object] = {"name": name, "value": round(value, 3), "unit": unit}
    if baseline is not None and ratio is not None:
        line |= {"baseline": round(baseline, 3), "ratio": round(ratio, 2)}
    print(json.dumps(line), flush=True)
