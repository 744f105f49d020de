"""OwnTracks over HTTP: its JSON location messages."""

from __future__ import annotations

from datetime import datetime

import msgspec

from console.contract.codec import decode
from console.server.channels.heard import Heard, measured, place
from console.server.channels.osmand import time_of

_KM_H = 1000 / 3600


class _Location(msgspec.Struct, frozen=True):
    lat: float
    lon: float
    tst: int | float | None = None
    vel: float | None = None
    cog: float | None = None
    acc: float | None = None
    batt: float | None = None
    tid: str = ""


class _Kind(msgspec.Struct, frozen=True):
    type: str = msgspec.field(name="_type")


def read(body: bytes, now: datetime) -> Heard | None:
    """A `location` message: velocity in km/h, battery in percent, `tst` in seconds; None for its other messages.

    Raises:
        InputFault: naming the field.
    """
    if decode(body, _Kind).type != "location":
        return None
    found = decode(body, _Location)
    lat, lon = place(found.lat, found.lon)
    speed_km_h = measured(found.vel, "vel")
    course = measured(found.cog, "cog")
    return Heard(
        device_id="",
        at=time_of(found.tst, now),
        lat=lat,
        lon=lon,
        speed_m_s=None if speed_km_h is None else speed_km_h * _KM_H,
        course_deg=None if course is None else course % 360,
        accuracy_m=measured(found.acc, "acc"),
        battery_percent=measured(found.batt, "batt"),
    )
