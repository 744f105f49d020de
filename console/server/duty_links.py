"""Duty officers' phone pages: a link to scan once, and the alarms taken there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from sqlalchemy import Connection, bindparam, insert, select, update

from console.contract.audit import named
from console.contract.enrolled import PhonePage
from console.contract.fleet import PhoneLink
from console.domain.casework.alarm import alarm_taken
from console.domain.person import Actor
from console.domain.roster import DutyOfficer
from console.domain.timeline import Entry
from console.server import tables
from console.server.audit import note
from console.server.duty_messages import Told
from console.server.parts import Parts
from console.server.posts import roster_of
from console.server.qr_code import qr_svg
from console.server.refusals import not_found, wrong
from console.server.tokens import hash_of, new_token

UNOPENED_FOR = timedelta(hours=24)
"""A link nobody opened is worth nothing after a day: a photographed or forgotten card opens no page."""
_BASE = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+/?")
_LONGEST_BASE = 100
_links = tables.duty_links
_living = select(_links.c.officer_id, _links.c.opened_at, _links.c.expires_at).where(
    _links.c.token_hash == bindparam("hash"), _links.c.ended_at.is_(None)
)
_open_pages = select(_links).where(_links.c.ended_at.is_(None)).order_by(_links.c.officer_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyPage:
    """What an officer's phone shows: the alarms that reached him and still ring, each with who takes it, if anybody."""

    officer: DutyOfficer
    alarms: tuple[tuple[Told, Entry | None], ...]


def make_duty_link(parts: Parts, officer_id: str, by: Actor | None = None, base: str = "") -> PhoneLink:
    """A new phone page for an officer of the roster; the one he had before ends. `base` is how phones come here.

    Raises:
        RequestRefused: 404 for an officer not in the roster, 422 for a base that is no such address.
    """
    if base and not (_BASE.fullmatch(base) and len(base) <= _LONGEST_BASE):
        raise wrong("base", f"https://host or http://host:port, at most {_LONGEST_BASE} characters")
    token, now = new_token(), parts.now()
    with parts.database.write() as tx:
        if roster_of(tx).officer(officer_id) is None:
            raise not_found("officer")
        open_now = (_links.c.officer_id == officer_id) & _links.c.ended_at.is_(None)
        tx.execute(update(_links).where(open_now), {"ended_at": now})
        until = now + UNOPENED_FOR
        values = {"token_hash": hash_of(token), "officer_id": officer_id, "created_at": now, "expires_at": until}
        tx.execute(insert(_links), values)
        note(tx, now, "admin", what="duty_link.make", by=by, subject=named("officer", officer_id))
    path = f"/d/{token}"
    qr = qr_svg(base.rstrip("/") + path) if base else ""
    return PhoneLink(unit_id=officer_id, path=path, qr=qr, expires_at=until)


def duty_pages(connection: Connection) -> tuple[PhonePage, ...]:
    """Every duty officer's page that works, by officer; `unit_id` is his id of the roster."""
    return tuple(
        PhonePage(
            unit_id=row.officer_id, made_at=row.created_at, opened_at=row.opened_at,
            expires_at=row.expires_at if row.opened_at is None else None,
        )
        for row in connection.execute(_open_pages)
    )  # fmt: skip


def take_duty_back(parts: Parts, officer_id: str, by: Actor | None = None) -> None:
    """The officer's page works no more, for a phone that was lost or handed on; alarms reach him by mail and SMS.

    Raises:
        RequestRefused: 404 when he has none.
    """
    with parts.database.write() as tx:
        open_now = (_links.c.officer_id == officer_id) & _links.c.ended_at.is_(None)
        if not tx.execute(update(_links).where(open_now), {"ended_at": parts.now()}).rowcount:
            raise not_found("page")
        note(tx, parts.now(), "admin", what="duty_link.revoke", by=by, subject=named("officer", officer_id))


def open_duty_page(parts: Parts, token: str) -> DutyPage:
    """The page; the first look makes the link last until another is made.

    Raises:
        RequestRefused: 404 for a link that is unknown, has ended, or whose officer has left the roster.
    """
    officer, now = _officer_behind(parts, token), parts.now()
    with parts.database.read() as connection:
        alarms = parts.messages.shown_to(connection, officer.id, now)
    return DutyPage(officer=officer, alarms=tuple((told, parts.messages.taken(told, now)) for told in alarms))


def take_alarm(parts: Parts, token: str, message_id: str) -> None:
    """The officer takes an alarm that reached him; the same again changes nothing.

    Raises:
        RequestRefused: 404 as above, or for an alarm that never reached him.
    """
    officer, now = _officer_behind(parts, token), parts.now()
    with parts.database.write() as tx:
        told = parts.messages.one(tx, officer.id, message_id)
        if told is None:
            raise not_found("alarm", "alarm")
        if told.report.ended:
            return
        taken = alarm_taken(told.report, told.step, officer.id, officer.name, now)
        if taken is not told.report:
            parts.casefile.save_report(tx, taken, now)
            note(tx, now, "alarm", "taken", what=f"{told.step.params['alarm']}:{told.step.params['rung']}",
                 actor=named("officer", officer.id), subject=named("report", taken.id))  # fmt: skip


def _officer_behind(parts: Parts, token: str) -> DutyOfficer:
    same = {"hash": hash_of(token)}
    with parts.database.read() as connection:
        row = connection.execute(_living, same).first()
        officer = roster_of(connection).officer(cast("str", row.officer_id)) if row is not None else None
    if row is None or officer is None or (row.opened_at is None and row.expires_at < parts.now()):
        raise not_found("link", "link")
    if row.opened_at is None:
        first = _links.c.token_hash == same["hash"]
        opened = update(_links).where(first, _links.c.opened_at.is_(None))
        with parts.database.write() as tx:
            if tx.execute(opened, {"opened_at": parts.now()}).rowcount:
                note(tx, parts.now(), "officer", what="duty_link.open", actor=named("officer", officer.id))
    return officer
