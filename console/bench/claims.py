"""Proves the leases: 50 operators in stopped processes with wrong clocks fight over cases.

A real server process with a short lease; the desks are the product's own store, ledger, outbox, follower and presence
over HTTP, in several processes that are stopped (SIGSTOP) for up to three leases, some of their clocks an hour off or
running twice as fast. They claim, act, hand back, fall silent, take over with a reason, break leases, and claim
offline. In which order tokens were given is read from the server's database, what was acknowledged and believed from
the desks' notes (claims_verdict).

`claims.claims` are tokens given; `stale_accepted` acts that took effect with a token older than the newest given by
then; `two_holders` desks that still believed to hold a case when it was taken over; `conflicts_made` claims made
offline that another desk had been quicker with, `conflicts_shown` those shown with both acts at the first sync.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from console import paths
from console.bench.claims_breaks import BREAKS, DESK_BREAKS, SERVER_BREAKS, plant
from console.bench.claims_desks import DesksPlan, fill_template, run_desks
from console.bench.claims_verdict import Verdict, judge_all
from console.bench.claims_world import plans, prepare
from console.bench.invented_reports import invented_report
from console.contract.codec import decode, encode
from console.embedded import Embedded
from console.server.database import Database

_CLAIMS_A_REPORT = 7
_BROKEN_SHARE = 0.06
_ZERO = ("stale_accepted", "two_holders", "token_twice", "lost", "twice")
_UNITS = {"claims": "tokens", "seconds": "s", "lease": "s"}


def run(args: list[str]) -> int:
    """Fight, print one JSON object a line, return 1 when a figure is short."""
    if args[:1] == ["--plant"]:
        return _serve_planted(args[1], args[2:])
    if args[:1] == ["--desks"]:
        plant(args[2])
        return run_desks(decode(Path(args[1]).read_bytes(), DesksPlan))
    chosen = _arguments(args)
    began_s = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="sigap-claims-", dir=chosen.folder) as folder:
        fight = _Fight(Path(folder), chosen)
        try:
            fight.go_on(chosen.claims, chosen.minutes * 60)
        finally:
            fight.end()
        verdict = fight.verdict()
    verdict.figures["seconds"] = round(time.monotonic() - began_s)
    verdict.figures["lease"] = chosen.lease
    verdict.figures["stops"] = fight.stops
    return _say(verdict, chosen.claims)


def _say(verdict: Verdict, claims: int) -> int:
    names = ("claims", "taken_over", "broken", "acknowledged", "effects", "refused", "offline_claims", "conflicts_made",
             "conflicts_shown", "stops", "faults", "lease", "seconds", *_ZERO)  # fmt: skip
    figures = {name: verdict.figures.get(name, 0) for name in names}
    for name, value in figures.items():
        unit = _UNITS.get(name, "count")
        print(json.dumps({"name": f"claims.{name}", "value": value, "unit": unit, "baseline": None, "ratio": None}))
    short = [name for name in _ZERO if figures[name]]
    short += ["claims"] if figures["claims"] < claims else []
    short += ["conflicts_shown"] if figures["conflicts_shown"] != figures["conflicts_made"] else []
    short += [name for name in ("taken_over", "conflicts_made") if not figures[name]]
    for name in short:
        print(f"bench claims: claims.{name} is short of its figure", file=sys.stderr)
    return 1 if short else 0


def _arguments(args: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench claims")
    parser.add_argument("--operators", type=int, default=50, help="people at desks of their own (50)")
    parser.add_argument("--claims", type=int, default=20_000, help="claims to be given (20000)")
    parser.add_argument("--processes", type=int, default=5, help="how many their desks run in (5)")
    parser.add_argument("--lease", type=int, default=3, help="seconds of a lease (3)")
    parser.add_argument("--minutes", type=float, default=60.0, help="give up after so many (60)")
    parser.add_argument("--seed", type=int, default=1, help="what people and stops are drawn from (1)")
    parser.add_argument("--break", dest="planted", choices=sorted(BREAKS), default="", help="plant a bug: must fail")
    shared = Path("/dev/shm")  # noqa: S108 - memory; each run makes a folder of its own in it
    parser.add_argument("--folder", type=Path, default=shared if shared.is_dir() else None, help="where files are made")
    return parser.parse_args(args)


@dataclass(slots=True)
class _Desks:
    """A process of desks."""

    process: subprocess.Popen[bytes]
    stopped_until_s: float = 0.0


class _Fight:
    """The processes, and the hand that stops them."""

    def __init__(self, folder: Path, chosen: argparse.Namespace) -> None:
        self._folder, self._lease_s = folder, int(chosen.lease)
        self._chance = random.Random(f"stops/{chosen.seed}")
        self._file = folder / "server.db"
        self.stops = 0
        people = plans(chosen.operators, chosen.seed)
        reports = 60 + chosen.claims // _CLAIMS_A_REPORT
        prepare(self._file, people, reports, self._lease_s)
        command = paths.own_command()
        if chosen.planted in SERVER_BREAKS:
            command = [*command, "bench", "claims", "--plant", chosen.planted]
        self._server = Embedded.start(command, self._file, media=folder / "media", log=folder / "server.log")
        fill_template(self._server.address, people[0], folder / "template.db")
        ids = tuple(invented_report(n).id for n in range(reports))
        many = min(chosen.processes, chosen.operators)
        self._logs = [folder / f"desks-{n}.jsonl" for n in range(many)]
        self._desks = [self._start(n, many, chosen, ids) for n in range(many)]

    def _start(self, n: int, many: int, chosen: argparse.Namespace, reports: tuple[str, ...]) -> _Desks:
        told = DesksPlan(
            address=self._server.address,
            folder=str(self._folder / "desks"),
            log=str(self._logs[n]),
            template=str(self._folder / "template.db"),
            operators=chosen.operators,
            seed=chosen.seed,
            mine=tuple(range(n, chosen.operators, many)),
            reports=reports,
            lease_s=self._lease_s,
        )
        file = self._folder / f"desks-{n}.json"
        file.write_bytes(encode(told))
        planted = chosen.planted if chosen.planted in DESK_BREAKS else ""
        command = [*paths.own_command(), "bench", "claims", "--desks", str(file), planted]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)
        return _Desks(process)

    def go_on(self, claims: int, longest_s: float) -> None:
        """Until so many tokens were given, or time is up; one process after the other is stopped for a while."""
        until_s = time.monotonic() + longest_s
        database = Database(f"sqlite:///{self._file}")
        try:
            while time.monotonic() < until_s and self._given(database) < claims * (1 + _BROKEN_SHARE):
                if any(desks.process.poll() is not None for desks in self._desks):
                    raise RuntimeError("a process of desks ended by itself")
                for _ in range(4):
                    self._stop_one()
                    time.sleep(0.5)
        finally:
            database.close()

    def _given(self, database: Database) -> int:
        """About how many tokens: a broken lease raises the number too."""
        statement = "SELECT sum(json_extract(CAST(body AS TEXT), '$.last_token')) FROM feed WHERE kind = 'report'"
        with database.read() as connection:
            return int(connection.exec_driver_sql(statement).scalar() or 0)

    def _stop_one(self) -> None:
        now_s = time.monotonic()
        for desks in self._desks:
            if desks.stopped_until_s and now_s >= desks.stopped_until_s:
                desks.process.send_signal(signal.SIGCONT)
                desks.stopped_until_s = 0.0
        if sum(bool(desks.stopped_until_s) for desks in self._desks) < len(self._desks) // 2:
            chosen = self._chance.choice(self._desks)
            if not chosen.stopped_until_s:
                chosen.process.send_signal(signal.SIGSTOP)
                chosen.stopped_until_s = now_s + self._chance.uniform(0.3, 3.0) * self._lease_s
                self.stops += 1

    def end(self) -> None:
        """Everybody goes on, answers what waits, and ends."""
        for desks in self._desks:
            desks.process.send_signal(signal.SIGCONT)
        for desks in self._desks:
            if desks.process.stdin is not None:
                desks.process.stdin.close()
        for desks in self._desks:
            try:
                desks.process.wait(120)
            except subprocess.TimeoutExpired:
                desks.process.kill()
                desks.process.wait()
        self._server.stop()

    def verdict(self) -> Verdict:
        """Count."""
        return judge_all(self._file, self._logs)


def _serve_planted(name: str, rest: list[str]) -> int:
    """The server's own start, with a bug in it: `rest` is what the console tells its embedded server."""
    from console.server.main import serve

    plant(name)
    parser = argparse.ArgumentParser(prog="bench claims --plant")
    parser.add_argument("command", choices=["server"])
    parser.add_argument("--embedded", action="store_true")
    parser.add_argument("--port", type=int)
    parser.add_argument("--database")
    parser.add_argument("--media", type=Path)
    told = parser.parse_args(rest)
    return serve(database_url=told.database, port=told.port, media=told.media, embedded=told.embedded)
