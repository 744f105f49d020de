"""A case file is whole, or what was done to it is found and named."""

from __future__ import annotations

import zipfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console import cli
from console.contract.audit import public_key, signed_checkpoint
from console.contract.audit_file import write_witness
from console.contract.audit_slice import AuditSlice, SliceBroken, read_slice, signed_slice
from console.contract.case_manifest import MANIFEST, SLICE, Manifest
from console.contract.case_verify import Wrong, verify_case
from console.contract.case_zip import write_zip
from console.contract.codec import decode, encode
from tests.worlds.case_files import CASE_ID, KEY, PRIVATE, a_case_file

Members = list[tuple[str, bytes]]


@pytest.fixture
def whole(tmp_path: Path) -> tuple[Path, Members]:
    path = tmp_path / "KJ-2611-0184.zip"
    return path, a_case_file(path)


def rewritten(path: Path, members: Members) -> list[tuple[Wrong, str]]:
    with path.open("wb") as file:
        write_zip(file, members)
    return [(finding.wrong, finding.member) for finding in verify_case(path, KEY).findings]


def test_an_outsider_with_the_file_and_the_key_alone_sees_that_it_is_whole(
    whole: tuple[Path, Members], capsys: pytest.CaptureFixture[str]
):
    path, members = whole
    assert cli.run(["audit", "verify", str(path), "--key", KEY]) == 0
    told = capsys.readouterr().out
    assert "Whole: case file of KJ-2611-0184, 4 members" in told
    assert "Aiptu Dewi R. (dewi), for Kejaksaan (rekaan), purpose: penyidikan" in told
    assert told.count("on the chain at place") == 2
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert [(name, archive.read(name)) for name in archive.namelist()] == members


def test_every_member_changed_removed_added_doubled_or_swapped_is_named(whole: tuple[Path, Members]):
    path, members = whole
    for place, (name, body) in enumerate(members):
        rest = members[:place] + members[place + 1 :]
        assert (Wrong.REMOVED, name) in rewritten(path, rest)
        changed = rewritten(path, [*members[:place], (name, body[:-1] + bytes([body[-1] ^ 1])), *members[place + 1 :]])
        assert changed
        assert {named for _, named in changed} == {name}
        assert (Wrong.DOUBLED, name) in rewritten(path, [*members, (name, body)])
    assert rewritten(path, [*members, ("files/99-dari-luar.jpg", b"x")]) == [(Wrong.ADDED, "files/99-dari-luar.jpg")]
    photo, film = members[3], members[4]
    swapped = rewritten(path, [*members[:3], (photo[0], film[1]), (film[0], photo[1]), members[5]])
    assert swapped == [(Wrong.SWAPPED, photo[0]), (Wrong.SWAPPED, film[0])]
    assert rewritten(path, members) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_no_bit_of_the_file_can_be_turned_unseen(whole: tuple[Path, Members], place: float, bit: int):
    path, _ = whole
    good = path.read_bytes()
    at_byte = int(place * len(good))
    spoilt = bytearray(good)
    spoilt[at_byte] ^= 1 << bit
    path.write_bytes(spoilt)
    try:
        assert verify_case(path, KEY).findings
    finally:
        path.write_bytes(good)


def test_cut_off_or_with_something_behind_or_before_it_is_not_whole(whole: tuple[Path, Members]):
    path, _ = whole
    good = path.read_bytes()
    for spoilt in (good[:-1], good[: len(good) // 2], b"", good + b"\0", b"\0" + good, good + good):
        path.write_bytes(spoilt)
        assert verify_case(path, KEY).findings


def test_packed_again_by_another_program_the_container_alone_is_told(whole: tuple[Path, Members]):
    path, members = whole
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members:
            archive.writestr(name, body)
    assert [finding.wrong for finding in verify_case(path, KEY).findings] == [Wrong.CONTAINER]


def test_a_manifest_written_anew_with_its_members_is_not_the_one_on_the_chain(whole: tuple[Path, Members]):
    path, members = whole
    made_up = msgspec.structs.replace(decode(members[0][1], Manifest), purpose="lain")
    assert rewritten(path, [(MANIFEST, encode(made_up)), *members[1:]]) == [(Wrong.MANIFEST, MANIFEST)]


def test_a_chain_of_ones_own_needs_the_servers_key(whole: tuple[Path, Members]):
    path, members = whole
    found = decode(members[-1][1], AuditSlice)
    ours = bytes(range(1, 33))
    forged = signed_slice(ours, msgspec.structs.replace(found, key=public_key(ours)))
    assert rewritten(path, [*members[:-1], (SLICE, encode(forged))]) == [(Wrong.CHAIN, SLICE)]
    assert verify_case(path, public_key(ours)).findings


def test_whoever_has_the_key_cannot_leave_out_or_move_a_record(whole: tuple[Path, Members]):
    """Signed anew with the server's own key, the checkpoints inside still tell."""
    found = decode(whole[1][-1][1], AuditSlice)
    span = found.spans[-1]
    for links in (span.links[1:], span.links[:-1], span.links[::-1], (span.links[0], *span.links)):
        spans = (*found.spans[:-1], msgspec.structs.replace(span, links=links))
        forged = signed_slice(PRIVATE, msgspec.structs.replace(found, spans=spans))
        with pytest.raises(SliceBroken):
            read_slice(encode(forged), KEY, f"report/{CASE_ID}")
    with pytest.raises(SliceBroken, match="in order"):
        read_slice(
            encode(signed_slice(PRIVATE, msgspec.structs.replace(found, spans=found.spans[::-1]))), KEY,
            f"report/{CASE_ID}",
        )  # fmt: skip


def test_a_consoles_checkpoint_agrees_or_shows_a_chain_written_anew(whole: tuple[Path, Members], tmp_path: Path):
    path, members = whole
    kept = decode(members[-1][1], AuditSlice).closing
    assert verify_case(path, KEY, [kept]).agreed == 1
    other = signed_checkpoint(PRIVATE, kept.epoch, kept.place, "0" * 64, kept.at)
    witness = tmp_path / "desk-3.jsonl"
    with witness.open("wb") as file:
        write_witness(file, KEY, [other])
    assert cli.run(["audit", "verify", str(path), "--key", KEY, "--witness", str(witness)]) == 1
