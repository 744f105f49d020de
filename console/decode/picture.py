"""What comes back from a photo: upright pixels and the few facts its metadata gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import StrEnum

from console.domain.file_kind import FileKind


class Note(StrEnum):
    """Something the operator should know about a file. Bits on the wire go by place: append only."""

    TRUNCATED = "truncated"  # the file ends early: only the part that arrived is shown
    METADATA_UNREADABLE = "metadata_unreadable"
    TAKEN_IMPOSSIBLE = "taken_impossible"  # the time of exposure is no calendar date, or before 1990
    GPS_TIME_IMPOSSIBLE = "gps_time_impossible"
    PLACE_ZERO = "place_zero"  # 0,0 is what a phone without a fix writes, not a place
    PLACE_IMPOSSIBLE = "place_impossible"
    FIRST_OF_SEVERAL = "first_of_several"  # the file holds more pictures than the one shown
    LOCKED = "locked"  # a document that opens with a password only: its pages are not counted
    MODIFIED_IMPOSSIBLE = "modified_impossible"  # the time of a document's last change is no calendar date


@dataclass(frozen=True, slots=True)
class TakenTime:
    """Time of exposure as the camera's clock showed it.

    `wall` has no zone (EXIF DateTimeOriginal has none); `utc_offset_minutes` only if the camera wrote it.
    """

    wall: datetime
    utc_offset_minutes: int | None = None

    def at(self, assumed_offset_minutes: int) -> datetime:
        """Aware moment; `assumed_offset_minutes` stands in where the camera wrote no offset."""
        minutes = self.utc_offset_minutes if self.utc_offset_minutes is not None else assumed_offset_minutes
        return self.wall.replace(tzinfo=timezone(timedelta(minutes=minutes)))


@dataclass(frozen=True, slots=True)
class PhotoPlace:
    """Where a photo says it was taken, WGS 84 degrees; never 0,0."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """Facts of a photo: kind, its own size in upright pixels, and what EXIF claims (a claim, no proof).

    `gps_at` is the satellite time (UTC); `notes` names what was refused or is missing.
    """

    kind: FileKind
    source_width_px: int
    source_height_px: int
    taken: TakenTime | None = None
    gps_at: datetime | None = None
    place: PhotoPlace | None = None
    notes: frozenset[Note] = frozenset()


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded photo, upright: `rgba` holds height x width x 4 bytes (RGBA8888, rows without padding)."""

    width_px: int
    height_px: int
    rgba: bytes
    facts: PhotoFacts
