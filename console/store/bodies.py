"""JSON kept in the store, straight into domain values and back.

The store knows no wire: what follows the feed hands over anything of these shapes (console.contract.feed's pages,
console.contract.decisions' answers).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

import msgspec

from console.domain.act_versions import Shape, newest, upcast
from console.domain.acts import OPS, Act, ForeignAct
from console.domain.decision import Decision, Outcome, Refusal, Subject
from console.domain.decoder_lock import DECODER_LOCK
from console.domain.errors import InputFault

T = TypeVar("T")
_log = logging.getLogger(__name__)

BROKEN = (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError, OverflowError)
"""What decoding raises for a body of another shape."""

_encoder = msgspec.json.Encoder()
_decoders: dict[object, msgspec.json.Decoder[object]] = {}


class Row(Protocol):
    """One changed thing; `body` supports bytes(); a `gone` reason means it was taken away."""

    @property
    def seq(self) -> int:
        """Place in the feed."""

    @property
    def kind(self) -> str:
        """report, unit, agency, site."""

    @property
    def id(self) -> str:
        """Of the thing."""

    @property
    def revision(self) -> int:
        """Of the thing."""

    @property
    def body(self) -> msgspec.Raw:
        """JSON of the thing."""

    @property
    def gone(self) -> str:
        """Why it was taken away, '' if not."""

    @property
    def committed_ns(self) -> int:
        """The server's commit stamp."""


class Page(Protocol):
    """Rows of the feed with the cursor to keep with them."""

    @property
    def epoch(self) -> str:
        """Of the server."""

    @property
    def next_seq(self) -> int:
        """Cursor after the rows."""

    @property
    def rows(self) -> Sequence[Row]:
        """In feed order."""


class Snapshot(Protocol):
    """Rows of a snapshot; `as_of_seq` of the first page is the cursor afterwards."""

    @property
    def epoch(self) -> str:
        """Of the server."""

    @property
    def as_of_seq(self) -> int:
        """Cursor of the snapshot."""

    @property
    def after(self) -> str:
        """The last thing of this page, to ask for the next with."""

    @property
    def rows(self) -> Sequence[Row]:
        """In feed order."""


class Answer(Protocol):
    """The server's word on one decision."""

    @property
    def id(self) -> str:
        """Of the thing."""

    @property
    def outcome(self) -> Outcome:
        """Applied, refused or retry."""

    @property
    def refusal(self) -> Refusal | None:
        """Why, when refused."""


class StagedRow(msgspec.Struct, frozen=True):
    """A row kept aside."""

    seq: int
    kind: str
    id: str
    revision: int
    body: msgspec.Raw
    gone: str
    committed_ns: int


def encode(value: object) -> bytes:
    """UTF-8 JSON of a domain value."""
    return _encoder.encode(value)


def _learn(kind: object) -> msgspec.json.Decoder[object]:
    with DECODER_LOCK:
        if kind not in _decoders:
            _decoders[kind] = msgspec.json.Decoder(kind)
        return _decoders[kind]


def decode(body: bytes, kind: type[T]) -> T:
    """The value of type `kind` in `body`.

    Raises:
        InputFault: `bad_json`; the body has another shape, params tell the field.
    """
    decoder = _decoders.get(kind) or _learn(kind)
    try:
        return decoder.decode(body)  # type: ignore[return-value]
    except BROKEN as error:
        raise InputFault("bad_json", f"{kind.__name__}: {error}", field=broken_field(error)) from error


def reader(kind: type[T]) -> Callable[[bytes | msgspec.Raw], T]:
    """What decodes many bodies of one type; it raises one of BROKEN."""
    return (_decoders.get(kind) or _learn(kind)).decode  # type: ignore[return-value]


def decode_readable(bodies: Iterable[bytes], kind: type[T]) -> list[T]:
    """The values of those bodies this release can read; what only a later one can stays kept and is left out here."""
    found: list[T] = []
    for body in bodies:
        try:
            found.append(decode(body, kind))
        except InputFault as fault:
            _log.warning("a kept body cannot be read", extra={"kind": kind.__name__, "field": fault.params["field"]})
    return found


def broken_field(error: Exception) -> str:
    """Which field of a body one of BROKEN is about."""
    return str(error).rpartition(" - at ")[2].strip("`")


_SHAPE: type[Shape] = dict[str, object]


class _Kept(msgspec.Struct, frozen=True):
    id: str
    op: str
    op_version: int
    subject: Subject
    also: tuple[Subject, ...]
    token: int | None
    actor_id: str
    actor_session_id: str
    desk_id: str
    decided_at: datetime
    act: msgspec.Raw


def decode_decision(body: bytes) -> Decision:
    """A decision as `encode` kept it, its act in this release's shape; a later release's is a ForeignAct."""
    kept = decode(body, _Kept)
    return Decision(
        id=kept.id,
        op=kept.op,
        op_version=max(kept.op_version, newest(kept.op)),
        subject=kept.subject,
        also=kept.also,
        token=kept.token,
        actor_id=kept.actor_id,
        actor_session_id=kept.actor_session_id,
        desk_id=kept.desk_id,
        decided_at=kept.decided_at,
        act=_act(kept),
    )


def _act(kept: _Kept) -> Act:
    kind, version = OPS.get(kept.op), newest(kept.op)
    if kind is None or kept.op_version > version:
        return ForeignAct()
    if kept.op_version == version:
        return decode(bytes(kept.act), kind)
    return decode(encode(upcast(kept.op, kept.op_version, decode(bytes(kept.act), _SHAPE))), kind)
