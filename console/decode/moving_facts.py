"""Facts of a film or sound, read inside the jail: size, length, time and place it claims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import BinaryIO

from console.decode import limits
from console.decode.claims import Claims, is_place, seconds_since_epoch
from console.decode.film import frames_from
from console.decode.film_frame import upright_size
from console.decode.media_file import MediaFile
from console.decode.picture import Note
from console.decode.wire import Refused
from console.domain.file_kind import Family

_TIMES = ("com.apple.quicktime.creationdate", "creation_time")
"""The phone's own clock with its offset, else the movie header's, which is UTC (ISO 14496-12, 8.2.2)."""
_PLACES = ("com.apple.quicktime.location.ISO6709", "location", "location-eng")
"""QuickTime's metadata, else the user data's '(c)xyz' or 3GPP's 'loci', both under FFmpeg's one name."""

_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:(Z)|([+-])(\d\d):?(\d\d))?")
_BEHIND = r"(?:[+-]\d+(?:\.\d+)?)?(?:CRS\w*)?/?"
# ISO 6709, annex H: degrees, degrees and minutes, or degrees, minutes and seconds, told apart by their digits;
# after that what some phones write: degrees without the leading zeros.
_PLACES_WRITTEN = tuple(
    re.compile(rf"([+-])({lat})(\d\d)?(\d\d)?(\.\d+)?([+-])({lon})(\d\d)?(\d\d)?(\.\d+)?{_BEHIND}")
    for lat, lon in ((r"\d\d", r"\d\d\d"), (r"\d\d?", r"\d\d?\d?"))
)


@dataclass(frozen=True, slots=True)
class MovingFacts:
    """What a film or sound is and claims; its size in upright pixels is the claims' source size, 0 x 0 of a sound."""

    claims: Claims
    duration_s: float | None
    has_sound: bool


def read(source: BinaryIO) -> MovingFacts:
    """Read the facts; of pixels only one frame is decoded, which alone tells how the film is turned.

    Raises:
        Refused: broken.
        MemoryError: the process reached its limit.
    """
    claims = Claims()
    with MediaFile(source) as media:
        if media.kind.family is Family.VIDEO:
            _claim_size(media, claims)
        if media.several_pictures:
            claims.note(Note.FIRST_OF_SEVERAL)
        told = media.metadata
        claim_taken(next((told[key] for key in _TIMES if told.get(key)), ""), claims)
        claim_place(next((told[key] for key in _PLACES if told.get(key)), ""), claims)
        return MovingFacts(claims, media.duration_s, media.has_sound)


def claim_taken(text: str, claims: Claims) -> None:
    """Write the time in `text` (ISO 8601) into `claims`, or a note that it cannot be; nothing for no text."""
    if not text:
        return
    match = _TIME.fullmatch(text.strip())
    if match:
        year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
        claims.taken_s = _seconds(year, month, day, hour, minute, second)
    if not match or claims.taken_s is None:
        claims.note(Note.TAKEN_IMPOSSIBLE)
        return
    if match[7]:
        claims.utc_offset_minutes = 0
    elif match[8]:
        minutes = int(match[9]) * 60 + int(match[10])
        if minutes <= 14 * 60:
            claims.utc_offset_minutes = -minutes if match[8] == "-" else minutes


def claim_place(text: str, claims: Claims) -> None:
    """Write the place in `text` (ISO 6709) into `claims`, or a note that it cannot be; nothing for no text."""
    if not text:
        return
    match = next((found for found in (way.fullmatch(text.strip()) for way in _PLACES_WRITTEN) if found), None)
    if not match:
        claims.note(Note.PLACE_IMPOSSIBLE)
        return
    lat, lon = _degrees(*match.groups()[:5]), _degrees(*match.groups()[5:])
    if lat == 0 and lon == 0:
        claims.note(Note.PLACE_ZERO)
    elif not is_place(lat, lon):
        claims.note(Note.PLACE_IMPOSSIBLE)
    else:
        claims.lat_lon = (lat, lon)


def _claim_size(media: MediaFile, claims: Claims) -> None:
    """A film no decoder here knows still has its size, only not how it is turned."""
    stream = media.picture
    if stream is None or stream.codec_context is None:
        return
    size = stream.codec_context.width, stream.codec_context.height
    try:
        shown = next(frames_from(media, media.need_picture(), 0), None)
        if shown is not None:
            size = upright_size(shown.frame, stream)
    except Refused:
        pass
    if min(size) > 0 and size[0] * size[1] <= limits.SOURCE_MAX_PX:
        claims.source_width_px, claims.source_height_px = size


def _seconds(year: int, month: int, day: int, hour: int, minute: int, second: int) -> int | None:
    if hour > 23 or minute > 59 or second > 60:
        return None
    try:
        midnight = datetime(year, month, day)
    except ValueError:
        return None
    return seconds_since_epoch(midnight + timedelta(hours=hour, minutes=minute, seconds=second))


def _degrees(sign: str, degrees: str, minutes: str | None, seconds: str | None, fraction: str | None) -> float:
    """The fraction belongs to the last part that is there."""
    parts = [float(part) for part in (degrees, minutes, seconds) if part is not None]
    parts[-1] += float(fraction or 0)
    value: float = sum(part / 60.0**place for place, part in enumerate(parts))
    return -value if sign == "-" else value
