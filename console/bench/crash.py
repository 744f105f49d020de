"""Kills console cores and the server at random moments, then counts every decision.

Real parts: `serve()` of the server with its routes, database and timed jobs; `Core` with store, journal, sync lanes and
the desk's one door for decisions. Each is a process of its own, forked from this warm driver, so that a restart takes
milliseconds. Passphrases are stretched for a millisecond only, and no picture is decoded; nothing else is spared.

The driver reads pipes. A core says the id of a decision as its commit begins, and again when `Desk.decide` has
returned: that second line is the acknowledgement, and the only place it is written down is here. A kill is busy when
the killed core had begun a commit it had not acknowledged, or a request of its own was under way; for the server, when
it was answering decisions or one was on its way to it. In the end all is started again, told to stop deciding, drained
and ended; then the server's database and every desk's ledger, journal and mirror are read from their files. After
`--world` kills all begins anew with another seed: what a desk reads at its start grows with all it ever decided.

- lost: acknowledged, but without a receipt or a row of the ledger. twice: an effect twice, a number given twice, or a
  report in another state than its decisions, applied once each, lead to. half_applied: receipt and effect, feed and
  table, lease, units, forwards, ledger and journal, ledger and receipt not telling the same. diverged: a mirror that
  is not the feed. in_doubt: begun and cut short by a kill, then found committed (allowed) or not (allowed too).

Why so long: what a kill is, when it counts as busy and what is written down of it must be read side by side.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import select
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from console.bench import crash_desk, crash_server
from console.bench.crash_breaks import BREAKS
from console.bench.crash_children import Child, fork
from console.bench.crash_server import City
from console.bench.crash_verdict import Told, Verdict, judge_all
from console.contract.codec import decode
from console.domain.decision import Outcome
from console.paths import Profile
from console.server.database import Database
from console.server.feed import last_seq

ACKNOWLEDGED_A_KILL, BUSY_SHARE = 20, 0.5
WORLD = 200
_WHOM = (("desk", 55), ("server", 30), ("both", 15))
_FIGURES = (
    "kills", *(f"kills_of_{whom}" for whom, _ in _WHOM), "killed_busy", "acknowledged", "applied", "refused",
    "in_doubt", "lost", "twice", "half_applied", "diverged", "undrained",
)  # fmt: skip
_UP_WITHIN_S, _DRAIN_WITHIN_S = 60.0, 15.0
_DRAIN_A_KILL_S = 0.1


def run(args: list[str]) -> int:
    """Kill, heal, count; print one JSON object a line, return 1 when a figure is short."""
    parser = argparse.ArgumentParser(prog="bench crash")
    parser.add_argument("--kills", type=int, default=2000, help="how many (2000)")
    parser.add_argument("--world", type=int, default=WORLD, help=f"kills until all begins anew ({WORLD})")
    parser.add_argument("--desks", type=int, default=3, help="console cores (3)")
    parser.add_argument("--seed", type=int, default=1, help="chooses victims, moments and decisions (1)")
    parser.add_argument("--break", dest="bug", choices=sorted(BREAKS), help="plant a bug; it must be found")
    parser.add_argument("--folder", type=Path, default=None, help="where databases are made; kept when short")
    chosen = parser.parse_args(args)
    began_s, found = time.monotonic(), _Found()
    folder = Path(tempfile.mkdtemp(prefix="sigap-crash-", dir=chosen.folder))
    for number, done in enumerate(range(0, chosen.kills, chosen.world)):
        kills = min(chosen.world, chosen.kills - done)
        (folder / str(number)).mkdir()
        world = _Crash(folder / str(number), kills, chosen.desks, chosen.seed + number, chosen.bug or "")
        try:
            world.play()
        finally:
            world.kill_all()
        world.add_to(found)
        if not found.wrong:
            shutil.rmtree(folder / str(number))
    short = found.say(chosen.kills)
    _line("crash.minutes", round((time.monotonic() - began_s) / 60, 2), "min")
    for name in short:
        print(f"bench crash: {name} is short of its figure", file=sys.stderr)
    if not short or chosen.bug or chosen.folder is None:
        shutil.rmtree(folder)
    return 1 if short else 0


@dataclass(slots=True)
class _Found:
    """What all worlds came to; `wrong` tells of each thing that is."""

    figures: Counter[str] = field(default_factory=Counter)
    wrong: set[str] = field(default_factory=set)

    def say(self, kills: int) -> list[str]:
        """Print the figures; the names of those that are short."""
        have = self.figures
        good = {
            "kills": have["kills"] == kills,
            "killed_busy": have["killed_busy"] >= BUSY_SHARE * kills,
            "acknowledged": have["acknowledged"] >= ACKNOWLEDGED_A_KILL * kills,
            "refused": have["applied"] + have["refused"] == have["acknowledged"],
            **{name: not have[name] for name in ("lost", "twice", "half_applied", "diverged", "undrained")},
        }
        for name in _FIGURES:
            _line(f"crash.{name}", have[name], "")
        for what in sorted(self.wrong)[:20]:
            print(f"bench crash: {what}", file=sys.stderr)
        return [f"crash.{name}" for name in _FIGURES if not good.get(name, True)]


@dataclass(slots=True)
class _Counted:
    kills: int = 0
    busy: int = 0
    whom: Counter[str] = field(default_factory=Counter)
    acknowledged: list[list[str]] = field(default_factory=list)
    in_doubt: list[set[str]] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(len(each) for each in self.acknowledged)


class _Crash:
    def __init__(self, folder: Path, kills: int, desks: int, seed: int, bug: str) -> None:
        self._folder, self._kills, self._seed = folder, kills, seed
        self._plant = BREAKS[bug] if bug else lambda: None
        self._url = f"sqlite:///{folder / 'server' / 'server.db'}"
        self._chance = random.Random(seed)
        self._port = 0
        self._server: Child | None = None
        self._desks: list[Child] = []
        self._count = _Counted(acknowledged=[[] for _ in range(desks)], in_doubt=[set() for _ in range(desks)])
        self._verdict = Verdict()
        self._city = City(code="", logins=(), reports=())
        self._drained = False

    def play(self) -> None:
        """The whole of it, to the verdict."""
        self._furnish()
        # What the children inherit is not walked through, and so not copied, by their collections.
        gc.collect()
        gc.freeze()
        self._start_server()
        self._desks = [self._start_desk(number) for number in range(len(self._count.acknowledged))]
        for desk in self._desks:
            self._until(lambda desk=desk: bool(desk.up), "a desk is up")  # type: ignore[misc]
        while self._count.kills < self._kills:
            wanted = self._count.total + ACKNOWLEDGED_A_KILL
            self._until(lambda wanted=wanted: self._count.total >= wanted, "desks decide")  # type: ignore[misc]
            # Anywhere within a commit, a request or the pause between two.
            self._look(self._chance.uniform(0.0, 0.008))
            self._kill_one()
        self._drain()
        told = [
            Told(profile=self._profile(number), login=self._city.logins[number], acknowledged=tuple(acknowledged),
                 in_doubt=frozenset(self._count.in_doubt[number]))
            for number, acknowledged in enumerate(self._count.acknowledged)
        ]  # fmt: skip
        self._verdict = judge_all(self._url, told)

    def add_to(self, found: _Found) -> None:
        """What this world came to."""
        count, verdict = self._count, self._verdict
        outcomes = [verdict.outcomes.get(each) for desk in count.acknowledged for each in desk]
        found.figures.update({
            "kills": count.kills,
            **{f"kills_of_{whom}": count.whom[whom] for whom, _ in _WHOM},
            "killed_busy": count.busy,
            "acknowledged": count.total,
            "applied": outcomes.count(Outcome.APPLIED),
            "refused": outcomes.count(Outcome.REFUSED),
            "in_doubt": sum(len(each) for each in count.in_doubt),
            "lost": len(verdict.lost),
            "twice": len(verdict.twice),
            "half_applied": len(verdict.half),
            "diverged": len(verdict.diverged),
            "undrained": int(not self._drained),
        })  # fmt: skip
        found.wrong |= verdict.lost | verdict.twice | verdict.half | verdict.diverged

    def kill_all(self) -> None:
        """Whatever still runs."""
        for child in [*self._desks, *([self._server] if self._server else [])]:
            if not child.over:
                child.kill()

    # Its children

    def _profile(self, number: int) -> Profile:
        return Profile(self._folder / f"desk{number}")

    def _furnish(self) -> None:
        crash_server.stretch_briefly()
        desks = len(self._count.acknowledged)
        # A quarter more than needed: desks go on deciding while they are waited for.
        each = ACKNOWLEDGED_A_KILL * self._kills * 5 // (4 * desks)
        reports = max(2 * crash_desk.WINDOW, each // crash_desk.DECISIONS_A_REPORT + crash_desk.WINDOW)
        self._city = crash_server.furnish(self._url, desks, reports)
        crash_desk.warm_up(self._folder / "warm")
        if threading.active_count() > 1:
            raise RuntimeError("a driver with threads cannot be forked")

    def _start_server(self) -> None:
        self._server = fork(
            lambda tell, hear: crash_server.serve(self._url, self._port, tell, hear, self._plant),
            self._folder / "server.log",
        )
        if not self._port:
            server = self._server
            self._until(lambda: bool(server.up), "the server is up")
            self._port = int(decode(server.up.encode(), dict[str, str | int])["port"])

    def _start_desk(self, number: int) -> Child:
        place = crash_desk.Place(
            folder=self._profile(number).folder, number=number, city=self._city,
            address=f"http://127.0.0.1:{self._port}", seed=self._seed,
        )  # fmt: skip
        log = self._folder / f"desk{number}.log"
        return fork(lambda tell, hear: crash_desk.work(place, tell, hear, self._plant), log)

    def _kill_one(self) -> None:
        whom = self._chance.choices([name for name, _ in _WHOM], [weight for _, weight in _WHOM])[0]
        number = self._chance.randrange(len(self._desks))
        server, desk = self._server, self._desks[number]
        if server is None:
            raise RuntimeError("no server to kill")
        at_ns = time.monotonic_ns()
        if whom != "server":
            desk.kill()
        if whom != "desk":
            server.kill()
        busy = False
        if whom != "desk":
            self._look(0.0)
            busy = server.in_flight(at_ns) or any(each.in_flight(at_ns) for each in self._desks)
            self._start_server()
        if whom != "server":
            busy = busy or bool(desk.begun) or desk.in_flight(at_ns)
            self._note(number)
            self._count.in_doubt[number] |= desk.begun
            self._desks[number] = self._start_desk(number)
        self._count.kills += 1
        self._count.busy += busy
        self._count.whom[whom] += 1

    # What it hears

    def _note(self, number: int) -> None:
        heard = self._desks[number].acknowledged
        self._count.acknowledged[number].extend(heard)
        heard.clear()

    def _look(self, within_s: float) -> None:
        """Read what the children say, for that long."""
        deadline_s = time.monotonic() + within_s
        while True:
            known = [*self._desks, *([self._server] if self._server else [])]
            children = [child for child in known if not child.over]
            pipes = [child.told for child in children]
            select.select(pipes, [], [], max(0.0, deadline_s - time.monotonic()))
            for child in children:
                if not child.read():
                    raise RuntimeError(f"a child ended by itself, see {self._folder}")
            for number in range(len(self._desks)):
                self._note(number)
            if time.monotonic() >= deadline_s:
                return

    def _until(self, true: Callable[[], bool], what: str, within_s: float = _UP_WITHIN_S) -> None:
        deadline_s = time.monotonic() + within_s
        while not true():
            if time.monotonic() > deadline_s:
                raise RuntimeError(f"{what}: not within {within_s:.0f} s, see {self._folder}")
            self._look(0.002)

    def _drain(self) -> None:
        """Nobody decides any more: wait until all is sent and everybody has the newest, then end all cleanly."""
        for desk in self._desks:
            desk.tell("stop")
        deadline_s = time.monotonic() + _DRAIN_WITHIN_S + _DRAIN_A_KILL_S * self._kills
        newest = -1
        while time.monotonic() < deadline_s and not all(desk.done for desk in self._desks):
            now = self._newest()
            if now != newest:
                newest = now
                for desk in self._desks:
                    desk.tell(f"until {newest}")
            self._look(0.1)
        self._drained = all(desk.done for desk in self._desks)
        statuses = [child.end() for child in self._desks]
        if self._server is not None:
            statuses.append(self._server.end())
        self._drained = self._drained and not any(statuses)

    def _newest(self) -> int:
        database = Database(self._url)
        try:
            with database.read() as connection:
                return last_seq(connection)
        finally:
            database.close()


def _line(name: str, value: float, unit: str) -> None:
    print(json.dumps({"name": name, "value": value, "unit": unit, "baseline": None, "ratio": None}), flush=True)
