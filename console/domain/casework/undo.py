"""Undo as a decision: what can be taken back, and how it is restored."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast

from console.domain import acts
from console.domain.casework.alarm import TAKE_BACK as ALARM_BACK
from console.domain.casework.asking import OP as ASK_NEARBY
from console.domain.casework.asking import ask_undone, undo_comes_late
from console.domain.casework.assignment import Moment, assignment_moved
from console.domain.casework.callback import TAKE_BACK as CALLBACK_BACK
from console.domain.casework.checklist import TAKE_BACK as CHECKLIST_BACK
from console.domain.casework.clock import TAKE_BACK as CLOCK_BACK
from console.domain.casework.facts import Facts
from console.domain.casework.file_claim import SETTLE_OP
from console.domain.casework.file_claim import TAKE_BACK as DOUBT_BACK
from console.domain.casework.handing import TAKE_BACK as HANDING_BACK
from console.domain.casework.merging import MERGING_OPS, judge_merging_undo, merging_undone
from console.domain.casework.merging import TAKE_BACK as MERGING_BACK
from console.domain.casework.placing import TAKE_BACK as PLACING_BACK
from console.domain.casework.standing import unstruck
from console.domain.casework.step import TakeBack
from console.domain.casework.ticks import TAKE_BACK as TICKS_BACK
from console.domain.casework.traits import UNDOABLE
from console.domain.casework.waiting import wait_dropped, waits_restored
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.person import Actor
from console.domain.report import OPEN_ASSIGNMENTS, AssignmentStatus, Claim, ForwardStatus, Report
from console.domain.timeline import Before, Entry

UNDO_WITHIN = timedelta(seconds=10)
"""How long after a decision its undo is offered (screens.md, decision bar); judged with decided_at of both."""

UNDO_GRACE = timedelta(seconds=5)
"""Slack for the way from key to ledger, so that an undo pressed in the last second still stands."""

_ENDING = frozenset({"report.junk", "report.close", "report.reopen", "report.return", "report.approve"})
_STRIKE = "report.strike"
_ON_ENDED = _ENDING | MERGING_OPS | {_STRIKE, SETTLE_OP}
"""What may be undone also on a case that has ended."""

_LEASING = frozenset({"report.claim", "report.release", "report.break_claim", "report.dispatch", "report.accept_offer"})

TAKE_BACK: dict[str, TakeBack] = {
    **CLOCK_BACK, **HANDING_BACK, **TICKS_BACK, **CALLBACK_BACK, **MERGING_BACK, **CHECKLIST_BACK,
    **ALARM_BACK, **PLACING_BACK, **DOUBT_BACK,
}  # fmt: skip
"""By op: acts that touch one part of the report, which their undo puts back; rivals are the same op only."""


def last_decider(report: Report) -> str:
    """Name of whoever decided last on the report; '' when nobody did."""
    return next((entry.actor_name for entry in reversed(report.timeline) if entry.decision_id), "")


def version_maker(report: Report) -> str:
    """Id of the decision that made the report's present version; '' when none has."""
    return next((entry.decision_id for entry in reversed(report.timeline) if entry.before is not None), "")


def before_of(report: Report) -> Before:
    """What a decision is about to replace, kept in its timeline entry."""
    claim = report.claim
    return Before(
        priority=report.priority,
        category=report.category,
        sensitive=report.sensitive,
        outcome=report.outcome,
        outcome_note=report.outcome_note,
        closed_at=report.closed_at,
        closed_by=report.closed_by,
        closed_by_id=report.closed_by_id,
        holder_id=claim.holder_id if claim else "",
        holder_name=claim.holder_name if claim else "",
        holder_desk=claim.desk_id if claim else "",
    )


