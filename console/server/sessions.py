"""Sessions of people at desks: short access, rotating refresh, role as issued."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import Connection, Row, insert, select, update

from console.contract.audit import named
from console.contract.ids import new_id
from console.contract.session import Refresh, SignedIn, SignIn
from console.domain.person import DESK_ROLES, Actor, Role
from console.server import tables
from console.server.attempts import refuse_guessing, remember_attempt
from console.server.audit import note
from console.server.bus import Bus
from console.server.database import Database, Tx
from console.server.identity import Identity
from console.server.passwords import fits
from console.server.refusals import RequestRefused, not_found, unknown_caller
from console.server.tokens import hash_of, new_token
from console.server.warrants import sealed_warrant

ACCESS_FOR = timedelta(minutes=15)
SESSION_FOR = timedelta(days=7)
"""A session can be refreshed, and decisions made under it are accepted, this long after its issue (sync.md)."""
_REFRESH_AGAIN_WITHIN = timedelta(minutes=2)
_sessions, _users = tables.sessions, tables.users


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session as decisions are judged with it."""

    id: str
    actor: Actor
    issued_at: datetime
    access_until: datetime
    revoked_at: datetime | None


def session_of_access(connection: Connection | Tx, access_token: str) -> Session | None:
    """The session of an access token, expired or not."""
    row = connection.execute(select(_sessions).where(_sessions.c.access_hash == hash_of(access_token))).first()
    return _session(row)


def session_by_id(connection: Connection | Tx, session_id: str) -> Session | None:
    """The session with that id, revoked or not."""
    return _session(connection.execute(select(_sessions).where(_sessions.c.id == session_id)).first())


def _session(row: Row[*tuple[Any, ...]] | None) -> Session | None:
    if row is None:
        return None
    found = row._mapping
    actor = Actor(
        id=cast("str", found["user_id"]), name=cast("str", found["name"]), role=Role(cast("str", found["role"])),
        session_id=cast("str", found["id"]), desk_id=cast("str", found["desk_id"]),
    )  # fmt: skip
    return Session(
        id=actor.session_id, actor=actor, issued_at=cast("datetime", found["issued_at"]),
        access_until=cast("datetime", found["access_until"]),
        revoked_at=cast("datetime | None", found["revoked_at"]),
    )  # fmt: skip


