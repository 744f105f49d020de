"""Enrolment, sign-in and offline unlock: who is at this desk.

Why so long: enrolment, sign-in and offline unlock share one state and its lock.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from console.contract.codec import decode, encode
from console.contract.session import Enrolled, SignedIn
from console.domain.errors import AccessFault, Bug, Fault, NetworkFault, StoreFault
from console.domain.link import Person
from console.domain.person import Actor, Role
from console.remote.server import Server
from console.store.journal import Journal
from console.store.slots import Slots
from console.store.store import Store
from console.sync.server_clock import ServerClock

_log = logging.getLogger(__name__)

OFFLINE_FOR = timedelta(days=7)
"""How long after the last contact a passphrase opens this console without the server (security.md rule 4)."""

_DESK = "desk"


class _DeskRecord(msgspec.Struct, frozen=True, kw_only=True):
    desk_id: str
    desk_secret: str


class _PersonRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept, encrypted, of a person's last session here."""

    actor_id: str
    name: str
    role: Role
    session_id: str
    desk_id: str
    refresh_token: str
    identity_key: str
    contact_at: datetime


class Session:
    """One console's people; every method may be called from any worker thread and may take seconds."""

    def __init__(
        self,
        *,
        slots_file: Path,
        store_file: Path,
        journal_file: Path,
        server: Server,
        clock: ServerClock,
        now: Callable[[], datetime],
        monotonic_s: Callable[[], float],
    ) -> None:
        self._slots = Slots(slots_file)
        self._store_file = store_file
        self._journal_file = journal_file
        self._server = server
        self._clock = clock
        self._now = now
        self._monotonic_s = monotonic_s
        self._lock = threading.RLock()
        self._key = b""
        self._user = ""
        self._person: Person | None = None
        self._record: _PersonRecord | None = None
        self._store: Store | None = None
        self.journal: Journal | None = None
        self.journal_fault: StoreFault | None = None

    @property
    def store(self) -> Store:
        """The profile's store, open after the first sign-in until `close`."""
        if self._store is None:
            raise Bug("nobody has unlocked the store yet")
        return self._store

    @property
    def person(self) -> Person | None:
        """Who is signed in now."""
        return self._person

    @property
    def actor(self) -> Actor | None:
        """On whose behalf decisions are made."""
        person = self._person
        return person.actor if person else None

    @property
    def user(self) -> str:
        """The user name of whoever is signed in, '' for nobody."""
        return self._user

    @property
    def can_read(self) -> bool:
        """Whether somebody is signed in for whom the server may be asked."""
        return self._record is not None

    @property
    def enrolled(self) -> bool:
        """Whether this workstation has a credential; known only by the slots while the store is locked."""
        return bool(self._server.transport.credentials.desk_id) or not self._slots.empty

    @property
    def identity_key(self) -> str:
        """The key that opens sealed identities, '' for roles that may not look."""
        record = self._record
        return record.identity_key if record else ""

    def known_users(self) -> tuple[str, ...]:
        """Who can unlock this profile without the server."""
        return self._slots.users()

    def enrol(self, code: str, desk_name: str) -> None:
        """Enrol this workstation with an administrator's code, as the same desk when it was one before.

        Raises:
            NetworkFault: the server cannot be reached.
            AccessFault: `enrol_code_refused`.
        """
        try:
            enrolled = self._enrolled(code, desk_name)
        except NetworkFault:
            raise
        except Fault as fault:
            raise AccessFault("enrol_code_refused", fault.message) from fault
        credentials = self._server.transport.credentials
        credentials.desk_id, credentials.desk_secret = enrolled.desk_id, enrolled.desk_secret
        if self._store is not None:
            self._keep_desk()

    def _enrolled(self, code: str, desk_name: str) -> Enrolled:
        known = self._server.transport.credentials.desk_id
        if known:
            try:
                return self._server.enrol(code, desk_name, known)
            except Fault as fault:
                # Another server, or one restored from before: it never knew this desk and spent no code on it.
                if fault.code != "not_found":
                    raise
        return self._server.enrol(code, desk_name)

    def sign_in(self, user: str, passphrase: str, *, recovery_key: str = "") -> Person:
        """Sign in, online if the server answers, else by the user's slot within OFFLINE_FOR of the last contact.

        Raises:
            AccessFault: `wrong_passphrase`, `no_slot`, `wrong_recovery_key`, `offline_too_long`, `not_enrolled`,
                `desk_refused`.
            NetworkFault: the server cannot be reached and this user cannot unlock offline.
            StoreFault: the profile cannot be opened.
        """
        with self._lock:
            if self._slots.empty:
                return self._sign_in_first(user, passphrase)
            key, own_slot = self._key_for(user, passphrase, recovery_key)
            self._open(key)
            try:
                signed = self._ask(user, passphrase)
            except NetworkFault:
                if not own_slot:
                    raise
                return self._sign_in_offline(user)
            if not own_slot:
                self._slots.add(user, passphrase, key)
            return self._signed_in(user, signed)

    def _sign_in_first(self, user: str, passphrase: str) -> Person:
        """The first person at a new profile: the server vouches, then the data key is made."""
        signed = self._ask(user, passphrase)
        key, recovery_key = self._slots.make(user, passphrase)
        self._open(key)
        self._keep_desk()
        person = self._signed_in(user, signed)
        # Shown once to whoever made the profile; what is kept of the person holds no trace of it.
        return Person(actor=person.actor, recovery_key=recovery_key)

    def _key_for(self, user: str, passphrase: str, recovery_key: str) -> tuple[bytes, bool]:
        """The data key, and whether this user's own passphrase opened it."""
        try:
            return self._slots.unlock(user, passphrase), True
        except AccessFault:
            if recovery_key:
                return self._slots.recover(recovery_key), False
            # A colleague has unlocked this console, or the passphrase changed on the server: the server decides.
            if self._key:
                return self._key, False
            raise

    def _ask(self, user: str, passphrase: str) -> SignedIn:
        if not self._server.transport.credentials.desk_id:
            raise AccessFault("not_enrolled", "This workstation is not enrolled yet.")
        sent_s = self._monotonic_s()
        signed = self._server.sign_in(user, passphrase)
        self._clock.observe(signed.server_time, sent_s)
        return signed

    def _sign_in_offline(self, user: str) -> Person:
        record = self._kept(user)
        if record is None:
            raise AccessFault("no_slot", f"{user} has not worked at this console yet.", user=user)
        away = self._now() - record.contact_at
        if not timedelta(0) - timedelta(hours=1) <= away <= OFFLINE_FOR:
            raise AccessFault(
                "offline_too_long",
                f"The server was last heard {away.days} days ago; without it this console opens for"
                f" {OFFLINE_FOR.days} days only.",
                days=away.days,
            )
        return self._become(user, record, offline=True)

    def _signed_in(self, user: str, signed: SignedIn) -> Person:
        desk_id = self._server.transport.credentials.desk_id
        record = _PersonRecord(
            actor_id=signed.actor_id,
            name=signed.name,
            role=signed.role,
            session_id=signed.session_id,
            desk_id=desk_id,
            refresh_token=signed.refresh_token,
            identity_key=signed.identity_key,
            contact_at=self._now(),
        )
        self.store.keep_setting(f"person/{user}", encode(record).decode())
        self._server.transport.credentials.access_token = signed.access_token
        return self._become(user, record, offline=False)

    def _become(self, user: str, record: _PersonRecord, *, offline: bool) -> Person:
        actor = Actor(
            id=record.actor_id,
            name=record.name,
            role=record.role,
            session_id=record.session_id,
            desk_id=record.desk_id,
        )
        self._user, self._record = user, record
        self._person = Person(actor=actor, offline=offline)
        return self._person

    def renew(self) -> None:
        """New tokens for the running session, also for one that was unlocked offline.

        Raises:
            AccessFault: `session_ended`: sign in again; decisions made meanwhile stay and are sent.
            NetworkFault: the server cannot be reached.
        """
        with self._lock:
            record, user = self._record, self._user
            if record is None:
                raise AccessFault("session_ended", "Nobody is signed in.")
            sent_s = self._monotonic_s()
            signed = self._server.refresh(record.refresh_token)
            self._clock.observe(signed.server_time, sent_s)
            self._signed_in(user, signed)

    def sign_out(self) -> None:
        """Leave: tokens are dropped, cases held are free at once, what waits is still sent; the key stays unlocked."""
        with self._lock:
            user, self._user, self._record, self._person = self._user, "", None, None
            # The server ends the session by itself if it cannot be told now.
            with suppress(Fault):
                self._server.sign_out()
            self._server.transport.credentials.access_token = ""
            record = self._kept(user) if user else None
            if record is not None:
                kept = msgspec.structs.replace(record, refresh_token="")
                self.store.keep_setting(f"person/{user}", encode(kept).decode())

    def close(self) -> None:
        """Close store and journal and forget the key."""
        with self._lock:
            self._person, self._record, self._key = None, None, b""
            if self.journal is not None:
                self.journal.close()
                self.journal = None
            if self._store is not None:
                self._store.close()
                self._store = None

    def _open(self, key: bytes) -> None:
        self._key = key
        if self._store is None:
            self._store = Store.open(self._store_file, key, self._now)
            try:
                self.journal = Journal(self._journal_file, key)
            except StoreFault as fault:
                # Without its second copy the console still works, and says so.
                _log.warning("no second copy", extra={"code": fault.code})
                self.journal_fault = fault
        credentials = self._server.transport.credentials
        if not credentials.desk_id:
            kept = self.store.setting(_DESK)
            if kept:
                desk = decode(kept.encode(), _DeskRecord)
                credentials.desk_id, credentials.desk_secret = desk.desk_id, desk.desk_secret
        else:
            self._keep_desk()

    def _keep_desk(self) -> None:
        credentials = self._server.transport.credentials
        desk = _DeskRecord(desk_id=credentials.desk_id, desk_secret=credentials.desk_secret)
        self.store.keep_setting(_DESK, encode(desk).decode())

    def _kept(self, user: str) -> _PersonRecord | None:
        kept = self.store.setting(f"person/{user}")
        return decode(kept.encode(), _PersonRecord) if kept else None
