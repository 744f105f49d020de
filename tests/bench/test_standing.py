"""Bench standing on a slice: nobody is blocked wrongly, and each planted bug is found."""

from __future__ import annotations

import json

import pytest

from console.bench import standing
from console.bench.standing_breaks import BREAKS


def _figures(said: str) -> dict[str, int]:
    return {line["name"].removeprefix("standing."): line["value"] for line in map(json.loads, said.splitlines())}


def test_nobody_is_blocked_wrongly(capsys: pytest.CaptureFixture[str]) -> None:
    assert standing.run(["--histories", "120", "--seed", "7"]) == 0
    figures = _figures(capsys.readouterr().out)
    assert (figures["wrong_blocks"], figures["missed_blocks"]) == (0, 0)
    assert figures["blocks"] >= 10


@pytest.mark.parametrize("bug", sorted(BREAKS))
def test_a_planted_bug_is_found(bug: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert standing.run(["--histories", "2000", "--seed", "7", "--break", bug]) == 1
    assert "standing.wrong_blocks is short of its figure" in capsys.readouterr().err
