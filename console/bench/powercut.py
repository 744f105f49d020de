"""Proves by simulated power cuts that nothing acknowledged is lost, swaps included.

A desk decides in a process of its own under strace, which records every write, sync, rename and removal in its profile,
and the acknowledgements among them (powercut_desk, powercut_trace). Each cut picks a moment of that record, keeps what
was synced and a seeded part of the rest (powercut_disk), and opens the profile with the real store, or has it rebuilt
by the real recovery when it does not open. Every decision acknowledged before the moment must be in the ledger, and in
the journal. Moments are drawn from all lines, from right behind acknowledgements, and from within a snapshot swap.

- `full_lost`: acknowledged before a cut and not in the ledger after it; `second_copy_lost`: not in the journal.
- `recovered`: cuts after which the store did not open by itself; the journal brought it back, but none may need that.
- `acknowledged`: summed over the cuts, each of which has `fewest_acknowledged` (>= 20) or more behind it; `decisions`
  counts them once.
- `normal_lost`, `off_lost`: the same path with PRAGMA synchronous NORMAL and OFF and no fsync of the journal, which
  must lose something, or the cuts prove nothing.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from console.bench.powercut_disk import Disk, lines_of, said_before
from console.bench.powercut_opened import Verdict, hush, opened
from console.bench.powercut_plants import BREAKS
from console.bench.powercut_trace import CALLS, Trace, read_trace
from console.domain.errors import Bug, SetupFault

FEWEST = 20
"""Acknowledgements behind each cut."""
_DECISIONS = 150
_CUTS_A_RUN = 50
_CONTROL_SHARE = 5
_RUN_S = 120
_MOST_BYTES = 1 << 22


@dataclass(frozen=True, slots=True)
class _Task:
    folder: str
    seed: int
    plant: str
    cuts: int


def run(args: list[str]) -> int:
    """Cut, print one JSON object a line, return 1 when a figure is short of issue 'Nothing lost, nothing twice'.

    Raises:
        SetupFault: strace is not installed.
    """
    parser = argparse.ArgumentParser(prog="bench powercut")
    parser.add_argument("--cuts", type=int, default=2_000, help="power cuts of the real path (2000)")
    parser.add_argument("--seed", type=int, default=1, help="of decisions, moments and what is kept (1)")
    parser.add_argument("--break", dest="planted", choices=BREAKS, default="", help="plant a bug: the bench must fail")
    parser.add_argument("--workers", type=int, default=2, help="processes side by side (2)")
    parser.add_argument("--folder", type=Path, default=None, help="where the profiles are made (memory, if any)")
    chosen = parser.parse_args(args)
    if shutil.which("strace") is None:
        raise SetupFault("strace_missing", "strace is missing. Install it: apt-get install strace.")
    with tempfile.TemporaryDirectory(prefix="sigap-powercut-", dir=chosen.folder or _memory()) as folder:
        full, normal, off = _all_runs(folder, chosen.cuts, chosen.seed, chosen.planted, chosen.workers)
    short = _say(full, normal, off, chosen.cuts)
    for name in short:
        print(f"bench powercut: {name} is short of its figure", file=sys.stderr)
    return 1 if short else 0


def _memory() -> Path | None:
    """A file system in memory: syncs cost nothing there, and what they would have kept is known from the trace."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    return memory if memory.is_dir() else None


