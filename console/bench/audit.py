"""Proves that the audit chain breaks wherever it is touched; many writers make one chain.

- a chain of `--records` real records: a server in process takes reports, decisions, looks, sign-ins and administrators'
  acts, signs checkpoints; its export is tampered with and verified by the very code behind `audit verify`.
- `audit.changes_missed`: every bit of every byte of the file. `audit.deletions_missed`: lines, runs of lines, every
  byte. `audit.insertions_missed`, `audit.swaps_missed`: of real and of well-forged records. `audit.truncations_missed`:
  after every byte, and at older checkpoints. `audit.rewrites_missed`: hashed anew from every place on, with no key,
  another key, and (against the checkpoints a console kept) the server's own. Each `..._tried` says how many.
- `audit.appended`, `audit.forks`: `--writers` threads take in `--appends` reports each; each acknowledged one must be
  on the chain once, no record may be followed by two. `--database` does it on PostgreSQL.
- `audit.verify_per_s`: records verified in a second from that chain's file.

Breaks (each must fail): unlinked (the hash before is not in the hash), unsigned (any signature is good), unclosed (the
end is not looked for), unlocked (writers read the last hash before their turn, and the table lets them).
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import tempfile
import threading
import time
from pathlib import Path
from random import Random

from console.bench.audit_breaks import BREAKS
from console.bench.audit_tamper import Tamperer
from console.bench.audit_world import at_work, exported, report_in, served, source_of
from console.contract.audit_file import lines_of
from console.contract.audit_verify import verify
from console.domain.errors import Fault

_WAYS = ("changes", "deletions", "insertions", "swaps", "truncations", "rewrites")


def run(args: list[str]) -> int:
    """Prove, print one JSON object a line, return 1 when a figure is short of issue 3."""
    parser = argparse.ArgumentParser(prog="bench audit", description=__doc__.partition("\n")[0])
    parser.add_argument("--records", type=int, default=300, help="records of the chain tampered with (300)")
    parser.add_argument("--writers", type=int, default=16, help="threads that write at once (16)")
    parser.add_argument("--appends", type=int, default=1000, help="reports each of them takes in (1000)")
    parser.add_argument("--seed", type=int, default=1, help="what the center does (1)")
    parser.add_argument("--database", default="", help="for the writers: an SQLAlchemy URL, empty (a new SQLite file)")
    parser.add_argument("--break", dest="broken", choices=sorted(BREAKS), help="plant this bug, which must be found")
    chosen = parser.parse_args(args)
    if chosen.broken:
        BREAKS[chosen.broken]()
    with tempfile.TemporaryDirectory(prefix="sigap-bench-") as folder:
        short = _tamper(Path(folder) / "one", chosen.records, chosen.seed)
        short += _write_together(Path(folder) / "two", chosen.writers, chosen.appends, chosen.database)
    for name in short:
        print(f"bench audit: {name} is short of its figure", file=sys.stderr)
    return 1 if short else 0


def _tamper(folder: Path, records: int, seed: int) -> list[str]:
    folder.mkdir()
    with served(folder) as parts:
        chain = at_work(parts, records, Random(seed))
    tamperer = Tamperer(chain)
    _line("audit.records", len(chain.records), "records")
    _line("audit.bytes", sum(len(line) for line in tamperer.lines), "bytes")
    short: list[str] = []
    for way in _WAYS:
        tally = getattr(tamperer, way)()
        _line(f"audit.{way}_tried", tally.tried, "tries")
        _line(f"audit.{way}_missed", tally.missed, "tries")
        if tally.missed or not tally.tried:
            print(f"bench audit: first missed: {tally.first_missed}", file=sys.stderr)
            short.append(f"audit.{way}_missed")
    return short


def _write_together(folder: Path, writers: int, appends: int, database: str) -> list[str]:
    folder.mkdir()
    with served(folder, database) as parts:
        source = source_of(parts)
        acknowledged: list[list[str]] = [[] for _ in range(writers)]

        def write(own: list[str]) -> None:
            for number in range(appends):
                try:
                    own.append(report_in(parts, source, f"laporan rekaan {number:04d}"))
                except Fault:
                    continue

        threads = [threading.Thread(target=write, args=(own,), name="writer") for own in acknowledged]
        began = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        took_s = time.perf_counter() - began
        chain = exported(parts)
    ids = [f"report/{each}" for own in acknowledged for each in own]
    on_chain = [record.subject for record in chain.records if record.kind == "report"]
    previous = [record.previous for record in chain.records]
    file = chain.as_file()
    began = time.perf_counter()
    whole = verify(lines_of(io.BytesIO(file)), chain.closing.key).whole
    verify_s = time.perf_counter() - began
    forks = len(previous) - len(set(previous)) + (0 if whole else 1)
    appended = len(on_chain) if sorted(on_chain) == sorted(ids) else 0
    _line("audit.appended", appended, "records")
    _line("audit.forks", forks, "records")
    _line("audit.appended_per_s", appended / took_s, "records/s")
    _line("audit.verify_per_s", len(chain.records) / verify_s, "records/s")
    _line("audit.chain_kib", len(file) / 1024, "KiB")
    short = [] if appended == writers * appends else ["audit.appended"]
    return short if forks == 0 else [*short, "audit.forks"]


def _line(name: str, value: float, unit: str) -> None:
    told = {"name": name, "value": round(value, 3), "unit": unit, "baseline": None, "ratio": None}
    print(json.dumps(told), flush=True)
