"""How quickly points find their kelurahan, and a pack of 599 areas is built."""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from console.areas.area import Record
from console.areas.facts import names_above, read_facts
from console.areas.geojson import PointRecord, read_points
from console.areas.importer import import_files
from console.areas.index import AreaIndex
from console.areas.pack import Pack
from console.areas.progress import OUTLINING
from console.areas.source_file import read_source

MOST_LOCATE_S = 0.6
MOST_BUILD_S = 10.0
MOST_POINT_MS = 0.5
_TRIES = 3
_REPOSITORY = Path(__file__).resolve().parents[2]


def run(arguments: Sequence[str]) -> int:
    """Build the pack and locate every report; prints JSON lines, 0 only within the bounds of the issue.

    The baseline of locating is the plain scan of every polygon; of building, reading the files alone.
    """
    parser = argparse.ArgumentParser(prog="main.py bench areas", description=run.__doc__)
    data = _REPOSITORY.parent / "shared" / "data"
    parser.add_argument("--areas", nargs="+", type=Path, default=sorted((data / "areas").glob("*.sql")))
    parser.add_argument("--reports", nargs="+", type=Path, default=sorted((data / "reports").glob("*.geojson")))
    options = parser.parse_args(list(arguments))
    if not options.areas or not options.reports:
        parser.error("no boundary files or no reports: name them with --areas and --reports")
    points = _points(options.reports)
    with tempfile.TemporaryDirectory() as folder:
        pack_path = Path(folder) / "areas.pack"
        built = _build(options.areas, pack_path)
        with Pack(pack_path) as pack:
            located = _locate(pack, points, _scan(options.areas, points))
    return 0 if built and located else 1


def _build(files: Sequence[Path], pack_path: Path) -> bool:
    began = time.perf_counter()
    records = [record for file in files for record in read_source(file).records()]
    reading_s = time.perf_counter() - began
    above = names_above(_REPOSITORY / "resources" / "demo")
    began = time.perf_counter()
    read_at: list[float] = []

    def told(what: str, _done: int, _of: int) -> None:
        if what == OUTLINING and not read_at:
            read_at.append(time.perf_counter())

    report = import_files(files, pack_path, told, names_above=above)
    build_s = time.perf_counter() - began
    outline_s = time.perf_counter() - read_at[0] if read_at else 0.0
    _say("areas.built", report.areas, "areas", len(records))
    _say("areas.build_s", build_s, "s", reading_s)
    _say("areas.of_it_outlining_s", outline_s, "s", build_s)
    _say("areas.outlined", report.outlined, "outlines", report.outlined)
    _say("areas.pack_kib", pack_path.stat().st_size / 1024, "KiB", sum(file.stat().st_size for file in files) / 1024)
    return build_s <= MOST_BUILD_S and report.areas == len(records)


def _locate(pack: Pack, points: Sequence[tuple[float, float]], scan_s: float) -> bool:
    _say("areas.points", len(points), "points", len(points))
    # The first try opens the polygons, as the first reports of a day do; each try is printed.
    tries = []
    for _ in range(_TRIES):
        began = time.perf_counter()
        held_by = [pack.locate(*point) for point in points]
        tries.append(time.perf_counter() - began)
        _say("areas.locate_s", tries[-1], "s", scan_s)
    each_ms = sorted(_timed_ms(pack, point) for point in points)
    _say("areas.inside", sum(map(bool, held_by)), "points", len(points))
    _say("areas.ambiguous", sum(len(found) > 1 for found in held_by), "points", len(points))
    _say("areas.point_p50_ms", each_ms[len(each_ms) // 2], "ms", scan_s / len(points) * 1000)
    _say("areas.point_p99_ms", each_ms[len(each_ms) * 99 // 100], "ms", scan_s / len(points) * 1000)
    _guess(points, pack)
    return min(tries) <= MOST_LOCATE_S and each_ms[len(each_ms) * 99 // 100] <= MOST_POINT_MS


def _guess(points: Sequence[tuple[float, float]], pack: Pack) -> None:
    index = AreaIndex(None, read_facts(_REPOSITORY / "resources" / "demo"))
    known = [held_by[0].code if (held_by := pack.locate(*point)) else "" for point in points]
    right = sum(index.place_of(*point).code == code for point, code in zip(points, known, strict=True) if code)
    _say("areas.nearest_label_right", right, "points", sum(map(bool, known)))


def _timed_ms(pack: Pack, point: tuple[float, float]) -> float:
    began = time.perf_counter()
    pack.locate(*point)
    return (time.perf_counter() - began) * 1000


def _scan(files: Sequence[Path], points: Sequence[tuple[float, float]]) -> float:
    """Seconds a plain even-odd scan over every polygon needs, measured on every 20th point."""
    read = [record for file in files for record in read_source(file).records()]
    polygons = [record.rings for record in read if isinstance(record, Record)]
    some = points[::20]
    began = time.perf_counter()
    for lat, lon in some:
        y, x = lat * 1e7, lon * 1e7
        sum(_holds(rings, y, x) for rings in polygons)
    return (time.perf_counter() - began) * len(points) / max(1, len(some))


def _holds(rings: tuple[tuple[tuple[int, int], ...], ...], y: float, x: float) -> bool:
    inside = False
    for ring in rings:
        y_a, x_a = ring[-1]
        for y_b, x_b in ring:
            if (y_a > y) != (y_b > y) and x < x_a + (y - y_a) * (x_b - x_a) / (y_b - y_a):
                inside = not inside
            y_a, x_a = y_b, x_b
    return inside


def _points(files: Sequence[Path]) -> list[tuple[float, float]]:
    found = (point for file in files for point in read_points(file.read_text(encoding="utf-8"), file.name))
    return [(point.lat, point.lon) for point in found if isinstance(point, PointRecord)]


def _say(name: str, value: float, unit: str, baseline: float) -> None:
    ratio = value / baseline if baseline else 0.0
    line = {"name": name, "value": round(value, 4), "unit": unit, "baseline": round(baseline, 4)}
    print(json.dumps(line | {"ratio": round(ratio, 4)}), flush=True)
