"""The bench of first light counts, times and judges; a slice of it is played for real."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from console.bench import first_light
from console.bench.first_light import Found, Play, best_of, idle_play, percentile, short_of

REPOSITORY = Path(__file__).resolve().parents[2]
NAMES = (
    "sent", "server", "store", "shown", "fixes_sent", "fixes_stored", "lost",
    "commit_to_painted_p50_ms", "commit_to_painted_p99_ms", "gui_stall_max_ms",
)  # fmt: skip


def _slice(real_data: Path, folder: Path) -> tuple[Path, Path]:
    """The first twelve real reports and the first forty fixes of the real fleet."""
    whole = json.loads(next((real_data / "reports").glob("*.geojson")).read_text(encoding="utf-8"))
    few = sorted(whole["features"], key=lambda feature: str(feature["properties"]["created_at"]))[:12]
    reports, fleet = folder / "few.geojson", folder / "few.csv"
    reports.write_text(json.dumps({"type": "FeatureCollection", "features": few}), encoding="utf-8")
    lines = next((real_data / "positions").glob("*.csv")).read_text(encoding="utf-8").splitlines()
    fleet.write_text("\n".join(lines[:41]) + "\n", encoding="utf-8")
    return reports, fleet


def test_a_slice_of_the_real_files_arrives_whole_in_a_real_window(real_data: Path, tmp_path: Path) -> None:
    reports, fleet = _slice(real_data, tmp_path)
    command = [sys.executable, "main.py", "bench", "first-light", "--reports", str(reports), "--fleet", str(fleet)]
    little = ["--speed", "20000", "--runs", "1", "--idle", "5"]
    # How soon is the bench's to judge, on a quiet machine: here only what arrived counts.
    done = subprocess.run([*command, *little], cwd=REPOSITORY, capture_output=True, text=True, timeout=240)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(set(line) == {"name", "value", "unit", "baseline", "ratio"} for line in lines), done.stdout
    values = {line["name"]: line["value"] for line in lines}
    assert {name: values[name] for name in NAMES[:7]} == {
        "sent": 12, "server": 12, "store": 12, "shown": 12, "fixes_sent": 40, "fixes_stored": 40, "lost": 0,
    }, done.stderr  # fmt: skip
    assert all(values[name] > 0 and f"{name}.run1" in values for name in NAMES[7:])
    assert all(next(line for line in lines if line["name"] == name)["baseline"] > 0 for name in NAMES[7:])


def _found(play: Play, **times: float) -> Found:
    counts = {**first_light.expected(play), "shown_live": 30}
    return Found(counts=counts, times=dict(first_light.AT_MOST) | times, stages={}, load=0.0)


@pytest.fixture
def play(tmp_path: Path) -> Play:
    return idle_play(tmp_path)


def test_what_meets_every_bound_is_not_short(play: Play) -> None:
    assert short_of(_found(play), play) == []


@pytest.mark.parametrize("name", ["sent", "server", "store", "shown"])
def test_one_report_too_few_is_short(play: Play, name: str) -> None:
    found = _found(play)
    found.counts[name] -= 1
    assert short_of(found, play) == [name]


def test_a_time_too_long_or_never_measured_is_short(play: Play) -> None:
    assert short_of(_found(play, gui_stall_max_ms=100.1), play) == ["gui_stall_max_ms"]
    never = percentile([], 50)
    assert short_of(_found(play, commit_to_painted_p50_ms=never), play) == ["commit_to_painted_p50_ms"]


def test_times_are_the_best_of_the_runs_and_counts_the_worst(play: Play) -> None:
    first, second = _found(play, gui_stall_max_ms=300.0), _found(play, commit_to_painted_p50_ms=90.0)
    second.counts["lost"] = 1
    best = best_of([first, second])
    assert best.times == first_light.AT_MOST
    assert best.counts["lost"] == 1


def test_percentiles_are_values_that_were_measured() -> None:
    assert [percentile([1.0, 2.0, 3.0, 4.0], share) for share in (50, 99)] == [2.0, 4.0]
