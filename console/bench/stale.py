"""Plays a fleet 60 times as fast; what the map draws old is held against the file.

Server, replay, sync, window and map page are those of service; the site's `stale_after_s` is shortened by the speed
(300 / 60 = 5 s). Each second the page is asked which marks it has drawn old: what its last frame showed, not what would
be true now. After the last fix nothing comes any more, and everybody must still turn old.

Two margins, because two things take time. *turn* (0.5 s): a mark turns old by the page's own clock, without any news.
*way* (2 s): a fix is gathered by the replay (0.25 s), told by the server at most once a second, streamed, painted;
`stale.way_p99` says how long it took. Drawn fresh is missed where the last fix was 5.5 s old or older; drawn old is
wrong where a fix sent 2 s before the look was still fresh. That is no loophole: what was left out is counted and
bounded, and besides every spell of being old that lasts 3 s or more must have been seen drawn old.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from console.bench.first_light import percentile
from console.bench.first_light_city import CentralServer, ConsoleWindow, Replay, application
from console.bench.first_light_watch import wait
from console.bench.stale_breaks import BREAKS
from console.bench.stale_truth import Look, Margins, Sample, Truth, Verdict, judge
from console.domain.agency import Site
from console.domain.unit import Position
from console.simulate import fleet
from console.ui.application import settle_memory

STALE_AFTER_S = 300.0
LEAST_SEEN = 200
MOST_UNJUDGED = 0.25
SPELL_S = 3.0
_ASK = "JSON.stringify(sigap.drawn())"


@dataclass(frozen=True, slots=True)
class Play:
    """A part of the files: its fixes as (unit, seconds since its first, at the speed played), and a file of them."""

    file: Path
    fixes: tuple[tuple[str, float], ...]


def run(arguments: Sequence[str]) -> int:
    """Play the files, print JSON lines, 0 only when every second was drawn as the file has it."""
    parser = argparse.ArgumentParser(prog="main.py bench stale", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.csv")
    parser.add_argument("--speed", type=float, default=60.0, help="how many times as fast as it happened (60)")
    parser.add_argument("--from", type=float, default=7.0, dest="begin", metavar="HOURS", help="where to begin (7)")
    parser.add_argument("--hours", type=float, default=3.5, help="how much of the file to play (3.5: 3.5 minutes)")
    parser.add_argument("--way", type=float, default=2.0, help="seconds a fix may be under way (2)")
    parser.add_argument("--turn", type=float, default=0.5, help="seconds after which a mark must have turned old (0.5)")
    parser.add_argument("--break", choices=sorted(BREAKS), dest="plant", help="plant a bug that must be found")
    chosen = parser.parse_args(list(arguments))
    limit_s = STALE_AFTER_S / chosen.speed
    with tempfile.TemporaryDirectory(prefix="sigap-stale-") as name:
        folder = Path(name)
        play = part_of(chosen.files, chosen.begin * 3600, chosen.hours * 3600, chosen.speed, folder)
        samples, late_ms = _measure(application(folder), folder, play, chosen.speed, limit_s, chosen.plant)
    verdict = judge(Truth(play.fixes, limit_s), samples, Margins(chosen.way, chosen.turn), SPELL_S)
    _say("stale.way_p50", round(percentile(late_ms, 50)), "ms", chosen.way * 1000)
    _say("stale.way_p99", round(percentile(late_ms, 99)), "ms", chosen.way * 1000)
    return _say_all(verdict, samples, play)


def part_of(files: Sequence[Path], begin_s: float, length_s: float, speed: float, folder: Path) -> Play:
    """The fixes from `begin_s` on, `length_s` long (seconds of the files), as one file in `folder`."""
    rows = sorted((row for file in files for row in fleet.read(file, "Asia/Jakarta")[0]), key=lambda row: row.t)
    first = rows[0].t.timestamp()
    rows = [row for row in rows if begin_s <= row.t.timestamp() - first <= begin_s + length_s]
    part = folder / "part.csv"
    with part.open("w", newline="", encoding="utf-8") as text:
        table = csv.writer(text)
        table.writerow(("unit", "seconds", "lat", "lon"))
        table.writerows((row.unit, row.written, row.lat, row.lon) for row in rows)
    start = rows[0].t.timestamp()
    fixes = tuple((fleet.unit_id(row.unit), (row.t.timestamp() - start) / speed) for row in rows)
    return Play(part, fixes)


def site_played(speed: float) -> Site:
    """The center whose units' positions are old so many times sooner."""
    return Site(name="bench", stale_after_s=round(STALE_AFTER_S / speed))


