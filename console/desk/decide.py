"""The one door for decisions: judged here, committed, confirmed by the server."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from console.contract.codec import encode
from console.contract.decisions import encode_decision
from console.contract.ids import new_id
from console.domain import acts
from console.domain.act_versions import newest
from console.domain.acts import OP_OF, Act
from console.domain.casework import judge
from console.domain.casework.merging import reports_named, units_named
from console.domain.casework.standing import ON_STANDING
from console.domain.casework.traits import UNDOABLE, traits_of
from console.domain.casework.undo import version_maker
from console.domain.decision import Decision, Reason, Refusal, Subject, refuse
from console.domain.errors import StoreFault
from console.domain.person import Actor
from console.domain.report import OPEN_ASSIGNMENTS, Report, held_by
from console.domain.shown_case import ShownCase
from console.store.journal import Journal, JournalRecord
from console.store.store import Store


def tentative(shown: ShownCase, told: Report | None) -> bool:
    """Whether the claim shown is still on its way to the server: not a lease yet, it ends by being refused.

    `told` is the case as the server told it.
    """
    claim, known = shown.report.claim, told.claim if told else None
    taking = any(e.kind == "report.claim" and e.decision_id in shown.waiting for e in shown.report.timeline)
    return claim is not None and (taking or known is None or known.token != claim.token)


def lease_refusal(act: Act, report: Report, actor: Actor, left_s: float | None) -> Refusal | None:
    """Why the desk itself stops: it may act on a claim the server gave it for two thirds of the lease (sync.md).

    `left_s` seconds are left by the monotonic clock, None when no answer of the server in this run gave a lease.
    """
    traits = traits_of(act)
    if traits.lease_free or traits.on_lease or not held_by(report, actor) or left_s:
        return None
    return refuse(Reason.LEASE_RUN_OUT, number=report.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """It stands and is on disk; `undoable` for UNDO_WITHIN, `waiting` decisions of this desk not yet confirmed.

    `second_copy` is False when the journal could not be written: a banner says so, the decision stands. `number` is the
    report's, '' for a unit and for one just filed.
    """

    decision_id: str
    undoable: bool
    waiting: int
    second_copy: bool = True
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Nothing was decided, for the reason given."""

    refusal: Refusal


class Desk:
    """Decides for whoever is signed in; every method may be called from any worker thread, and blocks for a commit."""

    def __init__(
        self,
        store: Store,
        *,
        person: Callable[[], Actor | None],
        server_now: Callable[[], datetime],
        wake: Callable[[], None] = lambda: None,
        journal: Journal | None = None,
        lease_left_s: Callable[[str], float | None] = lambda report_id: math.inf,
        make_id: Callable[[], str] = new_id,
    ) -> None:
        """`lease_left_s` is presence's word on the server's lease on a report; `make_id` makes UUIDv7s."""
        self._store = store
        self._person = person
        self._server_now = server_now
        self._wake = wake
        self._journal = journal
        self._lease_left_s = lease_left_s
        self._make_id = make_id

    def decide(
        self, act: Act, report_id: str, *, expected_version: int | None = None, answers: Sequence[str] = (),
        decision_id: str = "",
    ) -> Decided | Refused:
        """Decide on a report, or on the unit of that id (acts.ON_UNIT); on disk (fsynced) when this returns Decided.

        `expected_version` is the version the person saw; without it the version shown now is taken. `answers` are
        refused decisions this one settles: with it they are acknowledged. `decision_id`: a new UUIDv7 known before.

        Raises:
            StoreFault: the decision could not be committed, so nothing was decided.
        """
        actor = self._person()
        if actor is None:
            return Refused(refusal=refuse(Reason.SESSION_REVOKED))
        if isinstance(act, acts.ON_UNIT):
            return self._unbased(act, Subject(kind="unit", id=report_id), actor, answers)
        with self._store.together():
            shown = self._store.shown(report_id)
            if shown is None:
                return Refused(refusal=refuse(Reason.NOT_FOUND, subject=report_id))
            at = self._server_now().astimezone(UTC)
            decision = _decision(decision_id or self._make_id(), act, shown.report, actor, at, expected_version)
            refusal = judge(decision, self._store.facts(decision), actor, at) or self._lease_refusal(act, shown, actor)
        if refusal is not None:
            return Refused(refusal=refusal)
        return self._committed(decision, actor, answers, shown.report.number)

    def file(self, act: acts.FileReport, report_id: str, *, answers: Sequence[str] = ()) -> Decided | Refused:
        """Make a report at this desk; `report_id` is a new UUIDv7. On disk (fsynced) when this returns Decided.

        Raises:
            StoreFault: it could not be committed, so nothing was filed.
        """
        actor = self._person()
        if actor is None:
            return Refused(refusal=refuse(Reason.SESSION_REVOKED))
        return self._unbased(act, Subject(kind="report", id=report_id), actor, answers)

    def _unbased(self, act: Act, subject: Subject, actor: Actor, answers: Sequence[str]) -> Decided | Refused:
        """Decide what stands on no version of a report: one still to be made, or a unit."""
        at, op = self._server_now().astimezone(UTC), OP_OF[type(act)]
        decision = Decision(
            id=self._make_id(), op=op, op_version=newest(op), subject=subject, actor_id=actor.id,
            actor_session_id=actor.session_id, desk_id=actor.desk_id, decided_at=at, act=act,
        )  # fmt: skip
        refusal = judge(decision, self._store.facts(decision), actor, at)
        return Refused(refusal=refusal) if refusal is not None else self._committed(decision, actor, answers)

    def _committed(self, decision: Decision, actor: Actor, answers: Sequence[str], number: str = "") -> Decided:
        raw = encode_decision(decision)
        self._store.record(decision, actor, raw, answers)
        second_copy = self._copied(decision.id, raw, actor)
        self._wake()
        return Decided(
            decision_id=decision.id,
            undoable=decision.op in UNDOABLE,
            waiting=self._store.waiting_count(),
            second_copy=second_copy,
            number=number,
        )

    def undo(self, decision_id: str) -> Decided | Refused:
        """Take back an own decision: a compensating decision that names it, judged like any other.

        Raises:
            StoreFault: it could not be committed, so nothing was decided.
        """
        row = self._store.ledger_row(decision_id)
        if row is None:
            return Refused(refusal=refuse(Reason.NOTHING_TO_UNDO, number=""))
        if isinstance(row.decision.act, acts.SetDuty):
            return self.decide(acts.UndoDuty(decision_id=decision_id), row.decision.subject.id)
        return self.decide(acts.Undo(decision_id=decision_id), row.decision.subject.id)

    def complete_second_copy(self) -> int:
        """At start: give the journal what the ledger holds and it lacks (killed in between); how many were missing.

        Raises:
            StoreFault: the journal cannot be written.
        """
        if self._journal is None or not self._journal.lacks(self._store.ledger_ids()):
            return 0
        rows = self._store.ledger_raw()
        return self._journal.append(JournalRecord(id=row[0], raw=row[1], actor=row[2]) for row in rows)

    def behind_its_copy(self) -> int:
        """How many decisions the second copy holds and the ledger does not: an older database was put in its place."""
        return 0 if self._journal is None else self._journal.beyond(self._store.ledger_ids())

    def _lease_refusal(self, act: Act, shown: ShownCase, actor: Actor) -> Refusal | None:
        left_s = self._lease_left_s(shown.report.id)
        if left_s or tentative(shown, self._store.report(shown.report.id)):
            return None
        return lease_refusal(act, shown.report, actor, left_s)

    def _copied(self, decision_id: str, raw: bytes, actor: Actor) -> bool:
        if self._journal is None:
            return False
        record = JournalRecord(id=decision_id, raw=raw, actor=encode(actor))
        try:
            self._journal.append([record])
        except StoreFault:
            return False
        return True


