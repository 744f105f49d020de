"""Deadlines count down by the site's rules, stand in a pause, and start anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from console.domain import acts
from console.domain.call import CallFacts
from console.domain.casework.clock import standing_pause
from console.domain.deadline_rules import DeadlineRules, wrong_deadline
from console.domain.deadlines import Stage, StageClock, acknowledge_by, counted_from, stage_clocks, unclaimed_since
from console.domain.decision import Reason
from console.domain.report import Report
from tests.domain.cases import BOSS, T0, a_report, case_of, done, facts, refused


def clock(report: Report, stage: Stage, rules: DeadlineRules | None = None) -> StageClock:
    return next(each for each in stage_clocks(report, rules) if each.stage is stage)


def test_a_stage_counts_down_by_the_sites_own_seconds() -> None:
    rules = DeadlineRules(dispatch_s=(60, 90, 0, 0))
    assert clock(a_report(), Stage.DISPATCH, rules).due_at == T0 + timedelta(seconds=90)
    assert clock(a_report(priority=3), Stage.DISPATCH, rules).due_at is None
    assert clock(a_report(), Stage.DISPATCH, rules).left_s(T0 + timedelta(seconds=122)) == -32


def test_clocks_stand_in_a_pause_and_go_on_where_they_stood() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    world, _ = done(acts.PauseClock(reason="menunggu alat berat"), world, after_s=100)
    standing = clock(case_of(world), Stage.DISPATCH)
    assert standing.left_s(T0 + timedelta(hours=5)) == 200
    assert clock(case_of(world), Stage.ACKNOWLEDGE).stands_at is None
    world, _ = done(acts.ResumeClock(), world, after_s=400)
    assert clock(case_of(world), Stage.DISPATCH).due_at == T0 + timedelta(seconds=600)
    assert standing_pause(case_of(world)) is None


def test_clocks_stop_only_with_a_reason_and_only_for_whoever_holds_the_case() -> None:
    assert refused(acts.PauseClock(reason="x"), facts()).reason is Reason.NOT_CLAIMED
    world, _ = done(acts.ClaimCase(), facts())
    assert refused(acts.PauseClock(reason=" "), world).reason is Reason.EMPTY_TEXT
    assert refused(acts.ResumeClock(), world).reason is Reason.CLOCK_RUNS
    world, _ = done(acts.PauseClock(reason="hujan"), world)
    assert refused(acts.PauseClock(reason="lagi"), world).reason is Reason.CLOCK_STANDS


def test_a_pause_and_its_end_can_be_undone() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    world, paused = done(acts.PauseClock(reason="hujan"), world, after_s=100)
    undone, _ = done(acts.Undo(decision_id=paused.id), world, after_s=103)
    assert case_of(undone).pauses == ()
    world, resumed = done(acts.ResumeClock(), world, after_s=110)
    undone, _ = done(acts.Undo(decision_id=resumed.id), world, after_s=112)
    assert standing_pause(case_of(undone)) is not None


def test_the_undo_of_an_end_does_not_open_a_second_pause() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    world, _ = done(acts.PauseClock(reason="hujan"), world, after_s=100)
    world, resumed = done(acts.ResumeClock(), world, after_s=101)
    world, _ = done(acts.PauseClock(reason="banjir"), world, after_s=102)
    undone, _ = done(acts.Undo(decision_id=resumed.id), world, after_s=104)
    assert [pause.until is None for pause in case_of(undone).pauses] == [False, True]


def test_deadlines_run_from_when_a_case_became_more_urgent_or_came_back() -> None:
    world, _ = done(acts.SetPriority(priority=1), facts(a_report(priority=3)), after_s=900)
    assert counted_from(case_of(world)) == T0 + timedelta(seconds=900)
    calmer, _ = done(acts.SetPriority(priority=4), facts(a_report(priority=3)), after_s=900)
    assert counted_from(case_of(calmer)) == T0
    world, _ = done(acts.JunkCase(outcome="prank"), facts())
    world, _ = done(acts.ReopenCase(reason="salah"), world, BOSS, after_s=5000)
    assert counted_from(case_of(world)) == T0 + timedelta(seconds=5000)


def test_a_stage_reached_or_without_a_deadline_has_nothing_left_to_count() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    assert clock(case_of(world), Stage.ACKNOWLEDGE).left_s(T0) is None
    assert clock(a_report(priority=4), Stage.ARRIVE).left_s(T0) is None


def test_whom_work_was_passed_to_has_the_sites_seconds_to_take_it() -> None:
    assert acknowledge_by(a_report(), T0) == T0 + timedelta(seconds=300)
    assert acknowledge_by(a_report(), T0, DeadlineRules(forward_s=(1, 2, 3, 4))) == T0 + timedelta(seconds=2)


def test_nobody_has_a_case_since_it_was_given_back() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    assert unclaimed_since(case_of(world)) is None
    world, _ = done(acts.ReleaseCase(), world, after_s=40)
    assert unclaimed_since(case_of(world)) == T0 + timedelta(seconds=40)


def test_a_call_is_answered_in_ten_seconds_where_an_exchange_measures_it() -> None:
    rang = CallFacts(call_id="c1", rang_at=T0, answered_at=T0 + timedelta(seconds=7))
    answer = clock(a_report(call=rang), Stage.ANSWER)
    assert (answer.due_at, answer.reached_at) == (T0 + timedelta(seconds=10), T0 + timedelta(seconds=7))
    assert all(each.stage is not Stage.ANSWER for each in stage_clocks(a_report(call=CallFacts(line="110"))))


def test_a_transfer_stays_on_our_clock_until_the_other_post_says_yes() -> None:
    world, passed = done(acts.TransferCase(kind="polsek", name="Polsek Dau"), facts())
    assert clock(case_of(world), Stage.ARRIVE).due_at is not None
    world, _ = done(acts.AcceptTransfer(transfer_id=passed.id, accepted_by="Aiptu Joko"), world, after_s=60)
    assert clock(case_of(world), Stage.ARRIVE).due_at is None
    assert clock(case_of(world), Stage.DISPATCH).reached_at == T0 + timedelta(seconds=60)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"answer_s": 0}, "answer_s"),
        ({"acknowledge_s": (60, 0, 1, 1)}, "acknowledge_s"),
        ({"close_s": (1, 1, 1, 9_999_999)}, "close_s"),
        ({"climb_priority": 5}, "climb_priority"),
        ({}, ""),
    ],
)
def test_a_deadline_nobody_could_keep_is_named(changes: dict[str, int], field: str) -> None:
    assert wrong_deadline(replace(DeadlineRules(), **changes)) == field  # type: ignore[arg-type]
