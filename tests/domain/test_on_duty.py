"""Whether a unit was on duty at an instant decides whether its position is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from console.domain.on_duty import on_duty_at
from console.domain.unit import Duty, DutyChange, Unit, UnitStatus
from tests.domain.cases import T0, a_unit


def change(seconds: float, duty: Duty, was: Duty) -> DutyChange:
    at = T0 + timedelta(seconds=seconds)
    return DutyChange(duty=duty, was=was, at=at, actor_id="u-dewi", by="Dewi", decision_id=str(seconds))


def on_duty(unit: Unit, seconds: float) -> bool:
    return on_duty_at(unit, T0 + timedelta(seconds=seconds))


def test_a_unit_nobody_took_off_duty_always_was_what_it_is() -> None:
    assert on_duty(a_unit("u1"), -1e6)
    assert not on_duty(replace(a_unit("u1"), status=UnitStatus.OFF_DUTY), -1e6)


def test_a_break_in_the_past_stays_a_break_and_before_it_was_duty() -> None:
    breaks = (change(100, Duty.BREAK, Duty.AVAILABLE), change(200, Duty.AVAILABLE, Duty.BREAK))
    unit = replace(a_unit("u1"), status=UnitStatus.EN_ROUTE, duties=breaks)
    assert [on_duty(unit, at) for at in (0, 99, 100, 199, 200, 900)] == [True, True, False, False, True, True]
    away = replace(unit, status=UnitStatus.OFF_DUTY, duties=breaks[:1])
    assert [on_duty(away, at) for at in (99, 100, 900)] == [True, False, False]
    # Came on duty from off duty: what was before is not kept.
    fresh = replace(unit, duties=(change(100, Duty.AVAILABLE, Duty.OFF_DUTY),))
    assert [on_duty(fresh, at) for at in (99, 100)] == [False, True]
