"""Bench restore on a small slice: what a backup lacks comes back; planted bugs are found."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _bench(*options: str) -> tuple[int, dict[str, float], str]:
    done = subprocess.run(
        [sys.executable, "main.py", "bench", "restore", "--desks", "3", "--decisions", "6", *options],
        cwd=ROOT, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(set(line) == {"name", "value", "unit", "baseline", "ratio"} for line in lines), done.stderr
    return done.returncode, {line["name"]: line["value"] for line in lines}, done.stderr


def test_everything_acknowledged_since_the_backup_is_there_again() -> None:
    status, found, words = _bench()
    assert status == 0, words
    assert found["restore.desks"] == 3
    assert found["restore.applied_after_backup"] > 0
    for name in ("lost", "twice", "rows_deleted", "diverged", "untold"):
        assert found[f"restore.{name}"] == 0, words


def test_a_desk_that_sends_nothing_again_is_found_out() -> None:
    status, found, words = _bench("--within", "4", "--break", "no_resend")
    assert status == 1
    assert found["restore.lost"] > 0
    assert "restore.lost is short of its figure" in words
