"""Signed checkpoints of the audit chain: made by the clock and when asked, read by many."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Connection

from console.contract.audit import (
    CHECKPOINT,
    EPOCH,
    AuditPage,
    AuditRecord,
    ChainProof,
    SignedCheckpoint,
    checkpoint_in,
    instant,
    microseconds,
    named,
    public_key,
    record_digest,
    sealed_record,
    signed_checkpoint,
)
from console.domain.person import Actor
from console.server.audit import append, head, note, records_after
from console.server.counters import advance, counter
from console.server.database import Database, Tx
from console.server.identity import Identity

EVERY = timedelta(minutes=1)
EVERY_RECORDS = 1_000
"""A checkpoint is due when the newest record that is not under one is this old, or there are this many."""
_LATEST = "audit.checkpoint"
_EPOCH = "audit.epoch"


class Checkpoints:
    """The chain's beginning, its checkpoints, and reading it."""

    def __init__(self, database: Database, identity: Identity, now: Callable[[], datetime]) -> None:
        self._database = database
        self._identity = identity
        self._now = now
        self.key = public_key(identity.audit_key)

    def begin(self) -> None:
        """The server started: told in the chain, after a new epoch if there is one."""
        self.enter_epoch()
        with self._database.write() as tx:
            note(tx, self._now(), "server", what="started")

    def enter_epoch(self) -> None:
        """The first epoch, or the one a restore began: a record, and a checkpoint in the same transaction."""
        subject = named(EPOCH, self._identity.epoch)
        with self._database.write() as tx:
            place = counter(tx, _EPOCH)
            if place and self._record(tx, place).subject == subject:
                return
            self._append(tx, kind=EPOCH, what="restored" if place else "first", subject=subject)
            advance(tx, _EPOCH, head(tx)[0] - place)
            self._sign(tx)

    def make(self) -> SignedCheckpoint:
        """Sign the chain as it stands now; without anything new since the latest, that one."""
        with self._database.write() as tx:
            if head(tx)[0] != counter(tx, _LATEST):
                self._sign(tx)
            return self._latest(tx)

    def make_for(self, by: Actor | None) -> SignedCheckpoint:
        """The checkpoint that closes an export, after a record of who took it."""
        with self._database.write() as tx:
            note(tx, self._now(), "audit", what="exported", by=by)
        return self.make()

    def make_due(self) -> bool:
        """Sign when it is time; whether it was."""
        with self._database.read() as connection:
            last, latest = head(connection)[0], counter(connection, _LATEST)
            waiting = records_after(connection, latest, 1)
        if not waiting:
            return False
        if last - latest < EVERY_RECORDS and self._now() - instant(waiting[0].at) < EVERY:
            return False
        self.make()
        return True

    def latest(self) -> SignedCheckpoint:
        """The newest checkpoint and the key it is signed with."""
        with self._database.read() as connection:
            return self._latest(connection)

    def proof(self, after: int, limit: int) -> ChainProof:
        """Digests of the records behind `after`: whoever holds its hash can fold them into the later ones."""
        with self._database.read() as connection:
            records = records_after(connection, after, limit)
        return ChainProof(after=after, digests=tuple(record_digest(record).hex() for record in records))

    def page(self, after: int, limit: int) -> AuditPage:
        """The records themselves."""
        with self._database.read() as connection:
            return AuditPage(records=records_after(connection, after, limit))

    def _latest(self, connection: Connection | Tx) -> SignedCheckpoint:
        record = self._record(connection, counter(connection, _LATEST))
        return SignedCheckpoint(checkpoint=checkpoint_in(record, self._epoch(connection)), key=self.key)

    def _epoch(self, connection: Connection | Tx) -> str:
        # The chain's own word: the identity's may be of a restore that is noticed just now.
        return self._record(connection, counter(connection, _EPOCH)).subject.removeprefix(f"{EPOCH}/")

    def _record(self, connection: Connection | Tx, place: int) -> AuditRecord:
        return records_after(connection, place - 1, 1)[0]

    def _sign(self, tx: Tx) -> None:
        """A checkpoint over everything so far, as the next record."""
        at, (place, last) = microseconds(self._now()), head(tx)
        signed = signed_checkpoint(self._identity.audit_key, self._epoch(tx), place, last.hex(), at)
        self._append(tx, kind=CHECKPOINT, what=signed.signature, at=at)
        advance(tx, _LATEST, place + 1 - counter(tx, _LATEST))

    def _append(self, tx: Tx, *, kind: str, what: str = "", subject: str = "", at: int = 0) -> None:
        """One record at once, for those that must know their place."""
        place, last = head(tx)
        append(tx, [sealed_record(AuditRecord(
            place=place + 1, at=at or microseconds(self._now()), kind=kind, what=what, subject=subject,
            previous=last.hex(), hash="",
        ))])  # fmt: skip
