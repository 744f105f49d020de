"""May this decision stand? The same question with the same answer on desk and server."""

from __future__ import annotations

from datetime import datetime

from console.domain import acts
from console.domain.casework.duty import judge_duty
from console.domain.casework.facts import Facts
from console.domain.casework.merging import merged_away_refusal
from console.domain.casework.rules import RULES
from console.domain.casework.sos import judge_sos
from console.domain.casework.traits import traits_of
from console.domain.casework.undo import last_decider, version_maker
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.person import DESK_ROLES, Actor, Role
from console.domain.report import Report, held_by

_READERS = frozenset({Role.OVERSIGHT, Role.ADMINISTRATOR})
"""Who decides nothing at a console and may still see what is shown there."""


def judge(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    """None when the decision may stand at time `at` (server time on the server), else why not."""
    report, act, traits = facts.report, decision.act, traits_of(decision.act)
    if report is None and not traits.founding and decision.subject.kind != "unit":
        return refuse(Reason.NOT_FOUND, subject=decision.subject.id)
    if isinstance(act, acts.ForeignAct):
        return refuse(Reason.UNKNOWN_OP, field="op", value=decision.op)
    if actor.until is not None and decision.decided_at > actor.until:
        return refuse(Reason.SESSION_TOO_OLD, session=actor.session_id)
    may = actor.role in DESK_ROLES or (traits.reading and actor.role in _READERS)
    if not may or (traits.supervisor and actor.role is not Role.SUPERVISOR):
        return refuse(Reason.ROLE_FORBIDDEN, role=actor.role.value)
    if isinstance(act, acts.ON_UNIT) or decision.subject.kind == "unit":
        return judge_duty(decision, facts, actor)
    refusal = None if report is None else _judge_case(decision, report, actor)
    rule = RULES.get(type(act)) if refusal is None else None
    return rule(decision, facts, actor, at) if rule else refusal


def _judge_case(decision: Decision, report: Report, actor: Actor) -> Refusal | None:
    """What the case itself demands of any decision: it goes on, the lease is right, nobody came between."""
    traits = traits_of(decision.act)
    away = merged_away_refusal(report)
    if away is not None and not traits.on_merged:
        return away
    if away is None and report.ended and not traits.on_ended:
        return refuse(Reason.ALREADY_ENDED, by=report.closed_by, outcome=report.outcome)
    refusal = None if traits.lease_free else _judge_lease(decision, report, actor)
    if refusal is not None:
        return refusal
    if _built_on_other(decision, report):
        return refuse(Reason.CHANGED_MEANWHILE, number=report.number, by=last_decider(report))
    return judge_sos(decision, report, actor)


def _built_on_other(decision: Decision, report: Report) -> bool:
    """Whether the state it was decided on is not the present one: another number, or the same by another's decision."""
    subject = decision.subject
    if subject.base_version is None:
        return False
    if subject.base_version != report.version:
        return True
    return subject.base_decision is not None and subject.base_decision != version_maker(report)


def _judge_lease(decision: Decision, report: Report, actor: Actor) -> Refusal | None:
    """The fencing rule: nobody acts over another's claim, and only the token given last to this very holder passes."""
    act = decision.act
    claim = report.claim
    mine = held_by(report, actor)
    if claim is not None and not mine and not traits_of(act).over_holder:
        if not claim.lapsed:
            return refuse(Reason.CLAIMED_BY_OTHER, holder=claim.holder_name, number=report.number)
        if not (isinstance(act, acts.ClaimCase) and act.reason.strip()):
            return refuse(Reason.HOLDER_SILENT, holder=claim.holder_name, number=report.number)
    if decision.token is not None and not (decision.token == report.last_token and (mine or _freed(report, actor))):
        return refuse(Reason.STALE_LEASE, number=report.number, holder=claim.holder_name if claim else "")
    if isinstance(act, acts.ReleaseCase) and not mine:
        return refuse(Reason.NOT_CLAIMED, number=report.number)
    return None


def _freed(report: Report, actor: Actor) -> bool:
    """Whether the last token was this actor's until he signed out: what he decided before, sent later, still stands."""
    if report.claim is not None:
        return False
    freed = next((entry for entry in reversed(report.timeline) if entry.kind == "lease.freed"), None)
    return (
        freed is not None
        and freed.actor_id == actor.id
        and freed.params == {"desk": actor.desk_id, "token": str(report.last_token)}
    )
