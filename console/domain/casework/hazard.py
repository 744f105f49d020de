"""Setting and taking down hazard flags: from any case, also an ended one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from console.domain import acts
from console.domain.acts import Act
from console.domain.casework.facts import Facts
from console.domain.casework.step import Rule, Step, Stepped
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.hazard import (
    LONGEST_WORDS,
    MOST_DAYS,
    MOST_RADIUS_M,
    Hazard,
    HazardKind,
    made_hazard,
    plate_of,
)
from console.domain.person import Actor, Role
from console.domain.report import Report


def hazard_named(decision: Decision) -> str:
    """Id of the flag an act takes down, '' for any other act."""
    return decision.act.hazard_id if isinstance(decision.act, acts.EndHazard) else ""


def _judge_flag(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.FlagHazard", decision.act)
    report = cast("Report", facts.report)
    if not 0 < len(act.words.strip()) <= LONGEST_WORDS:
        return refuse(Reason.EMPTY_TEXT, field="words")
    if not 1 <= act.days <= MOST_DAYS:
        return refuse(Reason.BAD_VALUE, field="days", value=str(act.days))
    return {
        HazardKind.PLACE.value: _judge_place,
        HazardKind.PERSON.value: _judge_person,
        HazardKind.PLATE.value: _judge_plate,
    }.get(act.kind, _judge_no_kind)(act, report)


def _judge_place(act: acts.FlagHazard, report: Report) -> Refusal | None:
    if report.place.lat is None or report.place.lon is None:
        return refuse(Reason.NOTHING_TO_FLAG, number=report.number)
    within = 1 <= act.radius_m <= MOST_RADIUS_M
    return None if within else refuse(Reason.BAD_VALUE, field="radius_m", value=str(act.radius_m))


def _judge_person(act: acts.FlagHazard, report: Report) -> Refusal | None:
    return None if report.reporter.recognised_by else refuse(Reason.NOTHING_TO_FLAG, number=report.number)


def _judge_plate(act: acts.FlagHazard, report: Report) -> Refusal | None:
    return None if plate_of(act.plate) else refuse(Reason.BAD_VALUE, field="plate", value=act.plate)


def _judge_no_kind(act: acts.FlagHazard, report: Report) -> Refusal | None:
    return refuse(Reason.BAD_VALUE, field="kind", value=act.kind)


def _judge_end(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    """Whoever set it, or a supervisor."""
    act, hazard = cast("acts.EndHazard", decision.act), facts.hazard
    if hazard is None or hazard.ended_at is not None:
        return refuse(Reason.NOT_FOUND, subject=act.hazard_id)
    if not act.reason.strip():
        return refuse(Reason.EMPTY_TEXT, field="reason")
    if hazard.set_by_id != actor.id and actor.role is not Role.SUPERVISOR:
        return refuse(Reason.ROLE_FORBIDDEN, role=actor.role.value)
    return None


def flagged(decision: Decision, report: Report, actor: Actor) -> Hazard:
    """The flag a decision sets."""
    act = cast("acts.FlagHazard", decision.act)
    return made_hazard(
        decision_id=decision.id,
        at=decision.decided_at,
        kind=HazardKind(act.kind),
        words=act.words,
        days=act.days,
        report=report,
        actor=actor,
        radius_m=act.radius_m,
        plate=act.plate,
    )


def _flag(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    hazard = flagged(decision, report, actor)
    params = {"kind": hazard.kind.value, "until": hazard.expires_at.date().isoformat()}
    return replace(facts, hazard=hazard), report, params, hazard.words


def _end(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act, hazard = cast("acts.EndHazard", decision.act), cast("Hazard", facts.hazard)
    ended = replace(hazard, ended_at=decision.decided_at, ended_by=actor.name, revision=hazard.revision + 1)
    return replace(facts, hazard=ended), report, {"words": hazard.words}, act.reason


RULES: dict[type[Act], Rule] = {acts.FlagHazard: _judge_flag, acts.EndHazard: _judge_end}
"""The rules of hazard flags."""

STEPS: dict[type[Act], Step] = {acts.FlagHazard: _flag, acts.EndHazard: _end}
"""The steps of hazard flags."""
