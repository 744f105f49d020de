"""The embedded server: a child that lives and dies with its console, on a port that stays."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
import requests

from console import paths
from console.contract.ids import new_id
from console.embedded import Embedded, EmbeddedError
from console.server.demo_seed import DEMO_PASSPHRASE


@pytest.fixture
def child(tmp_path: Path) -> Iterator[Embedded]:
    embedded = Embedded.start(paths.own_command(), tmp_path / "server.db", log=tmp_path / "server.log")
    yield embedded
    embedded.stop()


def _health(child: Embedded) -> dict:
    with requests.Session() as session:
        session.trust_env = False
        return session.get(child.address + "/v1/health", timeout=10).json()


def test_it_tells_its_parent_where_it_is_and_how_to_get_in(child: Embedded):
    assert _health(child)["epoch"] == child.epoch
    with requests.Session() as session:
        session.trust_env = False
        enrolled = session.post(child.address + "/v1/enrol", json={"code": child.enrol_code, "name": "konsol"})
        assert enrolled.status_code == 201
        key = {"Authorization": f"Bearer {child.admin_key}"}
        assert session.post(child.address + "/v1/admin/enrolments", json={}, headers=key).status_code == 201


def test_it_comes_back_on_the_same_port_after_a_power_cut(child: Embedded):
    address, epoch, old_key = child.address, child.epoch, child.admin_key
    child.kill()
    assert not child.running
    child.restart()
    assert (child.address, child.epoch) == (address, epoch)
    assert _health(child)["epoch"] == epoch
    with requests.Session() as session:
        session.trust_env = False
        old = {"Authorization": f"Bearer {old_key}"}
        assert session.post(address + "/v1/admin/enrolments", json={}, headers=old).status_code == 401


def test_it_runs_without_qt_or_any_part_of_the_console(child: Embedded):
    libraries = {mapping.path for mapping in psutil.Process(child.pid).memory_maps()}
    assert not [path for path in libraries if "PySide6" in path or "sqlcipher" in path]
    code = "import console.server.main, sys; print([m for m in sys.modules if m.startswith('console.')])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    for part in ("store", "sync", "ui", "desk", "remote", "decode", "settings", "paths"):
        assert f"'console.{part}" not in loaded


def test_its_log_says_who_tried_to_get_in_and_never_what_a_citizen_wrote(child: Embedded, tmp_path: Path):
    canaries = ["kenari-teks", "kenari-nama", "+6280000009911", "kenari-rusak"]
    with requests.Session() as session:
        session.trust_env = False
        admin = {"Authorization": f"Bearer {child.admin_key}"}
        new = {"id": "aplikasi", "name": "Aplikasi", "kind": "citizen_app"}
        key = session.post(child.address + "/v1/admin/sources", json=new, headers=admin).json()["key"]
        source = {"Authorization": f"Bearer {key}"}
        report = {"id": new_id(), "text": canaries[0], "reporter": {"name": canaries[1], "phone": canaries[2]}}
        assert session.post(child.address + "/v1/reports", json=report, headers=source).status_code == 201
        spoilt = {"id": canaries[3], "kind": canaries[3], canaries[3]: canaries[3]}
        assert session.post(child.address + "/v1/reports", json=spoilt, headers=source).status_code == 422
        assert session.get(f"{child.address}/v1/{canaries[3]}").status_code == 404
        session.post(child.address + "/v1/enrol", json={"code": "AAAA", "name": "x"})
    child.stop()
    log = (tmp_path / "server.log").read_text()
    assert "attempt to get in" in log
    assert [canary for canary in canaries if canary in log] == []
    assert child.admin_key not in log


def test_it_ends_when_its_parent_is_gone(tmp_path: Path):
    told = tmp_path / "child.json"
    parent = (
        "import json, os, pathlib, sys\n"
        "from console import paths\n"
        "from console.embedded import Embedded\n"
        f"child = Embedded.start(paths.own_command(), pathlib.Path({str(tmp_path / 'server.db')!r}))\n"
        f"pathlib.Path({str(told)!r}).write_text(json.dumps(child.pid))\n"
        "os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", parent], check=False, timeout=120).returncode == 9
    with suppress(psutil.NoSuchProcess):
        psutil.Process(json.loads(told.read_text())).wait(20)


def test_one_that_cannot_start_says_why(tmp_path: Path):
    (tmp_path / "server.db").write_bytes(b"this is no database, " * 1000)
    with pytest.raises(EmbeddedError, match=r"cannot be used"):
        Embedded.start(paths.own_command(), tmp_path / "server.db", log=tmp_path / "server.log")


def test_the_demo_city_is_seeded_once(tmp_path: Path):
    child = Embedded.start(paths.own_command(), tmp_path / "server.db", demo=True)
    try:
        assert "demo" in _health(child)["name"].lower()
        child.restart()
        with requests.Session() as session:
            session.trust_env = False
            desk = session.post(child.address + "/v1/enrol", json={"code": child.enrol_code, "name": "k"}).json()
            headers = {"Sigap-Desk": f"{desk['desk_id']}:{desk['desk_secret']}"}
            person = {"user": "sari", "passphrase": DEMO_PASSPHRASE}
            told = session.post(child.address + "/v1/sign-in", json=person, headers=headers).json()
            headers["Authorization"] = f"Bearer {told['access_token']}"
            page = session.get(child.address + "/v1/changes?limit=2000", headers=headers).json()
        kinds = [row["kind"] for row in page["rows"]]
        assert (kinds.count("unit"), kinds.count("site"), kinds.count("agency") > 20) == (860, 1, True)
    finally:
        child.stop()


def test_the_command_refuses_plain_http_beyond_this_machine_with_status_2(tmp_path: Path):
    command = [*paths.own_command(), "server", "--database", str(tmp_path / "s.db"), "--host", "192.0.2.1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "--tls-cert FILE and --tls-key FILE" in done.stderr
