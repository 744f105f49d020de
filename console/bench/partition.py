"""Proves that no partition loses, doubles or stalls a decision; all desks end up equal.

A real server process and `--desks` console cores, each a process behind a TCP proxy of its own (partition_proxy.py),
decide all the while; every acknowledgement is written down here, over a pipe. For `--minutes` a plan drawn from
`--seed` lets lines be slow, thin, refused, reset, sliced, half-open, swallowed or answered by a stranger, and stops
(SIGSTOP) or kills (kill -9) desks and server. Then everything is healed: within 30 s all queues must be empty and all
desks equal to the server, row by row; what was acknowledged must have exactly one answer and, when applied, exactly one
effect.

`partition.stalled` counts queues that did not empty within 30 s though line, desk and server were well: during the run
and after it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from console.bench.partition_breaks import BREAKS
from console.bench.partition_desk import digest_of
from console.bench.partition_faults import FAULTS, SERVER, Mishap, plan
from console.bench.partition_proxy import Proxies
from console.bench.partition_verdict import apart, judge, server_rows
from console.bench.partition_world import STUCK_AFTER_S, DeskProcess, ServerProcess
from console.domain.errors import Fault
from console.simulate.sender import Refused

_REPORTS_FIRST = 60


def run(args: list[str]) -> int:
    """Run it, print one JSON object a line, return 1 when a figure is short of issue 3."""
    parser = argparse.ArgumentParser(prog="bench partition")
    parser.add_argument("--desks", type=int, default=8, help="console cores (8)")
    parser.add_argument("--minutes", type=float, default=5.0, help="how long faults go on (5)")
    parser.add_argument("--seed", type=int, default=1, help="of the plan of faults and of what is decided (1)")
    parser.add_argument("--per-second", type=float, default=4.0, help="decisions a second at each desk (4)")
    parser.add_argument("--faults", default=",".join(FAULTS), help=f"which, of {','.join(FAULTS)} (all)")
    parser.add_argument("--within", type=float, default=STUCK_AFTER_S, help="seconds to become equal in (30)")
    parser.add_argument("--break", dest="broken", choices=sorted(BREAKS), default="", help="plant a bug; must fail")
    parser.add_argument("--folder", type=Path, default=None, help="where profiles and database are made")
    parser.add_argument("--keep", action="store_true", help="leave them there")
    chosen = parser.parse_args(args)
    folder = Path(tempfile.mkdtemp(prefix="sigap-bench-", dir=chosen.folder))
    try:
        partition = _Partition(chosen, folder)
        try:
            partition.begin()
            partition.suffer()
            partition.heal()
            short = partition.judge()
        finally:
            partition.end()
    finally:
        if not chosen.keep:
            shutil.rmtree(folder, ignore_errors=True)
    for name in short:
        print(f"bench partition: {name} is short of its figure", file=sys.stderr)
    return 1 if short else 0


class _Partition:
    """One run, step by step."""

    def __init__(self, chosen: argparse.Namespace, folder: Path) -> None:
        self._chosen, self._folder = chosen, folder
        self._server = ServerProcess(folder)
        self._proxies = Proxies(chosen.desks, lambda: self._server.child.port, chosen.seed)
        order: dict[str, object] = {
            "seed": chosen.seed, "per_second": chosen.per_second, "break": chosen.broken,
        }  # fmt: skip
        self._desks: list[DeskProcess] = []
        for number, line in enumerate(self._proxies.lines):
            self._desks.append(DeskProcess(number, folder, line, self._server, order))
        self._mishaps = plan(chosen.desks, 60 * chosen.minutes, chosen.seed, chosen.faults.split(","))
        self._least = chosen.desks * chosen.minutes * 60 * chosen.per_second / 4
        self._over = threading.Event()
        self._reporter = threading.Thread(target=self._report, name="citizens", daemon=True)
        self._unequal = 0
        self._stuck_at_end = 0
        self._healed_s = 0.0

    def begin(self) -> None:
        """Everybody up, some reports there."""
        for _ in range(_REPORTS_FIRST):
            self._server.report()
        for desk in self._desks:
            if not desk.up.wait(60):
                raise Fault("desk_not_up", f"{desk.user} did not start. {desk.last_words()}")
        self._reporter.start()

    def suffer(self) -> None:
        """Let the plan happen."""
        began_s = time.monotonic()
        steps: list[tuple[float, Callable[[], None]]] = []
        for mishap in self._mishaps:
            steps.append((mishap.at_s, lambda mishap=mishap: self._strike(mishap)))  # type: ignore[misc]
            steps.append((mishap.until_s, lambda mishap=mishap: self._mend(mishap)))  # type: ignore[misc]
        for at_s, step in sorted(steps, key=lambda each: each[0]):
            time.sleep(max(0.0, began_s + at_s - time.monotonic()))
            step()
        time.sleep(max(0.0, began_s + 60 * self._chosen.minutes - time.monotonic()))
        # A busy machine decides less in the same time: the desks go on until there is something to judge.
        _until(lambda: len(self._acknowledged()) >= self._least, self._chosen.within)

    def heal(self) -> None:
        """Nobody decides any more; wait until all queues are empty and all desks hold what the server holds."""
        self._over.set()
        began_s = time.monotonic()
        for desk in self._desks:
            desk.command("stop")
        unequal, turn = list(self._desks), 0
        while unequal and time.monotonic() - began_s < self._chosen.within:
            turn += 1
            time.sleep(0.25)
            digest = digest_of(server_rows(self._server.file))
            for desk in unequal:
                desk.command(f"tell {turn}")
            _until(lambda unequal=unequal, turn=turn: all(turn in desk.heard.told for desk in unequal), 5.0)  # type: ignore[misc]
            unequal = [desk for desk in unequal if desk.heard.told.get(turn) != (digest, 0)]
        self._healed_s = time.monotonic() - began_s
        self._unequal = len(unequal)
        self._stuck_at_end = sum(desk.heard.waiting > 0 and not desk.in_a_stall for desk in self._desks)

    def judge(self) -> list[str]:
        """Print every figure; the names of those that are short."""
        ledger, diverged = self._dumped()
        acknowledged = self._acknowledged()
        kills = sum(desk.heard.kills for desk in self._desks)
        verdict = judge(self._server.file, acknowledged, ledger, kills)
        stalled = self._stuck_at_end + sum(desk.heard.stuck for desk in self._desks)
        figures: list[tuple[str, float, str, bool]] = [
            ("faults", len(self._mishaps), "faults", len(self._mishaps) > 0),
            ("acknowledged", len(acknowledged), "decisions", len(acknowledged) >= self._least),
            ("applied", verdict.applied, "decisions", verdict.applied > 0),
            ("refused", verdict.refused, "decisions", True),
            ("unsaid", verdict.unsaid, "decisions", True),
            ("rebuilt_and_told", sum(desk.heard.stalls for desk in self._desks), "banners", True),
            ("lost", verdict.lost, "decisions", verdict.lost == 0),
            ("twice", verdict.twice, "decisions", verdict.twice == 0),
            ("stalled", stalled, "queues", stalled == 0),
            ("diverged", diverged, "rows", diverged == 0 and self._unequal == 0),
            ("healed_s", self._healed_s, "s", self._unequal == 0),
        ]
        for kind, count in sorted(Counter(_name(mishap) for mishap in self._mishaps).items()):
            _line(f"faults.{kind}", count, "faults")
        for name, value, unit, _ in figures:
            _line(name, value, unit)
        return [f"partition.{name}" for name, _, _, good in figures if not good]

    def _acknowledged(self) -> list[str]:
        return [each for desk in self._desks for each in desk.heard.acknowledged]

    def end(self) -> None:
        """Stop everything that was started."""
        self._over.set()
        for desk in self._desks:
            with suppress(OSError):
                desk.end()
        if self._reporter.is_alive():
            self._reporter.join(60)
        self._proxies.close()
        self._server.stop()

    def _dumped(self) -> tuple[dict[str, str], int]:
        """Every desk's ledger in one, and how many rows differ from the server's."""
        ledger: dict[str, str] = {}
        diverged = 0
        for desk in self._desks:
            file = self._folder / f"{desk.user}.json"
            desk.command(f"dump {file}")
            if not _until(lambda desk=desk, file=file: str(file) in desk.heard.dumped, 20.0):  # type: ignore[misc]
                raise Fault("desk_silent", f"{desk.user} does not answer. {desk.last_words()}")
            dump = json.loads(file.read_text("utf-8"))
            ledger |= dump["ledger"]
            diverged += apart(dump["rows"], server_rows(self._server.file))
        return ledger, diverged

    def _strike(self, mishap: Mishap) -> None:
        if mishap.whom == SERVER:
            self._server.suffer(mishap.kind)
        else:
            self._desks[mishap.whom].suffer(mishap.kind)

    def _mend(self, mishap: Mishap) -> None:
        if mishap.whom == SERVER:
            self._server.heal()
        else:
            self._desks[mishap.whom].heal(mishap.kind)

    def _report(self) -> None:
        while not self._over.wait(0.5):
            # A server killed while it answered may hold the report all the same; it is the decisions that are counted.
            with suppress(Fault, Refused):
                self._server.report()


def _name(mishap: Mishap) -> str:
    return f"server_{mishap.kind}" if mishap.whom == SERVER else mishap.kind


def _until(true: Callable[[], bool], within_s: float) -> bool:
    deadline_s = time.monotonic() + within_s
    while not true():
        if time.monotonic() > deadline_s:
            return False
        time.sleep(0.01)
    return True


def _line(name: str, value: float, unit: str) -> None:
    told = {"name": f"partition.{name}", "value": round(value, 3), "unit": unit, "baseline": None, "ratio": None}
    print(json.dumps(told), flush=True)
