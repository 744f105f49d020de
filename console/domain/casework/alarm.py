"""A duty officer answers an alarm: noted at a desk, or said on his own phone page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast

from console.domain import acts
from console.domain.acts import Act
from console.domain.alarm import NOT_TOLD, STEP, TAKEN, TOLD, Heard, answer_to, lines_of
from console.domain.casework.facts import Facts
from console.domain.casework.status import restated
from console.domain.casework.step import Rule, Step, Stepped, TakeBack
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.person import Actor
from console.domain.report import Report
from console.domain.timeline import Entry

LONGEST_NAME = 100
_SAME_WORD = timedelta(minutes=1)
"""A phone that sends its answer once more out of a dead zone says the same, not something new."""


def alarm_taken(report: Report, step: Entry, officer_id: str, name: str, at: datetime) -> Report:
    """The officer takes the alarm of this step on his own phone page; the same word again changes nothing."""
    said = answer_to(report, step)
    if said is not None and (said.kind, said.actor_id) == (TAKEN, officer_id) and at - said.at < _SAME_WORD:
        return report
    params = {each: step.params.get(each, "") for each in ("alarm", "since", "rung")}
    return _with(report, Entry(kind=TAKEN, at=at, actor_id=officer_id, actor_name=name, params=params | {"name": name}))


def message_noted(report: Report, step: Entry, way: str, at: datetime, why: str = "") -> Report:
    """A message of this step left by that way, or, with `why`, could not; told once each."""
    kind, params = NOT_TOLD if why else TOLD, {"way": way, "why": why}
    params |= {each: step.params.get(each, "") for each in ("alarm", "since", "rung", "name")}
    told = lines_of(report, (kind,), params["alarm"], params["since"])
    if any((line.params.get("way"), line.params.get("rung")) == (way, params["rung"]) for line in told):
        return report
    return _with(report, Entry(kind=kind, at=at, params=params))


def _with(report: Report, entry: Entry) -> Report:
    return restated(replace(report, timeline=(*report.timeline, entry)))


def _step_of(act: acts.AnswerAlarm, report: Report) -> Entry | None:
    """The highest rung that alarm has reached."""
    steps = lines_of(report, (STEP,), act.alarm, act.since)
    return steps[-1] if steps else None


def _judge_answer(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act, report = cast("acts.AnswerAlarm", decision.act), cast("Report", facts.report)
    if act.by not in tuple(Heard):
        return refuse(Reason.BAD_VALUE, field="by", value=act.by)
    if not act.name.strip():
        return refuse(Reason.EMPTY_TEXT, field="name")
    if len(act.name) > LONGEST_NAME:
        return refuse(Reason.BAD_VALUE, field="name", value="")
    return None if _step_of(act, report) is not None else refuse(Reason.NO_ALARM, number=report.number)


def _answer(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.AnswerAlarm", decision.act)
    step = cast("Entry", _step_of(act, report))
    params = {each: step.params.get(each, "") for each in ("alarm", "since", "rung")}
    return facts, report, params | {"name": act.name.strip(), "by": act.by}, ""


def _unanswered(report: Report, entry: Entry) -> Report:
    """The line itself is marked undone, and counts no more."""
    return report


RULES: dict[type[Act], Rule] = {acts.AnswerAlarm: _judge_answer}
"""The rule of answering an alarm."""

STEPS: dict[type[Act], Step] = {acts.AnswerAlarm: _answer}
"""The step of answering an alarm."""

TAKE_BACK: dict[str, TakeBack] = {"report.answer_alarm": _unanswered}
"""How an answer is undone, by op."""