def _decision(
    decision_id: str, act: Act, report: Report, actor: Actor, at: datetime, expected_version: int | None
) -> Decision:
    """The decision as it will be kept: base version and fencing token as they are shown now."""
    claim = report.claim
    return Decision(
        id=decision_id,
        op=OP_OF[type(act)],
        op_version=newest(OP_OF[type(act)]),
        subject=_subject(act, report, expected_version),
        also=_also(act, report),
        token=claim.token if claim is not None and held_by(report, actor) else None,
        actor_id=actor.id,
        actor_session_id=actor.session_id,
        desk_id=actor.desk_id,
        decided_at=at,
        act=act,
    )


def _subject(act: Act, report: Report, expected_version: int | None) -> Subject:
    if traits_of(act).unbased:
        return Subject(kind="report", id=report.id)
    base = expected_version or report.version
    return Subject(kind="report", id=report.id, base_version=base, base_decision=version_maker(report))


def _also(act: Act, report: Report) -> tuple[Subject, ...]:
    """The other things the act is about: units sent, called back or let go, the agency written to."""
    bound = tuple(a.unit_id for a in report.assignments if a.status in OPEN_ASSIGNMENTS)
    waiting = tuple(order.unit_id for order in report.waiting_orders)
    if isinstance(act, acts.DispatchUnits):
        units = act.unit_ids
    elif isinstance(act, acts.CancelDispatch | acts.SetUnitStatus | acts.StartOrder):
        units = (act.unit_id,)
    elif isinstance(act, acts.Undo | acts.CloseCase | acts.JunkCase):
        fell = report.ending.dropped if report.ending is not None and isinstance(act, acts.Undo) else ()
        units = (*bound, *waiting, *(order.unit_id for order in fell), *units_named(act, report))
    else:
        units = units_named(act, report)
    also = tuple(Subject(kind="unit", id=unit_id) for unit_id in dict.fromkeys(units))
    also += tuple(Subject(kind="report", id=each) for each in reports_named(act, report))
    if (report.ended and not traits_of(act).unguarded) or isinstance(act, ON_STANDING):
        # What ends or opens a struck case again moves its reporter's standing too.
        also += tuple(Subject(kind="standing", id=each) for each in report.reporter.recognised_by)
    if isinstance(act, acts.ForwardCase):
        return (*also, Subject(kind="agency", id=act.agency_id))
    return also
