"""The doctor names what is missing, and runs on a machine that lacks nearly everything."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from console import doctor
from console.doctor import machine
from console.paths import Profile
from tests.worlds.central import Central

ROOT = Path(__file__).resolve().parents[2]
HIDE = """
import importlib.abc, sys
class Hidden(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {hidden!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Hidden())
sys.argv = ["main.py", "--profile", {profile!r}, "doctor", "--json"]
import runpy
runpy.run_path("main.py", run_name="__main__")
"""


def _run_without(*hidden: str, profile: Path) -> tuple[int, dict[str, dict[str, str]]]:
    code = HIDE.format(hidden=set(hidden), profile=str(profile))
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, {finding["subject"]: finding for finding in found}


def test_without_pyside6_it_still_runs_and_names_it(tmp_path: Path) -> None:
    status, found = _run_without("PySide6", "shiboken6", profile=tmp_path)
    assert status == 1
    assert "PySide6" in found["packages"]["says"]
    assert found["packages"]["remedy"] == "Type 'make setup'."
    assert found["webengine"]["state"] == "missing"


@pytest.mark.parametrize("package", ["sqlcipher3", "pydantic_settings", "rich", "PIL"])
def test_without_any_other_package_it_names_that(tmp_path: Path, package: str) -> None:
    status, found = _run_without(package, profile=tmp_path)
    assert status == 1
    assert package in found["packages"]["says"]


def test_it_says_for_which_databases_a_server_finds_drivers(tmp_path: Path) -> None:
    _, found = _run_without(profile=tmp_path)
    assert found["drivers"]["state"] == "ok"
    assert "SQLite, and PostgreSQL by psycopg 3" in found["drivers"]["says"]
    status, without = _run_without("psycopg", profile=tmp_path)
    assert (without["drivers"]["state"], status) == ("limited", 0)
    assert "not PostgreSQL" in without["drivers"]["says"]


def test_this_machine_has_what_is_required(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor.run(Profile(tmp_path)) == 0
    said = capsys.readouterr().out
    for subject in ("packages", "webengine", "jail", "database", "server", "clock", "gpu"):
        assert subject in said


def test_a_broken_settings_file_is_named(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    profile.settings_file.write_text("{", encoding="utf-8")
    found = {finding.subject: finding for finding in doctor.examine(profile)}
    assert str(profile.settings_file) in found["server"].says


def test_a_server_that_does_not_answer_is_limited_not_missing(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    profile.settings_file.write_text('{"server_url": "http://127.0.0.1:9"}', encoding="utf-8")
    found = {finding.subject: finding for finding in doctor.examine(profile)}
    assert found["server"].state == doctor.State.LIMITED
    assert "127.0.0.1:9" in found["server"].says


def _server_as_found_by(profile: Profile, address: str) -> doctor.Finding:
    profile.settings_file.write_text(json.dumps({"server_url": address}), encoding="utf-8")
    return next(finding for finding in doctor.examine(profile) if finding.subject == "server")


def test_a_server_that_answers_is_fine(tmp_path: Path, central: Central) -> None:
    found = _server_as_found_by(Profile(tmp_path), central.address)
    assert found.state == doctor.State.OK
    assert central.address in found.says


def test_a_clock_minutes_off_the_servers_is_said(tmp_path: Path, central: Central) -> None:
    central.advance(420)
    found = _server_as_found_by(Profile(tmp_path), central.address)
    assert found.state == doctor.State.LIMITED
    assert "behind" in found.says


def test_it_looks_for_every_package_the_project_asks_for() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {canonicalize_name(Requirement(text).name) for text in config["project"]["dependencies"]}
    owners = metadata.packages_distributions()
    looked_for = {canonicalize_name(owner) for name in (*machine.PACKAGES, *machine.DRIVERS) for owner in owners[name]}
    assert asked - looked_for <= {"tzdata", "pydantic", "python-multipart", "qtpy"}
