"""Proves the sync core: hypothesis moves 2-6 desks and a server, and no sentence breaks.

Desks are the product's own store, journal, ledger, outbox, follower, presence and door for decisions; the server is
its own parts on SQLite; between them lies a network that loses, doubles and delays requests and loses answers. Time
is simulated. People decide anything, claim, take over, break leases, sign in and out, are revoked; consoles and
server crash after any commit; the server's backup is restored under a new epoch; clocks are set wrong.

hypothesis itself chooses every step (`--seed`), many examples of some hundred steps each: it is quick enough here, it
leaves whole kinds of steps out of some examples (swarm testing), and a failure found can be given to its shrinker.
Each example ends with everybody online, and all sentences are checked (statemachine_checks). The trace is a hash of
every step and its outcome: the first example is played twice and must give the same.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import logging
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from console.bench.statemachine_breaks import BREAKS, planted
from console.bench.statemachine_checks import Violation
from console.bench.statemachine_desk import KEY
from console.bench.statemachine_server import make_template
from console.bench.statemachine_world import START, World
from console.store.store import Store

_STEPS_AN_EXAMPLE = 400
_AGAIN_STEPS, _AGAIN_LENGTH = 300, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What one process plays."""

    folder: Path
    seed: int
    steps: int
    planted: str
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figures:
    """What came of it."""

    worlds: int
    steps: int
    decided: int
    crashes: int
    violations: int
    trace: str


class _Played:
    """What was played so far."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._templates = folder / "server.db", folder / "console.db"
        self.worlds = self.steps = self.violations = 0
        self.decided = self.crashes = 0
        self.trace = hashlib.sha256()
        self.last_steps: list[str] = []
        make_template(self._templates[0], START)
        Store.open(self._templates[1], KEY, lambda: START).close()

    def begin(self, desks: int) -> World:
        """A new world; its folder is in the way of nobody else."""
        self.worlds += 1
        return World(self._folder / f"world-{self.worlds}", self._templates, desks)

    def ended(self, world: World) -> None:
        """Count it and clean up."""
        # The simplest example that hypothesis begins with does nothing: it is no step of the proof.
        self.steps += world.steps if world.notes.attempted else 0
        self.decided += len(world.notes.acknowledged)
        self.crashes += sum(desk.crashes for desk in world.desks)
        self.trace.update(world.trace.digest())
        self.last_steps = world.lines
        world.close()
        shutil.rmtree(world.folder)


def run(args: list[str]) -> int:
    """Play, print one JSON object a line, return 1 when a sentence broke or the trace did not repeat."""
    chosen = _arguments(args)
    if importlib.util.find_spec("hypothesis") is None:
        print("bench statemachine needs hypothesis, a development dependency: make setup brings it.", file=sys.stderr)
        return 1
    began_s = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="sigap-machine-", dir=chosen.folder) as folder:
        first, again = _play_all(Path(folder), chosen)
    trace = hashlib.sha256("".join(part.trace for part in first).encode()).hexdigest()
    figures = {
        "steps": (sum(part.steps for part in first), "steps"),
        "examples": (sum(part.worlds for part in first), "worlds"),
        "decided": (sum(part.decided for part in first), "decisions"),
        "crashes": (sum(part.crashes for part in first), "consoles"),
        "seconds": (round(time.monotonic() - began_s, 1), "s"),
        "trace": (trace, "sha256"),
        "repeatable": (int(len({part.trace for part in again}) <= 1), "1 = same hash"),
        "violations": (sum(part.violations for part in (*first, *again)), "violations"),
    }
    for name, (value, unit) in figures.items():
        line = {"name": f"statemachine.{name}", "value": value, "unit": unit, "baseline": None, "ratio": None}
        print(json.dumps(line), flush=True)
    broken = figures["violations"][0] != 0
    short = [name for name, bad in (
        ("violations", broken),
        ("repeatable", figures["repeatable"][0] != 1),
        ("steps", sum(part.steps for part in first) < chosen.steps and not broken),
    ) if bad]  # fmt: skip
    for name in short:
        print(f"bench statemachine: statemachine.{name} is short of its figure", file=sys.stderr)
    return 1 if short else 0


def _arguments(args: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench statemachine")
    parser.add_argument("--steps", type=int, default=100_000, help="steps in all (100000)")
    parser.add_argument("--seed", type=int, default=1, help="what hypothesis draws from (1)")
    parser.add_argument("--break", dest="planted", choices=sorted(BREAKS), default="", help="plant a bug: must fail")
    parser.add_argument("--length", type=int, default=_STEPS_AN_EXAMPLE, help=f"steps a world ({_STEPS_AN_EXAMPLE})")
    parser.add_argument("--processes", type=int, default=2, help="how many play side by side; part of the seed (2)")
    shared = Path("/dev/shm")  # noqa: S108 - memory; each run makes a folder of its own in it
    parser.add_argument("--folder", type=Path, default=shared if shared.is_dir() else None, help="where files are made")
    return parser.parse_args(args)


def _play_all(folder: Path, chosen: argparse.Namespace) -> tuple[list[_Figures], list[_Figures]]:
    """What all processes played, and a short part played twice."""
    many = max(1, chosen.processes)
    share = -(-chosen.steps // many)
    parts = [
        _Part(
            folder=folder / str(n), seed=1_000 * chosen.seed + n, steps=share, planted=chosen.planted,
            length=chosen.length,
        )
        for n in range(many)
    ]
    twice = [
        _Part(folder=folder / f"again-{n}", seed=chosen.seed, steps=_AGAIN_STEPS, length=_AGAIN_LENGTH, planted="")
        for n in range(0 if chosen.planted else 2)
    ]
    if many == 1:
        return [_play(part) for part in parts], [_play(part) for part in twice]
    with ProcessPoolExecutor(many, mp_context=get_context("spawn")) as pool:
        played = list(pool.map(_play, [*twice, *parts]))
    return played[len(twice) :], played[: len(twice)]


@contextmanager
def _errors_only() -> Iterator[None]:
    """Thousands of desks that start and end would log each of it."""
    log = logging.getLogger("console")
    before = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(before)


def _play(part: _Part) -> _Figures:
    """Examples until so many steps are done, or the first violation."""
    from console.bench.statemachine_rules import play

    played, turn = _Played(part.folder), 0
    with planted(part.planted), _errors_only():
        while played.steps < part.steps and not played.violations:
            examples = 1 + (part.steps - played.steps) // part.length
            try:
                play(played.begin, played.ended, 1_000_000 * turn + part.seed, 1 + examples, part.length)
            except Exception as error:
                _tell(played, error)
            turn += 1
    return _Figures(
        worlds=played.worlds,
        steps=played.steps,
        decided=played.decided,
        crashes=played.crashes,
        violations=played.violations,
        trace=played.trace.hexdigest(),
    )


def _tell(played: _Played, error: Exception) -> None:
    """The broken sentence and the steps that led to it."""
    played.violations += 1
    print(f"bench statemachine: {type(error).__name__}: {error}", file=sys.stderr)
    if not isinstance(error, Violation):
        traceback.print_exception(error)
    for line in played.last_steps[-40:]:
        print(f"  {line}", file=sys.stderr)
