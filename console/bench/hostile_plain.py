"""Pillow as it comes in the same jail: what opening and speed are measured against."""

from __future__ import annotations

import dataclasses
import os
import select
import time

from console.decode import exchange, jail, limits, wire
from console.domain.file_kind import Family, NotAllowed, recognise

_CODE = f"""
import io, os, struct
import pillow_heif
from PIL import Image
pillow_heif.register_heif_opener()
os.write(1, {wire.HELLO_MAGIC!r} + bytes(4))
request = struct.unpack({wire.REQUEST.format!r}, os.read(0, {wire.REQUEST.size}))
data, edge, size = request[3], request[4], request[-1]
try:
    image = Image.open(io.BytesIO(os.read(data, size)), formats=("JPEG", "PNG", "WEBP", "HEIF"))
    image.load()
    if edge:
        image.convert("RGBA").resize((edge, max(1, edge * image.height // image.width))).tobytes()
    os.write(1, b"1")
except Exception:
    os.write(1, b"0")
"""


def opens_in_plain_pillow(data: bytes, longest_s: float) -> bool:
    """Whether Pillow, asked for nothing special, loads this photo within `longest_s`; False for other families."""
    kind = recognise(data)
    if isinstance(kind, NotAllowed) or kind.family is not Family.PHOTO:
        return False
    return _ask(data, 0, longest_s)[0]


def plain_pixels_ms(data: bytes, edge_px: int) -> float:
    """Milliseconds until Pillow, in a warm worker too, has decoded a photo whole and made it `edge_px` wide."""
    return _ask(data, edge_px, limits.DECODE_WALL_S)[1]


def _ask(data: bytes, edge_px: int, longest_s: float) -> tuple[bool, float]:
    command = jail.worker_command()
    worker = jail.start(dataclasses.replace(command, argv=(*command.argv[:-3], "-c", _CODE)))
    try:
        exchange.greet(worker, time.monotonic() + limits.START_WALL_S)
        start_s = time.perf_counter()
        worker.hand_over(data)
        asked = wire.Arguments(wire.Op.PHOTO, max_edge_px=edge_px)
        os.write(worker.requests, wire.pack_request(asked, worker.data, len(data)))
        ready, _, _ = select.select([worker.answers], [], [], longest_s)
        opened = bool(ready) and os.read(worker.answers, 1) == b"1"
        return opened, (time.perf_counter() - start_s) * 1000
    except BrokenPipeError:
        return False, 0.0
    finally:
        worker.kill()
        worker.reap()
