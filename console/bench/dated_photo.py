"""A photo of ours with time and place written into it, as a phone writes them."""

from __future__ import annotations

import struct
from datetime import UTC, datetime

_ASCII, _LONG, _RATIONAL = 2, 4, 5
_Field = tuple[int, int, int, bytes]  # tag, type, count, value


def dated_photo(jpeg: bytes, taken_at: datetime, lat: float, lon: float) -> bytes:
    """The JPEG with an EXIF block that claims it was taken then (satellite time) and there (CIPA DC-008, 4.5-4.6)."""
    utc = taken_at.astimezone(UTC)
    gps = (
        (1, _ASCII, 2, b"N\0" if lat >= 0 else b"S\0"),
        (2, _RATIONAL, 3, _degrees(lat)),
        (3, _ASCII, 2, b"E\0" if lon >= 0 else b"W\0"),
        (4, _RATIONAL, 3, _degrees(lon)),
        (7, _RATIONAL, 3, struct.pack(">6I", utc.hour, 1, utc.minute, 1, utc.second, 1)),
        (29, _ASCII, 11, f"{utc:%Y:%m:%d}\0".encode()),
    )
    first = ((0x8825, _LONG, 1, struct.pack(">I", 8 + _length(1))),)
    tiff = b"MM\0*\0\0\0\x08" + _directory(first, 8) + _directory(gps, 8 + _length(1))
    block = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + jpeg[2:]


def _degrees(value: float) -> bytes:
    """Degrees, minutes and seconds as three rationals."""
    hundredths = round(abs(value) * 360_000)
    return struct.pack(">6I", hundredths // 360_000, 1, hundredths // 6_000 % 60, 1, hundredths % 6_000, 100)


def _length(fields: int) -> int:
    return 2 + 12 * fields + 4


def _directory(fields: tuple[_Field, ...], at: int) -> bytes:
    """An image file directory that stands `at` bytes into the block, what is longer than four bytes behind it."""
    beyond, entries = b"", struct.pack(">H", len(fields))
    for tag, kind, count, value in fields:
        if len(value) > 4:
            entries += struct.pack(">HHII", tag, kind, count, at + _length(len(fields)) + len(beyond))
            beyond += value
        else:
            entries += struct.pack(">HHI", tag, kind, count) + value.ljust(4, b"\0")
    return entries + b"\0\0\0\0" + beyond
