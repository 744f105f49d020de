"""Bench sync runs on a small slice and prints every figure of its issue, timing aside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console.bench import sync

NAMES = {
    "sync.fresh_vs_raw",
    "sync.fresh_vs_orm_merge",
    "sync.update_vs_raw",
    "sync.update_vs_orm_merge",
    "sync.steady_ms",
    "sync.steady_cpu_ms",
    "sync.steady_even_ms",
    "sync.steady_vs_full_list",
}

_ONCE = {"sync.steady_cpu_ms", "sync.steady_even_ms"}


def test_every_figure_is_printed_with_its_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slice_of_it = ["--held", "60", "--rows", "30", "--steady-held", "50", "--runs", "1", "--folder", str(tmp_path)]
    status = sync.run(slice_of_it)
    said = capsys.readouterr()
    lines = [json.loads(line) for line in said.out.splitlines()]
    assert {line["name"] for line in lines} == NAMES | {f"{name}.1" for name in NAMES - _ONCE}
    for line in lines:
        assert set(line) == {"name", "value", "unit", "baseline", "ratio"}
        assert line["value"] > 0
        assert (line["baseline"] is None) == (line["ratio"] is None)
    # Whether a figure is reached is for the bench alone; that it says so is for us.
    assert status == (1 if "is short of its figure" in said.err else 0)
    assert not any(tmp_path.iterdir())