class Sessions:
    """Opens, renews and ends sessions."""

    def __init__(self, database: Database, identity: Identity, bus: Bus, now: Callable[[], datetime]) -> None:
        self._database = database
        self._identity = identity
        self._bus = bus
        self._now = now

    def sign_in(self, desk_id: str, wanted: SignIn, address: str) -> SignedIn:
        """A new session for a person at an enrolled desk.

        Raises:
            RequestRefused: 401 for a wrong name or passphrase (never saying which), 429 after too many.
        """
        now = self._now()
        try:
            with self._database.read() as connection:
                refuse_guessing(connection, login=wanted.user, desk_id=desk_id, address=address, now=now)
                user = connection.execute(select(_users).where(_users.c.login == wanted.user)).first()
        except RequestRefused:
            with self._database.write() as tx:
                remember_attempt(
                    tx, now, login=wanted.user, desk_id=desk_id, address=address, outcome="blocked"
                )
                note(tx, now, "sign_in", "blocked", desk=desk_id)
            raise
        good = fits(wanted.passphrase, cast("str", user.passphrase_hash) if user else None)
        good = good and user is not None and bool(user.active)
        with self._database.write() as tx:
            remember_attempt(
                tx, now, login=wanted.user, desk_id=desk_id, address=address, outcome="ok" if good else "wrong"
            )
            if good and user is not None:
                actor = Actor(
                    id=cast("str", user.id), name=cast("str", user.name), role=Role(cast("str", user.role)),
                    session_id=new_id(), desk_id=desk_id,
                )  # fmt: skip
                note(tx, now, "sign_in", "ok", by=actor)
                return self._issue(tx, actor, now)
            note(
                tx, now, "sign_in", "wrong", desk=desk_id,
                subject=named("user", cast("str", user.id)) if user is not None else "",
            )  # fmt: skip
        raise unknown_caller("sign_in_wrong", "The name or the passphrase is wrong.", field="passphrase")

    def _issue(self, tx: Tx, actor: Actor, now: datetime) -> SignedIn:
        access, refresh = new_token(), new_token()
        tx.execute(insert(_sessions), {
            "id": actor.session_id, "user_id": actor.id, "name": actor.name, "role": actor.role.value,
            "desk_id": actor.desk_id, "issued_at": now, "access_hash": hash_of(access),
            "access_until": now + ACCESS_FOR, "refresh_hash": hash_of(refresh), "refreshed_at": now,
        })  # fmt: skip
        return self._signed_in(actor, access, refresh, now, issued_at=now)

    def _signed_in(self, actor: Actor, access: str, refresh: str, now: datetime, *, issued_at: datetime) -> SignedIn:
        may_look = actor.role in DESK_ROLES
        return SignedIn(
            session_id=actor.session_id, actor_id=actor.id, name=actor.name, role=actor.role,
            access_token=access, access_expires_at=now + ACCESS_FOR, refresh_token=refresh,
            identity_key=self._identity.identity_key.hex() if may_look else "",
            server_time=now, epoch=self._identity.epoch,
            warrant=sealed_warrant(self._identity, actor, issued_at),
        )  # fmt: skip

    def refresh(self, desk_id: str, wanted: Refresh) -> SignedIn:
        """New tokens for the same session; the one before stays good for a moment, its answer may have been lost.

        Raises:
            RequestRefused: 401 when unknown, of another desk, revoked, or the session is older than SESSION_FOR.
        """
        now, given = self._now(), hash_of(wanted.refresh_token)
        with self._database.write() as tx:
            same = (_sessions.c.refresh_hash == given) | (_sessions.c.earlier_refresh_hash == given)
            row = tx.execute(select(_sessions).where(same)).first()
            session = _session(row)
            if row is None or session is None or session.actor.desk_id != desk_id:
                raise unknown_caller("refresh_unknown", "Sign in again.", field="refresh_token")
            replayed = row.refresh_hash != given and now - cast("datetime", row.refreshed_at) > _REFRESH_AGAIN_WITHIN
            if session.revoked_at is not None:
                raise unknown_caller("session_revoked", "This session has ended. Sign in again.", field="refresh_token")
            if replayed:
                raise unknown_caller("refresh_used", "This token was used. Sign in again.", field="refresh_token")
            if now > session.issued_at + SESSION_FOR:
                raise unknown_caller("session_too_old", "Sign in again, it was a week ago.", field="refresh_token")
            access, refresh = new_token(), new_token()
            tx.execute(update(_sessions).where(_sessions.c.id == session.id), {
                "access_hash": hash_of(access), "access_until": now + ACCESS_FOR, "refresh_hash": hash_of(refresh),
                "earlier_refresh_hash": given, "refreshed_at": now,
            })  # fmt: skip
        return self._signed_in(session.actor, access, refresh, now, issued_at=session.issued_at)

    def end(self, session_id: str) -> Session:
        """Sign out: no token of it opens anything from now on, its streams close.

        It is not revoked: the same person may unlock this desk without the server within the week, and what he
        decides then is decided under this session, the last one the server knows of.
        """
        with self._database.write() as tx:
            session = session_by_id(tx, session_id)
            if session is None:
                raise not_found("session")
            tx.execute(update(_sessions).where(_sessions.c.id == session.id), {
                "access_hash": hash_of(new_token()), "access_until": self._now(),
                "refresh_hash": hash_of(new_token()), "earlier_refresh_hash": None,
            })  # fmt: skip
            note(tx, self._now(), "sign_out", by=session.actor)
            tx.after_commit.append(lambda: self._bus.end_session(session.id))
        return session

    def end_all_of(self, user_id: str, by: Actor | None = None) -> tuple[Session, ...]:
        """A person may not sign in any more and every session of his ends now."""
        return self._end_all(user_id, {"active": False}, "user.revoke", by)

    def change_passphrase(
        self, user_id: str, passphrase_hash: str, by: Actor | None = None
    ) -> tuple[Session, ...]:
        """A person signs in with another passphrase from now on; every session begun with the old one ends."""
        return self._end_all(user_id, {"passphrase_hash": passphrase_hash}, "user.passphrase", by)

    def _end_all(
        self, user_id: str, change: dict[str, object], what: str, by: Actor | None
    ) -> tuple[Session, ...]:
        now = self._now()
        with self._database.write() as tx:
            if tx.execute(update(_users).where(_users.c.id == user_id), change).rowcount == 0:
                raise not_found("person")
            open_now = select(_sessions).where(_sessions.c.user_id == user_id, _sessions.c.revoked_at.is_(None))
            found = [_session(row) for row in tx.execute(open_now).all()]
            sessions = tuple(session for session in found if session is not None)
            for session in sessions:
                self._revoke(tx, session, now)
            note(tx, now, "admin", what=what, by=by, subject=named("user", user_id))
        return sessions

    def close_streams_of(self, desk_id: str) -> None:
        """The desk was struck off: whoever sits there sees nothing new from now on."""
        with self._database.read() as connection:
            open_now = select(_sessions.c.id).where(_sessions.c.desk_id == desk_id, _sessions.c.revoked_at.is_(None))
            ids = [cast("str", row[0]) for row in connection.execute(open_now)]
        for session_id in ids:
            self._bus.end_session(session_id)

    def _revoke(self, tx: Tx, session: Session, now: datetime) -> None:
        if session.revoked_at is None:
            tx.execute(update(_sessions).where(_sessions.c.id == session.id), {"revoked_at": now})
            tx.after_commit.append(lambda: self._bus.end_session(session.id))
