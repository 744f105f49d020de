"""Time and place a photo's metadata claims, each refused by name where it cannot be true."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from PIL import ExifTags, Image

from console.decode.claims import Claims, is_place, seconds_since_epoch
from console.decode.picture import Note

_UPRIGHT = 1
_WALL_TIME = re.compile(r"(\d{4}):(\d{2}):(\d{2})[ T](\d{2}):(\d{2}):(\d{2})")
_DATE = re.compile(r"(\d{4}):(\d{2}):(\d{2})")
_OFFSET = re.compile(r"([+-])(\d{2}):(\d{2})")

_Tags = Mapping[int, object]


def orientation(exif: Image.Exif) -> int:
    """EXIF orientation 1..8 (CIPA DC-008, tag 0x0112); 1 where absent or impossible."""
    found = exif.get(ExifTags.Base.Orientation, _UPRIGHT)
    return found if isinstance(found, int) and 1 <= found <= 8 else _UPRIGHT


def claim_facts(exif: Image.Exif, claims: Claims) -> None:
    """Write time, satellite time and place of `exif` into `claims`, with a note for each refused one."""
    details: _Tags = exif.get_ifd(ExifTags.IFD.Exif)
    gps: _Tags = exif.get_ifd(ExifTags.IFD.GPSInfo)
    _claim_taken(exif, details, claims)
    _claim_gps_time(gps, claims)
    _claim_place(gps, claims)


def _claim_taken(exif: _Tags, details: _Tags, claims: Claims) -> None:
    """DateTimeOriginal, else DateTimeDigitized, else DateTime, with the offset tag that belongs to it."""
    pairs = (
        (details.get(ExifTags.Base.DateTimeOriginal), details.get(ExifTags.Base.OffsetTimeOriginal)),
        (details.get(ExifTags.Base.DateTimeDigitized), details.get(ExifTags.Base.OffsetTimeDigitized)),
        (exif.get(ExifTags.Base.DateTime), details.get(ExifTags.Base.OffsetTime)),
    )
    for wall, offset in pairs:
        text = _text(wall)
        if not text.strip(": 0"):
            continue
        match = _WALL_TIME.fullmatch(text)
        claims.taken_s = _seconds([int(part) for part in match.groups()]) if match else None
        if claims.taken_s is None:
            claims.note(Note.TAKEN_IMPOSSIBLE)
            return
        claims.utc_offset_minutes = _offset_minutes(_text(offset))
        return


def _claim_gps_time(gps: _Tags, claims: Claims) -> None:
    date, clock = _text(gps.get(ExifTags.GPS.GPSDateStamp)), gps.get(ExifTags.GPS.GPSTimeStamp)
    if not date.strip(": 0"):
        return
    match = _DATE.fullmatch(date)
    hour_minute_second = _numbers(clock)
    if match and hour_minute_second:
        claims.gps_s = _seconds([int(part) for part in match.groups()] + [int(part) for part in hour_minute_second])
    if claims.gps_s is None:
        claims.note(Note.GPS_TIME_IMPOSSIBLE)


def _claim_place(gps: _Tags, claims: Claims) -> None:
    lat = _degrees(gps, ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLatitudeRef, "S")
    lon = _degrees(gps, ExifTags.GPS.GPSLongitude, ExifTags.GPS.GPSLongitudeRef, "W")
    if ExifTags.GPS.GPSLatitude not in gps and ExifTags.GPS.GPSLongitude not in gps:
        return
    if lat is None or lon is None:
        claims.note(Note.PLACE_IMPOSSIBLE)
    elif lat == 0 and lon == 0:
        claims.note(Note.PLACE_ZERO)
    elif not is_place(lat, lon):
        claims.note(Note.PLACE_IMPOSSIBLE)
    else:
        claims.lat_lon = (lat, lon)


def _degrees(gps: _Tags, value_tag: int, reference_tag: int, negative: str) -> float | None:
    """Degrees, minutes and seconds as three rationals (CIPA DC-008, 4.6.6); None where unreadable."""
    parts = _numbers(gps.get(value_tag))
    if parts is None:
        return None
    degrees = parts[0] + parts[1] / 60 + parts[2] / 3600
    return -degrees if _text(gps.get(reference_tag)).upper().startswith(negative) else degrees


def _numbers(value: object) -> tuple[float, float, float] | None:
    """Three finite non-negative numbers, or None."""
    if not isinstance(value, tuple) or len(value) != 3:
        return None
    try:
        first, second, third = (float(part) for part in value)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    if not all(0 <= part < 1e6 for part in (first, second, third)):  # also refuses not-a-number
        return None
    return first, second, third


def _seconds(parts: list[int]) -> int | None:
    """Seconds since 1970 of year, month, day, hour, minute, second; None if that is no calendar moment."""
    year, month, day, hour, minute, second = parts
    if hour > 23 or minute > 59 or second > 60:
        return None
    try:
        midnight = datetime(year, month, day)
    except ValueError:
        return None
    return seconds_since_epoch(midnight + timedelta(hours=hour, minutes=minute, seconds=second))


def _offset_minutes(text: str) -> int | None:
    match = _OFFSET.fullmatch(text)
    if not match:
        return None
    minutes = int(match[2]) * 60 + int(match[3])
    if minutes > 14 * 60:
        return None
    return -minutes if match[1] == "-" else minutes


def _text(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("ascii", "replace")
    return value.strip("\x00 \n\r\t") if isinstance(value, str) else ""
