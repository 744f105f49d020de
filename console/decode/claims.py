"""What a worker claims of a file's time and place: a fixed block, checked by the desk."""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntFlag

from console.decode.picture import Note, PhotoPlace, TakenTime
from console.decode.wire import WireError

BLOCK = struct.Struct("<BBHqhqdd")  # present, 0, notes, taken s, UTC offset min, gps s, lat, lon

_EPOCH = datetime(1970, 1, 1)  # no zone: the wall clock of a camera
_OLDEST_S = int((datetime(1990, 1, 1) - _EPOCH).total_seconds())
_NEWEST_S = int((datetime(2100, 1, 1) - _EPOCH).total_seconds())


class Present(IntFlag):
    """Which of the optional facts a block carries."""

    TAKEN = 1
    OFFSET = 2
    GPS_TIME = 4
    PLACE = 8


NOTE_BITS = {note: 1 << place for place, note in enumerate(Note)}


@dataclass(slots=True)
class Claims:
    """What a worker says of a file. Times in whole seconds since 1970, `taken_s` on the camera's clock."""

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
class Believed:
    """A block the desk has checked: only what can be true."""

    taken: TakenTime | None
    gps_at: datetime | None
    place: PhotoPlace | None
    notes: frozenset[Note]


def seconds_since_epoch(wall: datetime) -> int | None:
    """Whole seconds of a zoneless `wall` time since 1970, None outside 1990..2100 (no such photo)."""
    seconds = int((wall - _EPOCH).total_seconds())
    return seconds if _OLDEST_S <= seconds < _NEWEST_S else None


def is_place(lat: float, lon: float) -> bool:
    """Whether lat, lon in degrees can be a place: finite, on the globe and not 0,0."""
    return math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180 and (lat, lon) != (0, 0)


def pack(claims: Claims) -> bytes:
    """Time, place and notes as `BLOCK.size` bytes; the file's own size in pixels is the header's affair."""
    present = Present(0)
    if claims.taken_s is not None:
        present |= Present.TAKEN
        if claims.utc_offset_minutes is not None:
            present |= Present.OFFSET
    if claims.gps_s is not None:
        present |= Present.GPS_TIME
    if claims.lat_lon is not None:
        present |= Present.PLACE
    lat, lon = claims.lat_lon or (0.0, 0.0)
    taken_s, offset_minutes = claims.taken_s or 0, claims.utc_offset_minutes or 0
    return BLOCK.pack(present, 0, claims.notes, taken_s, offset_minutes, claims.gps_s or 0, lat, lon)


def believe(block: bytes) -> Believed:
    """Check a block of `BLOCK.size` bytes.

    Raises:
        WireError: anything out of bounds; then nothing of the answer may be used.
    """
    present_bits, nothing, notes, taken_s, offset_minutes, gps_s, lat, lon = BLOCK.unpack(block)
    if present_bits & ~0xF or nothing or notes >> len(NOTE_BITS):
        raise WireError("flags")
    present = Present(present_bits)
    return Believed(
        taken=_taken(present, taken_s, offset_minutes),
        gps_at=_moment(gps_s).replace(tzinfo=UTC) if Present.GPS_TIME in present else None,
        place=_place(lat, lon) if Present.PLACE in present else None,
        notes=frozenset(note for note, bit in NOTE_BITS.items() if notes & bit),
    )


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
