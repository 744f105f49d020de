"""Officers' personal pages: made with a link to scan once, opened, taken back."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import cast

from sqlalchemy import Connection, bindparam, insert, select, update

from console.contract.audit import named
from console.contract.enrolled import PhonePage
from console.contract.fleet import PhoneLink
from console.domain.person import Actor
from console.domain.unit import Unit
from console.server import tables
from console.server.audit import note
from console.server.casefile import load
from console.server.database import Tx
from console.server.parts import Parts
from console.server.qr_code import qr_svg
from console.server.refusals import not_found, wrong
from console.server.tokens import hash_of, new_token

UNOPENED_FOR = timedelta(hours=24)
"""A link nobody opened is worth nothing after a day: a photographed or forgotten card opens no page."""
_BASE = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+/?")
_LONGEST_BASE = 100

_links = tables.officer_links
_holder = select(_links.c.unit_id, _links.c.opened_at, _links.c.expires_at).where(
    _links.c.token_hash == bindparam("hash"), _links.c.ended_at.is_(None)
)
_living = select(_links).where(_links.c.ended_at.is_(None)).order_by(_links.c.unit_id)


def make_link(parts: Parts, unit_id: str, by: Actor | None = None, base: str = "") -> PhoneLink:
    """A new personal page for a unit; the one it had before ends. `base` is how phones reach this server.

    Raises:
        RequestRefused: 404 for an unknown unit, 422 for a base that is no such address.
    """
    if base and not (_BASE.fullmatch(base) and len(base) <= _LONGEST_BASE):
        raise wrong("base", f"https://host or http://host:port, at most {_LONGEST_BASE} characters")
    token, now = new_token(), parts.now()
    until = now + UNOPENED_FOR
    with parts.database.write() as tx:
        if load(tx, Unit, unit_id) is None:
            raise not_found("unit")
        end_links(tx, parts, unit_id)
        tx.execute(
            insert(_links), {"token_hash": hash_of(token), "unit_id": unit_id, "created_at": now, "expires_at": until}
        )
        note(tx, now, "admin", what="link.make", by=by, subject=named("unit", unit_id))
    path = f"/o/{token}"
    qr = qr_svg(base.rstrip("/") + path) if base else ""
    return PhoneLink(unit_id=unit_id, path=path, qr=qr, expires_at=until)


def take_back(parts: Parts, unit_id: str, by: Actor | None = None) -> None:
    """The unit's page works no more, for a phone that was lost or handed on.

    Raises:
        RequestRefused: 404 when it has none.
    """
    with parts.database.write() as tx:
        if not end_links(tx, parts, unit_id):
            raise not_found("page")
        note(tx, parts.now(), "admin", what="link.revoke", by=by, subject=named("unit", unit_id))


def end_links(tx: Tx, parts: Parts, unit_id: str) -> int:
    """Every link of the unit works no more; how many did."""
    open_now = (_links.c.unit_id == unit_id) & _links.c.ended_at.is_(None)
    return tx.execute(update(_links).where(open_now), {"ended_at": parts.now()}).rowcount


def holder_of(parts: Parts, token: str) -> str:
    """The id of the unit whose link that is, '' for one unknown, taken back, or not opened in time."""
    with parts.database.read() as connection:
        row = connection.execute(_holder, {"hash": hash_of(token)}).first()
    if row is None or (row.opened_at is None and row.expires_at is not None and row.expires_at < parts.now()):
        return ""
    return cast("str", row.unit_id)


def note_opened(parts: Parts, token: str) -> None:
    """A phone shows the page: from now on the link lasts until it is taken back."""
    same = _links.c.token_hash == hash_of(token)
    with parts.database.read() as connection:
        row = connection.execute(_holder, {"hash": hash_of(token)}).first()
    if row is None or row.opened_at is not None:
        return
    with parts.database.write() as tx:
        if tx.execute(update(_links).where(same, _links.c.opened_at.is_(None)), {"opened_at": parts.now()}).rowcount:
            note(tx, parts.now(), "officer", what="link.open", actor=named("unit", row.unit_id))


def pages(connection: Connection) -> tuple[PhonePage, ...]:
    """Every page that is not taken back, by unit."""
    return tuple(
        PhonePage(
            unit_id=row.unit_id, made_at=row.created_at, opened_at=row.opened_at,
            expires_at=row.expires_at if row.opened_at is None else None,
        )
        for row in connection.execute(_living)
    )  # fmt: skip