def _all_runs(folder: str, cuts: int, seed: int, planted: str, workers: int) -> tuple[Verdict, Verdict, Verdict]:
    control = max(_CUTS_A_RUN // 2, cuts // _CONTROL_SHARE)
    tasks = [
        *_tasks(folder, seed, planted, cuts),
        *_tasks(folder, seed, "normal", 0 if planted else control),
        *_tasks(folder, seed, "off", 0 if planted else control),
    ]
    found = {task.plant: Verdict() for task in tasks}
    if workers == 1:
        answers: Iterable[Verdict] = map(_run_and_cut, tasks)
        for task, verdict in zip(tasks, answers, strict=True):
            found[task.plant] += verdict
    else:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            for task, verdict in zip(tasks, pool.map(_run_and_cut, tasks), strict=True):
                found[task.plant] += verdict
    return found[planted], found.get("normal", Verdict()), found.get("off", Verdict())


def _tasks(folder: str, seed: int, plant: str, cuts: int) -> Iterable[_Task]:
    for number, start in enumerate(range(0, cuts, _CUTS_A_RUN)):
        yield _Task(folder, 1_000 * seed + number, plant, min(_CUTS_A_RUN, cuts - start))


def _run_and_cut(task: _Task) -> Verdict:
    """One traced desk and all the cuts of it."""
    hush()
    chance = random.Random(f"{task.seed}/{task.plant}")
    with tempfile.TemporaryDirectory(dir=task.folder) as folder:
        trace = traced(Path(folder), task.seed, task.plant)
        disk, verdict = Disk(trace), Verdict()
        for line in _moments(trace, task.cuts, chance):
            image = Path(folder) / "image"
            image.mkdir()
            verdict += opened(disk.cut(line, chance), image, _acknowledged(trace, line))
            shutil.rmtree(image)
        return verdict + Verdict(decisions=len(_acknowledged(trace, trace.lines + 1)))


def traced(folder: Path, seed: int, plant: str, decisions: int = _DECISIONS) -> Trace:
    """Let the desk decide under strace.

    Raises:
        Bug: it did not end well, or the trace is not what the driver was told.
    """
    profile, log = folder / "profile", folder / "trace"
    profile.mkdir()
    command = [
        "strace", "-f", "-qq", "--seccomp-bpf", "-e", f"trace={CALLS}", "-e", "signal=none", "-xx",
        "-s", str(_MOST_BYTES), "-o", str(log),
        sys.executable, "-m", "console.bench.powercut_desk", str(profile), str(seed), str(decisions), plant,
    ]  # fmt: skip
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=_RUN_S,
        cwd=Path(__file__).resolve().parents[2],
        check=False,
        start_new_session=True,
    )
    if done.returncode:
        raise Bug(f"the traced desk ended with {done.returncode}: {done.stderr[-2000:]}")
    trace = read_trace(log, profile)
    log.unlink()
    if [text for _, text in trace.said] != done.stdout.splitlines():
        raise Bug("the trace tells other acknowledgements than the driver heard")
    return trace


def _acknowledged(trace: Trace, line: int) -> tuple[str, ...]:
    """Ids the driver had been told when that line began; one said to lack its second copy counts as the ledger's."""
    return tuple(text for text in said_before(trace, line) if not text.startswith(("!", "?")))


def _moments(trace: Trace, cuts: int, chance: random.Random) -> Iterable[int]:
    """Half anywhere, a quarter right behind an acknowledgement, a quarter while the next file is built and swapped."""
    said = [line for line, text in trace.said if not text.startswith(("!", "?"))]
    first = said[FEWEST - 1] + 1
    began, ended = lines_of(trace, "console.db.next")
    for number in range(cuts):
        if number % 4 == 0 and ended > first:
            # Most of the swap's lines are pages of the new file: two thirds of these cuts are near its end.
            start = max(first, ended - 40 if number % 12 else began)
            yield chance.randint(start, min(trace.lines, ended + 40))
        elif number % 4 == 1:
            yield min(trace.lines, chance.choice(said[FEWEST:]) + chance.randint(1, 3))
        else:
            yield chance.randint(first, trace.lines)


def _say(full: Verdict, normal: Verdict, off: Verdict, cuts: int) -> list[str]:
    """Print all figures; the names of those that are short."""
    figures: list[tuple[str, int, bool]] = [
        ("cuts", full.cuts, full.cuts >= cuts),
        ("acknowledged", full.acknowledged, full.acknowledged >= FEWEST * cuts),
        ("fewest_acknowledged", full.fewest, full.fewest >= FEWEST),
        ("decisions", full.decisions, full.decisions > 0),
        ("swapped", full.swapped, True),
        ("recovered", full.recovered, full.recovered == 0),
        ("full_lost", full.lost, full.lost == 0),
        ("second_copy_lost", full.second_copy_lost, full.second_copy_lost == 0),
        ("unopened", full.unopened, full.unopened == 0),
        ("mixed", full.mixed, full.mixed == 0),
        ("normal_lost", normal.lost, normal.lost > 0 or not normal.cuts),
        ("off_lost", off.lost, off.lost > 0 or not off.cuts),
        ("control_cuts", normal.cuts + off.cuts, True),
    ]
    for name, value, _ in figures:
        _line(f"powercut.{name}", value)
    return [f"powercut.{name}" for name, _, reached in figures if not reached]


def _line(name: str, value: int) -> None:
    print(json.dumps({"name": name, "value": value, "unit": "", "baseline": None, "ratio": None}), flush=True)
