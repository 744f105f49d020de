"""What each act demands beyond lease and role: one small rule per act."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from console.domain import acts
from console.domain.acts import Act
from console.domain.casework.alarm import RULES as ALARM_RULES
from console.domain.casework.asking import RULES as ASKING_RULES
from console.domain.casework.attaching import RULES as ATTACHING_RULES
from console.domain.casework.callback import RULES as CALLBACK_RULES
from console.domain.casework.callback import why_listed
from console.domain.casework.checklist import RULES as CHECKLIST_RULES
from console.domain.casework.checklist import judge_steps_done
from console.domain.casework.clock import RULES as CLOCK_RULES
from console.domain.casework.closing import closing_refusal
from console.domain.casework.contact import contact_refusal
from console.domain.casework.dispatching import RULES as DISPATCH_RULES
from console.domain.casework.evidence import RULES as EVIDENCE_RULES
from console.domain.casework.facts import Facts
from console.domain.casework.file_claim import RULES as FILE_CLAIM_RULES
from console.domain.casework.filing import RULES as FILING_RULES
from console.domain.casework.forward_files import judge_files
from console.domain.casework.handing import RULES as HANDING_RULES
from console.domain.casework.hazard import RULES as HAZARD_RULES
from console.domain.casework.merging import RULES as MERGING_RULES
from console.domain.casework.merging import merging_of
from console.domain.casework.placing import RULES as PLACING_RULES
from console.domain.casework.standing import RULES as STANDING_RULES
from console.domain.casework.step import Rule
from console.domain.casework.ticks import RULES as TICK_RULES
from console.domain.casework.undo import judge_undo
from console.domain.category import CATEGORIES
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.outcome import JUNK_OUTCOMES
from console.domain.person import Actor, Role
from console.domain.report import OPEN_ASSIGNMENTS, ForwardStatus, Report, ReportKind


def _judge_ask(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    report = cast("Report", facts.report)
    if not cast("acts.AskReporter", decision.act).text.strip():
        return refuse(Reason.EMPTY_TEXT, field="text")
    if not report.reporter.reachable:
        return refuse(Reason.NOT_REACHABLE, number=report.number)
    return contact_refusal(report)


def _judge_text(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.AddNote", decision.act)
    return None if act.text.strip() else refuse(Reason.EMPTY_TEXT, field="text")


def _judge_reason(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.BreakClaim | acts.Look", decision.act)
    return None if act.reason.strip() else refuse(Reason.EMPTY_TEXT, field="reason")


def _judge_priority(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.SetPriority", decision.act)
    return None if 1 <= act.priority <= 4 else refuse(Reason.BAD_VALUE, field="priority", value=str(act.priority))


def _judge_category(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.SetCategory", decision.act)
    return None if act.category in CATEGORIES else refuse(Reason.BAD_VALUE, field="category", value=act.category)


def _judge_junk(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.JunkCase", decision.act)
    report = cast("Report", facts.report)
    if act.outcome not in JUNK_OUTCOMES:
        return refuse(Reason.BAD_VALUE, field="outcome", value=act.outcome)
    # What stands on the call-back list is never junked by one key (issue 'The operator's desk', 2).
    if report.kind is ReportKind.PANIC or why_listed(report) is not None:
        return refuse(Reason.PROTECTED_FROM_JUNK, number=report.number)
    if report.priority == 1 and report.claim is None:
        return refuse(Reason.NOT_CLAIMED, number=report.number)
    if merging_of(report).children:
        return refuse(Reason.HAS_CHILDREN, number=report.number, n=str(len(merging_of(report).children)))
    if any(a.status in OPEN_ASSIGNMENTS for a in report.assignments):
        return refuse(Reason.UNITS_STILL_ASSIGNED, number=report.number)
    return None


def _judge_close(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.CloseCase", decision.act)
    report = cast("Report", facts.report)
    refusal = closing_refusal(act, facts, report)
    refusal = refusal or judge_steps_done(act.outcome, facts, report)
    if refusal is not None:
        return refusal
    bound = [a.call_sign for a in report.assignments if a.status in OPEN_ASSIGNMENTS]
    if bound and not act.release_units:
        return refuse(Reason.UNITS_STILL_ASSIGNED, number=report.number, units=", ".join(bound))
    return None


def _judge_reopen(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    report = cast("Report", facts.report)
    if not report.ended:
        return refuse(Reason.NOT_ENDED, number=report.number)
    if actor.role is not Role.SUPERVISOR:
        return refuse(Reason.ROLE_FORBIDDEN, role=actor.role.value)
    return None


def _judge_review(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    report = cast("Report", facts.report)
    if not report.ended:
        return refuse(Reason.NOT_ENDED, number=report.number)
    if report.closed_by_id == actor.id:
        return refuse(Reason.OWN_REVIEW, number=report.number)
    if isinstance(decision.act, acts.ReturnCase) and not decision.act.note.strip():
        return refuse(Reason.EMPTY_TEXT, field="note")
    return None


def _judge_forward(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.ForwardCase", decision.act)
    if facts.agency is None or facts.agency.id != act.agency_id:
        return refuse(Reason.NOT_FOUND, subject=act.agency_id)
    if not act.text.strip():
        return refuse(Reason.EMPTY_TEXT, field="text")
    if not 0 <= act.hold_s <= 60:
        return refuse(Reason.BAD_VALUE, field="hold_s", value=str(act.hold_s))
    return judge_files(act, facts, cast("Report", facts.report), actor)


def _judge_confirm(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.ConfirmForward", decision.act)
    report = cast("Report", facts.report)
    if not act.confirmed_by.strip():
        return refuse(Reason.EMPTY_TEXT, field="confirmed_by")
    forward = next((forward for forward in report.forwards if forward.id == act.forward_id), None)
    if forward is None or forward.status is ForwardStatus.CANCELLED:
        return refuse(Reason.NOT_FOUND, subject=act.forward_id)
    return None


RULES: dict[type[Act], Rule] = {
    acts.AskReporter: _judge_ask,
    acts.AddNote: _judge_text,
    acts.BreakClaim: _judge_reason,
    acts.Look: _judge_reason,
    acts.SetPriority: _judge_priority,
    acts.SetCategory: _judge_category,
    acts.JunkCase: _judge_junk,
    acts.CloseCase: _judge_close,
    acts.ReopenCase: _judge_reopen,
    acts.ApproveCase: _judge_review,
    acts.ReturnCase: _judge_review,
    acts.ForwardCase: _judge_forward,
    acts.ConfirmForward: _judge_confirm,
    acts.Undo: judge_undo,
    **DISPATCH_RULES,
    **TICK_RULES,
    **CHECKLIST_RULES,
    **HAZARD_RULES,
    **MERGING_RULES,
    **STANDING_RULES,
    **CLOCK_RULES,
    **HANDING_RULES,
    **CALLBACK_RULES,
    **FILING_RULES,
    **ALARM_RULES,
    **ASKING_RULES,
    **ALARM_RULES,
    **PLACING_RULES,
    **FILE_CLAIM_RULES,
    **EVIDENCE_RULES,
    **ATTACHING_RULES,
}
"""The rule of each act that has one."""
