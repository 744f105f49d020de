"""A migration killed before any of its statements leaves a file that opens, all in it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from console.server.migrations import STEPS
from tests.goldens.recipe import revisions
from tests.house.tree import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fork and SIGKILL")


def _client_steps() -> list[Path]:
    return list((ROOT / "console" / "store" / "migrations" / "versions").glob("s*.py"))


def _kills(end: str, revision: str, folder: Path) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.goldens.interrupting", end, revision, str(folder)],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("end", "revision"),
    [("client", "")]
    + [("client", revision) for revision in revisions("client")]
    + [("server", revision) for revision in revisions("server")],
)
def test_killed_before_any_statement_it_opens_with_all_that_was_in_it(end: str, revision: str, tmp_path: Path):
    kills = _kills(end, revision, tmp_path / "golden")
    assert len(kills) > 3, "the upgrade's statements were not seen"
    assert [kill for kill in kills if not kill["same_in_the_end"]] == []
    # A step is all or nothing: besides the file as it was and as it became there is one state a step, at most.
    states = {kill["found"] for kill in kills}
    assert len(states) <= 2 + len(STEPS if end == "server" else _client_steps())
