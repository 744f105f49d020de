"""Bench crash on a small slice: every decision survives, and planted bugs are found."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _bench(*options: str) -> tuple[int, dict[str, float], str]:
    done = subprocess.run(
        [sys.executable, "main.py", "bench", "crash", "--seed", "3", *options],
        cwd=ROOT, capture_output=True, text=True, timeout=240,
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(set(line) == {"name", "value", "unit", "baseline", "ratio"} for line in lines), done.stderr
    return done.returncode, {line["name"]: line["value"] for line in lines}, done.stderr


def test_no_kill_loses_doubles_or_halves_a_decision() -> None:
    status, found, words = _bench("--kills", "10")
    assert found["crash.kills"] == 10, words
    assert found["crash.acknowledged"] >= 200
    assert found["crash.applied"] + found["crash.refused"] == found["crash.acknowledged"]
    for name in ("lost", "twice", "half_applied", "diverged", "undrained"):
        assert found[f"crash.{name}"] == 0, words
    # How many of ten kills met a commit or a request is chance; every other figure is not.
    assert status == (1 if found["crash.killed_busy"] < 5 else 0), words


@pytest.mark.parametrize(("bug", "figure"), [("ledger_pop", "lost"), ("table", "half_applied")])
def test_a_planted_bug_is_found(bug: str, figure: str) -> None:
    status, found, words = _bench("--kills", "4", "--break", bug)
    assert status == 1
    assert found[f"crash.{figure}"] > 0
    assert f"crash.{figure} is short of its figure" in words
