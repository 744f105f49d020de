"""Working through a checklist: steps done and skipped, and what closing waits for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from console.domain import acts
from console.domain.acts import Act
from console.domain.casework.facts import Facts
from console.domain.casework.step import Rule, Step, Stepped, TakeBack
from console.domain.checklist import UNGATED_OUTCOMES, Check, Checklist, missing_steps
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.person import Actor
from console.domain.report import Report
from console.domain.timeline import Entry

BY_CHECKLIST = (acts.TickStep, acts.SkipStep, acts.CloseCase)
"""Acts whose rule reads `Facts.checklists`."""


def checklist_of(facts: Facts, report: Report) -> Checklist | None:
    """The checklist of the report's category, as the center has it."""
    return facts.checklists.of(report.category) if facts.checklists else None


def judge_steps_done(outcome: str, facts: Facts, report: Report) -> Refusal | None:
    """Closing waits for required steps, unless the outcome needs none; the refusal names the first one missing."""
    if outcome in UNGATED_OUTCOMES:
        return None
    missing = missing_steps(checklist_of(facts, report), report.checks)
    if not missing:
        return None
    first, more = missing[0], str(len(missing) - 1)
    return refuse(
        Reason.STEP_MISSING, number=report.number, step=first.indonesian, step_en=first.words("en"), more=more
    )


def _judge_step(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.TickStep | acts.SkipStep", decision.act)
    report = cast("Report", facts.report)
    checklist = checklist_of(facts, report)
    if checklist is None or checklist.step(act.step_id) is None:
        return refuse(Reason.NOT_FOUND, subject=act.step_id)
    if any(check.step_id == act.step_id and not check.reason for check in report.checks):
        return refuse(Reason.STEP_DONE, number=report.number)
    if isinstance(act, acts.SkipStep) and not act.reason.strip():
        return refuse(Reason.EMPTY_TEXT, field="reason")
    return None


def _step(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    """A step skipped before may still be done; what was said of it then gives way."""
    act = cast("acts.TickStep | acts.SkipStep", decision.act)
    checklist = checklist_of(facts, report)
    step = checklist.step(act.step_id) if checklist else None
    words = step.indonesian if step else act.step_id
    reason = act.reason if isinstance(act, acts.SkipStep) else ""
    check = Check(
        step_id=act.step_id, words=words, at=decision.decided_at, by_id=actor.id, by_name=actor.name, reason=reason
    )
    kept = tuple(each for each in report.checks if each.step_id != act.step_id)
    return facts, replace(report, checks=(*kept, check)), {"step": words, "step_id": act.step_id}, reason


def _unticked(report: Report, entry: Entry) -> Report:
    step_id = entry.params.get("step_id", "")
    return replace(report, checks=tuple(check for check in report.checks if check.step_id != step_id))


RULES: dict[type[Act], Rule] = {acts.TickStep: _judge_step, acts.SkipStep: _judge_step}
"""The rules of checklists."""

STEPS: dict[type[Act], Step] = {acts.TickStep: _step, acts.SkipStep: _step}
"""The steps of checklists."""

TAKE_BACK: dict[str, TakeBack] = {"report.step": _unticked, "report.skip_step": _unticked}
"""How a step is undone, by op."""
