"""The probe tells a machine that holds the jail from one that does not, and what to do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from console.decode import bubblewrap, jail, wire
from console.decode import probe as probing
from console.decode.probe import probe
from console.decode.selfcheck import Finding

pytestmark = pytest.mark.usefixtures("jail_holds")


def test_the_probe_attacks_its_walls_and_finds_them_standing():
    assert probe() == jail.JailReport(holds=True)


def test_a_machine_without_bubblewrap_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bubblewrap, "_PLACES", ("/nowhere/bwrap",))
    report = probe()
    assert (report.holds, report.code) == (False, "jail_bwrap_missing")
    assert "apt install bubblewrap" in report.remedy


def test_ubuntu_with_apparmor_in_the_way_is_told_how_to_allow_bwrap_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A stand-in says what bwrap says on Ubuntu 24.04, where an unprivileged namespace has no rights."""
    refusing, switch = tmp_path / "bwrap", tmp_path / "apparmor_restrict_unprivileged_userns"
    refusing.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n")
    refusing.chmod(0o755)
    switch.write_text("1\n")
    monkeypatch.setattr(bubblewrap, "_PLACES", (str(refusing),))
    monkeypatch.setattr(probing, "_APPARMOR", switch)
    report = probe()
    assert (report.holds, report.code) == (False, "jail_apparmor")
    assert "Permission denied" in report.why
    assert "bwrap-userns-restrict" in report.remedy


def test_a_machine_that_forbids_namespaces_is_told_apart():
    """Seen from inside a namespace in which no further one may be made."""
    code = "from console.decode.probe import probe; report = probe(); print(report.holds, report.code)"
    forbid = f'echo 0 > /proc/sys/user/max_user_namespaces && exec "{sys.executable}" -c "{code}"'
    told = subprocess.run(
        ["unshare", "--user", "--map-root-user", "sh", "-c", forbid],
        cwd=Path(__file__).resolve().parents[2], capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout == "False jail_namespaces_off\n"


def test_a_worker_started_outside_the_jail_refuses_to_work():
    """It says which walls are missing and ends, whatever it is asked."""
    root = Path(__file__).resolve().parents[2]
    request = wire.pack_request(wire.Arguments(wire.Op.PHOTO, max_edge_px=100), 0, 1000)
    told = subprocess.run(
        [sys.executable, "main.py", "--decode-worker"], cwd=root, input=request + bytes(1000), capture_output=True
    )
    assert told.returncode == 1
    assert len(told.stdout) == wire.HELLO.size
    _, findings = wire.HELLO.unpack(told.stdout)
    assert Finding(findings) & Finding.FILES_READABLE
    assert Finding(findings) & Finding.NEW_PROCESS
    assert Finding(findings) & Finding.LIMITS


def test_the_console_itself_loads_no_decoder():
    code = (
        "import sys, console.decode.pool, console.decode.probe\n"
        "console.decode.probe.probe()\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('PIL', 'pillow_heif')])\n"
    )
    root = Path(__file__).resolve().parents[2]
    told = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"
