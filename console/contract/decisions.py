"""Decisions on the wire: one envelope, the act inside decoded by its op and version."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from console.contract.codec import decode, encode
from console.domain.act_versions import Shape, accepted, newest, upcast
from console.domain.acts import OPS, Act
from console.domain.decision import Decision, Outcome, Refusal, Subject
from console.domain.errors import InputFault

_SHAPE: type[Shape] = dict[str, object]


class Envelope(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision as it travels: everything but the act typed; the act raw until its op is known."""

    id: str
    op: str
    op_version: int = 1
    subject: Subject
    also: tuple[Subject, ...] = ()
    token: int | None = None
    actor_id: str
    actor_session_id: str
    desk_id: str
    decided_at: datetime
    act: msgspec.Raw


class DecisionResult(msgspec.Struct, frozen=True, kw_only=True):
    """The server's answer to one decision; a replay gets the original in full."""

    id: str
    outcome: Outcome
    refusal: Refusal | None = None
    token: int | None = None
    server_time: datetime


class DecisionAnswers(msgspec.Struct, frozen=True, kw_only=True):
    """Answers in the order the decisions were sent."""

    epoch: str
    results: tuple[DecisionResult, ...]


def encode_decision(decision: Decision) -> bytes:
    """The raw JSON kept in ledger and journal and sent as it is, never rewritten."""
    return encode(
        Envelope(
            id=decision.id,
            op=decision.op,
            op_version=decision.op_version,
            subject=decision.subject,
            also=decision.also,
            token=decision.token,
            actor_id=decision.actor_id,
            actor_session_id=decision.actor_session_id,
            desk_id=decision.desk_id,
            decided_at=decision.decided_at.astimezone(UTC),
            act=msgspec.Raw(encode(decision.act)),
        )
    )


def decode_decision(body: bytes) -> Decision:
    """The decision in `body`, its act brought to this release's shape (and `op_version`) when it is of the one before.

    Raises:
        InputFault: bad JSON, an unknown op or version, or an act of another shape; names the field.
    """
    envelope = decode(body, Envelope)
    return Decision(
        id=envelope.id,
        op=envelope.op,
        op_version=newest(envelope.op),
        subject=envelope.subject,
        also=envelope.also,
        token=envelope.token,
        actor_id=envelope.actor_id,
        actor_session_id=envelope.actor_session_id,
        desk_id=envelope.desk_id,
        decided_at=_offset_checked(envelope.decided_at),
        act=_decode_act(envelope),
    )


def _offset_checked(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise InputFault("time_without_offset", "decided_at: a time needs an offset", field="decided_at")
    return at.astimezone(UTC)


def _decode_act(envelope: Envelope) -> Act:
    kind = OPS.get(envelope.op)
    version = envelope.op_version
    if kind is None or not accepted(envelope.op, version):
        raise InputFault("unknown_op", f"op: {envelope.op} version {version} is not known", field="op")
    if version == newest(envelope.op):
        return decode(bytes(envelope.act), kind)
    older = decode(bytes(envelope.act), _SHAPE)
    try:
        return decode(encode(upcast(envelope.op, version, older)), kind)
    except (KeyError, TypeError, ValueError) as error:
        # A step reads fields by name; what a hostile or broken sender left out is his fault, not ours.
        raise InputFault("bad_json", f"act: not of version {version} ({error!r})", field="act") from error
