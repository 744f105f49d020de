"""Undo restores exactly what was, in ten seconds, for one's own decision."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain import acts
from console.domain.acts import Act
from console.domain.casework import Facts, apply, judge
from console.domain.decision import Reason
from console.domain.report import AssignmentStatus, ForwardStatus, Report
from console.domain.unit import UnitStatus
from tests.domain.cases import BOSS, DEWI, SARI, case_of, decide, done, facts, refused

UNDOABLE_ACTS: list[Act] = [
    acts.ClaimCase(),
    acts.SetPriority(priority=1),
    acts.SetCategory(category="domestic_violence"),
    acts.JunkCase(outcome="prank"),
    acts.CloseCase(outcome="nothing_found", note="sepi"),
    acts.DispatchUnits(unit_ids=("u1",)),
    acts.ForwardCase(agency_id="pln", text="Kabel putus"),
]


def essence(report: Report) -> tuple[object, ...]:
    """What a person would call the state of a case."""
    return (
        report.status,
        report.priority,
        report.category,
        report.sensitive,
        report.outcome,
        report.outcome_note,
        report.closed_at,
        report.closed_by,
    )


@pytest.mark.parametrize("act", UNDOABLE_ACTS, ids=lambda act: type(act).__name__)
def test_an_undone_decision_leaves_the_case_as_it_was_and_stays_in_the_timeline(act: Act) -> None:
    world = facts()
    after, decision = done(act, world)
    undone, _ = done(acts.Undo(decision_id=decision.id), after, after_s=9)
    assert essence(case_of(undone)) == essence(case_of(world))
    assert [entry.undone for entry in case_of(undone).timeline] == [True, False]
    assert refused(acts.Undo(decision_id=decision.id), undone).reason is Reason.NOTHING_TO_UNDO


def test_undoing_a_dispatch_calls_the_unit_back() -> None:
    after, decision = done(acts.DispatchUnits(unit_ids=("u1", "u2")), facts())
    undone, _ = done(acts.Undo(decision_id=decision.id), after, after_s=8)
    assert {a.status for a in case_of(undone).assignments} == {AssignmentStatus.CANCELLED}
    assert {unit.status for unit in undone.units} == {UnitStatus.AVAILABLE}
    assert case_of(undone).claim is None


def test_undoing_a_forward_works_only_while_it_is_held() -> None:
    after, decision = done(acts.ForwardCase(agency_id="pln", text="Kabel putus"), facts())
    undone, _ = done(acts.Undo(decision_id=decision.id), after, after_s=8)
    assert case_of(undone).forwards[0].status is ForwardStatus.CANCELLED
    sent = replace(case_of(after).forwards[0], status=ForwardStatus.SENT)
    gone = replace(after, report=replace(case_of(after), forwards=(sent,)))
    assert refused(acts.Undo(decision_id=decision.id), gone, after_s=8).reason is Reason.TOO_LATE_TO_UNDO


def test_undo_is_ones_own_in_time_and_never_over_a_later_act_of_the_same_kind() -> None:
    after, decision = done(acts.SetPriority(priority=1), facts())
    undo = acts.Undo(decision_id=decision.id)
    assert refused(undo, after, SARI).reason is Reason.ROLE_FORBIDDEN
    assert refused(undo, after, after_s=60).reason is Reason.TOO_LATE_TO_UNDO
    later, _ = done(acts.SetPriority(priority=3), after, after_s=6)
    assert refused(undo, later, after_s=7).reason is Reason.CHANGED_MEANWHILE
    noted, note = done(acts.AddNote(text="x"), facts())
    assert refused(acts.Undo(decision_id=note.id), noted).reason is Reason.NOTHING_TO_UNDO


def test_what_was_decided_before_the_end_cannot_be_undone_after_it() -> None:
    sent, decision = done(acts.DispatchUnits(unit_ids=("u1",)), facts())
    ended, _ = done(acts.CloseCase(outcome="nothing_found", release_units=True), sent, after_s=6)
    assert refused(acts.Undo(decision_id=decision.id), ended, after_s=7).reason is Reason.ALREADY_ENDED


def test_undoing_leaves_the_lease_of_whoever_took_the_case_since() -> None:
    sent, decision = done(acts.DispatchUnits(unit_ids=("u1",)), facts())
    broken, _ = done(acts.BreakClaim(reason="pingsan"), sent, BOSS, after_s=6)
    taken, _ = done(acts.ClaimCase(), broken, SARI, after_s=7)
    undone, _ = done(acts.Undo(decision_id=decision.id), taken, after_s=8)
    claim = case_of(undone).claim
    assert claim is not None
    assert claim.holder_id == "sari"


def test_undoing_a_junk_gives_the_holder_his_case_back() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    junked, decision = done(acts.JunkCase(outcome="test"), world)
    assert case_of(junked).claim is None
    undone, _ = done(acts.Undo(decision_id=decision.id), junked, after_s=9)
    claim = case_of(undone).claim
    assert claim is not None
    assert claim.holder_id == "dewi"
    assert claim.token > 1
    go_on, _ = done(acts.SetPriority(priority=1), undone, after_s=12)
    assert case_of(go_on).priority == 1


some_act = st.sampled_from(
    [
        *UNDOABLE_ACTS,
        acts.ReleaseCase(),
        acts.AddNote(text="catatan"),
        acts.MarkRead(),
        acts.SetUnitStatus(unit_id="u1", status="on_scene", by="radio"),
        acts.CancelDispatch(unit_id="u1"),
        acts.CloseCase(outcome="handled_on_scene", release_units=True),
    ]
)


@given(st.lists(st.tuples(some_act, st.sampled_from([DEWI, SARI]), st.booleans()), max_size=25))
def test_whatever_is_decided_units_and_cases_agree_and_tokens_never_fall(
    steps: list[tuple[Act, object, bool]],
) -> None:
    world = facts()
    second = 0.0
    last = ""
    for act, actor, undo in steps:
        second += 1
        chosen: Act = acts.Undo(decision_id=last) if undo and last else act
        decision = decide(chosen, world, actor, after_s=second)  # type: ignore[arg-type]
        if judge(decision, world, actor, decision.decided_at) is not None:  # type: ignore[arg-type]
            continue
        token = case_of(world).last_token
        world = apply(decision, world, actor)  # type: ignore[arg-type]
        last = decision.id
        assert case_of(world).last_token >= token
        _agree(world)


def _agree(world: Facts) -> None:
    case = case_of(world)
    bound = {a.unit_id for a in case.assignments if a.status not in (AssignmentStatus.DONE, AssignmentStatus.CANCELLED)}
    assert bound == {unit.id for unit in world.units if unit.report_id == case.id}
    if case.ended:
        assert not bound
        assert case.claim is None
    else:
        assert case.closed_at is None
