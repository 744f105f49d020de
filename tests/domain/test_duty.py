"""A unit's duty outside any case: legal steps, who set it, taking it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from console.domain import acts
from console.domain.acts import Act
from console.domain.casework import Facts, apply, judge
from console.domain.casework.duty import duty_decided
from console.domain.casework.waiting import order_due
from console.domain.decision import Decision, Reason, Refusal, Subject
from console.domain.errors import Bug
from console.domain.person import Actor
from console.domain.recommend import recommend
from console.domain.unit import DUTIES_KEPT, Duty, Position, Unit, UnitStatus
from tests.domain.cases import BOSS, DEWI, OVERSEER, SARI, T0, a_report, a_unit, case_of, decide, done, facts

ON_U1 = Subject(kind="unit", id="u1")


def world(unit: Unit | None = None) -> Facts:
    return Facts(report=None, units=(unit or a_unit("u1"), a_unit("u2")))


def of(act: Act, who: Actor = DEWI, after_s: float = 5, subject: Subject = ON_U1) -> Decision:
    return decide(act, facts(), who, after_s, subject=subject)


def set_duty(duty: Duty, before: Facts, who: Actor = DEWI, after_s: float = 5, note: str = "") -> tuple[Facts, str]:
    decision = of(acts.SetDuty(duty=duty.value, note=note), who, after_s)
    assert judge(decision, before, who, decision.decided_at) is None
    return apply(decision, before, who), decision.id


def why(act: Act, before: Facts, who: Actor = DEWI, after_s: float = 5, subject: Subject = ON_U1) -> Reason:
    decision = of(act, who, after_s, subject)
    refusal = judge(decision, before, who, decision.decided_at)
    assert isinstance(refusal, Refusal)
    return refusal.reason


def u1(after: Facts) -> Unit:
    found = after.unit("u1")
    assert found is not None
    return found


def test_any_duty_follows_any_other_and_says_who_set_it_and_why() -> None:
    for first in Duty:
        for then in Duty:
            before = world() if first is Duty.AVAILABLE else set_duty(first, world())[0]
            if first is then:
                assert why(acts.SetDuty(duty=then.value), before) is Reason.ILLEGAL_STATUS
                continue
            after, decision_id = set_duty(then, before, SARI, 9, " mesin mogok ")
            unit = u1(after)
            assert unit.duty is then
            assert unit.status is (UnitStatus.AVAILABLE if then is Duty.AVAILABLE else UnitStatus.OFF_DUTY)
            change = unit.duties[-1]
            assert (change.by, change.was, change.decision_id, change.note) == (
                SARI.name, first, decision_id, "mesin mogok",
            )  # fmt: skip
            assert unit.away == (None if then is Duty.AVAILABLE else change)
            assert unit.revision == u1(before).revision + 1


def test_a_unit_on_a_case_is_first_let_go_there() -> None:
    busy = world(a_unit("u1", status=UnitStatus.EN_ROUTE, report_id="r9", report_number="KJ-9"))
    assert why(acts.SetDuty(duty="break"), busy) is Reason.UNIT_ON_CASE
    away, change = set_duty(Duty.BREAK, world())
    sent = away.with_unit(replace(u1(away), report_id="r9"))
    assert why(acts.UndoDuty(decision_id=change), sent) is Reason.UNIT_ON_CASE


@pytest.mark.parametrize(
    ("act", "subject", "reason"),
    [
        (acts.SetDuty(duty="asleep"), ON_U1, Reason.BAD_VALUE),
        (acts.SetDuty(duty="break", note="x" * 201), ON_U1, Reason.BAD_VALUE),
        (acts.SetDuty(duty="break"), Subject(kind="unit", id="nobody"), Reason.NOT_FOUND),
        (acts.SetDuty(duty="break"), Subject(kind="report", id="u1"), Reason.NOT_FOUND),
        (acts.ClaimCase(), ON_U1, Reason.BAD_VALUE),
        (acts.UndoDuty(decision_id="never"), ON_U1, Reason.NOTHING_TO_UNDO),
    ],
)
def test_what_is_no_duty_of_a_unit_is_refused(act: Act, subject: Subject, reason: Reason) -> None:
    assert why(act, world(), subject=subject) is reason
    assert why(acts.SetDuty(duty="break"), facts(), subject=Subject(kind="report", id="r1")) is Reason.BAD_VALUE
    assert why(acts.SetDuty(duty="break"), world(), OVERSEER) is Reason.ROLE_FORBIDDEN


def test_the_later_word_on_a_unit_stands_however_late_the_earlier_one_comes() -> None:
    after, _ = set_duty(Duty.OFF_DUTY, world(), SARI, after_s=60)
    assert why(acts.SetDuty(duty="break"), after, DEWI, after_s=30) is Reason.CHANGED_MEANWHILE


def test_one_takes_back_ones_own_latest_word_within_seconds() -> None:
    before, _ = set_duty(Duty.BREAK, world(), SARI)
    after, change = set_duty(Duty.OUT_OF_SERVICE, before, DEWI, after_s=20)
    undo = acts.UndoDuty(decision_id=change)
    assert why(undo, after, BOSS, after_s=24) is Reason.ROLE_FORBIDDEN
    assert why(undo, after, DEWI, after_s=80) is Reason.TOO_LATE_TO_UNDO
    later, _ = set_duty(Duty.AVAILABLE, after, SARI, after_s=22)
    assert why(undo, later, DEWI, after_s=24) is Reason.CHANGED_MEANWHILE
    back = apply(of(undo, after_s=24), after, DEWI)
    assert judge(of(undo, after_s=24), after, DEWI, T0) is None
    assert (u1(back).duty, u1(back).duties[-1].undoes) == (Duty.BREAK, change)
    assert why(acts.UndoDuty(decision_id=u1(back).duties[-1].decision_id), back) is Reason.NOTHING_TO_UNDO
    with pytest.raises(Bug):
        duty_decided(of(undo), Facts(report=None), DEWI)


def test_only_the_last_changes_are_carried_along() -> None:
    after = world()
    for turn in range(DUTIES_KEPT + 2):
        after, _ = set_duty(Duty.AVAILABLE if turn % 2 else Duty.BREAK, after, after_s=10.0 * turn)
    assert len(u1(after).duties) == DUTIES_KEPT


def test_nobody_away_is_advised_and_the_reason_is_told() -> None:
    report = a_report()
    near = Position(unit_id="u1", lat=-7.977, lon=112.634, at=T0, received_at=T0)
    far = replace(near, unit_id="u2", lat=-7.99)
    for duty in (Duty.BREAK, Duty.OUT_OF_SERVICE, Duty.OFF_DUTY):
        after, _ = set_duty(duty, world())
        advice = recommend(report, [(u1(after), near), (a_unit("u2"), far)], T0, stale_after_s=60)
        assert [(each.unit.id, each.skipped) for each in advice] == [("u2", ""), ("u1", duty.value)]
    plain = a_unit("u1", status=UnitStatus.OFF_DUTY)
    assert (plain.duty, plain.away) == (Duty.OFF_DUTY, None)


def test_an_order_behind_a_break_waits_for_its_end_and_is_not_told_as_off_duty() -> None:
    sent, _ = done(acts.DispatchUnits(unit_ids=("u1",), due_at=T0 + timedelta(hours=1)), facts())
    stacked = replace(sent, report=replace(case_of(sent), waiting_orders=(
        replace(case_of(sent).waiting_orders[0], due_at=None),
    )))  # fmt: skip
    resting, _ = set_duty(Duty.BREAK, stacked)
    assert order_due(resting, "r1", "u1", T0) == resting
    gone, _ = set_duty(Duty.OFF_DUTY, stacked)
    assert case_of(order_due(gone, "r1", "u1", T0)).timeline[-1].kind == "order.off_duty"
    back, _ = set_duty(Duty.AVAILABLE, resting, after_s=60)
    assert case_of(order_due(back, "r1", "u1", T0)).timeline[-1].kind == "order.started"
