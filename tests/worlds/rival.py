"""Another desk and the server between, over one store: the real rules say who was first."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import datetime, timedelta

from console.contract.decisions import DecisionResult
from console.domain.acts import OP_OF, Act
from console.domain.casework import Facts, apply, judge
from console.domain.decision import Decision, Outcome, Subject
from console.domain.person import Actor, Role
from console.domain.report import Report
from console.store.store import Store

BUDI = Actor(id="budi", name="Budi Santoso", role=Role.OPERATOR, session_id="s9", desk_id="desk-2")
JOKO = Actor(id="joko", name="Ipda Joko", role=Role.SUPERVISOR, session_id="s8", desk_id="desk-3")
_count = itertools.count(1)


class Rival:
    """`tell(report)` brings a report by the feed; `decides` as another desk; `judges` what this desk waits with."""

    def __init__(self, store: Store, tell: Callable[[Report], None], now: Callable[[], datetime]) -> None:
        self._store, self._tell, self._now = store, tell, now

    def decides(self, act: Act, report_id: str, who: Actor = BUDI, ago_s: float = 0.0) -> None:
        """Somebody at another desk decides, and the server says yes."""
        report = self._store.report(report_id)
        assert report is not None
        claim = report.claim
        held = claim is not None and (claim.holder_id, claim.desk_id) == (who.id, who.desk_id)
        decision = Decision(
            id=f"rival-{next(_count)}", op=OP_OF[type(act)], subject=Subject(kind="report", id=report_id),
            token=claim.token if claim is not None and held else None, actor_id=who.id,
            actor_session_id=who.session_id, desk_id=who.desk_id, decided_at=self._now() - timedelta(seconds=ago_s),
            act=act,
        )  # fmt: skip
        facts = Facts(report=report, units=self._store.units())
        refusal = judge(decision, facts, who, self._now())
        assert refusal is None, refusal
        self._bring(apply(decision, facts, who))

    def judges(self) -> None:
        """The server hears of all this desk decided, in order."""
        for row in self._store.waiting():
            report = self._store.report(row.decision.subject.id)
            facts = Facts(report=report, units=self._store.units())
            refusal = judge(row.decision, facts, row.actor, self._now())
            outcome = Outcome.REFUSED if refusal else Outcome.APPLIED
            result = DecisionResult(id=row.decision.id, outcome=outcome, refusal=refusal, server_time=self._now())
            self._store.settle([result])
            if refusal is None:
                self._bring(apply(row.decision, facts, row.actor))

    def _bring(self, facts: Facts) -> None:
        assert facts.report is not None
        self._tell(facts.report)
