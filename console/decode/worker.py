"""The jailed worker: warms up, locks itself, says hello, answers about one file, ends."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping
from typing import BinaryIO, NoReturn

from console.decode import seccomp, selfcheck, wire
from console.decode.sort import Sort, cpu_s
from console.decode.wire import Answer, Arguments, Op, Refused, Status

_REQUESTS, _ANSWERS = 0, 1

Work = Callable[[BinaryIO, Arguments], Answer]
"""One operation: the file, open for reading and seeking, and what is asked. Raises Refused, or whatever it likes."""


def main() -> NoReturn:
    """Serve one request and end the process: status 0, or 1 where the jail does not hold.

    The last argument names the sort of files this worker is for, photos when it names none.
    """
    sort = Sort(sys.argv[-1]) if sys.argv[-1] in {*Sort} else Sort.STILL
    # Straight out: the interpreter's own shutdown would open and stat what the lock refuses.
    os._exit(_serve(sort))


def _serve(sort: Sort) -> int:
    findings = selfcheck.find_open_walls(cpu_s(sort))
    works = _load(sort)
    gc.freeze()  # what is loaded stays: sweeping up after frames (film.py) need not look at it
    try:
        seccomp.lock_worker(threads=sort in (Sort.STILL, Sort.PAPER))  # libheif starts one; films do without
        findings |= selfcheck.find_missing_lock()
    except OSError:
        findings |= selfcheck.Finding.NOT_LOCKED
    _send(wire.HELLO.pack(wire.HELLO_MAGIC, findings))
    if findings:
        return 1
    request = _receive(_REQUESTS, wire.REQUEST.size)
    if len(request) < wire.REQUEST.size:
        return 0  # the console had no file for us
    asked, data_descriptor = _read_request(request)
    with open(data_descriptor, "rb", closefd=False) as file:
        _reply(works, file, asked)
        while sort is Sort.WALK and len(request := _receive(_REQUESTS, wire.REQUEST.size)) == wire.REQUEST.size:
            _reply(works, file, _read_request(request)[0])  # the same file: there is no other
    return 0


def _reply(works: Mapping[Op, Work], file: BinaryIO, asked: Arguments) -> None:
    head, answer = _answer(works, file, asked)
    _send(head)
    _send(answer.header)
    for part in answer.parts:
        _send(part)


def _load(sort: Sort) -> Mapping[Op, Work]:
    """Import and warm what the sort needs and nothing else: after the lock nothing can be opened any more."""
    if sort is Sort.MOVING:
        from console.decode import moving_family

        return moving_family.load()
    if sort is Sort.WALK:
        from console.decode import moving_family

        return moving_family.load_walk()
    if sort in (Sort.REEL, Sort.COPY):
        from console.decode import copy_family

        return copy_family.load_reel() if sort is Sort.REEL else copy_family.load_copy()
    if sort is Sort.PAPER:
        from console.decode import paper_family

        return paper_family.load()
    from console.decode import still_family

    return still_family.load()


def _read_request(request: bytes) -> tuple[Arguments, int]:
    """What the console asks (it is believed: the wall is between us and it), and the file's descriptor."""
    _, op, extra_bytes, descriptor, max_edge_px, number, count, from_s, seconds, _ = wire.REQUEST.unpack(request)
    extra = _receive(_REQUESTS, extra_bytes)
    return Arguments(Op(op), max_edge_px, number, count, from_s, seconds, extra), descriptor


def _answer(works: Mapping[Op, Work], file: BinaryIO, asked: Arguments) -> tuple[bytes, Answer]:
    """How the answer begins, and the rest of it: nothing after a refusal."""
    status, answer = Status.DONE, Answer(b"")
    try:
        answer = works[asked.op](file, asked) if asked.op in works else _refuse()
    except Refused as refused:
        status = refused.status
    except MemoryError:
        status = Status.OUT_OF_MEMORY
    except Exception:  # broken files make decoders raise nearly anything; each means the same
        status = Status.BROKEN
    return wire.pack_head(status, asked.op), answer


def _refuse() -> Answer:
    raise Refused(Status.NOT_FOR_THIS)


def _receive(descriptor: int, size_bytes: int) -> bytes:
    """Read up to `size_bytes`; fewer only at the end of the stream."""
    parts: list[bytes] = []
    missing = size_bytes
    while missing and (part := os.read(descriptor, missing)):
        parts.append(part)
        missing -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _send(content: bytes | bytearray | memoryview) -> None:
    view = memoryview(content).cast("B") if content else memoryview(b"")
    while view:
        view = view[os.write(_ANSWERS, view) :]


if __name__ == "__main__":
    main()