def judge_undo(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    """Only one's own, within UNDO_WITHIN, and only while nothing later set the same state."""
    act = cast("acts.Undo", decision.act)
    report = cast("Report", facts.report)
    entry = next((e for e in report.timeline if e.decision_id == act.decision_id and not e.undone), None)
    if entry is None or entry.kind not in UNDOABLE:
        return refuse(Reason.NOTHING_TO_UNDO, number=report.number)
    if entry.actor_id != actor.id:
        return refuse(Reason.ROLE_FORBIDDEN, role=actor.role.value)
    if decision.decided_at - entry.at > UNDO_WITHIN + UNDO_GRACE:
        return refuse(Reason.TOO_LATE_TO_UNDO, number=report.number)
    if report.ended and entry.kind not in _ON_ENDED:
        return refuse(Reason.ALREADY_ENDED, by=report.closed_by, outcome=report.outcome)
    if entry.kind == "report.forward":
        forward = next((f for f in report.forwards if f.id == act.decision_id), None)
        if forward is None or forward.status is not ForwardStatus.HELD:
            return refuse(Reason.TOO_LATE_TO_UNDO, number=report.number)
    if entry.kind == ASK_NEARBY and undo_comes_late(report, act.decision_id):
        return refuse(Reason.TOO_LATE_TO_UNDO, number=report.number)
    later = report.timeline[report.timeline.index(entry) + 1 :]
    if any(e.kind in _undo_rivals(entry.kind) and not e.undone and not _of_other_files(e, entry) for e in later):
        return refuse(Reason.CHANGED_MEANWHILE, number=report.number, by=last_decider(report))
    return judge_merging_undo(report, facts, entry) if entry.kind in MERGING_OPS else None


def _of_other_files(one: Entry, other: Entry) -> bool:
    """Doubts of two files are two matters."""
    return one.kind == SETTLE_OP and one.params.get("file") != other.params.get("file")


def _undo_rivals(kind: str) -> frozenset[str]:
    """Ops whose later effect an undo of `kind` would overwrite; dispatch and forward undo touch only their own."""
    if kind in _ENDING:
        return _ENDING
    if kind in MERGING_OPS:
        return MERGING_OPS | _LEASING | _ENDING
    if kind in ("report.claim", "report.release"):
        return _LEASING
    alone = kind in TAKE_BACK or kind in ("report.priority", "report.category")
    return frozenset({kind}) if alone else frozenset()


def undone(decision: Decision, facts: Facts, report: Report) -> tuple[Facts, Report]:
    """Facts and report with the named decision taken back; its entry stays, marked undone."""
    act = cast("acts.Undo", decision.act)
    entry = next(e for e in report.timeline if e.decision_id == act.decision_id and not e.undone)
    marked = tuple(replace(e, undone=True) if e is entry else e for e in report.timeline)
    report = replace(report, timeline=marked)
    if entry.kind == _STRIKE:
        return unstruck(facts, decision, report)
    if entry.kind in TAKE_BACK:
        return facts, TAKE_BACK[entry.kind](report, entry)
    if entry.kind in MERGING_OPS:
        facts, report = merging_undone(decision, facts, report, entry)
    moment = Moment(at=decision.decided_at)
    if entry.kind == "report.dispatch":
        facts, report = _orders_called_back(facts, report, entry, moment)
    if entry.kind in ("report.close", "report.junk") and report.ending is not None:
        facts, report = waits_restored(facts, report, report.ending.dropped)
    if entry.kind == "report.forward":
        forwards = tuple(
            replace(f, status=ForwardStatus.CANCELLED) if f.id == act.decision_id else f for f in report.forwards
        )
        report = replace(report, forwards=forwards)
    if entry.kind == ASK_NEARBY:
        report = ask_undone(report, act.decision_id)
    return facts, _restored(report, entry, entry.before or before_of(report), moment)


def _orders_called_back(facts: Facts, report: Report, entry: Entry, moment: Moment) -> tuple[Facts, Report]:
    """Undoing a dispatch calls its units back; units a close let go stay free and must be sent anew."""
    for assignment in report.assignments:
        unit = facts.unit(assignment.unit_id)
        if assignment.decision_id != entry.decision_id or assignment.status not in OPEN_ASSIGNMENTS or unit is None:
            continue
        report, unit = assignment_moved(report, unit, AssignmentStatus.CANCELLED, moment)
        facts = facts.with_unit(unit)
    for order in report.waiting_orders:
        unit = facts.unit(order.unit_id)
        if order.decision_id == entry.decision_id and unit is not None:
            report, unit = wait_dropped(report, unit)
            facts = facts.with_unit(unit)
    return facts, report


def _restored(report: Report, entry: Entry, before: Before, moment: Moment) -> Report:
    """The field group the undone op had set, as it was before."""
    if entry.kind == "report.priority":
        return replace(report, priority=before.priority)
    if entry.kind == "report.category":
        return replace(report, category=before.category, sensitive=before.sensitive)
    if entry.kind in ("report.junk", "report.close"):
        report = replace(
            report,
            outcome=before.outcome,
            outcome_note=before.outcome_note,
            ending=None,
            closed_at=before.closed_at,
            closed_by=before.closed_by,
            closed_by_id=before.closed_by_id,
        )
    held = report.claim
    if held is not None and held.holder_id != entry.actor_id:
        return report  # somebody took the case since; his lease is not ours to give back
    if not before.holder_id:
        return replace(report, claim=None)
    token = held.token if held else report.last_token + 1
    claim = Claim(
        holder_id=before.holder_id,
        holder_name=before.holder_name,
        desk_id=before.holder_desk,
        token=token,
        taken_at=moment.at,
    )
    return replace(report, claim=claim, last_token=max(token, report.last_token))
