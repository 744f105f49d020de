"""Traccar Client and OsmAnd: the query, form and JSON forms of their position messages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import msgspec

from console.contract.codec import decode
from console.domain.errors import InputFault
from console.server.channels.heard import KNOT_M_S, Heard, measured, place

SOS = "sos"
"""The alarm value that means an officer in danger (Traccar's Position.ALARM_SOS)."""

_MILLISECONDS_FROM = 10_000_000_000
"""A count larger than this is milliseconds: as seconds it would lie beyond the year 2286."""


def read_query(fields: Mapping[str, str], now: datetime) -> Heard:
    """The query or form: `id` or `deviceid`, `lat`, `lon` (or `location=lat,lon`), speed in knots.

    Raises:
        InputFault: naming the field.
    """
    lat, lon = fields.get("lat"), fields.get("lon")
    if "location" in fields and lat is None:
        lat, _, lon = fields["location"].partition(",")
    alarm = fields.get("alarm", "")
    where = None if lat is None and lon is None and alarm else place(lat or "", lon or "")
    speed_knots = measured(fields.get("speed"), "speed")
    course = measured(fields.get("bearing", fields.get("heading")), "bearing")
    return Heard(
        device_id=fields.get("id") or fields.get("deviceid") or "",
        at=time_of(fields.get("timestamp"), now),
        lat=where[0] if where else None,
        lon=where[1] if where else None,
        speed_m_s=None if speed_knots is None else speed_knots * KNOT_M_S,
        course_deg=None if course is None else course % 360,
        accuracy_m=measured(fields.get("accuracy"), "accuracy"),
        battery_percent=measured(fields.get("batt"), "batt"),
        mock=fields.get("mock", "").lower() == "true",
        alarm=alarm,
    )


class _Coordinates(msgspec.Struct, frozen=True):
    latitude: float
    longitude: float
    accuracy: float | None = None
    speed: float | None = None
    heading: float | None = None


class _Battery(msgspec.Struct, frozen=True):
    level: float | None = None


class _Location(msgspec.Struct, frozen=True):
    coords: _Coordinates
    timestamp: str | int | float | None = None
    battery: _Battery | None = None
    mock: bool = False
    event: str | None = None
    extras: dict[str, object] | None = None


class _Message(msgspec.Struct, frozen=True):
    location: _Location
    device_id: str | int = ""


def read_json(body: bytes, now: datetime) -> Heard:
    """The JSON form of Traccar Client 9 and later: speed in m/s, battery level 0..1, -1 for 'not known'.

    Raises:
        InputFault: naming the field.
    """
    message = decode(body, _Message)
    found = message.location
    lat, lon = place(found.coords.latitude, found.coords.longitude)
    level = measured(found.battery.level, "battery.level") if found.battery else None
    course = measured(found.coords.heading, "heading")
    alarm = (found.extras or {}).get("alarm") or (SOS if found.event == SOS else "")
    return Heard(
        device_id=str(message.device_id),
        at=time_of(found.timestamp, now),
        lat=lat,
        lon=lon,
        speed_m_s=measured(found.coords.speed, "speed"),
        course_deg=None if course is None else course % 360,
        accuracy_m=measured(found.coords.accuracy, "accuracy"),
        battery_percent=None if level is None else min(100.0, level * 100),
        mock=found.mock,
        alarm=str(alarm),
    )


def time_of(written: str | int | float | None, now: datetime) -> datetime:
    """Seconds, milliseconds, ISO 8601 or 'yyyy-MM-dd HH:mm:ss' (UTC, as Traccar reads it); absent means now.

    Raises:
        InputFault: it is none of these.
    """
    if written is None or written == "":
        return now
    try:
        count = float(written)
    except ValueError:
        pass
    else:
        return _from_count(count)
    try:
        at = datetime.fromisoformat(str(written).replace(" ", "T", 1) if "T" not in str(written) else str(written))
    except ValueError as error:
        raise InputFault("bad_time", f"timestamp: {str(written)[:40]!r} is not a time", field="timestamp") from error
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _from_count(count: float) -> datetime:
    try:
        return datetime.fromtimestamp(count / 1000 if count > _MILLISECONDS_FROM else count, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise InputFault("bad_time", "timestamp: not a time", field="timestamp") from error
