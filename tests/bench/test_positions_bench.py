"""Bench positions: a server that answers before its COMMIT is found out by one kill."""

from __future__ import annotations

import json

import pytest

from console.bench import positions


def test_a_fix_answered_before_its_commit_is_found_lost(capfd: pytest.CaptureFixture[str]):
    # One kill may fall just behind a commit; four of them do not.
    status = positions.run(
        ["--only", "kills", "--kills", "4", "--rate", "200", "--units", "50", "--break", "early"]
    )  # fmt: skip
    told, words = capfd.readouterr()
    found = {line["name"]: line["value"] for line in map(json.loads, told.splitlines())}
    assert status == 1
    assert found["positions.answered_before_kills"] > 0
    assert found["positions.lost"] > 0
    assert "positions.lost is short of its figure" in words
