"""How many positions a second are kept, none lost, and what one costs the server.

A thousand units send from a process of its own, prebuilt bytes on sockets kept open. All figures of one run:

- `positions.server_us_vs_bare`: CPU of the server's process a fix (every thread, COMMITs too) over that of a bare
  ASGI route on the same uvicorn that parses and batches and keeps nothing; the same load in turns. Beside it, for
  reference only, `positions.bare_litestar_us`: the same bare route as Litestar serves one.
- `positions.single_per_s`: OsmAnd requests of one fix, answered, with a console's window open.
- `positions.list_per_s`: fixes in lists of 100 through POST /v1/positions, answered.
- `positions.fanout_p99_ms`: from the sender's clock when it sends a fix to its arrival at each of 50 open streams,
  the second they are gathered for included.
- `positions.lost`: fixes answered 200 that the database file does not hold, of everything above and of `--kills`
  times kill -9 in the middle. The driver's own notes are compared, unit and millisecond.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from console.bench.positions_breaks import BREAKS
from console.bench.positions_hearers import Listening
from console.bench.positions_load import Plan, Played
from console.bench.positions_world import UNITS, Center, Playing, Process, bare, listening, unit_id

PARTS = ("cost", "single", "list", "fanout", "kills")
RATIO_MOST, FANOUT_MOST_MS = 1.5, 1500.0
_ROUNDS, _LIST = 3, 100
_REACHED = 0.98
"""Of a rate asked for, what must be reached: a busy machine lets the sender itself run late."""


class Figures:
    """What was found, printed as it is known, and which of it is short."""

    def __init__(self) -> None:
        self.short: list[str] = []

    def tell(self, name: str, value: float, unit: str, baseline: float | None = None, good: bool = True) -> None:
        """One JSON object a line."""
        ratio = round(value / baseline, 3) if baseline else None
        base = None if baseline is None else round(baseline, 3)
        print(json.dumps({"name": name, "value": round(value, 3), "unit": unit, "baseline": base, "ratio": ratio}),
              flush=True)  # fmt: skip
        if not good:
            self.short.append(name)


def run(args: Sequence[str]) -> int:
    """Measure, print one JSON object a line, return 1 when a figure is short."""
    parser = argparse.ArgumentParser(prog="bench positions", description=run.__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="how long each rate is held (60)")
    parser.add_argument("--slice", type=float, default=5.0, help="seconds of each turn of the comparison (5)")
    parser.add_argument("--rate", type=float, default=1000.0, help="single fixes a second (1000)")
    parser.add_argument("--list-rate", type=float, default=3000.0, help="fixes a second in lists (3000)")
    parser.add_argument("--streams", type=int, default=50, help="consoles that listen (50)")
    parser.add_argument("--kills", type=int, default=10, help="times the server is killed (10)")
    parser.add_argument("--units", type=int, default=UNITS, help=f"units that send ({UNITS})")
    parser.add_argument("--seed", type=int, default=7, help="when it is killed is the same for a seed (7)")
    parser.add_argument("--only", choices=PARTS, action="append", help="this part alone; may be repeated")
    parser.add_argument("--no-console", action="store_true", help="no window beside the single fixes")
    parser.add_argument("--break", dest="broken", choices=sorted(BREAKS), help="plant a bug; it must be found")
    chosen = parser.parse_args(list(args))
    wanted = chosen.only or PARTS
    figures = Figures()
    with tempfile.TemporaryDirectory(prefix="sigap-positions-") as name:
        rig = _Rig(Path(name), figures, chosen.units, chosen.broken or "")
        try:
            if "cost" in wanted:
                rig.compare(chosen.rate, chosen.slice)
            if "single" in wanted:
                rig.single(chosen.rate, chosen.seconds, window=not chosen.no_console)
            if "list" in wanted:
                rig.lists(chosen.list_rate, chosen.seconds)
            if "fanout" in wanted:
                rig.fan_out(chosen.rate, chosen.seconds, chosen.streams)
            if "kills" in wanted:
                rig.kill(chosen.kills, chosen.rate, random.Random(chosen.seed))
            rig.tell_lost()
        finally:
            rig.stop()
    for short in figures.short:
        print(f"bench positions: {short} is short of its figure", file=sys.stderr)
    return 1 if figures.short else 0


class _Rig:
    def __init__(self, folder: Path, figures: Figures, units: int, broken: str) -> None:
        command = [sys.executable, "-m", "console.bench.positions_breaks", broken] if broken else []
        self._folder, self._figures = folder, figures
        self._center = Center(folder / "center", command, units)
        self._fixes = self._center.single_fixes()
        self._answered: set[tuple[str, int]] = set()

    def stop(self) -> None:
        self._center.stop()

    def compare(self, rate: float, slice_s: float) -> None:
        """The same load on ours and the bare routes by turns; CPU a fix of each over all turns."""
        with bare("asgi") as asgi, bare("litestar") as litestar:
            turns = (self._center.process, asgi, litestar)
            used, answered = [0.0] * 3, [0] * 3
            for _ in range(_ROUNDS):
                for place, process in enumerate(turns):
                    before_s = process.cpu_s()
                    played = self._play(process, self._fixes, rate, slice_s, ours=place == 0)
                    used[place] += process.cpu_s() - before_s
                    answered[place] += played.answered
        ours, theirs, framework = (s * 1e6 / max(1, fixes) for s, fixes in zip(used, answered, strict=True))
        good = ours <= RATIO_MOST * theirs and min(answered) > 0
        self._figures.tell("positions.server_us_vs_bare", ours, "us/fix", theirs, good)
        self._figures.tell("positions.bare_litestar_us", framework, "us/fix")

    def single(self, rate: float, seconds: float, window: bool) -> None:
        """Requests of one fix, with a console looking on."""
        playing: Callable[[], Played] = lambda: self._play(self._center.process, self._fixes, rate, seconds)  # noqa: E731
        if window:
            # Qt is loaded only where a window is wanted.
            from console.bench.positions_window import beside_a_window

            played, seen = beside_a_window(self._folder, self._center, playing)
            self._figures.tell("positions.seen_by_console", seen, "units", good=seen > 0)
        else:
            played = playing()
        self._reached("positions.single", played, 1, rate)

    def lists(self, rate: float, seconds: float) -> None:
        """Lists of a hundred fixes, as a fleet's gateway sends them."""
        lists = self._center.lists(_LIST)
        played = self._play(self._center.process, lists, rate / _LIST, seconds, per_request=_LIST)
        self._reached("positions.list", played, _LIST, rate)

    def fan_out(self, rate: float, seconds: float, streams: int) -> None:
        """How old fixes are when every open stream has them."""
        process = self._center.process
        told = Listening(port=process.port, request=self._center.stream_request(), streams=streams)
        before_s = process.cpu_s()
        with listening(told) as found:
            played = self._play(process, self._fixes, rate, seconds)
        heard = found[0]
        good = heard.p99_ms <= FANOUT_MOST_MS and heard.fixes > 0 and not heard.lost_streams
        self._figures.tell("positions.fanout_p50_ms", heard.p50_ms, "ms")
        self._figures.tell("positions.fanout_p99_ms", heard.p99_ms, "ms", good=good)
        self._figures.tell("positions.fanout_fixes", heard.fixes, "fixes")
        self._figures.tell("positions.fanout_lost_streams", heard.lost_streams, "streams")
        self._figures.tell("positions.fanout_server_cores", (process.cpu_s() - before_s) / played.took_s, "cores")

    def kill(self, times: int, rate: float, chance: random.Random) -> None:
        """kill -9 while fixes come in; what was answered by then must be on disk."""
        before = len(self._answered)
        for number in range(times):
            if number:
                self._center.restart()
            playing = self._start(self._center.process, self._fixes, rate, 10.0)
            time.sleep(chance.uniform(0.6, 2.0))
            self._center.kill()
            playing.result()
            self._note(playing, 1)
        self._figures.tell("positions.killed", times, "times")
        answered = len(self._answered) - before
        self._figures.tell("positions.answered_before_kills", answered, "fixes", good=answered > 0 or not times)

    def tell_lost(self) -> None:
        """Answered, and not in the database file."""
        lost = self._answered - self._center.stored()
        self._figures.tell("positions.answered", len(self._answered), "fixes")
        self._figures.tell("positions.lost", len(lost), "fixes", good=not lost)

    def _start(self, process: Process, requests: tuple[bytes, ...], rate: float, seconds: float,
               iso: bool = False) -> Playing:  # fmt: skip
        # Answers take the tenth of a second they are gathered for and more: enough lines for half a second of them.
        sockets = max(8, int(rate / 2))
        return Playing(Plan(port=process.port, requests=requests, rate=rate, seconds=seconds, sockets=sockets,
                            noted=str(self._folder / "noted.txt"), iso=iso))  # fmt: skip

    def _play(self, process: Process, requests: tuple[bytes, ...], rate: float, seconds: float, *,
              ours: bool = True, per_request: int = 1) -> Played:  # fmt: skip
        playing = self._start(process, requests, rate, seconds, iso=per_request > 1)
        played = playing.result()
        if ours:
            self._note(playing, per_request)
        if played.refused:
            print(f"bench positions: {played.refused} refused: {played.first_refusal}", file=sys.stderr)
        return played

    def _note(self, playing: Playing, per_request: int) -> None:
        for request, at_ms in playing.noted():
            first = request * per_request
            self._answered |= {(unit_id(n), at_ms) for n in range(first, min(first + per_request, self._center.units))}

    def _reached(self, name: str, played: Played, per_request: int, rate: float) -> None:
        per_s = played.answered * per_request / played.took_s
        self._figures.tell(f"{name}_per_s", per_s, "fixes/s", rate, per_s >= _REACHED * rate)
        self._figures.tell(f"{name}_p99_ms", played.p99_ms, "ms")
        self._figures.tell(f"{name}_refused", played.refused, "requests", good=not played.refused)
