"""Enrolment, sign-in and offline unlock: who is at this desk.

Why so long: enrolment, sign-in and offline unlock share one state and its lock.
"""

from __future__ import annotations

import logging
import platform
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
from console.domain.person import Actor
from console.remote.server import Server
from console.store import recall
from console.store.journal import Journal
from console.store.slots import Slots
from console.store.store import Store
from console.sync.records import DESK, DeskRecord, PersonRecord, person_setting
from console.sync.server_clock import ServerClock

_log = logging.getLogger(__name__)

OFFLINE_FOR = timedelta(days=7)
"""How long after the last contact a passphrase opens this console without the server (security.md rule 4)."""

SESSION_FOR = timedelta(days=7)
"""How long after its issue the server accepts what is decided under a session (sync.md, Desk and people)."""


class Session:
    """One console's people; every method may be called from any worker thread and may take seconds.

    Properties and `known_users` answer from memory: the GUI thread asks them.

    Raises:
        StoreFault: `slots_unreadable` when it is made: the profile's keys are damaged.
    """

    def __init__(
        self,
        *,
        slots: Slots,
        store_file: Path,
        journal_file: Path,
        server: Server,
        clock: ServerClock,
        now: Callable[[], datetime],
        monotonic_s: Callable[[], float],
    ) -> None:
        self._slots = slots
        self._users = self._slots.users()
        self._has_key = not self._slots.empty
        self._store_file = store_file
        self._journal_file = journal_file
        self._server = server
        self._clock = clock
        self._now = now
        self._monotonic_s = monotonic_s
        self._lock = threading.RLock()
        self._key = b""
        self._desk_name = ""
        self._user = ""
        self._person: Person | None = None
        self._record: PersonRecord | None = None
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
        return bool(self._server.transport.credentials.desk_id) or self._has_key

    @property
    def identity_key(self) -> str:
        """The key that opens sealed identities, '' for roles that may not look."""
        record = self._record
        return record.identity_key if record else ""

    def known_users(self) -> tuple[str, ...]:
        """Who can unlock this profile without the server."""
        return self._users

    def enrol(self, code: str, desk_name: str = "") -> None:
        """Enrol this workstation with an administrator's code, as the same desk when it was one before.

        Without a name it keeps the one it had, or takes this machine's.

        Raises:
            NetworkFault: the server cannot be reached.
            AccessFault: `enrol_code_refused`.
        """
        name = desk_name.strip() or self._kept_desk().name or platform.node() or "console"
        try:
            enrolled = self._enrolled(code, name)
        except NetworkFault:
            raise
        except Fault as fault:
            raise AccessFault("enrol_code_refused", fault.message) from fault
        credentials = self._server.transport.credentials
        credentials.desk_id, credentials.desk_secret = enrolled.desk_id, enrolled.desk_secret
        self._desk_name = name
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
                `passphrase_or_recovery` (it fits no slot; changed at the server it needs the recovery key once),
                `offline_refused` (the server turned this person away last time), `desk_refused`: enrol again.
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
            except NetworkFault as fault:
                if own_slot:
                    return self._sign_in_offline(user)
                if user in self._users and not recovery_key:
                    raise AccessFault("wrong_passphrase", "The passphrase does not fit.") from fault
                raise
            except AccessFault as fault:
                if own_slot and fault.code == "wrong_passphrase":
                    self._note_turned_away(user)
                raise
            if not own_slot:
                self._slots.add(user, passphrase, key)
                self._users = self._slots.users()
            return self._signed_in(user, signed, signed.server_time)

    def _sign_in_first(self, user: str, passphrase: str) -> Person:
        """The first person at a new profile: the server vouches, then the data key is made."""
        signed = self._ask(user, passphrase)
        key, recovery_key = self._slots.make(user, passphrase)
        self._users, self._has_key = self._slots.users(), True
        self._open(key)
        self._keep_desk()
        person = self._signed_in(user, signed, signed.server_time)
        # Shown once to whoever made the profile; what is kept of the person holds no trace of it.
        return Person(actor=person.actor, recovery_key=recovery_key)

    def _key_for(self, user: str, passphrase: str, recovery_key: str) -> tuple[bytes, bool]:
        """The data key, and whether this user's own passphrase opened it."""
        try:
            return self._slots.unlock(user, passphrase), True
        except AccessFault as fault:
            if recovery_key:
                return self._slots.recover(recovery_key), False
            # A colleague has unlocked this console, or the passphrase changed on the server: the server decides.
            if self._key:
                return self._key, False
            if fault.code != "wrong_passphrase":
                raise
            raise AccessFault("passphrase_or_recovery", fault.message) from fault

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
        if record.turned_away:
            raise AccessFault("offline_refused", f"The server turned {user} away last time.", user=user)
        away = self._now() - record.contact_at
        if record.issued_at is not None:
            # What is decided later than that the server refuses, however lately it was heard.
            away = max(away, self._clock.server_now() - record.issued_at)
        if not timedelta(0) - timedelta(hours=1) <= away <= OFFLINE_FOR:
            raise AccessFault(
                "offline_too_long",
                f"The server was last heard {away.days} days ago; without it this console opens for"
                f" {OFFLINE_FOR.days} days only.",
                days=away.days,
            )
        return self._become(user, record, offline=True)

    def _note_turned_away(self, user: str) -> None:
        """His own slot opened and the server said no: it changed his passphrase or struck him off."""
        record = self._kept(user)
        if record is not None:
            self._keep(user, msgspec.structs.replace(record, turned_away=True))

    def _signed_in(self, user: str, signed: SignedIn, issued_at: datetime | None = None) -> Person:
        desk_id = self._server.transport.credentials.desk_id
        record = PersonRecord(
            actor_id=signed.actor_id,
            name=signed.name,
            role=signed.role,
            session_id=signed.session_id,
            desk_id=desk_id,
            refresh_token=signed.refresh_token,
            identity_key=signed.identity_key,
            contact_at=self._now(),
            issued_at=issued_at,
        )
        self._keep(user, record)
        if signed.warrant is not None:
            recall.keep_warrant(self.store, signed.session_id, encode(signed.warrant).decode())
        self._server.transport.credentials.access_token = signed.access_token
        return self._become(user, record, offline=False)

    def _become(self, user: str, record: PersonRecord, *, offline: bool) -> Person:
        actor = Actor(
            id=record.actor_id,
            name=record.name,
            role=record.role,
            session_id=record.session_id,
            desk_id=record.desk_id,
            until=None if record.issued_at is None else record.issued_at + SESSION_FOR,
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
            try:
                signed = self._server.refresh(record.refresh_token)
            except AccessFault as fault:
                if fault.params.get("said") == "session_revoked":
                    self._note_turned_away(user)
                raise
            self._clock.observe(signed.server_time, sent_s)
            self._signed_in(user, signed, record.issued_at)

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
                self._keep(user, msgspec.structs.replace(record, refresh_token=""))

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
        credentials, desk = self._server.transport.credentials, self._kept_desk()
        if desk.desk_id not in ("", credentials.desk_id):
            # Also when it was enrolled anew while locked: what the ledger holds was decided at the desk it knows.
            credentials.desk_id, credentials.desk_secret = desk.desk_id, desk.desk_secret
        elif credentials.desk_id:
            self._keep_desk()

    def _kept_desk(self) -> DeskRecord:
        kept = self._store.setting(DESK) if self._store is not None else ""
        return decode(kept.encode(), DeskRecord) if kept else DeskRecord()

    def _keep_desk(self) -> None:
        credentials = self._server.transport.credentials
        name = self._desk_name or self._kept_desk().name
        desk = DeskRecord(desk_id=credentials.desk_id, desk_secret=credentials.desk_secret, name=name)
        self.store.keep_setting(DESK, encode(desk).decode())

    def _keep(self, user: str, record: PersonRecord) -> None:
        self.store.keep_setting(person_setting(user), encode(record).decode())

    def _kept(self, user: str) -> PersonRecord | None:
        kept = self.store.setting(person_setting(user))
        return decode(kept.encode(), PersonRecord) if kept else None
