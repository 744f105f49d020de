"""What a map tile is by its first bytes: png, jpeg or webp of a sane size; undecoded."""

from __future__ import annotations

import struct
from dataclasses import dataclass

MOST_BYTES = 2 * 1024 * 1024
"""A photo tile of 1,024 pixels stays well below."""
LARGEST_PX = 1024
"""Side of a tile of four times the usual pixels: what is larger is no tile but a trap for the decoder."""

_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers that begin a frame (ITU-T T.81, table B.1)."""


@dataclass(frozen=True, slots=True)
class TilePicture:
    """A tile as it may be shown: MIME type, size in pixels, its bytes."""

    mime: str
    width: int
    height: int
    body: bytes


class NoTile(Exception):
    """These bytes are no tile we show; args[0] is the reason in plain English."""


def read_tile(body: bytes) -> TilePicture:
    """Look at the header only; whether the rest is sound is for the page's own process to find out.

    Raises:
        NoTile: empty, too large, another format, or cut off within its header.
    """
    if not body:
        raise NoTile("it is empty")
    if len(body) > MOST_BYTES:
        raise NoTile(f"it has {len(body):,} bytes, at most {MOST_BYTES:,} are shown")
    try:
        mime, width, height = _facts(body)
    except (struct.error, IndexError) as error:
        raise NoTile("it is cut off") from error
    if not (0 < width <= LARGEST_PX and 0 < height <= LARGEST_PX):
        raise NoTile(f"it has {width} x {height} pixels, at most {LARGEST_PX} a side are shown")
    return TilePicture(mime, width, height, body)


def is_whole(picture: TilePicture) -> bool:
    """Whether the file ends as its format says it must: a cheap look for one that was cut off."""
    body = picture.body
    if picture.mime == "image/png":
        return b"IEND" in body[-16:]
    if picture.mime == "image/jpeg":
        return b"\xff\xd9" in body[-64:]
    return len(body) >= int.from_bytes(body[4:8], "little") + 8


def _facts(body: bytes) -> tuple[str, int, int]:
    if body.startswith(_PNG):
        if body[12:16] != b"IHDR":
            raise NoTile("its png header is broken")
        return "image/png", *struct.unpack_from(">II", body, 16)
    if body.startswith(b"\xff\xd8\xff"):
        return "image/jpeg", *_jpeg_size(body)
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "image/webp", *_webp_size(body)
    raise NoTile(f"it is {_other(body)}, not png, jpeg or webp")


def _jpeg_size(body: bytes) -> tuple[int, int]:
    at = 2
    while body[at] == 0xFF:
        marker = body[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", body, at + 5)
            return width, height
        # Fill bytes and markers without a length; every other one says how long it is.
        at += 1 if marker == 0xFF else 2 if marker == 0x01 or 0xD0 <= marker <= 0xD8 else 2 + _length(body, at + 2)
    raise NoTile("its jpeg header is broken")


def _length(body: bytes, at: int) -> int:
    length: int = struct.unpack_from(">H", body, at)[0]
    if length < 2:
        raise NoTile("its jpeg header is broken")
    return length


def _webp_size(body: bytes) -> tuple[int, int]:
    """RFC 9649, sections 2.5 to 2.7."""
    kind = body[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(_part(body, 24, 3), "little"), 1 + int.from_bytes(_part(body, 27, 3), "little")
    if kind == b"VP8L":
        bits = int.from_bytes(_part(body, 21, 4), "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", body, 26)
        return width & 0x3FFF, height & 0x3FFF
    raise NoTile("its webp header is broken")


def _part(body: bytes, at: int, count: int) -> bytes:
    if len(body) < at + count:
        raise NoTile("it is cut off")
    return body[at : at + count]


def _other(body: bytes) -> str:
    if body[:2] == b"\x1f\x8b" or body[:1] == b"\x1a":
        return "a vector tile"
    if body[4:12] in (b"ftypavif", b"ftypavis"):
        return "avif"
    if body.lstrip()[:1] == b"<":
        return "a page of text"
    return "something else"
