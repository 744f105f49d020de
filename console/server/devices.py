"""Phones and trackers: each has one secret in its address, bound to its id and its unit."""

from __future__ import annotations

import base64
import binascii
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import insert, select, update

from console.contract.audit import named
from console.contract.fleet import DeviceToken, NewDevice
from console.domain.person import Actor
from console.domain.unit import Unit
from console.server import tables
from console.server.audit import note
from console.server.casefile import load
from console.server.database import Database, Tx
from console.server.refusals import RequestRefused, not_found, unknown_caller, wrong
from console.server.tokens import hash_of, new_token

_devices = tables.devices


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """An enrolled device; `device_id` is what it calls itself."""

    unit_id: str
    device_id: str


class Devices:
    """Every device by its secret's hash, in memory: each fix asks for one."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._lock = threading.Lock()
        self._by_hash: dict[bytes, Device] = {}
        self._units: dict[str, str] = {}

    def load(self) -> None:
        """Read them all; once at start and after each change."""
        with self._database.read() as connection:
            rows = connection.execute(select(_devices).where(_devices.c.revoked_at.is_(None))).all()
        found = {
            cast("bytes", row.token_hash): Device(unit_id=row.unit_id, device_id=row.device_id) for row in rows
        }
        with self._lock:
            self._by_hash = found
            self._units = {device.device_id: device.unit_id for device in found.values()}

    def enrol(self, wanted: NewDevice, by: Actor | None = None) -> DeviceToken:
        """A new secret for a device; the one it had before stops working.

        Raises:
            RequestRefused: 422 naming the field, 404 for an unknown unit.
        """
        if not 0 < len(wanted.device_id.strip()) <= 100 or ":" in wanted.device_id:
            raise wrong("device_id", "1 to 100 characters without a colon")
        token = new_token()
        now = self._now()
        with self._database.write() as tx:
            if load(tx, Unit, wanted.unit_id) is None:
                raise not_found("unit", "unit_id")
            same = (_devices.c.device_id == wanted.device_id) & _devices.c.revoked_at.is_(None)
            tx.execute(update(_devices).where(same), {"revoked_at": now})
            tx.execute(insert(_devices), {
                "token_hash": hash_of(token), "unit_id": wanted.unit_id, "device_id": wanted.device_id,
                "created_at": now,
            })  # fmt: skip
            note(tx, now, "admin", what="device.enrol", by=by, subject=named("unit", wanted.unit_id))
        self.load()
        return DeviceToken(
            unit_id=wanted.unit_id, device_id=wanted.device_id, token=token,
            osmand_path=f"/p/osmand/{token}", owntracks_path=f"/p/owntracks/{token}",
        )  # fmt: skip

    def revoke(self, device_id: str, by: Actor | None = None) -> None:
        """The device's secret stops working at once.

        Raises:
            RequestRefused: 404 when it has none.
        """
        same = (_devices.c.device_id == device_id) & _devices.c.revoked_at.is_(None)
        now = self._now()
        with self._database.write() as tx:
            unit_ids = [str(row[0]) for row in tx.execute(select(_devices.c.unit_id).where(same))]
            if tx.execute(update(_devices).where(same), {"revoked_at": now}).rowcount == 0:
                raise not_found("device")
            for unit_id in unit_ids:
                note(tx, now, "admin", what="device.revoke", by=by, subject=named("unit", unit_id))
        self.load()

    def by_token(self, token: str) -> Device:
        """The device of a secret.

        Raises:
            RequestRefused: 404 for one unknown or revoked.
        """
        device = self._by_hash.get(hash_of(token))
        if device is None:
            raise RequestRefused(404, "device_unknown", "There is no such device, or it was struck off.", field="token")
        return device

    def by_basic(self, header: str) -> Device:
        """The device of HTTP Basic credentials: its id as user, its secret as password (RFC 7617).

        Raises:
            RequestRefused: 401.
        """
        scheme, _, packed = header.partition(" ")
        try:
            text = base64.b64decode(packed.strip(), validate=True).decode() if scheme.lower() == "basic" else ""
        except (binascii.Error, UnicodeDecodeError):
            text = ""
        user, _, password = text.partition(":")
        device = self._by_hash.get(hash_of(password))
        if device is None or device.device_id != user:
            raise unknown_caller("device_unknown", "The device's id and secret are needed.")
        return device

    def unit_named(self, device_id: str) -> str:
        """The unit of an enrolled device by what it calls itself, '' for a stranger; for gateways we trust."""
        return self._units.get(device_id, "")

    def check_named(self, device: Device, named: str) -> None:
        """A secret speaks for its own device only; a message may leave the id out.

        Raises:
            RequestRefused: 400, as Traccar answers an unknown device.
        """
        if named and named != device.device_id:
            raise RequestRefused(400, "device_unknown", "id: this address belongs to another device", field="id")


def end_devices(tx: Tx, unit_id: str, now: datetime) -> None:
    """Every secret of the unit's devices stops working; `load` the devices after the commit."""
    theirs = (_devices.c.unit_id == unit_id) & _devices.c.revoked_at.is_(None)
    tx.execute(update(_devices).where(theirs), {"revoked_at": now})
