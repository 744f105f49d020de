"""Full screen means the second monitor where there is one, and is remembered."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_files_fill_the_second_monitor_and_do_so_again_the_next_time(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    both = [
        {"name": name, "x": x, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1}
        for name, x in (("first", 0), ("second", 1366))
    ]
    screens.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": both}), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "tests.worlds.two_monitors"],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=True,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
    )  # fmt: skip
    assert json.loads(run.stdout) == {
        "monitors": 2,
        "opened": ["second", False],
        "filled": ["second", True],
        "opened again": ["second", True],
        "left": ["second", False],
    }
