"""The proof of the audit chain, small: nothing is missed, and planted bugs are found."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from console.bench import audit
from tests.conftest import REPOSITORY

WAYS = ("changes", "deletions", "insertions", "swaps", "truncations", "rewrites")


def test_nothing_done_to_a_small_chain_is_missed(capsys: pytest.CaptureFixture[str]):
    assert audit.run(["--records", "14", "--writers", "16", "--appends", "4"]) == 0
    told = {line["name"]: line["value"] for line in map(json.loads, capsys.readouterr().out.splitlines())}
    assert {told[f"audit.{way}_missed"] for way in WAYS} == {0}
    assert min(told[f"audit.{way}_tried"] for way in WAYS) > 50
    assert told["audit.changes_tried"] == 8 * told["audit.bytes"]
    assert (told["audit.forks"], told["audit.appended"]) == (0, 64)


@pytest.mark.parametrize(
    ("broken", "figure"),
    [
        ("unlinked", "audit.rewrites_missed"),
        ("unsigned", "audit.changes_missed"),
        ("unclosed", "audit.truncations_missed"),
        ("unlocked", "audit.forks"),
    ],
)
def test_a_planted_bug_is_found(broken: str, figure: str):
    done = subprocess.run(
        [sys.executable, "main.py", "bench", "audit", "--records", "12", "--appends", "3", "--break", broken],
        cwd=REPOSITORY, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout
    assert f"{figure} is short" in done.stderr
