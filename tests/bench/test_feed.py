"""Bench feed on a small slice: nothing is skipped, and planted bugs are found."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from console.bench import feed
from console.bench.feed_breaks import BREAKS
from console.bench.feed_postgres import PostgresServer
from tests.worlds.databases import postgres as postgres

MAIN = Path(__file__).resolve().parents[2] / "main.py"


def figures(printed: str) -> dict[str, float]:
    return {told["name"]: told["value"] for told in map(json.loads, printed.splitlines())}


def test_late_commits_of_many_connections_hide_nothing_from_a_cursor(
    postgres: PostgresServer, capsys: pytest.CaptureFixture[str]
) -> None:
    url = postgres.url.render_as_string(hide_password=False)
    assert feed.run(["--database", url, "--writers", "8", "--events", "3000", "--seed", "3"]) == 0
    found = figures(capsys.readouterr().out)
    assert (found["feed.events"], found["feed.skipped"], found["feed.lost"]) == (3000, 0, 0)
    assert found["feed.naive_skipped"] > 0


def test_on_sqlite_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path / 'feed.db'}"
    assert feed.run(["--database", url, "--writers", "4", "--events", "600", "--seed", "3"]) == 0
    found = figures(capsys.readouterr().out)
    assert (found["feed.events"], found["feed.skipped"]) == (600, 0)


@pytest.mark.parametrize("broken", sorted(BREAKS))
def test_a_planted_bug_is_found(postgres: PostgresServer, broken: str) -> None:
    url = postgres.url.render_as_string(hide_password=False)
    command = [sys.executable, str(MAIN), "bench", "feed", "--database", url, "--writers", "8", "--events", "1500"]
    done = subprocess.run([*command, "--break", broken], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1, done.stderr
    assert "feed.skipped is short of its figure" in done.stderr
