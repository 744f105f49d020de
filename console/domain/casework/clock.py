"""Stopping a case's clocks and letting them run on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from console.domain import acts
from console.domain.acts import Act
from console.domain.casework.facts import Facts
from console.domain.casework.step import Rule, Step, Stepped, TakeBack
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.pause import Pause
from console.domain.person import Actor
from console.domain.report import Report
from console.domain.timeline import Entry


def standing_pause(report: Report) -> Pause | None:
    """The pause in which the case's clocks stand now, if any."""
    return next((pause for pause in report.pauses if pause.until is None), None)


def _judge_pause(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    report = cast("Report", facts.report)
    if not cast("acts.PauseClock", decision.act).reason.strip():
        return refuse(Reason.EMPTY_TEXT, field="reason")
    # An alarm nobody has answered must go on climbing: only whoever holds the case may stop its clocks.
    if report.claim is None:
        return refuse(Reason.NOT_CLAIMED, number=report.number)
    if standing_pause(report) is not None:
        return refuse(Reason.CLOCK_STANDS, number=report.number)
    return None


def _judge_resume(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    report = cast("Report", facts.report)
    return refuse(Reason.CLOCK_RUNS, number=report.number) if standing_pause(report) is None else None


def _pause(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    reason = cast("acts.PauseClock", decision.act).reason
    pause = Pause(id=decision.id, since=decision.decided_at, reason=reason, by_name=actor.name)
    return facts, replace(report, pauses=(*report.pauses, pause)), {}, reason


def _resume(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    standing = standing_pause(report)
    pauses = tuple(replace(p, until=decision.decided_at) if p is standing else p for p in report.pauses)
    return facts, replace(report, pauses=pauses), {"pause": standing.id if standing else ""}, ""


def _unpaused(report: Report, entry: Entry) -> Report:
    return replace(report, pauses=tuple(p for p in report.pauses if p.id != entry.decision_id))


def _unresumed(report: Report, entry: Entry) -> Report:
    if standing_pause(report) is not None:
        return report
    ended = entry.params.get("pause", "")
    return replace(report, pauses=tuple(replace(p, until=None) if p.id == ended else p for p in report.pauses))


RULES: dict[type[Act], Rule] = {acts.PauseClock: _judge_pause, acts.ResumeClock: _judge_resume}
"""The rules of stopping clocks."""

STEPS: dict[type[Act], Step] = {acts.PauseClock: _pause, acts.ResumeClock: _resume}
"""The steps of stopping clocks."""

TAKE_BACK: dict[str, TakeBack] = {"report.pause": _unpaused, "report.resume": _unresumed}
"""How they are undone, by op."""
