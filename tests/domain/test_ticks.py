"""What is known is ticked and undone; a dangerous scene is asked whether all are safe."""

from __future__ import annotations

from datetime import timedelta

from console.domain import acts
from console.domain.casework import Facts
from console.domain.casework.ticks import pressed, said_safe, ticks_of
from console.domain.crew_size import crew_size
from console.domain.deadline_rules import DeadlineRules
from console.domain.decision import Reason
from console.domain.safety import SafetyState, safety_check
from console.domain.ticks import Ticks, ticks_named
from tests.domain.cases import DEWI, SARI, T0, a_report, a_unit, case_of, done, facts, refused


def on_scene(after_s: float = 300, **ticks: bool) -> Facts:
    world, _ = done(acts.DispatchUnits(unit_ids=("u1",)), facts(), after_s=0)
    if ticks:
        world, _ = done(acts.TickFacts(**ticks), world, after_s=1)
    return done(acts.SetUnitStatus(unit_id="u1", status="on_scene", by="radio"), world, after_s=after_s)[0]


def test_anybody_ticks_also_what_a_colleague_holds_and_leaves_other_ticks_alone() -> None:
    world, _ = done(acts.ClaimCase(), facts(), DEWI)
    world, _ = done(acts.TickFacts(injured=True, fire=True), world, SARI)
    world, _ = done(acts.TickFacts(armed=True, fire=False), world, DEWI)
    assert ticks_of(case_of(world)) == Ticks(injured=True, armed=True)
    assert ticks_of(case_of(world)).ticked == ("injured", "armed")
    assert refused(acts.TickFacts(), world).reason is Reason.BAD_VALUE


def test_ticking_is_undone_to_what_was_ticked_before() -> None:
    world, _ = done(acts.TickFacts(crowd=True), facts())
    world, ticked = done(acts.TickFacts(armed=True, crowd=False), world)
    world, _ = done(acts.Undo(decision_id=ticked.id), world)
    assert ticks_of(case_of(world)) == Ticks(crowd=True)
    assert ticks_named("armed,alien") == Ticks(armed=True)


def test_a_crowd_goes_through_its_sizes_each_a_step_that_is_undone_alone() -> None:
    world, seen = facts(), []
    for second in range(1, 5):
        world, last = done(pressed("crowd", ticks_of(case_of(world))), world, after_s=second)
        seen.append(ticks_of(case_of(world)).said)
    assert seen == [("crowd",), ("crowd50",), ("crowd200",), ()]
    world, _ = done(acts.Undo(decision_id=last.id), world)
    assert ticks_of(case_of(world)) == Ticks(crowd=True, crowd_size=200)
    assert case_of(world).timeline[-2].params["unticked"] == "crowd"
    assert refused(acts.TickFacts(crowd_size=7), world).params["field"] == "crowd_size"


def test_a_larger_crowd_is_more_to_send_and_other_ticks_leave_its_size() -> None:
    sent = [crew_size(a_report(ticks=Ticks(crowd=True, crowd_size=size))).send for size in (0, 50, 200)]
    assert sent == [6, 10, 14]
    world, _ = done(acts.TickFacts(crowd_size=50), facts())
    world, _ = done(acts.TickFacts(armed=True), world)
    assert ticks_of(case_of(world)).said == ("armed", "crowd50")
    assert [line.code for line in crew_size(case_of(world)).because] == ["category", "armed", "crowd50"]


def test_the_check_runs_from_arrival_turns_amber_and_then_alarms() -> None:
    check = safety_check(case_of(on_scene(armed=True)))
    assert check is not None
    assert check.due_at == T0 + timedelta(seconds=900)
    states = [check.state(T0 + timedelta(seconds=s)) for s in (899, 900, 959, 960)]
    assert states == [SafetyState.CALM, SafetyState.DUE, SafetyState.DUE, SafetyState.ALARM]
    sooner = safety_check(case_of(on_scene(armed=True)), DeadlineRules(safety_check_s=60))
    assert sooner is not None
    assert sooner.due_at == T0 + timedelta(seconds=360)


def test_a_word_that_they_are_safe_starts_it_anew() -> None:
    world, _ = done(acts.ConfirmSafe(by="radio", unit_id="u1"), on_scene(crowd=True), after_s=950)
    check = safety_check(case_of(world))
    assert check is not None
    assert check.since == T0 + timedelta(seconds=950)
    assert case_of(world).timeline[-1].params["units"] == "U1"


def test_there_is_no_check_without_danger_or_without_anybody_there() -> None:
    assert safety_check(case_of(on_scene())) is None
    assert safety_check(case_of(on_scene(injured=True))) is None
    world, _ = done(acts.TickFacts(violence=True), facts())
    assert safety_check(case_of(world)) is None
    closed, _ = done(acts.CloseCase(outcome="nothing_found", release_units=True), on_scene(armed=True))
    assert safety_check(case_of(closed)) is None


def test_only_somebody_on_the_scene_can_be_safe_there() -> None:
    assert refused(acts.ConfirmSafe(by="radio"), facts(a_report())).reason is Reason.UNIT_NOT_ASSIGNED
    world = on_scene(armed=True)
    assert refused(acts.ConfirmSafe(by="radio", unit_id="u2"), world).reason is Reason.UNIT_NOT_ASSIGNED
    assert refused(acts.ConfirmSafe(by="pigeon"), world).reason is Reason.BAD_VALUE


def test_the_officers_own_word_counts_only_while_they_are_there() -> None:
    report = case_of(on_scene(armed=True))
    safe = said_safe(report, a_unit("u1"), T0 + timedelta(seconds=1000))
    check = safety_check(safe)
    assert check is not None
    assert check.since == T0 + timedelta(seconds=1000)
    assert said_safe(report, a_unit("u2"), T0) is report
