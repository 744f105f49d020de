"""One file to one worker: hand over, wait until the deadline, believe nothing unchecked."""

from __future__ import annotations

import os
import select
import time
from typing import TypeVar

from console.decode import wire
from console.decode.jail import Jailed
from console.decode.refusal import Refusal, RefusalCode
from console.decode.wire import Arguments, Reader, WireError

_PART_BYTES = 1024 * 1024
_ResultT = TypeVar("_ResultT")


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


def ask(
    worker: Jailed, data: bytes | None, arguments: Arguments, reader: Reader[_ResultT], deadline_s: float
) -> _ResultT | Refusal:
    """What `reader` makes of the answer about `data`, or why there is none. The caller kills the used-up worker.

    `data` None: about the file it has (Sort.WALK). What a worker says beyond the announced bytes is never read.
    """
    try:
        if data is None:
            os.write(worker.requests, wire.pack_request(arguments, worker.data, 0))
        else:
            begin(worker, data, arguments)
        return finish(worker, reader, deadline_s)
    except TimeoutError:
        return Refusal(RefusalCode.TIMED_OUT)
    except (EOFError, BrokenPipeError):
        return Refusal(RefusalCode.WORKER_DIED)
    except WireError as wrong:
        return Refusal(RefusalCode.WORKER_MISBEHAVED, str(wrong))


def begin(worker: Jailed, data: bytes, arguments: Arguments) -> None:
    """Hand the file over and ask.

    Raises:
        BrokenPipeError: the worker is dead.
    """
    worker.hand_over(data)
    os.write(worker.requests, wire.pack_request(arguments, worker.data, len(data)))


def finish(worker: Jailed, reader: Reader[_ResultT], deadline_s: float) -> _ResultT | Refusal:
    """The answer to what was asked.

    Raises:
        TimeoutError: the deadline passed first.
        EOFError: the worker died.
        WireError: it is not to be believed.
    """
    refused = wire.read_head(_read_exactly(worker.answers, wire.HEAD.size, deadline_s), reader.op)
    if refused is not None:
        return Refusal(refused)
    sizes = reader.expect(_read_exactly(worker.answers, reader.header_bytes, deadline_s))
    return reader.result([_read_exactly(worker.answers, size_bytes, deadline_s) for size_bytes in sizes])


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
