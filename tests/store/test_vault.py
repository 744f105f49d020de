"""Files on the disk: sealed in segments, never shown before their hash matched."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from console.domain.errors import StoreFault
from console.store.sealed_file import SEGMENT_BYTES, TAG_BYTES
from console.store.vault import Vault, figures_of

KEY, FILE_ID = b"\x07" * 32, "0190aaaa-0000-7000-8000-000000000001"
CANARY = b"kenari rahasia 81372 "


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "media", KEY)


def original_of(size: int) -> bytes:
    return (CANARY * (size // len(CANARY) + 1))[:size]


def hash_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def fetch(vault: Vault, data: bytes, file_id: str = FILE_ID, piece: int = 100_000) -> bool:
    at_byte = vault.expect(file_id, len(data), hash_of(data)).received_bytes
    while at_byte < len(data):
        at_byte = vault.add(file_id, at_byte, data[at_byte : at_byte + piece])
    return vault.check(file_id)


def only_file(vault: Vault) -> Path:
    [file] = [each for each in vault.folder.iterdir() if each.is_file()]
    return file


SIZES = (1, SEGMENT_BYTES - 1, SEGMENT_BYTES, SEGMENT_BYTES + 1, 3 * SEGMENT_BYTES, 3 * SEGMENT_BYTES + 17)


@pytest.mark.parametrize("size", SIZES)
def test_a_file_comes_back_as_it_was_and_nothing_of_it_stands_on_the_disk(vault: Vault, size: int) -> None:
    data = original_of(size)
    assert fetch(vault, data)
    assert vault.read(FILE_ID) == data
    stored = only_file(vault).read_bytes()
    assert CANARY not in stored
    assert hash_of(data).encode() not in stored
    assert FILE_ID.encode() not in stored
    assert FILE_ID not in only_file(vault).name


def test_nothing_is_read_before_the_hash_matched(vault: Vault) -> None:
    data = original_of(SEGMENT_BYTES + 5)
    vault.expect(FILE_ID, len(data), hash_of(data))
    vault.add(FILE_ID, 0, data)
    assert vault.read(FILE_ID) is None
    assert vault.check(FILE_ID)
    assert vault.read(FILE_ID) == data


def test_what_is_not_what_was_announced_is_dropped_and_begins_anew(vault: Vault) -> None:
    data = original_of(3000)
    vault.expect(FILE_ID, 3000, hash_of(data))
    vault.add(FILE_ID, 0, data[:-1] + b"!")
    assert not vault.check(FILE_ID)
    assert vault.read(FILE_ID) is None
    assert vault.expect(FILE_ID, 3000, hash_of(data)).received_bytes == 0
    assert fetch(vault, data)


def test_after_a_restart_it_goes_on_behind_the_last_whole_segment(vault: Vault) -> None:
    data = original_of(3 * SEGMENT_BYTES)
    vault.expect(FILE_ID, len(data), hash_of(data))
    vault.add(FILE_ID, 0, data[: 2 * SEGMENT_BYTES + 70_000])
    held = vault.held(FILE_ID)
    assert held is not None
    assert held.received_bytes == 2 * SEGMENT_BYTES + 70_000
    again = Vault(vault.folder, KEY)
    held = again.held(FILE_ID)
    assert held is not None
    assert held.received_bytes == 2 * SEGMENT_BYTES
    assert fetch(again, data)
    assert again.read(FILE_ID) == data


def test_a_torn_segment_is_cut_off(vault: Vault) -> None:
    data = original_of(3 * SEGMENT_BYTES)
    vault.expect(FILE_ID, len(data), hash_of(data))
    vault.add(FILE_ID, 0, data[: 2 * SEGMENT_BYTES])
    file = only_file(vault)
    torn = bytearray(file.read_bytes())
    torn[-20:] = bytes(20)
    file.write_bytes(torn)
    again = Vault(vault.folder, KEY)
    held = again.held(FILE_ID)
    assert held is not None
    assert held.received_bytes == SEGMENT_BYTES
    assert fetch(again, data)
    assert again.read(FILE_ID) == data


def test_a_late_duplicate_changes_nothing(vault: Vault) -> None:
    vault.expect(FILE_ID, 10, hash_of(b"0123456789"))
    assert vault.add(FILE_ID, 0, b"01234") == 5
    assert vault.add(FILE_ID, 0, b"01234") == 5
    assert vault.add(FILE_ID, 3, b"34567") == 5
    assert vault.add(FILE_ID, 5, b"56789beyond") == 5
    assert vault.add(FILE_ID, 5, b"56789") == 10
    assert vault.check(FILE_ID)


def tampered(data: bytes, how: str) -> bytes:
    """A sealed file of three segments, changed by somebody with the disk in his hands."""
    sealed = SEGMENT_BYTES + TAG_BYTES
    head = len(data) - 3 * sealed
    first, second, third = (data[head + n * sealed : head + (n + 1) * sealed] for n in range(3))
    return {
        "a bit": data[: head + 9] + bytes([data[head + 9] ^ 1]) + data[head + 10 :],
        "the header": data[:30] + bytes([data[30] ^ 1]) + data[31:],
        "segments swapped": data[:head] + second + first + third,
        "a segment repeated": data[:head] + first + first + third,
        "the end cut off": data[: head + 2 * sealed],
    }[how]


@pytest.mark.parametrize(
    "how", ["a bit", "the header", "segments swapped", "a segment repeated", "the end cut off"]
)
def test_a_file_somebody_changed_is_not_read(vault: Vault, how: str) -> None:
    assert fetch(vault, original_of(3 * SEGMENT_BYTES))
    file = only_file(vault)
    file.write_bytes(tampered(file.read_bytes(), how))
    assert vault.read(FILE_ID) is None
    assert vault.held(FILE_ID) is None


def test_another_files_content_or_another_profiles_is_not_taken(vault: Vault, tmp_path: Path) -> None:
    assert fetch(vault, original_of(2000))
    other = FILE_ID.replace("1", "2")
    one = only_file(vault)
    assert fetch(vault, original_of(2001), other)
    [second] = [each for each in vault.folder.iterdir() if each != one]
    second.write_bytes(one.read_bytes())
    assert vault.read(other) is None
    assert Vault(vault.folder, b"\x08" * 32).read(FILE_ID) is None


def test_those_shown_longest_ago_go_first_and_never_what_is_kept_or_not_sent(vault: Vault) -> None:
    ids = [f"0190aaaa-0000-7000-8000-00000000000{n}" for n in range(5)]
    for place, file_id in enumerate(ids):
        assert fetch(vault, original_of(10_000), file_id)
        [file] = [each for each in vault.folder.iterdir() if each.stat().st_mtime > 1e9]
        os.utime(file, (place, place))
    own = vault.keep_own("0190bbbb-0000-7000-8000-000000000001", original_of(10_000))
    os.utime(next(vault.folder.glob("*.own")), (0, 0))
    vault.read(ids[0])
    assert vault.trim(35_000, keep=(ids[1],)) == 3
    assert [vault.read(each) is not None for each in ids] == [True, True, False, False, False]
    assert vault.read(own.id) == original_of(10_000)
    figures = figures_of(vault.folder)
    assert (figures.files, figures.own) == (3, 1)


def test_a_file_made_here_is_given_in_pieces_and_kept_until_it_was_sent(vault: Vault) -> None:
    data = original_of(2 * SEGMENT_BYTES + 123)
    held = vault.keep_own(FILE_ID, data)
    again = Vault(vault.folder, KEY)
    assert [each.id for each in again.own()] == [FILE_ID]
    assert again.read(FILE_ID) == data
    assert CANARY not in only_file(again).read_bytes()
    given = b""
    while piece := again.own_piece(FILE_ID, len(given), 100_000):
        given += piece
    assert given == data
    assert again.own_piece(FILE_ID, held.size_bytes, 10) == b""
    again.sent(FILE_ID)
    assert again.own() == ()
    assert again.read(FILE_ID) == data


def test_a_disk_that_refuses_is_a_fault_that_names_the_folder(tmp_path: Path) -> None:
    (tmp_path / "media").write_bytes(b"no folder")
    with pytest.raises(StoreFault) as fault:
        Vault(tmp_path / "media", KEY).keep_own(FILE_ID, b"x")
    assert fault.value.code == "store_io"
