"""For gateways and administrators: units and their orders, devices, officers' links."""

from __future__ import annotations

from console.contract.admin import Done
from console.contract.fleet import DeviceToken, NewDevice, OpenOrder, PhoneLink
from console.domain.unit import Unit
from console.server.casefile import load_all
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.officer_links import open_orders
from console.server.phone_pages import make_link

Units = tuple[Unit, ...]
Orders = tuple[OpenOrder, ...]


def _units(call: Call) -> Units:
    """Every enrolled unit."""
    with call.parts.database.read() as connection:
        return load_all(connection, Unit)


def _orders(call: Call) -> Orders:
    """Every order that binds a unit now, oldest first."""
    return open_orders(call.parts)


def _enrol_device(call: Call) -> DeviceToken:
    """A device's secret address, shown once; the one it had before stops working."""
    return call.parts.devices.enrol(call.decoded(NewDevice), call.caller.actor)


def _end_device(call: Call) -> Done:
    """The device's secret stops working."""
    call.parts.devices.revoke(call.path["device_id"], call.caller.actor)
    return Done(count=1)


def _link(call: Call) -> PhoneLink:
    """A unit's personal page, its address shown once, as a QR code too when `base` says how phones come here."""
    return make_link(call.parts, call.path["unit_id"], call.caller.actor, call.query.get("base", ""))


ROUTES = (
    Route(method="GET", path="/v1/admin/units", who=Who.ADMINISTRATOR, answer=_units, gives=Units),
    Route(method="GET", path="/v1/admin/orders", who=Who.ADMINISTRATOR, answer=_orders, gives=Orders),
    Route(
        method="POST", path="/v1/admin/devices", who=Who.FLEET, answer=_enrol_device, takes=NewDevice,
        gives=DeviceToken, status=201,
    ),
    Route(
        method="POST", path="/v1/admin/devices/{device_id:str}/revoke", who=Who.ADMINISTRATOR, answer=_end_device,
        gives=Done,
    ),
    Route(
        method="POST", path="/v1/admin/units/{unit_id:str}/link", who=Who.ADMINISTRATOR, answer=_link,
        gives=PhoneLink, status=201, query=("base",),
    ),
)  # fmt: skip
