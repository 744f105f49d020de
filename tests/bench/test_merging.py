"""Bench merging on a slice: no report is lost, and each planted bug is found."""

from __future__ import annotations

import json

import pytest

from console.bench import merging
from console.bench.merging_histories import BREAKS


def test_no_report_is_lost(capsys: pytest.CaptureFixture[str]) -> None:
    assert merging.run(["--histories", "40", "--seed", "5"]) == 0
    figures = {line["name"]: line["value"] for line in map(json.loads, capsys.readouterr().out.splitlines())}
    assert figures["merging.lost"] == 0
    assert figures["merging.stood"] >= 100


@pytest.mark.parametrize("bug", sorted(BREAKS))
def test_a_planted_bug_is_found(bug: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert merging.run(["--histories", "40", "--seed", "5", "--break", bug]) == 1
    assert "bench merging: seed" in capsys.readouterr().err