def _measure(
    app: QApplication, folder: Path, play: Play, speed: float, limit_s: float, plant: str | None
) -> tuple[list[Sample], list[float]]:
    server = CentralServer(folder)
    try:
        server.set_site(site_played(speed))
        console = ConsoleWindow(app, folder, server)
        try:
            wait(lambda: console.settled and console.office.city.site.stale_after_s == round(limit_s), 500, 60.0)
            settle_memory()
            if plant is not None:
                BREAKS[plant](console)
            looks = _Looks(console)
            replay = Replay.start("fleet", play.file, server.address, server.fleet_key(), speed, folder)
            try:
                wait(lambda: not replay.running, 200, 3600.0)
            finally:
                replay.stop()
            quiet_until = time.monotonic() + limit_s + SPELL_S + 2.0
            wait(lambda: time.monotonic() > quiet_until, 100)
            return looks.stop(Truth(play.fixes, limit_s)), sorted(looks.late_ms)
        finally:
            console.close()
    finally:
        server.stop()


class _Looks:
    """Asks the page each second; `stop` gives the samples on the clock of the file's fixes."""

    def __init__(self, console: ConsoleWindow) -> None:
        self._console = console
        self._raw: list[tuple[float, float, dict[str, list[str]]]] = []
        self._heard: dict[str, datetime] = {}
        self.late_ms: list[float] = []
        self._stop_hearing = console.office.positions.subscribe(self._hear)
        self._timer = QTimer(interval=1000)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _hear(self, moved: dict[str, Position]) -> None:
        """From a worker thread: fixes as the console hears of them, before anything is drawn."""
        now = self._console.office.now()
        for unit_id, fix in moved.items():
            self._heard.setdefault(unit_id, fix.at)
            self.late_ms.append((now - fix.at).total_seconds() * 1000)

    def _look(self) -> None:
        browser, asked = self._console.work.map.browser, self._console.office.now().timestamp()

        def take(answer: object) -> None:
            if isinstance(answer, str):
                self._raw.append((asked, self._console.office.now().timestamp(), json.loads(answer)))

        if browser is not None:
            browser.run(_ASK, take)

    def stop(self, truth: Truth) -> list[Sample]:
        """Ask no more; the play began when the first fix of each unit says it did, by whoever was heard at once."""
        self._timer.stop()
        self._stop_hearing()
        first = truth.first_s
        begins = [at.timestamp() - first[unit_id] for unit_id, at in self._heard.items() if unit_id in first]
        if not begins:
            return []
        begin = min(begins)
        return [
            Sample(Look(asked - begin, answered - begin), frozenset(drawn["old"]), frozenset(drawn["ids"]))
            for asked, answered, drawn in self._raw
            if asked >= begin
        ]


def _say_all(verdict: Verdict, samples: Sequence[Sample], play: Play) -> int:
    span_s = samples[-1].look.asked_s if samples else 0.0
    units = len({unit for unit, _ in play.fixes})
    _say("stale.missed", len(verdict.missed), "unit-seconds", verdict.judged)
    _say("stale.wrong", len(verdict.wrong), "unit-seconds", verdict.judged)
    _say("stale.absent", len(verdict.absent), "unit-seconds", verdict.judged)
    _say("stale.seen", len(verdict.seen), "units", units)
    _say("stale.spells", verdict.spells_seen, "spells", verdict.spells)
    _say("stale.unjudged", verdict.unjudged, "unit-seconds", verdict.judged + verdict.unjudged)
    _say("stale.looks", len(samples), "looks", round(span_s))
    for name in ("missed", "wrong", "absent"):
        for at_s, unit in getattr(verdict, name)[:5]:
            print(f"bench stale: {name} at {at_s:.2f} s: {unit}", file=sys.stderr)
    good = (
        not verdict.missed
        and not verdict.wrong
        and not verdict.absent
        and len(verdict.seen) >= LEAST_SEEN
        and verdict.spells_seen == verdict.spells
        and verdict.unjudged_share <= MOST_UNJUDGED
        and len(samples) >= 0.8 * span_s > 0
    )
    return 0 if good else 1


def _say(name: str, value: float, unit: str, baseline: float) -> None:
    ratio = round(value / baseline, 4) if baseline else None
    print(json.dumps({"name": name, "value": value, "unit": unit, "baseline": baseline, "ratio": ratio}), flush=True)
