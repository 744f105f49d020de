"""The audit chain grows: records appended as the last act of the transaction they tell of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Connection, Row, bindparam, insert, select

from console.contract.audit import FILE, GENESIS, AuditRecord, microseconds, named, plain, sealed_record
from console.domain.attachment import Attachment
from console.domain.person import Actor
from console.server import tables
from console.server.database import Tx

_audit = tables.audit
_head = select(_audit.c.place, _audit.c.hash).order_by(_audit.c.place.desc()).limit(1)
_insert = insert(_audit)
_after = select(_audit).where(_audit.c.place > bindparam("after")).order_by(_audit.c.place).limit(bindparam("many"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Note:
    """A record without its place and hashes."""

    at: int
    kind: str
    outcome: str
    what: str
    actor: str
    desk: str
    session: str
    subject: str
    decision: str
    content: bytes


def note(
    tx: Tx, at: datetime, kind: str, outcome: str = "", *, what: str = "", by: Actor | None = None, actor: str = "",
    desk: str = "", session: str = "", subject: str = "", decision: str = "", content: bytes = b"",
) -> None:  # fmt: skip
    """Put a record on the chain, in this transaction or not at all.

    `by` is the person or program who acted, `actor` ('source/…', 'unit/…') anybody else, neither the server itself;
    `subject` 'kind/id' what it is about; `content` the SHA-256 of what was said, 32 bytes. Names, words, addresses and
    numbers of people never come in here: ids only.
    """
    if by is not None:
        actor = actor or named("user" if by.session_id else "key", by.id)
        desk, session = desk or by.desk_id, session or by.session_id
    notes = cast("list[_Note] | None", tx.notes.get("audit"))
    if notes is None:
        notes = []
        tx.notes["audit"] = notes
        tx.before_commit.append(_flush)
    notes.append(_Note(
        at=microseconds(at), kind=kind, outcome=outcome, what=what, actor=actor, desk=plain(desk),
        session=plain(session), subject=subject, decision=plain(decision), content=content,
    ))  # fmt: skip


def note_file(tx: Tx, at: datetime, outcome: str, report_id: str, file: Attachment, actor: str) -> None:
    """A file came onto a report: `what` its id, `content` its own SHA-256, so that anybody can hold it against it."""
    note(
        tx, at, FILE, outcome, what=plain(file.id), actor=actor, subject=named("report", report_id),
        content=bytes.fromhex(file.sha256),
    )  # fmt: skip


def _flush(tx: Tx) -> None:
    # Writers take turns from their first statement to COMMIT on every database (database.py), so nobody else reads
    # the same head; should that ever fail, the table refuses a second record after it (place and previous are unique).
    notes = cast("list[_Note]", tx.notes["audit"])
    last, previous = head(tx)
    records: list[AuditRecord] = []
    for place, each in enumerate(notes, last + 1):
        record = sealed_record(AuditRecord(
            place=place, at=each.at, kind=each.kind, outcome=each.outcome, what=each.what, actor=each.actor,
            desk=each.desk, session=each.session, subject=each.subject, decision=each.decision,
            content=each.content.hex(), previous=previous.hex(), hash="",
        ))  # fmt: skip
        previous = bytes.fromhex(record.hash)
        records.append(record)
    append(tx, records)


def append(tx: Tx, records: list[AuditRecord]) -> None:
    """Write records that follow the head as this transaction read it."""
    tx.execute(_insert, [_values(record) for record in records])


def head(connection: Connection | Tx) -> tuple[int, bytes]:
    """Place and hash of the last record; place 0 before the first."""
    row = connection.execute(_head).first()
    return (0, GENESIS) if row is None else (cast("int", row[0]), bytes(cast("bytes", row[1])))


def records_after(connection: Connection | Tx, after: int, limit: int) -> tuple[AuditRecord, ...]:
    """Records behind a place, in order."""
    return tuple(_record(row) for row in connection.execute(_after, {"after": after, "many": limit}))


def _values(record: AuditRecord) -> dict[str, object]:
    return {
        "place": record.place, "at": record.at, "kind": record.kind, "outcome": record.outcome, "what": record.what,
        "actor": record.actor, "desk": record.desk, "session": record.session, "subject": record.subject,
        "decision": record.decision, "content": bytes.fromhex(record.content),
        "previous": bytes.fromhex(record.previous), "hash": bytes.fromhex(record.hash),
    }  # fmt: skip


def _record(row: Row[tuple[object, ...]]) -> AuditRecord:
    found = row._mapping
    words = ("kind", "outcome", "what", "actor", "desk", "session", "subject", "decision")
    hashes = ("content", "previous", "hash")
    return AuditRecord(
        place=cast("int", found["place"]), at=cast("int", found["at"]),
        **{name: cast("str", found[name]) for name in words},
        **{name: bytes(cast("bytes", found[name])).hex() for name in hashes},
    )  # fmt: skip
