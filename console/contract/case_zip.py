"""The container of a case file: a ZIP whose every byte follows from its members.

Members are stored, not packed, one after the other, without times, comments or extra fields (APPNOTE.TXT 6.3.3);
every unpacking program opens it. The largest is 4 GiB.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from console.domain.errors import InputFault

MOST_BYTES, MOST_MEMBERS = 2**32 - 1, 2**16 - 1
_UTF8, _STORED, _1980 = 0x0800, 0, 0x21
_VERSION, _UNIX = 20, 3 << 8
_PLAIN_FILE = 0o100644 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A member as the container names it: its name, size in bytes and CRC-32."""

    name: str
    size_bytes: int
    crc: int


def write_zip(file: BinaryIO, members: Iterable[tuple[str, bytes]]) -> None:
    """Write the members in their order; each is asked for when it is its turn.

    Raises:
        InputFault: `export_too_large`: more than a ZIP of this kind holds.
    """
    written: list[Packed] = []
    at_byte = 0
    for name, body in members:
        packed = Packed(name=name, size_bytes=len(body), crc=zlib.crc32(body))
        written.append(packed)
        head = local_head(packed)
        at_byte += len(head) + len(body)
        if at_byte > MOST_BYTES - 1024 * 1024 or len(written) > MOST_MEMBERS:
            raise InputFault("export_too_large", "files: together more than 4 GiB; leave some out.", field="files")
        file.write(head)
        file.write(body)
    file.write(tail(written))


def local_head(packed: Packed) -> bytes:
    """What stands before a member's bytes."""
    name = packed.name.encode()
    return struct.pack(
        "<4s5H3L2H", b"PK\3\4", _VERSION, _UTF8, _STORED, 0, _1980, packed.crc, packed.size_bytes, packed.size_bytes,
        len(name), 0,
    ) + name  # fmt: skip


def tail(members: Iterable[Packed]) -> bytes:
    """What stands behind the last member: the directory and its end."""
    rows: list[bytes] = []
    at_byte = 0
    for packed in members:
        name = packed.name.encode()
        rows.append(struct.pack(
            "<4s6H3L5H2L", b"PK\1\2", _UNIX | _VERSION, _VERSION, _UTF8, _STORED, 0, _1980, packed.crc,
            packed.size_bytes, packed.size_bytes, len(name), 0, 0, 0, 0, _PLAIN_FILE, at_byte,
        ) + name)  # fmt: skip
        at_byte += len(local_head(packed)) + packed.size_bytes
    rows_bytes = b"".join(rows)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(rows), len(rows), len(rows_bytes), at_byte, 0)
    return rows_bytes + end


def differing(file: BinaryIO, size_bytes: int, members: list[Packed]) -> str | None:
    """Where the container is not as `write_zip` writes it: 'before NAME' or 'the directory …'; None nowhere."""
    at_byte = 0
    for packed in members:
        head = local_head(packed)
        file.seek(at_byte)
        if file.read(len(head)) != head:
            return f"before {packed.name}"
        at_byte += len(head) + packed.size_bytes
    end = tail(members)
    file.seek(min(at_byte, size_bytes))
    return None if file.read(len(end) + 1) == end else "the directory at its end"


def members_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a member of any ZIP, piece by piece.

    Raises:
        zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError: it cannot be read.
    """
    with archive.open(info) as opened:
        while piece := opened.read(1024 * 1024):
            yield piece
