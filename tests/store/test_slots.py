"""User slots and the recovery key."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console.domain.errors import AccessFault, StoreFault
from console.store.slots import Slots


def test_the_same_key_opens_for_each_user_and_by_the_recovery_key(tmp_path: Path) -> None:
    slots = Slots(tmp_path / "slots.json")
    assert slots.empty
    key, recovery = slots.make("sari", "kata sandi rekaan")
    slots.add("budi", "lain lagi", key)
    assert slots.users() == ("sari", "budi")
    assert slots.unlock("sari", "kata sandi rekaan") == slots.unlock("budi", "lain lagi") == key
    assert slots.recover(recovery.lower().replace("-", " ")) == key
    text = (tmp_path / "slots.json").read_text()
    assert recovery not in text
    assert key.hex() not in text


def test_a_slot_costs_what_the_standard_recommends(tmp_path: Path) -> None:
    Slots(tmp_path / "slots.json").make("sari", "kata sandi rekaan")
    slots = json.loads((tmp_path / "slots.json").read_text())["slots"]
    assert [(slot["memory_kib"], slot["passes"], slot["lanes"]) for slot in slots] == [(65_536, 3, 2)] * 2


def test_a_wrong_passphrase_and_an_unknown_user_are_told_apart(tmp_path: Path) -> None:
    slots = Slots(tmp_path / "slots.json")
    slots.make("sari", "benar")
    with pytest.raises(AccessFault) as wrong:
        slots.unlock("sari", "salah")
    with pytest.raises(AccessFault) as unknown:
        slots.unlock("budi", "benar")
    with pytest.raises(AccessFault) as recovery:
        slots.recover("AAAAA-AAAAA")
    codes = [each.value.code for each in (wrong, unknown, recovery)]
    assert codes == ["wrong_passphrase", "no_slot", "wrong_recovery_key"]


def test_a_second_key_is_never_made_over_the_first(tmp_path: Path) -> None:
    slots = Slots(tmp_path / "slots.json")
    slots.make("sari", "benar")
    with pytest.raises(StoreFault):
        slots.make("sari", "benar")


def test_a_damaged_file_names_itself(tmp_path: Path) -> None:
    file = tmp_path / "slots.json"
    file.write_text("{")
    with pytest.raises(StoreFault, match=r"slots\.json"):
        Slots(file).users()
