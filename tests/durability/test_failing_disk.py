"""A disk full or broken at any write loses nothing acknowledged; work goes on.

The desk of 'bench powercut' decides in a process of its own; strace makes the k-th write or sync of its profile fail.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.bench.powercut_desk import KEY
from console.contract.decisions import decode_decision
from console.desk.decide import Desk
from console.store.journal import Journal, read_journal
from console.store.store import Store

ROOT = Path(__file__).resolve().parents[2]
FILES = ("console.db", "console.db-wal", "console.db.next", "decisions.journal")
DECISIONS = 40
TOLD = {"disk_full", "store_io"}
"""Faults an operator may be told of; a second copy that fails is told with '?', the decision stands."""


def _decided(profile: Path, inject: str) -> tuple[list[str], list[str], list[str]]:
    """(acknowledged, acknowledged without second copy, faults told) of a desk whose disk fails as `inject` says."""
    profile.mkdir()
    paths = [part for name in FILES for part in ("-P", str(profile / name))]
    calls = ["-e", f"trace={inject.partition(':')[0]}", "-e", f"inject={inject}"]
    command = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", *paths, *calls]
    child = [sys.executable, "-m", "tests.durability.deciding", str(profile), str(DECISIONS)]
    done = subprocess.run([*command, *child], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    said = done.stdout.splitlines()
    acknowledged = [line.removeprefix("? ") for line in said if not line.startswith("!")]
    short = [line.removeprefix("? ") for line in said if line.startswith("?")]
    return acknowledged, short, [line.removeprefix("! ") for line in said if line.startswith("!")]


@pytest.mark.parametrize(
    "inject",
    [
        "pwrite64:error=ENOSPC:when=40",
        "pwrite64:error=ENOSPC:when=73..90",
        "pwrite64:error=EIO:when=211",
        "pwrite64:error=EIO:when=55..700+97",
        "write:error=ENOSPC:when=9..15",
        "write:error=EIO:when=4",
        "fsync,fdatasync:error=EIO:when=13",
        "fsync,fdatasync:error=ENOSPC:when=20..33",
    ],
)
def test_a_write_that_fails_loses_nothing_and_work_goes_on(tmp_path: Path, inject: str) -> None:
    profile = tmp_path / "profile"
    acknowledged, short, faults = _decided(profile, inject)
    assert faults or short, "nothing failed: the disk was not touched"
    assert set(faults) <= TOLD, faults
    # The disk works again at the end of each case: the last decision was taken, with its second copy.
    assert len(acknowledged) > DECISIONS // 3
    assert acknowledged[-1] not in short
    store = Store.open(profile / "console.db", KEY, lambda: datetime.now(UTC))
    journal = Journal(profile / "decisions.journal", KEY)
    try:
        ledger = [decode_decision(raw).id for _, raw, _ in store.ledger_raw()]
        assert set(acknowledged) <= set(ledger)
        assert len(ledger) == len(set(ledger))
        desk = Desk(store, person=lambda: None, server_now=lambda: datetime.now(UTC), journal=journal)
        desk.complete_second_copy()
    finally:
        journal.close()
        store.close()
    second = [record.id for record in read_journal(profile / "decisions.journal", KEY).records]
    assert set(ledger) == set(second)
    assert not (profile / "console.db.next").exists()
