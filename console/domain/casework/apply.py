"""What a decision does to the facts, once it was judged to stand.

Why so long: one small function per act, read side by side with its judge.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import cast

from console.domain import acts
from console.domain.acts import ON_UNIT, Act
from console.domain.casework.alarm import STEPS as ALARM_STEPS
from console.domain.casework.asking import STEPS as ASKING_STEPS
from console.domain.casework.assignment import Moment, assignment_moved
from console.domain.casework.attaching import STEPS as ATTACHING_STEPS
from console.domain.casework.callback import STEPS as CALLBACK_STEPS
from console.domain.casework.checklist import STEPS as CHECKLIST_STEPS
from console.domain.casework.clock import STEPS as CLOCK_STEPS
from console.domain.casework.closing import ending_of, ending_params
from console.domain.casework.dispatching import STEPS as DISPATCH_STEPS
from console.domain.casework.duty import duty_decided
from console.domain.casework.evidence import STEPS as EVIDENCE_STEPS
from console.domain.casework.facts import Facts
from console.domain.casework.file_claim import STEPS as FILE_CLAIM_STEPS
from console.domain.casework.filing import STEPS as FILING_STEPS
from console.domain.casework.filing import founded
from console.domain.casework.forward_files import files_of, told_of
from console.domain.casework.handing import STEPS as HANDING_STEPS
from console.domain.casework.hazard import STEPS as HAZARD_STEPS
from console.domain.casework.merging import STEPS as MERGING_STEPS
from console.domain.casework.placing import STEPS as PLACING_STEPS
from console.domain.casework.standing import STEPS as STANDING_STEPS
from console.domain.casework.standing import reopened
from console.domain.casework.status import restated
from console.domain.casework.step import Step, Stepped, with_claim
from console.domain.casework.ticks import STEPS as TICK_STEPS
from console.domain.casework.traits import traits_of
from console.domain.casework.undo import before_of, undone
from console.domain.casework.waiting import all_waits_dropped
from console.domain.category import category_of
from console.domain.decision import Decision
from console.domain.errors import Bug
from console.domain.outcome import Ending
from console.domain.person import Actor
from console.domain.report import (
    OPEN_ASSIGNMENTS,
    AssignmentStatus,
    Forward,
    ForwardStatus,
    Report,
    Review,
    held_by,
)
from console.domain.timeline import Entry


def apply(decision: Decision, facts: Facts, actor: Actor) -> Facts:
    """The facts after the decision; deterministic, so desk and server reach the same state from the same facts.

    Raises:
        Bug: the report is missing; judge() must have been asked first.
    """
    if traits_of(decision.act).founding:
        return founded(decision, facts, actor)
    if isinstance(decision.act, ON_UNIT):
        return duty_decided(decision, facts, actor)
    report = facts.report
    if report is None:
        raise Bug("apply() on a missing report")
    before, unguarded, was = before_of(report), traits_of(decision.act).unguarded, report
    report = _awake(report, actor, decision)
    facts, report, params, text = STEPS[type(decision.act)](decision, facts, report, actor)
    facts = reopened(decision, facts, was, report, actor)
    entry = Entry(
        kind=decision.op,
        at=decision.decided_at,
        actor_id=actor.id,
        actor_name=actor.name,
        decision_id=decision.id,
        text=text,
        params=params,
        before=None if unguarded else before,
    )
    report = replace(report, timeline=(*report.timeline, entry), version=report.version + (not unguarded))
    return replace(facts, report=restated(report))


def _awake(report: Report, actor: Actor, decision: Decision) -> Report:
    """A holder who acts is not silent any more."""
    claim = report.claim
    if claim is None or not claim.lapsed or traits_of(decision.act).lease_free or not held_by(report, actor):
        return report
    return replace(report, claim=replace(claim, lapsed=False))


def _claim(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act, earlier = cast("acts.ClaimCase", decision.act), report.claim
    params = {"from": earlier.holder_name} if earlier is not None and not held_by(report, actor) else {}
    return facts, with_claim(report, actor, decision), params, act.reason


def _release(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    return facts, replace(report, claim=None), {}, ""


def _break_claim(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.BreakClaim", decision.act)
    holder = report.claim.holder_name if report.claim else ""
    # The token rises so that nothing the old holder still has in hand can pass.
    report = replace(report, claim=None, last_token=report.last_token + 1)
    return facts, report, {"holder": holder}, act.reason


def _ask(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.AskReporter", decision.act)
    return facts, with_claim(report, actor, decision), {"channel": report.source_kind.value}, act.text


def _note(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    # A colleague's note is for whoever works on the case: he finds it unread.
    told = report.claim is not None and not report.ended and not held_by(report, actor)
    return facts, replace(report, unread=report.unread or told), {}, cast("acts.AddNote", decision.act).text


def _priority(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.SetPriority", decision.act)
    params = {"from": str(report.priority), "to": str(act.priority)}
    return facts, replace(report, priority=act.priority), params, ""


def _category(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.SetCategory", decision.act)
    params = {"from": report.category, "to": act.category}
    return facts, replace(report, category=act.category, sensitive=category_of(act.category).sensitive), params, ""


def _safe(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.SetSafeToContact", decision.act)
    return facts, replace(report, safe_to_contact=act.safe), {"safe": "yes" if act.safe else "no"}, ""


def _ended(report: Report, decision: Decision, actor: Actor, outcome: str, note: str) -> Report:
    return replace(
        report,
        outcome=outcome,
        outcome_note=note,
        closed_at=decision.decided_at,
        closed_by=actor.name,
        closed_by_id=actor.id,
        claim=None,
        unread=False,
        review=None,
    )


def _junk(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act, waiting = cast("acts.JunkCase", decision.act), report.waiting_orders
    facts, report = all_waits_dropped(facts, report)
    ending = Ending(dropped=waiting) if waiting else None
    ended = replace(_ended(report, decision, actor, act.outcome, ""), ending=ending)
    return facts, ended, {"outcome": act.outcome, **ending_params(ending)}, ""


def _close(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act, waiting = cast("acts.CloseCase", decision.act), report.waiting_orders
    for assignment in report.assignments:
        unit = facts.unit(assignment.unit_id)
        if assignment.status in OPEN_ASSIGNMENTS and unit is not None:
            report, unit = assignment_moved(report, unit, AssignmentStatus.DONE, Moment(at=decision.decided_at))
            facts = facts.with_unit(unit)
    facts, report = all_waits_dropped(facts, report)
    ending = ending_of(act, facts, waiting)
    ended = replace(_ended(report, decision, actor, act.outcome, act.note), ending=ending)
    words = "\n".join(each for each in (act.note, act.finding.strip()) if each)
    return facts, ended, {"outcome": act.outcome, **ending_params(ending)}, words


def _reopened(report: Report, review: Review | None) -> Report:
    return replace(
        report, outcome="", outcome_note="", ending=None, closed_at=None, closed_by="", closed_by_id="",
        review=review, unread=True,
    )  # fmt: skip


def _reopen(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    return facts, _reopened(report, None), {}, cast("acts.ReopenCase", decision.act).reason


def _review(decision: Decision, actor: Actor, verdict: str, note: str) -> Review:
    return Review(verdict=verdict, note=note, at=decision.decided_at, by_id=actor.id, by_name=actor.name)


def _approve(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.ApproveCase", decision.act)
    return facts, replace(report, review=_review(decision, actor, "approved", act.note)), {}, act.note


def _return(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.ReturnCase", decision.act)
    return facts, _reopened(report, _review(decision, actor, "returned", act.note)), {}, act.note


def _forward(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.ForwardCase", decision.act)
    agency = facts.agency
    if agency is None:
        raise Bug("apply() of a forward to an unknown agency")
    forward = Forward(
        id=decision.id,
        agency_id=agency.id,
        agency_name=agency.short_name,
        agency_phone=agency.phone,
        status=ForwardStatus.HELD,
        text=act.text,
        decided_at=decision.decided_at,
        send_after=decision.decided_at + timedelta(seconds=act.hold_s),
        files=files_of(act, report),
    )
    report = replace(with_claim(report, actor, decision), forwards=(*report.forwards, forward))
    return facts, report, {"agency": agency.short_name, **told_of(act, report)}, act.text


def _confirm_forward(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.ConfirmForward", decision.act)
    at = act.at or decision.decided_at
    forwards = tuple(
        replace(f, status=ForwardStatus.CONFIRMED, confirmed_at=at, confirmed_by=act.confirmed_by)
        if f.id == act.forward_id
        else f
        for f in report.forwards
    )
    agency = next((f.agency_name for f in report.forwards if f.id == act.forward_id), "")
    params = {"agency": agency, "who": act.confirmed_by, "by": act.by}
    return facts, replace(report, forwards=forwards), params, ""


def _mark_read(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    return facts, replace(report, unread=False), {}, ""


def _look(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.Look", decision.act)
    return facts, report, {"what": act.what}, act.reason


def _undo(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.Undo", decision.act)
    entry = next(e for e in report.timeline if e.decision_id == act.decision_id and not e.undone)
    facts, report = undone(decision, facts, report)
    return facts, report, {"op": entry.kind}, ""


STEPS: dict[type[Act], Step] = {
    acts.ClaimCase: _claim,
    acts.ReleaseCase: _release,
    acts.BreakClaim: _break_claim,
    acts.AskReporter: _ask,
    acts.AddNote: _note,
    acts.SetPriority: _priority,
    acts.SetCategory: _category,
    acts.SetSafeToContact: _safe,
    acts.JunkCase: _junk,
    acts.CloseCase: _close,
    acts.ReopenCase: _reopen,
    acts.ForwardCase: _forward,
    acts.ConfirmForward: _confirm_forward,
    acts.MarkRead: _mark_read,
    acts.Look: _look,
    acts.ApproveCase: _approve,
    acts.ReturnCase: _return,
    acts.Undo: _undo,
    **DISPATCH_STEPS,
    **TICK_STEPS,
    **CHECKLIST_STEPS,
    **HAZARD_STEPS,
    **MERGING_STEPS,
    **STANDING_STEPS,
    **CLOCK_STEPS,
    **HANDING_STEPS,
    **CALLBACK_STEPS,
    **FILING_STEPS,
    **ALARM_STEPS,
    **ASKING_STEPS,
    **ALARM_STEPS,
    **PLACING_STEPS,
    **FILE_CLAIM_STEPS,
    **EVIDENCE_STEPS,
    **ATTACHING_STEPS,
}
"""The step of each act."""
