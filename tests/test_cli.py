"""The command line: help with examples, one clear sentence for what cannot be done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from console import cli

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = [
    [], ["server"], ["simulate", "reports"], ["simulate", "fleet"], ["simulate", "city"], ["import", "areas"],
    ["import", "osm"],
    ["locate"], ["recover"], ["doctor"], ["bench"],
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command) or "console")
def test_every_command_has_help_with_an_example(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([*command, "--help"]) == 0
    said = capsys.readouterr().out
    assert "Example" in said
    assert "main.py" in said


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (["sing"], "sing"),
        (["simulate", "reports"], "FILE"),
        (["simulate", "reports", "missing.geojson", "--server", "http://127.0.0.1:1", "--key", "k"], "missing.geojson"),
        (["simulate", "fleet", __file__, "--server", "http://127.0.0.1:1"], "--key"),
        (["import", "areas", "missing.sql"], "missing.sql"),
        (["locate"], "FILE"),
        (["bench", "poetry"], "poetry"),
        (["server", "--port", "70000"], "--port"),
        (["server", "--tls-cert", "missing.pem"], "missing.pem"),
        (["--no-such-option"], "--no-such-option"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_status_2(
    args: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(args) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert named in err
    assert err.startswith("sigap: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_locating_without_an_area_pack_says_how_to_get_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    points = tmp_path / "points.geojson"
    points.write_text('{"type": "FeatureCollection", "features": []}', encoding="utf-8")
    assert cli.run(["--profile", str(tmp_path / "profile"), "locate", str(points)]) == 2
    assert "import areas" in capsys.readouterr().err


def test_a_profile_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a file"
    file.write_text("not a folder", encoding="utf-8")
    assert cli.run(["--profile", str(file / "below"), "import", "areas", __file__]) == 2
    assert "a file" in capsys.readouterr().err


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("sigap ")


def test_main_runs_as_a_program() -> None:
    command = [sys.executable, "main.py", "bench", "poetry"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert done.stderr.startswith("sigap: There is no measurement called 'poetry'")
