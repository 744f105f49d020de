"""What `audit verify` says of a chain somebody had in his hands: where, how, and in words."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from console import cli
from console.contract.audit import (
    GENESIS,
    AuditRecord,
    Checkpoint,
    SignedCheckpoint,
    new_key,
    public_key,
    read_public_key,
    sealed_record,
    signed_checkpoint,
)
from console.contract.audit_file import lines_of, write_export, write_witness
from console.contract.audit_report import sentences
from console.contract.audit_verify import Verdict, verify
from console.domain.errors import InputFault

PRIVATE = new_key()
KEY = public_key(PRIVATE)
Lines = list[bytes]


def chain(length: int = 10, private: bytes = PRIVATE, what: str = "report.note") -> Lines:
    """An export of so many records in one epoch, with a checkpoint as record 6."""
    records: list[AuditRecord] = []
    previous = GENESIS.hex()
    for place in range(1, length + 1):
        kind = {1: "epoch", 6: "checkpoint"}.get(place, "decision")
        words = {1: "", 6: signed_checkpoint(private, "e1", 5, previous, place).signature}.get(place, what)
        record = sealed_record(AuditRecord(
            place=place, at=place, kind=kind, what=words, subject="epoch/e1" if place == 1 else "report/r1",
            previous=previous, hash="",
        ))  # fmt: skip
        records.append(record)
        previous = record.hash
    file = io.BytesIO()
    closing = signed_checkpoint(private, "e1", length, previous, 1000)
    write_export(file, SignedCheckpoint(checkpoint=closing, key=public_key(private)), records)
    file.seek(0)
    return list(lines_of(file))


def checkpoint(lines: Lines, epoch: str = "e1") -> Checkpoint:
    """What a console would have kept of that chain's end."""
    record = json.loads(lines[-1])
    return signed_checkpoint(PRIVATE, epoch, record["place"], record["hash"], 2000)


def found(lines: Lines, *witnessed: Checkpoint) -> Verdict:
    return verify(lines, KEY, witnessed)


def test_a_chain_nobody_touched_is_whole_and_says_what_that_rests_on():
    verdict = found(chain())
    assert verdict.whole
    assert (verdict.records, verdict.checkpoints) == (10, 1)
    assert "rests on the server's key alone" in sentences(verdict, ())[-1]


@pytest.mark.parametrize(
    ("tamper", "how", "place"),
    [
        (lambda lines: [*lines[:4], lines[4].replace(b"report/r1", b"report/r2"), *lines[5:]], "changed", 4),
        (lambda lines: lines[:4] + lines[5:], "deleted", 4),
        (lambda lines: [*lines[:4], lines[2], *lines[4:]], "inserted", 4),
        (lambda lines: [*lines[:4], lines[5], lines[4], *lines[6:]], "swapped", 4),
        (lambda lines: lines[:-2], "truncated", 9),
        (lambda lines: [*lines[:-1], lines[-1][:-20]], "truncated", 10),
        (lambda lines: lines[:1], "truncated", 1),
        (lambda lines: chain(private=new_key()), "rewritten", 1),
        (lambda lines: [lines[0], *chain(what="report.junk")[1:]], "rewritten", 10),
        (lambda lines: [lines[0], *chain(private=new_key())[1:]], "rewritten", 6),
        (lambda lines: [*lines, *chain(11)[-1:]], "inserted", 11),
    ],
)  # fmt: skip
def test_it_says_where_and_how(tamper: Callable[[Lines], Lines], how: str, place: int):
    broken = found(tamper(chain())).broken
    assert broken is not None
    assert (broken.how, broken.place) == (how, place)


def test_an_end_cut_off_with_an_older_checkpoint_is_found_by_a_witness():
    older, newer = chain(8), chain(10)
    assert found(older).whole
    broken = found(older, checkpoint(newer)).broken
    assert broken is not None
    assert broken.how == "truncated"
    assert "a console witnessed place 10" in broken.sentence


def test_a_chain_written_anew_with_the_servers_own_key_is_found_by_a_witness():
    anew = chain(10, what="report.junk")
    assert found(anew).whole
    broken = found(anew, checkpoint(chain(8))).broken
    assert broken is not None
    assert (broken.how, broken.place) == ("rewritten", 8)


def test_what_a_restore_lost_is_told_as_lost():
    verdict = found(chain(8), msgspec.structs.replace(checkpoint(chain(10), "e0"), at=10))
    assert verdict.broken is None
    assert not verdict.whole
    assert "restored from an older backup" in sentences(verdict, ())[0]


def test_an_outsider_can_write_his_own_verifier_from_the_description():
    """The recipe of console/contract/audit.py, in a few lines that import nothing of ours."""
    previous = bytes(32)
    fields = ("place", "at", "kind", "outcome", "what", "actor", "desk", "session", "subject", "decision", "content")
    for line in chain()[1:]:
        record = json.loads(line)
        told = "".join(f"{record[name]}\n" for name in fields)
        digest = hashlib.sha256(b"sigap audit record 1\n" + told.encode()).digest()
        assert record["previous"] == previous.hex()
        previous = hashlib.sha256(b"sigap audit chain 1\n" + previous + digest).digest()
        assert record["hash"] == previous.hex()
    assert json.loads(chain()[0])["closing"]["hash"] == previous.hex()


def test_the_command_ends_with_1_on_a_broken_chain_and_0_on_a_whole_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file, seen = tmp_path / "chain.jsonl", tmp_path / "desk.jsonl"
    file.write_bytes(b"".join(chain()))
    with seen.open("wb") as opened:
        write_witness(opened, KEY, [checkpoint(chain(8)), checkpoint(chain())])
    assert cli.run(["audit", "verify", str(file), "--key", KEY, "--witness", str(seen)]) == 0
    assert "2 of the consoles' checkpoints are in it" in capsys.readouterr().out
    file.write_bytes(b"".join(chain()[:-1]))
    assert cli.run(["audit", "verify", str(file), "--key", KEY]) == 1
    assert capsys.readouterr().out.startswith("BROKEN at place 10 (line 10), truncated: the file ends after place 9")


@pytest.mark.parametrize("key", ["", "abc", "zz" * 32, "AAAA"])
def test_a_key_that_is_none_is_refused_in_words(key: str):
    with pytest.raises(InputFault, match="64 hex digits"):
        read_public_key(key)


def test_the_key_may_be_base64():
    import base64

    assert read_public_key(base64.b64encode(bytes.fromhex(KEY)).decode()) == KEY


def test_a_witness_somebody_else_signed_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file, seen = tmp_path / "chain.jsonl", tmp_path / "desk.jsonl"
    file.write_bytes(b"".join(chain()))
    with seen.open("wb") as opened:
        write_witness(opened, KEY, [signed_checkpoint(new_key(), "e1", 3, "00" * 32, 5)])
    assert cli.run(["audit", "verify", str(file), "--key", KEY, "--witness", str(seen)]) == 2
    assert "not signed with --key" in capsys.readouterr().err


@pytest.mark.parametrize("rubbish", [b"", b"\n", b"{}\n", b"\x00" * 40_000, b"[1,2]\n" * 3, b"\xff\xfe\n"])
def test_rubbish_is_told_as_such(rubbish: bytes):
    broken = verify(lines_of(io.BytesIO(rubbish)), KEY).broken
    assert broken is not None
    assert broken.line <= 1
