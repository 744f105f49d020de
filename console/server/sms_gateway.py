"""The service's SMS gateway as an administrator set it; its password is told nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from sqlalchemy import Connection, delete, insert, select

from console.contract.codec import decode, encode
from console.domain.person import Actor
from console.server import tables
from console.server.audit import note
from console.server.database import Tx
from console.server.outbound.sms import SmsGateway

_NAME = "sms_gateway"
_meta = tables.meta
_kept = select(_meta.c.value).where(_meta.c.name == _NAME)


def gateway_of(connection: Connection | Tx) -> SmsGateway:
    """The gateway; one without an address before anybody set it: then no text message leaves."""
    row = connection.execute(_kept).first()
    return SmsGateway() if row is None else decode(cast("str", row[0]).encode(), SmsGateway)


def completed(tx: Tx, wanted: SmsGateway) -> SmsGateway:
    """What an administrator sends; left without a password, with the one kept for the same account."""
    known = gateway_of(tx)
    same = not wanted.password and (known.url, known.user) == (wanted.url, wanted.user)
    return replace(wanted, password=known.password) if same else wanted


def keep_gateway(tx: Tx, wanted: SmsGateway, now: datetime, by: Actor | None = None) -> None:
    """The gateway from now on."""
    tx.execute(delete(_meta).where(_meta.c.name == _NAME))
    tx.execute(insert(_meta), {"name": _NAME, "value": encode(wanted).decode()})
    note(tx, now, "admin", what="sms_gateway.set", by=by)
