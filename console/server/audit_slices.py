"""Slices of the audit chain: what it says of one case, with what proves it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from sqlalchemy import Connection, bindparam, literal_column, select

from console.contract.audit import CHECKPOINT, EPOCH, AuditRecord, Checkpoint, checkpoint_in, named, record_digest
from console.contract.audit_slice import FORMAT, VERSION, AuditSlice, Link, Span, signed_slice
from console.server import tables
from console.server.audit import records_after
from console.server.checkpoints import Checkpoints
from console.server.database import Database
from console.server.identity import Identity

_PAGE = 1_000
_audit = tables.audit
_about = select(_audit.c.place).where(_audit.c.subject == bindparam("subject")).order_by(_audit.c.place)
# Kinds are written out: a partial index serves only a question that says the very words of its condition.
_epochs = (
    select(_audit.c.place, _audit.c.subject)
    .where(_audit.c.kind == literal_column(f"'{EPOCH}'"))
    .order_by(_audit.c.place)
)
_sign = _audit.c.kind == literal_column(f"'{CHECKPOINT}'")
_before = (
    select(_audit.c.place).where(_sign, _audit.c.place <= bindparam("place")).order_by(_audit.c.place.desc()).limit(1)
)
_after = select(_audit.c.place).where(_sign, _audit.c.place > bindparam("place")).order_by(_audit.c.place).limit(1)

CUT = (_about, _epochs, _before, _after)
"""The questions that find a case's places; what lies between two of them is read place by place."""


class AuditSlices:
    """Reads the chain for one case."""

    def __init__(self, database: Database, identity: Identity, checkpoints: Checkpoints) -> None:
        self._database, self._identity, self._checkpoints = database, identity, checkpoints

    def of(self, report_id: str) -> AuditSlice:
        """Everything the chain says of this report up to now, under a checkpoint made now."""
        closing = self._checkpoints.make()
        subject = named("report", report_id)
        with self._database.read() as connection:
            spans = tuple(self._spans(connection, subject, closing.checkpoint.place))
        found = AuditSlice(
            format=FORMAT, version=VERSION, key=closing.key, subject=subject, spans=spans, closing=closing.checkpoint
        )
        return signed_slice(self._identity.audit_key, found)

    def _spans(self, connection: Connection, subject: str, last: int) -> Iterator[Span]:
        epochs = [(int(place), str(said)) for place, said in connection.execute(_epochs).all()]
        ended = 0
        for place in connection.execute(_about, {"subject": subject}).scalars().all():
            if place <= ended or place > last:
                continue
            opening, closing = self._opening(connection, epochs, place), self._closing(connection, epochs, place)
            yield Span(opening=opening, links=_links(connection, subject, opening, closing), closing=closing)
            ended = closing.place

    def _opening(self, connection: Connection, epochs: list[tuple[int, str]], place: int) -> Checkpoint | None:
        """The last checkpoint over a place before this one."""
        found = connection.execute(_before, {"place": place}).scalar()
        return None if found is None else _checkpoint(connection, epochs, cast("int", found))

    def _closing(self, connection: Connection, epochs: list[tuple[int, str]], place: int) -> Checkpoint:
        """The first checkpoint over this place; there is one, because one was made just now."""
        return _checkpoint(connection, epochs, cast("int", connection.execute(_after, {"place": place}).scalar_one()))


def _checkpoint(connection: Connection, epochs: list[tuple[int, str]], place: int) -> Checkpoint:
    record = records_after(connection, place - 1, 1)[0]
    epoch = next(said for begun, said in reversed(epochs) if begun < place)
    return checkpoint_in(record, epoch.removeprefix(f"{EPOCH}/"))


def _links(connection: Connection, subject: str, opening: Checkpoint | None, closing: Checkpoint) -> tuple[Link, ...]:
    links: list[Link] = []
    place = 0 if opening is None else opening.place
    while place < closing.place:
        for record in records_after(connection, place, min(_PAGE, closing.place - place)):
            links.append(_link(record, subject))
            place = record.place
    return tuple(links)


def _link(record: AuditRecord, subject: str) -> Link:
    return Link(record=record) if record.subject == subject else Link(digest=record_digest(record).hex())
