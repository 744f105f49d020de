"""What a screen shows: the server's facts with pending decisions folded over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from console.domain.casework.apply import apply
from console.domain.casework.facts import Facts
from console.domain.casework.judge import judge
from console.domain.decision import Decision, Refusal
from console.domain.person import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A decision of this desk the server has not answered yet, with the actor who made it."""

    decision: Decision
    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """Facts as shown; `waiting` ids of decisions folded in, `doubtful` those the server will likely refuse."""

    facts: Facts
    waiting: tuple[str, ...] = ()
    doubtful: tuple[tuple[str, Refusal], ...] = ()


def project(facts: Facts, pending: Iterable[Pending]) -> Projection:
    """Fold pending decisions, oldest first, over the mirror's facts; one that no longer stands changes nothing."""
    waiting: list[str] = []
    doubtful: list[tuple[str, Refusal]] = []
    for item in pending:
        decision = item.decision
        refusal = judge(decision, facts, item.actor, decision.decided_at)
        if refusal is not None:
            doubtful.append((decision.id, refusal))
            continue
        facts = apply(decision, facts, item.actor)
        waiting.append(decision.id)
    return Projection(facts=facts, waiting=tuple(waiting), doubtful=tuple(doubtful))
