"""The last line of a test run: was the real data there? Then nothing may be skipped."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.house import tree

ASKS = """
def test_asks_for_it(real_data):
    assert real_data.is_dir()
"""
SKIPS = """
import pytest

def test_passes():
    pass

@pytest.mark.skip(reason="too lazy")
def test_is_skipped():
    pass
"""


def _run(folder: Path, test: str, real_data: Path, *args: str) -> tuple[int, list[str]]:
    file = folder / "test_sample.py"
    file.write_text(test, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-c", "pyproject.toml", f"--rootdir={tree.ROOT}"]
    done = subprocess.run(
        [*command, "-p", "tests.conftest", "-p", "no:cacheprovider", *args, str(file)],
        cwd=tree.ROOT, env={**os.environ, "SIGAP_REAL_DATA": str(real_data)}, capture_output=True, text=True,
        timeout=120,
    )  # fmt: skip
    return done.returncode, done.stdout.splitlines()


def _some_data(folder: Path) -> Path:
    data = folder / "data"
    (data / "reports").mkdir(parents=True)
    return data


def test_without_it_the_test_is_skipped_with_a_reason_and_the_run_passes(tmp_path: Path) -> None:
    status, lines = _run(tmp_path, ASKS, tmp_path / "nowhere")
    assert (status, lines[-1]) == (0, "real data: absent")
    assert any("SKIPPED" in line and "no real data" in line for line in lines)


def test_with_it_a_skipped_test_fails_the_run(tmp_path: Path) -> None:
    status, lines = _run(tmp_path, SKIPS, _some_data(tmp_path))
    assert (status, lines[-1]) == (1, "real data: present")
    assert "1 skipped although the real data is present: the run fails" in lines


def test_with_it_and_nothing_skipped_the_run_passes_on_workers_too(tmp_path: Path) -> None:
    status, lines = _run(tmp_path, ASKS, _some_data(tmp_path), "-n", "2")
    assert (status, lines[-1]) == (0, "real data: present")
