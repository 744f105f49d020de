"""Traccar's devices and positions as JSON, read and written (traccar.org/api-reference)."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import msgspec

from console.domain.errors import InputFault
from console.domain.unit import Position, Unit
from console.server.channels.heard import KNOT_M_S, Heard, measured, place
from console.server.channels.osmand import time_of

_NUMBER_BITS = 52
"""Traccar numbers are longs; what JavaScript and JSON hold exactly is less (RFC 8259, 6)."""
Attributes = dict[str, float | bool | str]


class TraccarDevice(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A device; `unique_id` is what the tracker calls itself, `status` online, offline or unknown."""

    id: int
    unique_id: str = ""
    name: str = ""
    status: str = "unknown"
    disabled: bool = False
    last_update: datetime | None = None
    position_id: int = 0
    group_id: int = 0
    phone: str | None = None
    model: str | None = None
    contact: str | None = None
    category: str | None = None
    attributes: Attributes = msgspec.field(default_factory=dict)


class TraccarPosition(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A position; speed in knots, course in degrees, accuracy in metres, 0 for 'not known'."""

    id: int = 0
    device_id: int
    protocol: str = ""
    device_time: datetime | None = None
    fix_time: datetime | None = None
    server_time: datetime | None = None
    outdated: bool = False
    valid: bool = True
    latitude: float
    longitude: float
    altitude: float = 0.0
    speed: float = 0.0
    course: float = 0.0
    address: str | None = None
    accuracy: float = 0.0
    network: Attributes | None = None
    geofence_ids: list[int] | None = None
    attributes: Attributes = msgspec.field(default_factory=dict)


class TraccarNews(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One message of /api/socket as we send it."""

    devices: list[TraccarDevice] = msgspec.field(default_factory=list)
    positions: list[TraccarPosition] = msgspec.field(default_factory=list)


class ToldNews(msgspec.Struct, frozen=True):
    """One message of a Traccar server's /api/socket; an empty one only says that the line lives."""

    devices: list[msgspec.Raw] | None = None
    positions: list[msgspec.Raw] | None = None


class ToldDevice(msgspec.Struct, frozen=True, rename="camel"):
    """What we need of a Traccar server's device."""

    id: int
    unique_id: str
    name: str | None = None


class ToldPosition(msgspec.Struct, frozen=True, rename="camel"):
    """What we need of a Traccar server's position: it may hold null wherever it documents a number."""

    device_id: int
    latitude: float
    longitude: float
    id: int | None = None
    fix_time: str | None = None
    device_time: str | None = None
    outdated: bool | None = None
    valid: bool | None = None
    speed: float | None = None
    course: float | None = None
    accuracy: float | None = None
    attributes: dict[str, object] | None = None


def heard(told: ToldPosition, now: datetime) -> Heard | None:
    """What the tracker told; None when Traccar itself calls it no fix, or repeats an older place as new.

    Raises:
        InputFault: naming the field.
    """
    if told.valid is False or told.outdated:
        return None
    attributes = told.attributes or {}
    at = told.fix_time or told.device_time
    if not at:
        raise InputFault("bad_time", "fixTime: a time is needed", field="fixTime")
    lat, lon = place(told.latitude, told.longitude)
    battery = attributes.get("batteryLevel")
    speed_knots, course = measured(told.speed, "speed"), measured(told.course, "course")
    return Heard(
        device_id=str(told.device_id),
        at=time_of(at, now),
        lat=lat,
        lon=lon,
        speed_m_s=None if speed_knots is None else speed_knots * KNOT_M_S,
        course_deg=None if course is None else course % 360,
        accuracy_m=measured(told.accuracy, "accuracy") or None,
        battery_percent=measured(battery, "batteryLevel") if isinstance(battery, int | float) else None,
        mock=str(attributes.get("mock", "")).lower() == "true",
    )


def number_of(text: str) -> int:
    """The number a Traccar client knows a thing of ours by: the same for ever, of nobody else."""
    digest = hashlib.sha256(text.encode()).digest()
    return int.from_bytes(digest[:7], "big") >> (56 - _NUMBER_BITS)


def device_of(unit: Unit, position: Position | None, online: bool) -> TraccarDevice:
    """A unit on duty as Traccar shows a device: its call sign, never a person's name or number."""
    return TraccarDevice(
        id=number_of(unit.id), unique_id=unit.id, name=unit.call_sign,
        status="online" if online else "offline" if position else "unknown",
        last_update=position.at if position else None, position_id=_position_number(position) if position else 0,
        category="person" if unit.kind.value == "officer" else "car",
    )  # fmt: skip


def position_of(position: Position) -> TraccarPosition:
    """A fix as Traccar shows a position."""
    attributes: Attributes = {}
    if position.battery_percent is not None:
        attributes["batteryLevel"] = position.battery_percent
    if position.mock:
        attributes["mock"] = True
    return TraccarPosition(
        id=_position_number(position), device_id=number_of(position.unit_id), protocol="sigap",
        device_time=position.at.astimezone(UTC), fix_time=position.at.astimezone(UTC),
        server_time=position.received_at.astimezone(UTC), latitude=position.lat, longitude=position.lon,
        speed=(position.speed_m_s or 0.0) / KNOT_M_S, course=position.course_deg or 0.0,
        accuracy=position.accuracy_m or 0.0, attributes=attributes,
    )  # fmt: skip


def _position_number(position: Position) -> int:
    return number_of(f"{position.unit_id} {position.at.isoformat()}")
