"""The exported chain and a console's checkpoints as files: JSON lines after a header.

Every line is the compact JSON of its shape with all fields in the order declared, ended by one line feed: a verifier
writes each line anew and compares the bytes, so that nothing can be said in two ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from console.contract.audit import AuditRecord, Checkpoint, SignedCheckpoint, is_signed
from console.contract.codec import decode, encode
from console.domain.errors import InputFault

FORMAT, WITNESS_FORMAT, VERSION = "sigap-audit", "sigap-audit-witness", 1
MOST_BYTES = 16 * 1024
"""Of one line; a longer one was not written by us."""


class Header(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """First line of an export: the public key (hex) and the checkpoint over the last record that follows."""

    format: str
    version: int
    key: str
    closing: Checkpoint


class WitnessHeader(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """First line of a console's checkpoints."""

    format: str
    version: int
    key: str


def write_export(file: BinaryIO, signed: SignedCheckpoint, records: Iterable[AuditRecord]) -> int:
    """Write the header and the records up to the checkpoint's place; how many records."""
    header = Header(format=FORMAT, version=VERSION, key=signed.key, closing=signed.checkpoint)
    file.write(encode(header) + b"\n")
    count = 0
    for record in records:
        file.write(encode(record) + b"\n")
        count += 1
    return count


def write_witness(file: BinaryIO, key: str, checkpoints: Iterable[Checkpoint]) -> int:
    """Write a console's checkpoints; how many."""
    file.write(encode(WitnessHeader(format=WITNESS_FORMAT, version=VERSION, key=key)) + b"\n")
    count = 0
    for checkpoint in checkpoints:
        file.write(encode(checkpoint) + b"\n")
        count += 1
    return count


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """The file's lines with their ends, none longer than MOST_BYTES."""
    while line := file.readline(MOST_BYTES):
        yield line


def read_witness(path: Path, key: str) -> tuple[Checkpoint, ...]:
    """A console's checkpoints, each of them checked against the public key.

    Raises:
        InputFault: the file is not one of ours, or holds a checkpoint this key did not sign; names file and line.
    """
    found: list[Checkpoint] = []
    with path.open("rb") as file:
        for number, line in enumerate(lines_of(file), 1):
            try:
                if number == 1:
                    if decode(line, WitnessHeader).format != WITNESS_FORMAT:
                        raise InputFault("bad_json", "another format")
                    continue
                checkpoint = decode(line, Checkpoint)
            except InputFault as fault:
                raise InputFault(
                    "witness_unreadable",
                    f"{path}, line {number}: this is not a console's file of checkpoints ({fault.message}).",
                ) from fault
            if not is_signed(checkpoint, key):
                raise InputFault(
                    "witness_unsigned",
                    f"{path}, line {number}: this checkpoint (place {checkpoint.place}) is not signed with --key.",
                )
            found.append(checkpoint)
    if not found:
        raise InputFault("witness_unreadable", f"{path}: there is no checkpoint in this file.")
    return tuple(found)
