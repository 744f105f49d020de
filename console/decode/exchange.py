"""One file to one worker: hand over, wait until the deadline, believe nothing unchecked."""

from __future__ import annotations

import os
import select
import time

from console.decode import wire
from console.decode.jail import Jailed
from console.decode.picture import Picture
from console.decode.refusal import Refusal, RefusalCode
from console.domain.file_kind import FileKind

_PART_BYTES = 1024 * 1024


def greet(worker: Jailed, deadline_s: float) -> int | None:
    """Findings of the worker's self-check (0: good), None if it died, was late or said something else.

    `deadline_s` is on time.monotonic's scale, as everywhere here.
    """
    try:
        hello = _read_exactly(worker.answers, wire.HELLO.size, deadline_s)
    except (TimeoutError, EOFError):
        return None
    magic, findings = wire.HELLO.unpack(hello)
    return int(findings) if magic == wire.HELLO_MAGIC else None


def decode_photo(worker: Jailed, data: bytes, kind: FileKind, max_edge_px: int, deadline_s: float) -> Picture | Refusal:
    """The picture in `data`, or why there is none. The worker is used up; the caller kills it.

    What a worker says beyond the announced bytes is never read.
    """
    try:
        worker.hand_over(data)
        os.write(worker.requests, wire.REQUEST.pack(wire.REQUEST_MAGIC, worker.data, max_edge_px, len(data)))
        header = _read_exactly(worker.answers, wire.ANSWER.size, deadline_s)
        announced = wire.read_answer(header, kind, max_edge_px)
        if isinstance(announced, Refusal):
            return announced
        pixels = _read_exactly(worker.answers, announced.pixel_bytes, deadline_s)
    except TimeoutError:
        return Refusal(RefusalCode.TIMED_OUT)
    except (EOFError, BrokenPipeError):
        return Refusal(RefusalCode.WORKER_DIED)
    except wire.WireError as wrong:
        return Refusal(RefusalCode.WORKER_MISBEHAVED, str(wrong))
    return Picture(announced.width_px, announced.height_px, pixels, announced.facts)


def _read_exactly(descriptor: int, size_bytes: int, deadline_s: float) -> bytes:
    """Read `size_bytes` from a non-blocking pipe.

    Raises:
        TimeoutError: the deadline passed first.
        EOFError: the other end closed first.
    """
    parts: list[bytes] = []
    missing = size_bytes
    waiting = select.poll()
    waiting.register(descriptor, select.POLLIN)
    while missing:
        left_s = deadline_s - time.monotonic()
        if left_s <= 0 or not waiting.poll(left_s * 1000):
            raise TimeoutError
        part = os.read(descriptor, min(missing, _PART_BYTES))
        if not part:
            raise EOFError
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)  # of many bytes objects: lets other threads run while it copies, bytes(bytearray) does not
