"""Imports: the one-way map between our folders, and one home for every library."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house import tree

MAP = {
    "domain": "", "store": "domain", "contract": "domain", "decode": "domain", "areas": "domain",
    "desk": "store decode contract areas domain", "ui": "desk domain", "remote": "contract domain",
    "sync": "remote store contract domain", "simulate": "contract domain",
    "server": "contract areas domain", "embedded": "",
    "settings": "domain", "paths": "domain", "clock": "domain", "logs": "domain",
}  # fmt: skip
"""Who may import whom, as house.md draws it; settings, paths, clock and logs may raise domain's faults."""
KNOW_ALL = {"app", "core", "own_server", "drill", "cli", "cli_audit", "cli_places", "cli_police", "doctor", "bench"}
"""app builds everything, core and own_server are parts of it; cli and cli_audit start it; the others try it out."""


def _contracts() -> list[dict[str, object]]:
    config = tomllib.loads(tree.read(Path("pyproject.toml")))
    found = config["tool"]["importlinter"]["contracts"]
    assert isinstance(found, list)
    return found


def _names(contract: dict[str, object], key: str) -> set[str]:
    value = contract.get(key, [])
    assert isinstance(value, list)
    return {str(name) for name in value}


def _reach(name: str) -> set[str]:
    direct = set(MAP[name].split())
    return direct.union(*(_reach(each) for each in direct)) if direct else set()


def test_the_contracts_are_kept() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-logo", "--no-cache"], cwd=tree.ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr


def test_every_part_of_the_house_is_on_the_map() -> None:
    parts = {file.parts[1].removesuffix(".py") for file in tree.python_files("console")} - {"__init__", "__main__"}
    assert parts == set(MAP) | KNOW_ALL


@pytest.mark.parametrize("part", sorted(MAP))
def test_the_contracts_say_what_the_map_says(part: str) -> None:
    own = [
        contract
        for contract in _contracts()
        if contract["type"] == "forbidden" and _names(contract, "source_modules") == {f"console.{part}"}
    ]
    assert not any("ignore_imports" in contract for contract in own), "there is no exception list"
    never = (set(MAP) | KNOW_ALL) - _reach(part) - {part}
    indirect = _reach(part) - set(MAP[part].split())
    transitive = [contract for contract in own if not contract.get("allow_indirect_imports")]
    direct = [contract for contract in own if contract.get("allow_indirect_imports")]
    assert set().union(*(_names(each, "forbidden_modules") for each in transitive)) == {f"console.{n}" for n in never}
    assert set().union(*(_names(each, "forbidden_modules") for each in direct)) == {f"console.{n}" for n in indirect}


def test_every_library_has_one_home() -> None:
    protected: set[str] = set()
    for contract in _contracts():
        if contract["type"] == "protected":
            protected |= _names(contract, "protected_modules")
    homeless = {
        f"{file}: {name}"
        for file in tree.python_files("console")
        for name in _third_party(file)
        if name not in protected
    }
    assert not homeless, "add a 'protected' contract to pyproject.toml for:\n" + "\n".join(sorted(homeless))


def test_the_command_line_starts_with_the_standard_library_and_typer() -> None:
    allowed = {"console", "typer", *sys.stdlib_module_names}
    code = (
        "import sys; before = set(sys.modules); import typer; typers = set(sys.modules) - before\n"
        "import console.cli, console.doctor\n"
        "print(*({name.split('.')[0] for name in set(sys.modules) - before - typers}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tree.ROOT, capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) <= allowed


def test_the_server_runs_without_qt() -> None:
    code = "import sys; import console.server.main; print(*(name for name in sys.modules if 'PySide' in name))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tree.ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def _third_party(file: Path) -> set[str]:
    tops = {name.partition(".")[0] for name in tree.imported(file)}
    return tops - set(sys.stdlib_module_names) - {"console", "__future__"}
