"""What crosses while a redacted copy is made: frames out of a jail, into another."""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from console.decode import limits
from console.decode.answers_facts import is_duration
from console.decode.wire import REFUSED, Op, Status, WireError
from console.domain.file_kind import FileKind, recognise

REEL = struct.Struct("<IIdd")  # width, height, frames a second, duration s (0 unknown); then pieces, the last an END
PIECE = struct.Struct("<BBxxIq")  # what follows, status of an END, moments of sound, microseconds since the beginning
ORDER = struct.Struct("<IIIIII")  # width, height (0 x 0 without pictures), 1,000 frames a s, bits a s, has sound, 0
COPY = struct.Struct("<II")  # bytes of the file, 0; one part: the file

RATE_MIN_HZ, RATE_MAX_HZ = 1.0, 240.0
SOUND_MAX_MOMENTS = limits.SOUND_RATE_HZ


class Piece(IntEnum):
    """What follows a piece's head."""

    END = 0
    FRAME = 1  # width x height x 3 bytes
    KEY_FRAME = 2  # the same; nothing of earlier frames may shine through
    SOUND = 3  # moments x 4 bytes


@dataclass(frozen=True, slots=True)
class Reel:
    """A film about to come frame by frame: upright, square pixels."""

    width_px: int
    height_px: int
    rate_hz: float
    duration_s: float

    @property
    def frame_bytes(self) -> int:
        """RGB888, rows without padding."""
        return self.width_px * self.height_px * 3


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: of pictures (0 x 0: none) and sound."""

    width_px: int
    height_px: int
    rate_hz: float
    bits_a_second: int
    has_sound: bool

    def packed(self) -> bytes:
        """As it crosses."""
        rate = round(self.rate_hz * 1000)
        return ORDER.pack(self.width_px, self.height_px, rate, self.bits_a_second, self.has_sound, 0)


def read_order(packed: bytes) -> Order:
    """Inside the worker: what the desk asked for."""
    width, height, rate, bits, has_sound, _ = ORDER.unpack(packed)
    return Order(width, height, rate / 1000, bits, bool(has_sound))


def read_reel(header: bytes) -> Reel:
    """Check a reel's header.

    Raises:
        WireError: anything out of bounds.
    """
    width, height, rate_hz, duration_s = REEL.unpack(header)
    most = limits.COPY_EDGE_MAX_PX
    if not (0 < width <= most and 0 < height <= most):
        raise WireError("frame size")
    if not (math.isfinite(rate_hz) and RATE_MIN_HZ <= rate_hz <= RATE_MAX_HZ) or not is_duration(duration_s):
        raise WireError("rate or duration")
    return Reel(width, height, rate_hz, duration_s)


def read_frame_head(head: bytes, after_us: int) -> int | Status:
    """When the frame that follows begins, in microseconds, or how the reel ended.

    Raises:
        WireError: anything but a frame later than `after_us`, or an end.
    """
    what, status, moments, at_us = PIECE.unpack(head)
    if what == Piece.END:
        if status != Status.DONE and status not in set(REFUSED):
            raise WireError("status")
        return Status(status)
    if what != Piece.FRAME or status or moments or not after_us < at_us <= limits.DURATION_MAX_S * 1e6:
        raise WireError("frame")
    return int(at_us)


class CopyReader:
    """Reads the answer to COPY: a file of the kind ordered, no larger than it may be."""

    op = Op.COPY
    header_bytes = COPY.size

    def __init__(self, kind: FileKind) -> None:
        self._kind = kind

    def expect(self, header: bytes) -> Sequence[int]:
        """Check the header; the one part is the file."""
        size_bytes, nothing = COPY.unpack(header)
        if not 0 < size_bytes <= limits.COPY_MAX_BYTES or nothing:
            raise WireError("size")
        return (size_bytes,)

    def result(self, parts: Sequence[bytes]) -> bytes:
        """The file."""
        if recognise(parts[0]) != self._kind:
            raise WireError("kind")
        return parts[0]
