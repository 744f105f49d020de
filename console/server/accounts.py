"""Desks, people and programs: made by an administrator, enrolled by code, revoked at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import Table, insert, select, update

from console.contract.admin import MIN_PASSPHRASE, ApiKey, EnrolmentCode, NewEnrolment, NewKey, NewUser, UserMade
from console.contract.audit import named
from console.contract.enrolled import PASSING_KEY
from console.contract.ids import is_id, new_id
from console.contract.session import Enrol, Enrolled
from console.domain.person import Actor, Role
from console.server import tables
from console.server.attempts import refuse_guessing, remember_attempt
from console.server.audit import note
from console.server.database import Database, Tx
from console.server.identity import Identity
from console.server.passwords import hash_passphrase
from console.server.refusals import RequestRefused, not_found, unknown_caller, wrong
from console.server.tokens import hash_of, new_code, new_token

PEOPLE_ROLES = frozenset({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.OVERSIGHT})
"""Roles a person may sign in with."""
KEY_ROLES = frozenset({Role.ADMINISTRATOR, Role.DEVICE, Role.OVERSIGHT, Role.PARTNER})
"""Roles a program's key may have; device is a fleet's gateway, oversight reads the audit chain and nothing else."""
_enrolments, _desks, _users, _keys = tables.enrolments, tables.desks, tables.users, tables.keys


class Accounts:
    """Everything an administrator makes, and enrolment itself; `by` is the administrator, None the server itself."""

    def __init__(self, database: Database, identity: Identity, now: Callable[[], datetime]) -> None:
        self._database = database
        self._identity = identity
        self._now = now

    def allow_enrolment(self, wanted: NewEnrolment, by: Actor | None = None) -> EnrolmentCode:
        """A code with which workstations may enrol."""
        if not 1 <= wanted.uses <= 1000:
            raise wrong("uses", "1 to 1000")
        if not 0 < wanted.valid_h <= 24 * 31:
            raise wrong("valid_h", "more than 0, at most 744 hours")
        code = new_code()
        now = self._now()
        until = now + timedelta(hours=wanted.valid_h)
        with self._database.write() as tx:
            note(tx, now, "admin", what="enrolment.allow", by=by)
            tx.execute(
                insert(_enrolments),
                {"code_hash": hash_of(code), "uses_left": wanted.uses, "expires_at": until},
            )
        return EnrolmentCode(code=code, expires_at=until)

    def enrol(self, wanted: Enrol, address: str) -> Enrolled:
        """A desk with its own credential, against a valid code; the same desk again gets a new secret.

        Raises:
            RequestRefused: 401 for an unknown, used or expired code, 404 for a desk that never was, 429 after too
                many wrong codes.
        """
        now = self._now()
        if not wanted.name.strip() or len(wanted.name) > 200:
            raise wrong("name", "a workstation needs a name of at most 200 characters")
        with self._database.read() as connection:
            refuse_guessing(connection, login="", desk_id="", address=address, now=now)
        desk_id, secret = wanted.desk_id or new_id(), new_token()
        with self._database.write() as tx:
            code = wanted.code.strip().upper()
            good = _spend_code(tx, code, now)
            outcome = "enrolled" if good else "wrong"
            remember_attempt(tx, now, login="", desk_id=desk_id if good else "", address=address, outcome=outcome)
            if good:
                row = {"name": wanted.name.strip(), "secret_hash": hash_of(secret), "enrolled_at": now}
                _write_desk(tx, desk_id, row, known=bool(wanted.desk_id), lost=self._identity.restored_at is not None)
            note(tx, now, "enrol", "ok" if good else "wrong", subject=named("desk", desk_id) if good else "")
        if not good:
            raise unknown_caller("enrol_code_unknown", "This code is unknown, used up or too old.", field="code")
        return Enrolled(desk_id=desk_id, desk_secret=secret, epoch=self._identity.epoch)

    def make_user(
        self, wanted: NewUser, user_id: str = "", encoded: str = "", by: Actor | None = None
    ) -> UserMade:
        """A person who may sign in from now on; `encoded` when the passphrase was hashed already.

        Raises:
            RequestRefused: 422 naming the field, 409 when the login is taken.
        """
        if not wanted.login.strip() or len(wanted.login) > 100 or wanted.login != wanted.login.strip():
            raise wrong("login", "1 to 100 characters without spaces around them")
        if not wanted.name.strip() or len(wanted.name) > 200:
            raise wrong("name", "1 to 200 characters")
        if wanted.role not in PEOPLE_ROLES:
            raise wrong("role", "operator, supervisor, administrator or oversight")
        if not encoded:
            encoded = hashed(wanted.passphrase)
        made, now = UserMade(id=user_id or new_id(), login=wanted.login), self._now()
        row = {
            "id": made.id, "login": wanted.login, "name": wanted.name.strip(), "role": wanted.role.value,
            "passphrase_hash": encoded, "active": True, "created_at": now,
        }  # fmt: skip
        with self._database.write() as tx:
            if tx.execute(select(_users.c.id).where(_users.c.login == wanted.login)).first():
                raise RequestRefused(409, "login_taken", "login: somebody has it already.", field="login")
            tx.execute(insert(_users), row)
            note(tx, now, "admin", what=f"user.make:{wanted.role.value}", by=by, subject=named("user", made.id))
        return made

    def make_key(self, wanted: NewKey, by: Actor | None = None) -> ApiKey:
        """A program's key, kept as its hash."""
        if wanted.role not in KEY_ROLES:
            raise wrong("role", "administrator, device, oversight or partner")
        if not wanted.name.strip() or len(wanted.name) > 200:
            raise wrong("name", "1 to 200 characters")
        made, now = ApiKey(id=new_id(), key=new_token()), self._now()
        row = {
            "id": made.id, "key_hash": hash_of(made.key), "name": wanted.name.strip(), "role": wanted.role.value,
            "created_at": now,
        }  # fmt: skip
        with self._database.write() as tx:
            tx.execute(insert(_keys), row)
            note(tx, now, "admin", what=f"key.make:{wanted.role.value}", by=by, subject=named("key", made.id))
        return made

    def make_passing_key(self) -> str:
        """An administrator's key for the console this server is embedded in; the one of the last start ends."""
        with self._database.write() as tx:
            same = (_keys.c.name == PASSING_KEY) & _keys.c.revoked_at.is_(None)
            now = self._now()
            ended = [str(row[0]) for row in tx.execute(select(_keys.c.id).where(same))]
            tx.execute(update(_keys).where(same), {"revoked_at": now})
            for key_id in ended:
                note(tx, now, "admin", what="key.revoke", subject=named("key", key_id))
        return self.make_key(NewKey(name=PASSING_KEY, role=Role.ADMINISTRATOR)).key

    def desk_ids(self) -> tuple[str, ...]:
        """Every workstation that is enrolled now."""
        with self._database.read() as connection:
            rows = connection.execute(select(_desks.c.id).where(_desks.c.revoked_at.is_(None)))
            return tuple(str(row[0]) for row in rows)

    def has_administrator(self) -> bool:
        """Whether anybody can administer this server yet."""
        with self._database.read() as connection:
            people = select(_users.c.id).where(_users.c.role == Role.ADMINISTRATOR.value)
            programs = select(_keys.c.id).where(_keys.c.role == Role.ADMINISTRATOR.value, _keys.c.revoked_at.is_(None))
            return bool(connection.execute(people).first() or connection.execute(programs).first())

    def revoke_desk(self, desk_id: str, by: Actor | None = None) -> None:
        """The desk's credential stops working at once."""
        self._revoke(tables.desks, desk_id, "desk", "workstation", by)

    def revoke_key(self, key_id: str, by: Actor | None = None) -> None:
        """The program's key stops working at once."""
        self._revoke(tables.keys, key_id, "key", "key", by)

    def _revoke(self, table: Table, thing_id: str, kind: str, what: str, by: Actor | None) -> None:
        now = self._now()
        with self._database.write() as tx:
            done = tx.execute(update(table).where(table.c.id == thing_id), {"revoked_at": now})
            if done.rowcount == 0:
                raise not_found(what)
            note(tx, now, "admin", what=f"{kind}.revoke", by=by, subject=named(kind, thing_id))


