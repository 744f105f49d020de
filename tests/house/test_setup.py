"""'.ci/setup' on machines that lack packages: installs as root, else says the line."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house import tree


class Machine:
    """A Debian drawn with stand-ins for its package tools; the script itself is the real one."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "checkout"
        self.tools = folder / "tools"
        self.log = folder / "apt.log"
        for path in (".ci/setup", "resources/requirements.lock"):
            (self.checkout / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(tree.ROOT / path, self.checkout / path)
        (self.checkout / ".venv/bin").mkdir(parents=True)
        self.tools.mkdir()
        self.wants("strace", "libasound2|libasound2t64")
        self.has_venv()
        self.knows("strace", "libasound2t64")
        self.tool("id", "echo 1000")
        self.tool("apt-get", f'echo "$@" >> {self.log}')
        self.installed()

    def tool(self, name: str, script: str) -> None:
        file = self.tools / name
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(0o755)

    def wants(self, *lines: str) -> None:
        (self.checkout / "resources/apt.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def installed(self, *names: str) -> None:
        self.tool("dpkg-query", "\n".join(["true", *(f"echo 'installed {name}'" for name in names)]))

    def knows(self, *names: str) -> None:
        self.tool("apt-cache", f'case "$2" in {"|".join(names)}) echo "$2 | 1.0" ;; esac')

    def has_venv(self) -> None:
        self.checkout.joinpath(".venv/bin/python").symlink_to(shutil.which("true") or "/bin/true")
        shutil.copy(tree.ROOT / "resources/requirements.lock", self.checkout / ".venv/.set-up-from")

    def set_up(self, *args: str) -> subprocess.CompletedProcess[str]:
        path = f"{self.tools}:/usr/bin:/bin"
        script = self.checkout / ".ci/setup"
        return subprocess.run([script, *args], env={"PATH": path}, capture_output=True, text=True, timeout=30)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_with_everything_there_it_says_nothing(machine: Machine) -> None:
    machine.installed("strace", "libasound2")
    done = machine.set_up()
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_ordinary_user_gets_the_one_line_to_type(machine: Machine) -> None:
    done = machine.set_up()
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "sudo apt-get install -y --no-install-recommends strace libasound2t64"
    )
    assert not machine.log.exists()


def test_root_gets_them_installed(machine: Machine) -> None:
    machine.tool("id", "echo 0")
    assert machine.set_up().returncode == 0
    assert machine.log.read_text(encoding="utf-8").splitlines() == [
        "-qq update", "-qq install -y --no-install-recommends strace libasound2t64"
    ]  # fmt: skip


def test_root_without_the_archive_gets_the_line_too(machine: Machine) -> None:
    machine.tool("id", "echo 0")
    machine.tool("apt-get", "exit 100")
    done = machine.set_up()
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("apt-get install -y")


def test_running_asks_for_no_test_tools(machine: Machine) -> None:
    machine.wants("libasound2", "", "# tests only", "strace")
    machine.installed("libasound2")
    assert machine.set_up("--no-tests").returncode == 0
    assert machine.set_up().returncode == 2
