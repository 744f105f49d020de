"""The map's own window goes to the second monitor and is found there the next time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_the_map_goes_to_the_second_monitor_and_is_found_where_it_was_put(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    both = [
        {"name": name, "x": x, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1}
        for name, x in (("first", 0), ("second", 1366))
    ]
    screens.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": both}), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "tests.worlds.map_two_monitors"], cwd=ROOT, capture_output=True, text=True, timeout=120,
        check=True, env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
    )  # fmt: skip
    put = ["second", True, [1500, 100, 900, 500]]
    assert json.loads(run.stdout) == {
        "monitors": 2, "at first": ["first", False], "put out": ["second", True], "moved": put, "next time": put,
        "brought home": ["first", False],
    }  # fmt: skip
