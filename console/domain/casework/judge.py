"""May this decision stand? The same question with the same answer on desk and server."""

from __future__ import annotations

from datetime import datetime

from console.domain import acts
from console.domain.casework.facts import Facts
from console.domain.casework.rules import RULES
from console.domain.casework.undo import last_decider
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.person import DESK_ROLES, Actor, Role
from console.domain.report import Report

_FREE = (acts.AddNote, acts.MarkRead, acts.Look, acts.ConfirmForward, acts.Undo)
_SUPERVISOR_ONLY = (acts.BreakClaim, acts.ApproveCase, acts.ReturnCase)
_ON_ENDED = (acts.ReopenCase, acts.ApproveCase, acts.ReturnCase, acts.AddNote, acts.MarkRead, acts.Look, acts.Undo)

def judge(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    """None when the decision may stand at time `at` (server time on the server), else why not."""
    report = facts.report
    if report is None:
        return refuse(Reason.NOT_FOUND, subject=decision.subject.id)
    act = decision.act
    if actor.role not in DESK_ROLES or (isinstance(act, _SUPERVISOR_ONLY) and actor.role is not Role.SUPERVISOR):
        return refuse(Reason.ROLE_FORBIDDEN, role=actor.role.value)
    if report.ended and not isinstance(act, _ON_ENDED):
        return refuse(Reason.ALREADY_ENDED, by=report.closed_by, outcome=report.outcome)
    refusal = None if isinstance(act, _FREE) else _judge_lease(decision, report, actor)
    if refusal is not None:
        return refusal
    base = decision.subject.base_version
    if base is not None and base != report.version:
        return refuse(Reason.CHANGED_MEANWHILE, number=report.number, by=last_decider(report))
    rule = RULES.get(type(act))
    return rule(decision, facts, actor, at) if rule else None


def _judge_lease(decision: Decision, report: Report, actor: Actor) -> Refusal | None:
    """The fencing rule: an older token never passes; without a live claim of another, anyone of the desk may act."""
    if isinstance(decision.act, acts.BreakClaim | acts.ReopenCase | acts.ApproveCase | acts.ReturnCase):
        return None
    claim = report.claim
    mine = claim is not None and claim.holder_id == actor.id and claim.desk_id == actor.desk_id
    if claim is not None and not mine and not claim.lapsed:
        return refuse(Reason.CLAIMED_BY_OTHER, holder=claim.holder_name, number=report.number)
    if decision.token is not None and decision.token < report.last_token:
        return refuse(Reason.STALE_LEASE, number=report.number, holder=claim.holder_name if claim else "")
    if isinstance(decision.act, acts.ReleaseCase) and not mine:
        return refuse(Reason.NOT_CLAIMED, number=report.number)
    return None
