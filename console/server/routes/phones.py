"""Phones and trackers speak here: Traccar Client and OsmAnd, OwnTracks.

Of a unit off duty a position is answered like any other and not kept (server/on_duty.py); its alarm is always heard.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import parse_qsl

from console.contract.fleet import Fix
from console.domain.errors import InputFault
from console.domain.unit import Position
from console.server.channels import osmand, owntracks
from console.server.channels.heard import Heard
from console.server.credentials import Who
from console.server.devices import Device
from console.server.door import Call, Reply, Route
from console.server.positions import checked
from console.server.refusals import unknown_caller
from console.server.sos import raise_alarm

OSMAND, _OWNTRACKS = "/p/osmand", "/p/owntracks"
MOST_FIELDS = 100
_MOST_BYTES = 64 * 1024


async def _osmand_asked(call: Call) -> Reply:
    """A position of Traccar Client or OsmAnd, as query."""
    return await _osmand(call, call.query, b"")


async def _osmand_sent(call: Call) -> Reply:
    """A position of Traccar Client or OsmAnd, as query, form or JSON."""
    body = await call.request.body()
    if "json" in call.headers.get("content-type", "").lower() or body.lstrip()[:1] == b"{":
        return await _osmand(call, {}, body)
    try:
        form = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise InputFault("bad_form", "body: more than 100 fields", field="body") from error
    return await _osmand(call, {**call.query, **dict(form)}, b"")


async def _osmand(call: Call, fields: Mapping[str, str], body: bytes) -> Reply:
    device = call.parts.devices.by_token(call.path["token"])
    now = call.parts.now()
    heard = osmand.read_json(body, now) if body else osmand.read_query(fields, now)
    call.parts.devices.check_named(device, heard.device_id)
    await _keep(call, device, heard)
    return Reply(body=b"", media_type="text/plain")


async def _owntracks_by_token(call: Call) -> Reply:
    """A message of OwnTracks, the device by the secret in its address."""
    return await _owntracks(call, call.parts.devices.by_token(call.path["token"]))


async def _owntracks_by_password(call: Call) -> Reply:
    """A message of OwnTracks, the device by HTTP Basic: its id and its secret."""
    return await _owntracks(call, call.parts.devices.by_basic(call.headers.get("Authorization", "")))


async def _owntracks(call: Call, device: Device) -> Reply:
    heard = owntracks.read(await call.request.body(), call.parts.now())
    if heard is not None:
        await _keep(call, device, heard)
    return Reply(body=b"[]")


async def _keep(call: Call, device: Device, heard: Heard) -> None:
    """Store the fix, if there is one, then raise the alarm, if there is one."""
    parts = call.parts
    position = position_of(device, heard, parts.now())
    if position is not None:
        await parts.positions.keep([(position, "")])
    if heard.alarm.lower() == osmand.SOS:
        await call.work(raise_alarm, parts, device.unit_id, position)


def position_of(device: Device, heard: Heard, now: datetime) -> Position | None:
    """The position a device told of, checked; None when it told of none.

    Raises:
        InputFault: naming the field.
    """
    if heard.lat is None or heard.lon is None:
        return None
    return checked(Fix(
        unit_id=device.unit_id, at=heard.at, lat=heard.lat, lon=heard.lon, speed_m_s=heard.speed_m_s,
        course_deg=heard.course_deg, accuracy_m=heard.accuracy_m, battery_percent=heard.battery_percent,
        mock=heard.mock,
    ), now)  # fmt: skip


def _nameless(call: Call) -> Reply:
    """A device without its secret is not heard."""
    raise unknown_caller("token_missing", "This device's address lacks its secret.", field="token")


def _route(method: str, path: str, answer: object, query: tuple[str, ...] = ()) -> Route:
    return Route(
        method=method, path=path, who=Who.DEVICE, answer=answer, query=query, max_bytes=_MOST_BYTES,  # type: ignore[arg-type]
    )  # fmt: skip


_FIELDS = ("id", "deviceid", "lat", "lon", "location", "timestamp", "speed", "bearing", "accuracy", "batt", "alarm")
ROUTES = (
    _route("GET", OSMAND, _nameless),
    _route("POST", OSMAND, _nameless),
    _route("GET", OSMAND + "/{token:str}", _osmand_asked, _FIELDS),
    _route("POST", OSMAND + "/{token:str}", _osmand_sent, _FIELDS),
    _route("POST", _OWNTRACKS, _owntracks_by_password),
    _route("POST", _OWNTRACKS + "/{token:str}", _owntracks_by_token),
)