def hashed(passphrase: str) -> str:
    """What is kept of a person's passphrase.

    Raises:
        RequestRefused: 422, it is too short or too long.
    """
    if not MIN_PASSPHRASE <= len(passphrase) <= 1000:
        raise wrong("passphrase", f"at least {MIN_PASSPHRASE} characters, at most 1000")
    return hash_passphrase(passphrase)


def _write_desk(tx: Tx, desk_id: str, row: dict[str, object], *, known: bool, lost: bool) -> None:
    """`lost`: a desk that says it is known and is not was enrolled after the backup; its ledger bears that id."""
    if lost and is_id(desk_id):
        known = tx.execute(select(_desks.c.id).where(_desks.c.id == desk_id)).first() is not None
    if not known:
        tx.execute(insert(_desks), {**row, "id": desk_id})
    elif tx.execute(update(_desks).where(_desks.c.id == desk_id), {**row, "revoked_at": None}).rowcount == 0:
        raise not_found("workstation", "desk_id")


def _spend_code(tx: Tx, code: str, now: datetime) -> bool:
    """Take one use of an enrolment code; False when it is not worth anything."""
    same = _enrolments.c.code_hash == hash_of(code)
    row = tx.execute(select(_enrolments.c.uses_left, _enrolments.c.expires_at).where(same)).first()
    if row is None or cast("int", row[0]) < 1 or cast("datetime", row[1]) < now:
        return False
    tx.execute(update(_enrolments).where(same).values(uses_left=_enrolments.c.uses_left - 1))
    return True
