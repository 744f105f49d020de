"""Who is asking: desk, person, source or program, read from the headers."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import Connection, Row, bindparam, select

from console.contract.session import DESK_HEADER
from console.domain.person import Actor, Role
from console.server import tables
from console.server.parts import Parts
from console.server.refusals import forbidden, unknown_caller
from console.server.sessions import session_of_access
from console.server.sources import Source
from console.server.tokens import hash_of
from console.server.traccar_session import key_of_session

_desk = select(tables.desks.c.secret_hash, tables.desks.c.revoked_at).where(tables.desks.c.id == bindparam("id"))
_key = select(tables.keys.c.id, tables.keys.c.name, tables.keys.c.role).where(
    tables.keys.c.key_hash == bindparam("hash"), tables.keys.c.revoked_at.is_(None)
)
_key_by_id = select(tables.keys.c.id, tables.keys.c.name, tables.keys.c.role).where(
    tables.keys.c.id == bindparam("id"), tables.keys.c.revoked_at.is_(None)
)
COOKIE = "JSESSIONID"
"""What a Traccar client keeps of its session."""


class Who(StrEnum):
    """Who may ask a route: the rows of the permission matrix."""

    ANYONE = "anyone"
    DESK = "desk"
    PERSON = "person"
    SOURCE = "source"
    FLEET = "fleet"
    ADMINISTRATOR = "administrator"
    OVERSIGHT = "oversight"
    DEVICE = "device"
    OFFICER = "officer"
    TRACKER = "tracker"
    HOLDER = "holder"


SELF_CHECKED = frozenset({Who.ANYONE, Who.DEVICE, Who.OFFICER, Who.HOLDER})
"""Their secret, if any, is in the path or the body: the route itself checks it."""
READERS = frozenset({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.OVERSIGHT})
"""Roles that may read the feed and media at a desk."""
_OFFICES = {
    Who.FLEET: frozenset({Role.ADMINISTRATOR, Role.DEVICE}),
    Who.ADMINISTRATOR: frozenset({Role.ADMINISTRATOR}),
    Who.OVERSIGHT: frozenset({Role.ADMINISTRATOR, Role.OVERSIGHT}),
}
"""Routes for people at a desk and for programs with a key of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who was found: at most one of actor and source; an administrator's program is an actor without a desk."""

    desk_id: str = ""
    actor: Actor | None = None
    source: Source | None = None


def admit(parts: Parts, who: Who, headers: Mapping[str, str]) -> Caller:
    """The caller, when the credentials in the headers are what the route demands; reads the database.

    Raises:
        RequestRefused: 401 for a missing, unknown, expired or revoked credential, 403 for one not allowed here.
    """
    if who in SELF_CHECKED:
        return Caller()
    if who is Who.SOURCE:
        return Caller(source=parts.sources.by_key(_bearer(headers)))
    with parts.database.read() as connection:
        if who is Who.TRACKER:
            return _tracker(parts, connection, headers)
        if who in _OFFICES:
            return _program_or_person(parts, connection, who, headers)
        desk_id = _desk_of(connection, headers)
        if who is Who.DESK:
            return Caller(desk_id=desk_id)
        actor = _person_of(parts, connection, desk_id, headers)
    if actor.role not in READERS:
        raise forbidden(f"A {actor.role.value} may not read this.")
    return Caller(desk_id=desk_id, actor=actor)


def _program_or_person(parts: Parts, connection: Connection, who: Who, headers: Mapping[str, str]) -> Caller:
    actor = key_of(connection, _bearer(headers))
    if actor is not None:
        pass
    elif DESK_HEADER in headers:
        actor = _person_of(parts, connection, _desk_of(connection, headers), headers)
    else:
        raise unknown_caller("key_unknown", "This key is unknown or revoked.")
    if actor.role not in _OFFICES[who]:
        raise forbidden(f"A {actor.role.value} may not do this.")
    return Caller(desk_id=actor.desk_id, actor=actor)


def _tracker(parts: Parts, connection: Connection, headers: Mapping[str, str]) -> Caller:
    """A partner's program as a Traccar client comes: its key as bearer or password, or the session it opened."""
    scheme, _, given = headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        key = key_of(connection, given.strip())
    elif scheme.lower() == "basic":
        key = key_of(connection, password_of(given))
    else:
        cookies = dict(pair.strip().partition("=")[::2] for pair in headers.get("Cookie", "").split(";"))
        key_id = key_of_session(parts.identity.hmac_key, cookies.get(COOKIE, ""), parts.now())
        row = connection.execute(_key_by_id, {"id": key_id}).first()
        key = None if row is None else _actor(row)
    if key is None:
        raise unknown_caller("key_unknown", "This read token is missing, unknown or revoked.")
    if key.role is not Role.PARTNER:
        raise forbidden(f"The key of a {key.role.value} does not open this.")
    return Caller(actor=key)


def key_of(connection: Connection, key: str) -> Actor | None:
    """The program of a key that is in force."""
    row = connection.execute(_key, {"hash": hash_of(key)}).first() if key else None
    return None if row is None else _actor(row)


def password_of(packed: str) -> str:
    """The password of HTTP Basic credentials (RFC 7617), '' when they are not."""
    try:
        return base64.b64decode(packed.strip(), validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""


def _actor(row: Row[*tuple[Any, ...]]) -> Actor:
    return Actor(id=cast("str", row[0]), name=cast("str", row[1]), role=Role(cast("str", row[2])))


def _desk_of(connection: Connection, headers: Mapping[str, str]) -> str:
    desk_id, _, secret = headers.get(DESK_HEADER, "").partition(":")
    if not desk_id or not secret:
        raise unknown_caller("desk_missing", "A console sends its desk's credential.", DESK_HEADER)
    row = connection.execute(_desk, {"id": desk_id}).first()
    if row is None or not hmac.compare_digest(cast("bytes", row[0]), hash_of(secret)):
        raise unknown_caller("desk_unknown", "This workstation is not enrolled here. Enrol it again.", DESK_HEADER)
    if row[1] is not None:
        raise unknown_caller("desk_revoked", "This workstation was struck off. Enrol it again.", DESK_HEADER)
    return desk_id


def _person_of(parts: Parts, connection: Connection, desk_id: str, headers: Mapping[str, str]) -> Actor:
    session = session_of_access(connection, _bearer(headers))
    if session is None or session.actor.desk_id != desk_id:
        raise unknown_caller("access_unknown", "This access token is unknown here. Sign in again.")
    if session.revoked_at is not None:
        raise unknown_caller("session_revoked", "This session has ended. Sign in again.")
    if session.access_until < parts.now():
        raise unknown_caller("access_expired", "This access token has expired. Refresh it.")
    return session.actor


def _bearer(headers: Mapping[str, str]) -> str:
    scheme, _, token = headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise unknown_caller("credential_missing", "Authorization: Bearer and a credential are needed.")
    return token.strip()
