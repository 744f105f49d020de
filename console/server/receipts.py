"""The server's word on each decision: judged, applied and remembered in one transaction."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from datetime import datetime
from typing import cast

import msgspec
from sqlalchemy import bindparam, insert, select

from console.contract.audit import named, plain
from console.contract.codec import decode, encode
from console.contract.decisions import DecisionResult, decode_decision
from console.contract.ids import is_id
from console.domain.acts import Act, ExportCase, Look, OpenFile, RedactFile
from console.domain.casework import Facts, apply, judge
from console.domain.decision import Decision, Outcome, Reason, Refusal, refuse
from console.domain.errors import InputFault
from console.domain.person import Actor
from console.server import tables
from console.server.audit import note
from console.server.casefile import Casefile, load_facts
from console.server.database import Database, Tx
from console.server.leases import Leases
from console.server.refusals import RequestRefused, wrong
from console.server.restored import Restored
from console.server.sessions import SESSION_FOR, session_by_id

_log = logging.getLogger(__name__)
Effect = Callable[[Tx, Decision, Facts, Facts, datetime], None]
"""What else an applied decision does in its own transaction (an e-mail to queue, an order's link to make)."""

Completion = Callable[[Tx, Decision, Facts, Facts, datetime], Facts]
"""What only the server can add to what a decision made, before it is kept (a seal of its own, an area, a record)."""

_receipts = tables.receipts
_stored = select(_receipts.c.payload_sha256, _receipts.c.result).where(
    _receipts.c.desk_id == bindparam("desk_id"), _receipts.c.decision_id == bindparam("decision_id")
)

_number = select(tables.reports.c.number).where(tables.reports.c.id == bindparam("id"))


class _Head(msgspec.Struct, frozen=True):
    id: str


class _AskAgain(Exception):
    """Nothing was written: the decision is to come once more."""


class Receipts:
    """Answers decisions; the same one again gets the same answer and no second effect."""

    def __init__(
        self,
        database: Database,
        casefile: Casefile,
        leases: Leases,
        now: Callable[[], datetime],
        restored: Restored,
    ) -> None:
        self._database = database
        self._casefile = casefile
        self._leases = leases
        self._now = now
        self._restored = restored
        self.effects: list[Effect] = []
        self.completions: list[Completion] = []

    def answer_all(self, desk_id: str, raws: tuple[bytes, ...]) -> tuple[DecisionResult, ...]:
        """Answers in order; one that is spoilt never keeps its neighbours from being judged.

        Raises:
            RequestRefused: 422 `bad_value` when one has no id (nothing was judged then), 422 `id_reused` when an id
                came with another payload before (all others were judged; their answers come with the next try).
        """
        ids = [_id_of(raw, place) for place, raw in enumerate(raws)]
        results: list[DecisionResult] = []
        reused: RequestRefused | None = None
        for place, (decision_id, raw) in enumerate(zip(ids, raws, strict=True)):
            try:
                results.append(self._answer(desk_id, decision_id, raw))
            except RequestRefused as refusal:
                refusal.field = f"[{place}].id"
                reused = reused or refusal
        if reused is not None:
            raise reused
        return tuple(results)

    def _answer(self, desk_id: str, decision_id: str, raw: bytes) -> DecisionResult:
        digest = hashlib.sha256(raw).digest()
        with self._database.write() as tx:
            known = tx.execute(_stored, {"desk_id": desk_id, "decision_id": decision_id}).first()
            if known is not None:
                if known[0] != digest:
                    raise RequestRefused(422, "id_reused", f"id: {decision_id} came with other content before.")
                return decode(cast("bytes", known[1]), DecisionResult)
            now = self._now()
            try:
                refusal, token = self._decide(tx, desk_id, decision_id, raw, now)
            except _AskAgain:
                return DecisionResult(id=decision_id, outcome=Outcome.RETRY, server_time=now)
            result = DecisionResult(
                id=decision_id,
                outcome=Outcome.REFUSED if refusal else Outcome.APPLIED,
                refusal=refusal,
                token=token,
                server_time=now,
            )
            tx.execute(insert(_receipts), {
                "desk_id": desk_id, "decision_id": decision_id, "payload_sha256": digest,
                "result": encode(result), "at": now,
            })  # fmt: skip
            return result

    def _decide(
        self, tx: Tx, desk_id: str, decision_id: str, raw: bytes, now: datetime
    ) -> tuple[Refusal | None, int | None]:
        """Judge and, when it stands, apply; the refusal or none, and the token the actor now holds."""
        decision = _decoded(raw)
        actor = decision if isinstance(decision, Refusal) else _actor_of(tx, decision, desk_id)
        refusal: Refusal | None
        if isinstance(decision, Refusal) or isinstance(actor, Refusal):
            refusal, token = cast("Refusal", actor), None
        else:
            refusal, token = self._judged(tx, decision, actor, now)
        if refusal is not None and isinstance(decision, Decision) and self._restored.asks_again(tx, decision, now):
            _log.info("asked for again", extra={"op": decision.op, "id": decision_id, "reason": refusal.reason.value})
            raise _AskAgain
        _put_on_chain(tx, now, desk_id, decision_id, raw, decision, actor, refusal)
        return refusal, token

    def _judged(
        self, tx: Tx, decision: Decision, actor: Actor, now: datetime
    ) -> tuple[Refusal | None, int | None]:
        desk_id = decision.desk_id
        before = self._leases.seen_at(tx, load_facts(tx, decision), now)
        restored = self._restored
        lent = restored.lent(tx, decision, before)
        as_judged, facts = restored.as_judged(decision, lent, actor)
        refusal = judge(as_judged, facts, actor, now)
        if refusal is not None:
            return _numbered(tx, refusal, decision), None
        after = apply(decision, restored.fenced(decision, lent, actor), actor)
        after = restored.kept(decision, before, restored.unfenced(before, after))
        for completion in self.completions:
            after = completion(tx, decision, before, after, now)
        self._casefile.save(tx, before, after, now)
        if after.report is not None:
            self._leases.follow(tx, before.report, after.report, actor, now)
        for other in after.others:
            self._leases.follow(tx, before.other(other.id), other, actor, now)
        for effect in self.effects:
            effect(tx, decision, before, after, now)
        claim = after.report.claim if after.report else None
        return None, claim.token if claim and (claim.holder_id, claim.desk_id) == (actor.id, desk_id) else None


def _decoded(raw: bytes) -> Decision | Refusal:
    try:
        return decode_decision(raw)
    except InputFault as fault:
        reason = Reason.UNKNOWN_OP if fault.code == "unknown_op" else Reason.BAD_VALUE
        return refuse(reason, field=str(fault.params.get("field", "")), value="")


def _put_on_chain(
    tx: Tx, now: datetime, desk_id: str, decision_id: str, raw: bytes, decision: Decision | Refusal,
    actor: Actor | Refusal, refusal: Refusal | None,
) -> None:  # fmt: skip
    """A record of the decision: whoever holds its raw JSON can show that it is the one, without its words in here."""
    op, subject = "", ""
    if not isinstance(decision, Refusal):
        op = plain(decision.op) + _detail(decision.act)
        subject = named(plain(decision.subject.kind), decision.subject.id)
    note(
        tx, now, "decision", f"refused:{refusal.reason}" if refusal else "applied", what=op, desk=desk_id,
        by=None if isinstance(actor, Refusal) else actor, subject=subject, decision=decision_id,
        content=hashlib.sha256(raw).digest(),
    )  # fmt: skip


def _detail(act: Act) -> str:
    """What of it an overseer counts: which look, which file, in which form something left."""
    if isinstance(act, Look):
        return f":{plain(act.what)}"
    if isinstance(act, OpenFile | RedactFile):
        return f":{plain(act.file_id)}"
    return f":{plain(act.form)}" if isinstance(act, ExportCase) else ""


def _numbered(tx: Tx, refusal: Refusal, decision: Decision) -> Refusal:
    """A case that is gone from a desk has no number there any more, and people know it by that."""
    if refusal.reason is not Reason.NOT_FOUND:
        return refusal
    number = tx.execute(_number, {"id": decision.subject.id}).scalar()
    return refuse(refusal.reason, **refusal.params, number=str(number)) if number else refusal


def _actor_of(tx: Tx, decision: Decision, desk_id: str) -> Actor | Refusal:
    """The actor with his role at the session's issue, or why nothing of this session counts."""
    if decision.desk_id != desk_id:
        return refuse(Reason.BAD_VALUE, field="desk_id", value=decision.desk_id)
    session = session_by_id(tx, decision.actor_session_id)
    if session is None or session.actor.id != decision.actor_id or session.actor.desk_id != desk_id:
        return refuse(Reason.SESSION_REVOKED, session=decision.actor_session_id)
    if session.revoked_at is not None and session.revoked_at < decision.decided_at:
        return refuse(Reason.SESSION_REVOKED, session=session.id)
    if decision.decided_at > session.issued_at + SESSION_FOR:
        return refuse(Reason.SESSION_TOO_OLD, session=session.id)
    return session.actor


def _id_of(raw: bytes, place: int) -> str:
    try:
        decision_id = decode(raw, _Head).id
    except InputFault as fault:
        raise wrong(f"[{place}].id", str(fault.params.get("what", "a decision needs an id"))) from fault
    if not is_id(decision_id):
        raise wrong(f"[{place}].id", "a UUID in canonical text")
    return decision_id
