"""The fixed format between desk and worker; every byte of an answer is checked."""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum, IntFlag

from console.decode import limits
from console.decode.picture import Note, PhotoFacts, PhotoPlace, TakenTime
from console.decode.refusal import Refusal, RefusalCode
from console.domain.file_kind import FileKind

HELLO = struct.Struct("<4sI")  # magic, findings of the worker's self-check (0: the jail holds)
REQUEST = struct.Struct("<4sIIQ")  # magic, number of the data descriptor, largest edge px, bytes
ANSWER = struct.Struct("<4sBBHIIIIqhqddQ")
HELLO_MAGIC, REQUEST_MAGIC, ANSWER_MAGIC = b"SGH1", b"SGR1", b"SGA1"

_EPOCH = datetime(1970, 1, 1)  # no zone: the wall clock of a camera
_OLDEST_S = int((datetime(1990, 1, 1) - _EPOCH).total_seconds())
_NEWEST_S = int((datetime(2100, 1, 1) - _EPOCH).total_seconds())


class Status(IntEnum):
    """First byte of an answer that counts."""

    PICTURE = 0
    BROKEN = 1
    TOO_MANY_PIXELS = 2
    OUT_OF_MEMORY = 3


_REFUSED = {
    Status.BROKEN: RefusalCode.BROKEN,
    Status.TOO_MANY_PIXELS: RefusalCode.TOO_MANY_PIXELS,
    Status.OUT_OF_MEMORY: RefusalCode.OUT_OF_MEMORY,
}


class Present(IntFlag):
    """Which of the optional facts an answer carries."""

    TAKEN = 1
    OFFSET = 2
    GPS_TIME = 4
    PLACE = 8


NOTE_BITS = {note: 1 << place for place, note in enumerate(Note)}


@dataclass(slots=True)
class Claims:
    """What a worker says of a photo. Times in whole seconds since 1970, `taken_s` on the camera's clock."""

    source_width_px: int = 0
    source_height_px: int = 0
    taken_s: int | None = None
    utc_offset_minutes: int | None = None
    gps_s: int | None = None
    lat_lon: tuple[float, float] | None = None
    notes: int = 0

    def note(self, note: Note) -> None:
        """Add one note."""
        self.notes |= NOTE_BITS[note]


@dataclass(frozen=True, slots=True)
class Announced:
    """A checked answer header: size of the picture whose `pixel_bytes` follow, and its facts."""

    width_px: int
    height_px: int
    pixel_bytes: int
    facts: PhotoFacts


class WireError(ValueError):
    """An answer broke the format; the worker is not to be believed."""


def seconds_since_epoch(wall: datetime) -> int | None:
    """Whole seconds of a zoneless `wall` time since 1970, None outside 1990..2100 (no such photo)."""
    seconds = int((wall - _EPOCH).total_seconds())
    return seconds if _OLDEST_S <= seconds < _NEWEST_S else None


def is_place(lat: float, lon: float) -> bool:
    """Whether lat, lon in degrees can be a place: finite, on the globe and not 0,0."""
    return math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180 and (lat, lon) != (0, 0)


def pack_answer(status: Status, width_px: int = 0, height_px: int = 0, claims: Claims | None = None) -> bytes:
    """Header of an answer, `ANSWER.size` bytes; width x height x 4 bytes of RGBA follow a picture."""
    c = claims or Claims()
    present = Present(0)
    if c.taken_s is not None:
        present |= Present.TAKEN
        if c.utc_offset_minutes is not None:
            present |= Present.OFFSET
    if c.gps_s is not None:
        present |= Present.GPS_TIME
    if c.lat_lon is not None:
        present |= Present.PLACE
    lat, lon = c.lat_lon or (0.0, 0.0)
    return ANSWER.pack(
        ANSWER_MAGIC, status, present, c.notes, width_px, height_px, c.source_width_px, c.source_height_px,
        c.taken_s or 0, c.utc_offset_minutes or 0, c.gps_s or 0, lat, lon, width_px * height_px * 4,
    )  # fmt: skip


def read_answer(header: bytes, kind: FileKind, max_edge_px: int) -> Announced | Refusal:
    """Check an answer header of `ANSWER.size` bytes against what was asked.

    Raises:
        WireError: anything out of bounds; then nothing of the answer may be used.
    """
    (magic, code, present_bits, notes, width, height, source_width, source_height,
     taken_s, offset_min, gps_s, lat, lon, pixel_bytes) = ANSWER.unpack(header)  # fmt: skip
    if magic != ANSWER_MAGIC:
        raise WireError("magic")
    try:
        status = Status(code)
    except ValueError:
        raise WireError("status") from None
    if status is not Status.PICTURE:
        if pixel_bytes:
            raise WireError("pixels after a refusal")
        return Refusal(_REFUSED[status])
    if not (1 <= width <= max_edge_px and 1 <= height <= max_edge_px) or pixel_bytes != width * height * 4:
        raise WireError("picture size")
    if source_width < 1 or source_height < 1 or source_width * source_height > limits.SOURCE_MAX_PX:
        raise WireError("source size")
    if present_bits & ~0xF or notes >> len(NOTE_BITS):
        raise WireError("flags")
    present = Present(present_bits)
    facts = PhotoFacts(
        kind=kind,
        source_width_px=source_width,
        source_height_px=source_height,
        taken=_taken(present, taken_s, offset_min),
        gps_at=_moment(gps_s).replace(tzinfo=UTC) if Present.GPS_TIME in present else None,
        place=_place(lat, lon) if Present.PLACE in present else None,
        notes=frozenset(note for note, bit in NOTE_BITS.items() if notes & bit),
    )
    return Announced(width, height, pixel_bytes, facts)


def _moment(seconds: int) -> datetime:
    if not _OLDEST_S <= seconds < _NEWEST_S:
        raise WireError("time")
    return _EPOCH + timedelta(seconds=seconds)


def _taken(present: Present, seconds: int, offset_minutes: int) -> TakenTime | None:
    if Present.TAKEN not in present:
        return None
    if abs(offset_minutes) > 14 * 60:
        raise WireError("UTC offset")
    return TakenTime(_moment(seconds), offset_minutes if Present.OFFSET in present else None)


def _place(lat: float, lon: float) -> PhotoPlace:
    if not is_place(lat, lon):
        raise WireError("place")
    return PhotoPlace(lat, lon)
