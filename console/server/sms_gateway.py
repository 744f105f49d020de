"""The service's SMS gateway as an administrator set it; its password is told nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast
from urllib.parse import quote, quote_plus
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, delete, insert, select

from console.contract.codec import decode, encode
from console.contract.sms import SmsGateway, SmsTried
from console.domain.agency import Site
from console.domain.errors import NetworkFault
from console.domain.person import Actor
from console.server import tables
from console.server.audit import note
from console.server.database import Tx
from console.server.outbound.sms import send_sms

TRY_CONNECT_S, TRY_READ_S = 3.0, 5.0
"""Somebody waits for the word of a gateway that is tried: shorter than his desk waits for this server."""
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


def tried_gateway(gateway: SmsGateway, to: str, site: Site, now: datetime) -> SmsTried:
    """Send a test message that says whose it is; takes as long as the gateway does, so outside any transaction."""
    text = f"{site.name}: pesan uji Sigap pukul {now.astimezone(ZoneInfo(site.zone)):%H.%M}. Tidak perlu dibalas."
    try:
        send_sms(gateway, to, text, connect_s=TRY_CONNECT_S, read_s=TRY_READ_S)
    except NetworkFault as fault:
        return SmsTried(taken=False, said=_without(gateway.password, fault.message))
    return SmsTried(taken=True)


def _without(password: str, said: str) -> str:
    """What a gateway said; one that repeats the question to us does not tell the password on."""
    for form in (password, quote(password), quote_plus(password)):
        said = said.replace(form, "***") if form else said
    return said
