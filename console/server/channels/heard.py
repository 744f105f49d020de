"""One message of a phone or tracker, whatever its dialect: a fix, an alarm, or both."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime

from console.domain.errors import InputFault

KNOT_M_S = 1852 / 3600
"""Metres per second of one international knot (BIPM, SI brochure 8th ed., table 8)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a device said; `device_id` as it names itself ('' when only its token does), place None without a fix."""

    device_id: str
    at: datetime
    lat: float | None = None
    lon: float | None = None
    speed_m_s: float | None = None
    course_deg: float | None = None
    accuracy_m: float | None = None
    battery_percent: float | None = None
    mock: bool = False
    alarm: str = ""


def number(text: object, field: str) -> float:
    """A finite number.

    Raises:
        InputFault: naming the field.
    """
    if isinstance(text, bool) or not isinstance(text, str | int | float):
        raise InputFault("bad_number", f"{field}: a number is needed", field=field)
    try:
        value = float(text)
    except (ValueError, OverflowError) as error:
        raise InputFault("bad_number", f"{field}: {str(text)[:40]!r} is not a number", field=field) from error
    if not math.isfinite(value):
        raise InputFault("bad_number", f"{field}: a finite number is needed", field=field)
    return value


def measured(text: object, field: str) -> float | None:
    """A number, None when absent or negative: both dialects write -1 for 'not known'.

    Raises:
        InputFault: naming the field.
    """
    if text is None or text == "":
        return None
    value = number(text, field)
    return None if value < 0 else value


def place(lat: object, lon: object) -> tuple[float, float]:
    """A place on the globe that is not 0,0.

    Raises:
        InputFault: naming the field; 0,0 is what a receiver without a fix says, not a place in Indonesia.
    """
    latitude, longitude = number(lat, "lat"), number(lon, "lon")
    if not -90 <= latitude <= 90:
        raise InputFault("off_globe", "lat: must lie in -90..90", field="lat")
    if not -180 <= longitude <= 180:
        raise InputFault("off_globe", "lon: must lie in -180..180", field="lon")
    if latitude == 0 and longitude == 0:
        raise InputFault("null_island", "lat, lon: 0,0 is not a position", field="lat")
    return latitude, longitude
