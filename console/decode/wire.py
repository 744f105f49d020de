"""The frame between desk and worker: what is asked, and how every answer begins."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol, TypeVar

from console.decode.refusal import RefusalCode

HELLO = struct.Struct("<4sI")  # magic, findings of the worker's self-check (0: the jail holds)
REQUEST = struct.Struct("<4sBxHIIIIddQ")
"""Magic, operation, bytes of extra, data descriptor, largest edge px, number, count, from s, seconds, file's bytes."""
HEAD = struct.Struct("<4sBBxx")  # magic, status, operation; the operation's own header follows a DONE
HELLO_MAGIC, REQUEST_MAGIC, ANSWER_MAGIC = b"SGH1", b"SGR2", b"SGA2"

EXTRA_MAX_BYTES = 16 * 1024
"""Most bytes that may follow a request: a password, boxes. Well below what a pipe holds unread."""


class Op(IntEnum):
    """What may be asked of a worker, about the one file it is given."""

    PHOTO = 1
    FACTS = 2
    PAGE = 3
    CLIP = 4
    STILLS = 5
    SOUND = 6
    PEAKS = 7
    REEL = 8
    COPY = 9


class Status(IntEnum):
    """First thing an answer says."""

    DONE = 0
    BROKEN = 1
    TOO_MANY_PIXELS = 2
    OUT_OF_MEMORY = 3
    NOT_FOR_THIS = 4
    NEEDS_PASSWORD = 5
    WRONG_PASSWORD = 6
    NO_SUCH_PAGE = 7
    NO_MOVING_PICTURE = 8
    NO_SOUND = 9
    CODEC_UNKNOWN = 10
    PROTECTION_UNKNOWN = 11
    COPY_TOO_LARGE = 12


REFUSED = {
    Status.BROKEN: RefusalCode.BROKEN,
    Status.TOO_MANY_PIXELS: RefusalCode.TOO_MANY_PIXELS,
    Status.OUT_OF_MEMORY: RefusalCode.OUT_OF_MEMORY,
    Status.NOT_FOR_THIS: RefusalCode.NOT_PREVIEWABLE,
    Status.NEEDS_PASSWORD: RefusalCode.NEEDS_PASSWORD,
    Status.WRONG_PASSWORD: RefusalCode.WRONG_PASSWORD,
    Status.NO_SUCH_PAGE: RefusalCode.NO_SUCH_PAGE,
    Status.NO_MOVING_PICTURE: RefusalCode.NO_MOVING_PICTURE,
    Status.NO_SOUND: RefusalCode.NO_SOUND,
    Status.CODEC_UNKNOWN: RefusalCode.CODEC_UNKNOWN,
    Status.PROTECTION_UNKNOWN: RefusalCode.PROTECTION_UNKNOWN,
    Status.COPY_TOO_LARGE: RefusalCode.COPY_TOO_LARGE,
}


class WireError(ValueError):
    """An answer broke the format; the worker is not to be believed."""


class Refused(Exception):
    """Raised inside a worker: this file, asked this, ends with `status` and nothing else."""

    def __init__(self, status: Status) -> None:
        super().__init__(status.name)
        self.status = status


@dataclass(frozen=True, slots=True)
class Arguments:
    """What is asked; each operation uses some of it, the rest stays zero.

    `number` of a page counts from 1; `from_s` and `seconds` are a span of a film or sound; `extra` at most
    EXTRA_MAX_BYTES of the operation's own (a password as UTF-8). Never logged: repr leaves `extra` out.
    """

    op: Op
    max_edge_px: int = 0
    number: int = 0
    count: int = 0
    from_s: float = 0.0
    seconds: float = 0.0
    extra: bytes = b""

    def __repr__(self) -> str:
        """Say what is asked without what may be secret."""
        return f"Arguments({self.op.name}, extra of {len(self.extra)} bytes)"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an operation hands back inside the worker: its fixed header, then parts of announced sizes, made as sent."""

    header: bytes
    parts: Iterable[bytes | bytearray | memoryview] = ()


_ResultT_co = TypeVar("_ResultT_co", covariant=True)


class Reader(Protocol[_ResultT_co]):
    """The desk's side of one question: checks the header against what was asked, then makes the result."""

    @property
    def op(self) -> Op:
        """The operation asked for."""

    @property
    def header_bytes(self) -> int:
        """Size of the operation's fixed header."""

    def expect(self, header: bytes) -> Sequence[int]:
        """Sizes in bytes of the parts that must follow; raises WireError at anything out of bounds."""

    def result(self, parts: Sequence[bytes]) -> _ResultT_co:
        """The answer from its parts, each of exactly the expected size; raises WireError."""


def pack_request(arguments: Arguments, data_descriptor: int, size_bytes: int) -> bytes:
    """A request: `REQUEST.size` bytes, then the extra.

    Raises:
        ValueError: more extra than EXTRA_MAX_BYTES.
    """
    if len(arguments.extra) > EXTRA_MAX_BYTES:
        raise ValueError(f"extra must have at most {EXTRA_MAX_BYTES} bytes")
    fixed = REQUEST.pack(
        REQUEST_MAGIC, arguments.op, len(arguments.extra), data_descriptor, arguments.max_edge_px, arguments.number,
        arguments.count, arguments.from_s, arguments.seconds, size_bytes,
    )  # fmt: skip
    return fixed + arguments.extra


def pack_head(status: Status, op: Op) -> bytes:
    """Beginning of every answer, `HEAD.size` bytes."""
    return HEAD.pack(ANSWER_MAGIC, status, op)


def read_head(head: bytes, op: Op) -> RefusalCode | None:
    """Check how an answer begins: None when `op` was done, else why not.

    Raises:
        WireError: another format, another operation, an unknown status.
    """
    magic, code, answered = HEAD.unpack(head)
    if magic != ANSWER_MAGIC:
        raise WireError("magic")
    if answered != op:
        raise WireError("operation")
    if code == Status.DONE:
        return None
    try:
        return REFUSED[Status(code)]
    except ValueError:
        raise WireError("status") from None
