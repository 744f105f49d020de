"""Bench powercut on a slice: nothing is lost, controls lose, and planted bugs are found."""

from __future__ import annotations

import json

import pytest

from console.bench import powercut

NAMES = ("cuts", "acknowledged", "full_lost", "second_copy_lost", "normal_lost", "off_lost")


def _figures(said: str) -> dict[str, int]:
    lines = [json.loads(line) for line in said.splitlines()]
    assert all(set(line) == {"name", "value", "unit", "baseline", "ratio"} for line in lines)
    return {line["name"].removeprefix("powercut."): line["value"] for line in lines}


def test_what_was_acknowledged_outlasts_every_cut(capsys: pytest.CaptureFixture[str]) -> None:
    status = powercut.run(["--cuts", "40", "--seed", "3", "--workers", "1"])
    said = capsys.readouterr()
    found = _figures(said.out)
    assert status == 0, said.err
    assert set(NAMES) <= set(found)
    assert found["cuts"] == 40
    assert found["fewest_acknowledged"] >= 20
    assert found["full_lost"] == found["second_copy_lost"] == 0
    assert found["normal_lost"] > 0
    assert found["off_lost"] > 0


# swap_unsynced shows itself in the moments around a swap only: 300 cuts find it, a slice need not.
@pytest.mark.parametrize("planted", ["ledger_unsynced", "journal_unsynced"])
def test_a_planted_bug_is_found(planted: str, capsys: pytest.CaptureFixture[str]) -> None:
    status = powercut.run(["--cuts", "40", "--seed", "5", "--workers", "1", "--break", planted])
    assert status == 1
    assert "is short of its figure" in capsys.readouterr().err
