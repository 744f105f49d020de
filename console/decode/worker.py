"""The jailed worker: warms up, locks itself, says hello, decodes one file, ends."""

from __future__ import annotations

import os
from typing import NoReturn

from console.decode import photo, seccomp, selfcheck, wire

_REQUESTS, _ANSWERS = 0, 1


def main() -> NoReturn:
    """Serve one request and end the process: status 0, or 1 where the jail does not hold."""
    # Straight out: the interpreter's own shutdown would open and stat what the lock refuses.
    os._exit(_serve())


def _serve() -> int:
    findings = selfcheck.find_open_walls()
    photo.warm()
    try:
        seccomp.lock_worker()
        findings |= selfcheck.find_missing_lock()
    except OSError:
        findings |= selfcheck.Finding.NOT_LOCKED
    _send(wire.HELLO.pack(wire.HELLO_MAGIC, findings))
    if findings:
        return 1
    request = _receive(_REQUESTS, wire.REQUEST.size)
    if len(request) < wire.REQUEST.size:
        return 0  # the console had no file for us
    _, data_descriptor, max_edge_px, size_bytes = wire.REQUEST.unpack(request)
    data = _receive(data_descriptor, size_bytes)
    header, pixels = _answer(data, max_edge_px)
    _send(header)
    _send(pixels)
    return 0


def _answer(data: bytes, max_edge_px: int) -> tuple[bytes, bytes]:
    try:
        decoded = photo.decode(data, max_edge_px)
    except photo.TooManyPixels:
        return wire.pack_answer(wire.Status.TOO_MANY_PIXELS), b""
    except MemoryError:
        return wire.pack_answer(wire.Status.OUT_OF_MEMORY), b""
    except Exception:  # broken files make decoders raise nearly anything; each means the same
        return wire.pack_answer(wire.Status.BROKEN), b""
    header = wire.pack_answer(wire.Status.PICTURE, decoded.width_px, decoded.height_px, decoded.claims)
    return header, decoded.rgba


def _receive(descriptor: int, size_bytes: int) -> bytes:
    """Read up to `size_bytes`; fewer only at the end of the stream."""
    parts: list[bytes] = []
    missing = size_bytes
    while missing and (part := os.read(descriptor, missing)):
        parts.append(part)
        missing -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _send(content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(_ANSWERS, view) :]


if __name__ == "__main__":
    main()
