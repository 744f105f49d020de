"""What is enrolled here, for administrators: people, workstations, codes, keys, sources."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import cast

from sqlalchemy import Connection, func, select, update

from console.contract.audit import named
from console.contract.enrolled import CodeOpen, DeskEnrolled, KeyMade, PersonEnrolled, SourceEnrolled
from console.domain.person import Actor, Role
from console.domain.report import SourceKind
from console.server import tables
from console.server.audit import note
from console.server.parts import Parts
from console.server.refusals import not_found

_users, _desks, _sessions = tables.users, tables.desks, tables.sessions
_codes, _keys, _sources, _reports = tables.enrolments, tables.keys, tables.sources, tables.reports


def people(parts: Parts) -> tuple[PersonEnrolled, ...]:
    """Everybody who may or might sign in, by login."""
    with parts.database.read() as connection:
        names = {row.id: row.name for row in connection.execute(select(_desks.c.id, _desks.c.name))}
        seen = _last_seen(connection, "user_id")
        rows = connection.execute(select(_users).order_by(_users.c.login)).all()
    at = {who.id: names.get(who.desk_id, "") for who in parts.presence.news().present}
    return tuple(
        PersonEnrolled(
            id=row.id, login=row.login, name=row.name, role=Role(row.role), active=bool(row.active),
            made_at=row.created_at, seen_at=seen.get(row.id), at_desk=at.get(row.id, ""),
        )
        for row in rows
    )  # fmt: skip


def desks(parts: Parts) -> tuple[DeskEnrolled, ...]:
    """Every workstation, by name."""
    with parts.database.read() as connection:
        seen = _last_seen(connection, "desk_id")
        rows = connection.execute(select(_desks).order_by(_desks.c.name, _desks.c.id)).all()
    who = {each.desk_id: each.name for each in parts.presence.news().present}
    return tuple(
        DeskEnrolled(
            id=row.id, name=row.name, enrolled_at=row.enrolled_at, seen_at=seen.get(row.id), ended_at=row.revoked_at,
            person=who.get(row.id, ""),
        )
        for row in rows
    )  # fmt: skip


def codes(parts: Parts) -> tuple[CodeOpen, ...]:
    """Enrolment codes that still work, the first to end first."""
    with parts.database.read() as connection:
        still = (_codes.c.uses_left > 0) & (_codes.c.expires_at > parts.now())
        rows = connection.execute(select(_codes).where(still).order_by(_codes.c.expires_at)).all()
    return tuple(
        CodeOpen(id=_name_of(row.code_hash), uses_left=row.uses_left, expires_at=row.expires_at) for row in rows
    )


def end_code(parts: Parts, code_id: str, by: Actor | None = None) -> None:
    """Nobody enrols with that code any more.

    Raises:
        RequestRefused: 404 when no open code has that id.
    """
    with parts.database.write() as tx:
        open_now = tx.execute(select(_codes.c.code_hash).where(_codes.c.uses_left > 0)).all()
        found = next((row[0] for row in open_now if _name_of(row[0]) == code_id), None)
        if found is None:
            raise not_found("code")
        tx.execute(update(_codes).where(_codes.c.code_hash == found), {"uses_left": 0})
        note(tx, parts.now(), "admin", what="enrolment.revoke", by=by, subject=named("enrolment", code_id))


def keys(parts: Parts) -> tuple[KeyMade, ...]:
    """Programs' keys that work, by name."""
    with parts.database.read() as connection:
        rows = connection.execute(select(_keys).where(_keys.c.revoked_at.is_(None)).order_by(_keys.c.name)).all()
    return tuple(KeyMade(id=row.id, name=row.name, role=Role(row.role), made_at=row.created_at) for row in rows)


def sources(parts: Parts) -> tuple[SourceEnrolled, ...]:
    """Every source, by id, with when its latest report came."""
    latest = select(_reports.c.source_id, func.max(_reports.c.received_at)).group_by(_reports.c.source_id)
    with parts.database.read() as connection:
        last = {row[0]: row[1] for row in connection.execute(latest)}
        rows = connection.execute(select(_sources).order_by(_sources.c.id)).all()
    return tuple(
        SourceEnrolled(
            id=row.id, name=row.name, kind=SourceKind(row.kind), per_second=row.per_second, valid_from=row.valid_from,
            valid_until=row.valid_until, ended_at=row.revoked_at, last_at=last.get(row.id),
        )
        for row in rows
    )  # fmt: skip


def _last_seen(connection: Connection, column: str) -> dict[str, datetime]:
    """When a session of each last renewed itself, which one in use does every quarter of an hour."""
    key = _sessions.c[column]
    found = connection.execute(select(key, func.max(_sessions.c.refreshed_at)).group_by(key))
    return {cast("str", row[0]): cast("datetime", row[1]) for row in found}


def _name_of(code_hash: bytes) -> str:
    # Not the hash kept: a name in a list or a log is nothing to guess a code against.
    return hashlib.sha256(b"name of an enrolment code" + code_hash).hexdigest()[:16]
