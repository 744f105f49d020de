"""What administrator, overseer and outsider do with the chain through the command line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from console import cli
from console.contract.admin import NewKey
from console.contract.ids import new_id
from console.domain.person import Role
from tests.sync.world import console_at, until
from tests.worlds.central import PASSPHRASE, Central


def overseers_key(central: Central) -> str:
    return central.parts.accounts.make_key(NewKey(name="commission", role=Role.OVERSIGHT)).key


def busy(central: Central) -> None:
    source = central.make_source()
    for _ in range(3):
        central.report_in(source)


def test_an_overseer_exports_with_his_own_key_and_anybody_can_verify(
    central: Central, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    busy(central)
    file = tmp_path / "chain.jsonl"
    assert cli.run(["audit", "export", str(file), "--server", central.address, "--key", overseers_key(central)]) == 0
    public = central.parts.checkpoints.key
    assert f"public key: {public}" in capsys.readouterr().out
    assert cli.run(["audit", "verify", str(file), "--key", public]) == 0
    assert capsys.readouterr().out.startswith("Whole: ")
    text = file.read_bytes()
    place = text.index(b'"received"')
    file.write_bytes(text[:place] + b'"receiveD"' + text[place + 10 :])
    assert cli.run(["audit", "verify", str(file), "--key", public]) == 1
    assert "changed: the record at place" in capsys.readouterr().out


def test_an_overseers_key_opens_nothing_else(central: Central):
    headers = {"Authorization": f"Bearer {overseers_key(central)}"}
    assert central.get("/v1/audit/records", headers).status_code == 200
    assert central.post("/v1/admin/enrolments", headers, json={}).status_code == 403
    assert central.get("/v1/admin/units", headers).status_code == 403
    assert central.get("/v1/changes", headers).status_code == 401


def test_the_chain_is_exported_from_the_database_beside_the_running_server(
    central: Central, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    busy(central)
    file = tmp_path / "chain.jsonl"
    assert cli.run(["audit", "export", str(file), "--database", central.database_url]) == 0
    busy(central)
    assert cli.run(["audit", "verify", str(file), "--key", central.parts.checkpoints.key]) == 0
    assert cli.run(["audit", "export", str(file), "--database", central.database_url]) == 0
    assert cli.run(["audit", "verify", str(file), "--key", central.parts.checkpoints.key]) == 0
    assert "BROKEN" not in capsys.readouterr().out


@pytest.mark.parametrize("options", [[], ["--server", "http://127.0.0.1:1"], ["--server", "x", "--database", "y"]])
def test_where_from_must_be_said(options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert cli.run(["audit", "export", str(tmp_path / "chain.jsonl"), *options]) == 2
    assert "--server URL with --key K, or --database URL" in capsys.readouterr().err


def test_a_database_no_server_of_this_release_has_served_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = f"sqlite:///{tmp_path / 'empty.db'}"
    assert cli.run(["audit", "export", str(tmp_path / "chain.jsonl"), "--database", file]) == 2
    assert "Start its server there once" in capsys.readouterr().err


@pytest.mark.keeps_threads("AnyIO")
def test_a_consoles_checkpoints_are_held_against_an_older_export(
    central: Central, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    older, seen = tmp_path / "older.jsonl", tmp_path / "desk.jsonl"
    assert cli.run(["audit", "export", str(older), "--server", central.address, "--key", central.admin_key]) == 0
    busy(central)
    central.parts.checkpoints.make()
    console = console_at(central, tmp_path / "profile", user=f"u{new_id()[-6:]}")
    user = console.session.user
    until(lambda: console.store.witness.latest() is not None, "a checkpoint kept")
    console.stop()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n"))
    profile = ["--profile", str(tmp_path / "profile")]
    assert cli.run(["audit", "witness", str(seen), "--user", user, *profile]) == 0
    public = central.parts.checkpoints.key
    capsys.readouterr()
    assert cli.run(["audit", "verify", str(older), "--key", public, "--witness", str(seen)]) == 1
    assert "truncated: the chain ends at place" in capsys.readouterr().out
    newer = tmp_path / "newer.jsonl"
    assert cli.run(["audit", "export", str(newer), "--server", central.address, "--key", central.admin_key]) == 0
    assert cli.run(["audit", "verify", str(newer), "--key", public, "--witness", str(seen)]) == 0
