"""Ticking what is known of a case, and the officers' word that they are safe."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from console.domain import acts
from console.domain.acts import Act
from console.domain.casework.facts import Facts
from console.domain.casework.status import restated
from console.domain.casework.step import Rule, Step, Stepped, TakeBack
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.person import Actor
from console.domain.report import AssignmentStatus, Report
from console.domain.ticks import CROWD_SIZES, NAMES, SIZED, Ticks, ticks_named
from console.domain.timeline import Entry
from console.domain.unit import Unit


def ticks_of(report: Report) -> Ticks:
    """What is ticked on a report; nothing while nobody ticked."""
    return report.ticks or Ticks()


def said_safe(report: Report, unit: Unit, at: datetime) -> Report:
    """The unit itself says on its page that all are safe; only while it is on this scene."""
    if report.ended or all((a.unit_id, a.status) != (unit.id, AssignmentStatus.ON_SCENE) for a in report.assignments):
        return report
    entry = Entry(
        kind="unit.safe", at=at, actor_id=unit.id, actor_name=unit.title, params={"unit": unit.call_sign}
    )
    return restated(replace(report, timeline=(*report.timeline, entry)))


def changed_ticks(act: acts.TickFacts) -> dict[str, str]:
    """What an act ticks and unticks, by name with commas between, as its line tells it."""
    wanted, sized = _wanted(act), {size: name for name, size in SIZED.items()}
    said = {"crowd": sized.get(act.crowd_size or 0, "crowd")}
    return {
        "ticked": ",".join(said.get(name, name) for name, value in wanted.items() if value),
        "unticked": ",".join(name for name, value in wanted.items() if not value),
    }


def pressed(name: str, ticks: Ticks) -> acts.TickFacts:
    """What pressing a tick decides: on or off; a crowd goes through its sizes before it is off again."""
    if name != "crowd" or not ticks.crowd:
        return acts.TickFacts(**{name: not getattr(ticks, name)})
    larger = [size for size in CROWD_SIZES if size > ticks.crowd_size]
    return acts.TickFacts(crowd_size=larger[0]) if larger else acts.TickFacts(crowd=False)


def _wanted(act: acts.TickFacts) -> dict[str, bool]:
    wanted = {name: value for name in NAMES if (value := getattr(act, name)) is not None}
    return wanted if act.crowd_size is None or act.crowd is False else {**wanted, "crowd": True}


def _judge_ticks(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.TickFacts", decision.act)
    if act.crowd_size is not None and act.crowd_size not in CROWD_SIZES:
        return refuse(Reason.BAD_VALUE, field="crowd_size", value=str(act.crowd_size))
    return None if _wanted(act) else refuse(Reason.BAD_VALUE, field="ticks", value="")


def _judge_safe(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.ConfirmSafe", decision.act)
    report = cast("Report", facts.report)
    if act.by not in ("radio", "phone"):
        return refuse(Reason.BAD_VALUE, field="by", value=act.by)
    there = [a for a in report.assignments if a.status is AssignmentStatus.ON_SCENE]
    if not there or (act.unit_id and all(a.unit_id != act.unit_id for a in there)):
        return refuse(Reason.UNIT_NOT_ASSIGNED, unit=act.unit_id or "—")
    return None


def _tick(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    before = ticks_of(report)
    act = cast("acts.TickFacts", decision.act)
    wanted = _wanted(act)
    params = changed_ticks(act) | {"before": ",".join(before.said)}
    after = replace(before, **wanted)
    size = after.crowd_size if act.crowd_size is None else act.crowd_size
    return facts, replace(report, ticks=replace(after, crowd_size=size if after.crowd else 0)), params, ""


def _safe(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.ConfirmSafe", decision.act)
    there = [a for a in report.assignments if a.status is AssignmentStatus.ON_SCENE]
    signs = [a.call_sign for a in there if act.unit_id in ("", a.unit_id)]
    return facts, report, {"units": ", ".join(signs), "by": act.by}, ""


def _unticked(report: Report, entry: Entry) -> Report:
    return replace(report, ticks=ticks_named(entry.params.get("before", "")))


RULES: dict[type[Act], Rule] = {acts.TickFacts: _judge_ticks, acts.ConfirmSafe: _judge_safe}
"""The rules of ticking."""

STEPS: dict[type[Act], Step] = {acts.TickFacts: _tick, acts.ConfirmSafe: _safe}
"""The steps of ticking."""

TAKE_BACK: dict[str, TakeBack] = {"report.ticks": _unticked}
"""How ticking is undone, by op."""
