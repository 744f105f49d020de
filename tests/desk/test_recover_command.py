"""main.py recover as typed: by passphrase or recovery key; status 0, 1 or 2."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from console import cli
from console.contract.codec import encode
from console.contract.decisions import encode_decision
from console.store.journal import Journal, JournalRecord
from console.store.slots import Slots
from console.store.store import Store
from tests.store.world import SARI, note, now, of, report

PASSPHRASE = "kata sandi rekaan"


@pytest.fixture
def recovery_key(tmp_path: Path) -> str:
    """A profile with one decision that only the journal holds; the station's recovery key."""
    key, recovery = Slots(tmp_path / "slots.json").make("sari", PASSPHRASE)
    store = Store.open(tmp_path / "console.db", key, now)
    store.apply_page(of([report(1)]))
    store.close()
    journal = Journal(tmp_path / "decisions.journal", key)
    made = note(report(1))
    journal.append([JournalRecord(id=made.id, raw=encode_decision(made), actor=encode(SARI))])
    journal.close()
    return recovery


def test_by_passphrase_from_standard_input(
    tmp_path: Path, recovery_key: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert recovery_key
    for options, status in (([], 1), (["--write"], 0), ([], 0)):
        monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE + "\n"))
        assert cli.run(["recover", "--profile", str(tmp_path), "--user", "sari", *options]) == status
    said = capsys.readouterr().out
    assert "Only in the journal: 1 (" in said
    assert "Nothing was changed." in said
    assert "1 decisions were put back into the database, to be sent." in said
    assert said.rstrip().endswith("There is nothing to do.")


def test_by_the_recovery_key(tmp_path: Path, recovery_key: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--profile", str(tmp_path), "recover", "--recovery-key", recovery_key]) == 1
    assert "console.db: whole, 0 decisions" in capsys.readouterr().out


def test_a_wrong_passphrase_no_user_and_no_keys_are_one_sentence_each(
    tmp_path: Path, recovery_key: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert recovery_key
    monkeypatch.setattr("sys.stdin", io.StringIO("salah\n"))
    assert cli.run(["recover", "--profile", str(tmp_path), "--user", "sari"]) == 2
    assert "passphrase" in capsys.readouterr().err
    assert cli.run(["recover", "--profile", str(tmp_path)]) == 2
    assert "--user" in capsys.readouterr().err
    (tmp_path / "slots.json").unlink()
    assert cli.run(["recover", "--profile", str(tmp_path), "--recovery-key", "AAAAA"]) == 2
    assert "slots.json holds no keys" in capsys.readouterr().err
