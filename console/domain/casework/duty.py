"""A unit's duty as operators set it: legal steps, who set it, and taking it back."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from console.domain import acts
from console.domain.casework.facts import Facts
from console.domain.casework.undo import UNDO_GRACE, UNDO_WITHIN
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.errors import Bug
from console.domain.person import Actor
from console.domain.unit import DUTIES_KEPT, Duty, DutyChange, Unit, UnitStatus

LONGEST_NOTE = 200
"""Characters of the reason beside a duty."""

NEXT_DUTIES: dict[Duty, frozenset[Duty]] = {duty: frozenset(Duty) - {duty} for duty in Duty}
"""Legal steps: any but to what it is; a unit on a case takes none, its order comes first."""


def judge_duty(decision: Decision, facts: Facts, actor: Actor) -> Refusal | None:
    """Whether a unit's duty may be set or taken back; only the latest word on it counts, whoever sent it first."""
    act, unit = decision.act, facts.unit(decision.subject.id)
    if decision.subject.kind != "unit" or not isinstance(act, acts.ON_UNIT):
        return refuse(Reason.BAD_VALUE, field="subject.kind", value=decision.subject.kind)
    if unit is None:
        return refuse(Reason.NOT_FOUND, subject=decision.subject.id)
    if isinstance(act, acts.UndoDuty):
        return _judge_undo(act, decision, unit, actor)
    if act.duty not in {duty.value for duty in Duty}:
        return refuse(Reason.BAD_VALUE, field="duty", value=act.duty)
    if len(act.note) > LONGEST_NOTE:
        return refuse(Reason.BAD_VALUE, field="note", value=act.note[:LONGEST_NOTE])
    if unit.duties and unit.duties[-1].at > decision.decided_at:
        return refuse(Reason.CHANGED_MEANWHILE, number=unit.call_sign, by=unit.duties[-1].by)
    if unit.report_id:
        return refuse(Reason.UNIT_ON_CASE, unit=unit.call_sign, number=unit.report_number)
    if Duty(act.duty) not in NEXT_DUTIES[unit.duty]:
        return refuse(Reason.ILLEGAL_STATUS, unit=unit.call_sign, now=unit.duty.value, then=act.duty)
    return None


def _judge_undo(act: acts.UndoDuty, decision: Decision, unit: Unit, actor: Actor) -> Refusal | None:
    change = next((each for each in unit.duties if each.decision_id == act.decision_id), None)
    if change is None or change.undoes:
        return refuse(Reason.NOTHING_TO_UNDO, number=unit.call_sign)
    if change.actor_id != actor.id:
        return refuse(Reason.ROLE_FORBIDDEN, role=actor.role.value)
    if decision.decided_at - change.at > UNDO_WITHIN + UNDO_GRACE:
        return refuse(Reason.TOO_LATE_TO_UNDO, number=unit.call_sign)
    if unit.duties[-1] is not change:
        return refuse(Reason.CHANGED_MEANWHILE, number=unit.call_sign, by=unit.duties[-1].by)
    if unit.report_id:
        return refuse(Reason.UNIT_ON_CASE, unit=unit.call_sign, number=unit.report_number)
    return None


def duty_decided(decision: Decision, facts: Facts, actor: Actor) -> Facts:
    """The facts with the unit's duty set or taken back; its orders that wait stay as they are.

    Raises:
        Bug: the unit is missing; judge() must have been asked first.
    """
    unit = facts.unit(decision.subject.id)
    if unit is None:
        raise Bug("apply() of a duty of an unknown unit")
    note, undoes = "", ""
    if isinstance(decision.act, acts.UndoDuty):
        duty, undoes = unit.duties[-1].was, decision.act.decision_id
    else:
        act = cast("acts.SetDuty", decision.act)
        duty, note = Duty(act.duty), act.note.strip()
    change = DutyChange(
        duty=duty, was=unit.duty, at=decision.decided_at, actor_id=actor.id, by=actor.name,
        decision_id=decision.id, note=note, undoes=undoes,
    )  # fmt: skip
    return facts.with_unit(
        replace(
            unit,
            status=UnitStatus.AVAILABLE if duty is Duty.AVAILABLE else UnitStatus.OFF_DUTY,
            status_at=decision.decided_at,
            duties=(*unit.duties, change)[-DUTIES_KEPT:],
            revision=unit.revision + 1,
        )
    )
