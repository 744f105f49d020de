"""The rules of casework, one sentence a test."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.domain import acts
from console.domain.casework import Facts, Pending, judge, project
from console.domain.casework.apply import STEPS
from console.domain.casework.events import lease_freed, lease_lapsed
from console.domain.casework.rules import RULES
from console.domain.casework.traits import TRAITS
from console.domain.casework.undo import version_maker
from console.domain.decision import Reason, Refusal, Subject
from console.domain.report import AssignmentStatus, ForwardStatus, Report, ReportKind, Status
from console.domain.unit import UnitStatus
from tests.domain.cases import (
    BOSS,
    DEWI,
    OVERSEER,
    SARI,
    T0,
    a_report,
    a_unit,
    case_of,
    decide,
    done,
    facts,
    refused,
)


def test_a_claim_gives_a_rising_token_and_another_operator_is_refused_by_name() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    assert case_of(world).status is Status.CLAIMED
    assert case_of(world).last_token == 1
    refusal = refused(acts.ClaimCase(), world, SARI)
    assert refusal.reason is Reason.CLAIMED_BY_OTHER
    assert refusal.params["holder"] == "Aiptu Dewi"


def test_a_lapsed_claim_may_be_taken_and_the_old_token_never_passes_again() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    old_token = case_of(world).last_token
    claim = case_of(world).claim
    assert claim is not None
    lapsed = replace(world, report=replace(case_of(world), claim=replace(claim, lapsed=True)))
    assert refused(acts.ClaimCase(), lapsed, SARI).reason is Reason.HOLDER_SILENT
    assert refused(acts.SetPriority(priority=1), lapsed, SARI).reason is Reason.HOLDER_SILENT
    taken, _ = done(acts.ClaimCase(reason="tidak terdengar lagi"), lapsed, SARI)
    assert case_of(taken).last_token == old_token + 1
    given_back, _ = done(acts.ReleaseCase(), taken, SARI)
    late = decide(acts.JunkCase(outcome="prank"), given_back, DEWI, token=old_token)
    refusal = judge(late, given_back, DEWI, T0)
    assert refusal is not None
    assert refusal.reason is Reason.STALE_LEASE


def test_the_lapsed_holder_goes_on_while_nobody_took_over() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    claim = case_of(world).claim
    assert claim is not None
    lapsed = replace(world, report=replace(case_of(world), claim=replace(claim, lapsed=True)))
    after, _ = done(acts.SetPriority(priority=1), lapsed)
    assert case_of(after).priority == 1


def test_a_take_over_names_the_silent_holder_and_why() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    taken, _ = done(acts.ClaimCase(reason="tidak terdengar lagi"), _lapsed(world), SARI)
    entry = case_of(taken).timeline[-1]
    assert (entry.text, entry.params) == ("tidak terdengar lagi", {"from": "Aiptu Dewi"})


def test_a_holder_who_acts_is_not_silent_any_more() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    noted, _ = done(acts.AddNote(text="masih di sini"), _lapsed(world))
    acted, _ = done(acts.SetPriority(priority=1), _lapsed(world))
    assert [claim.lapsed for claim in (case_of(noted).claim, case_of(acted).claim) if claim] == [True, False]


def test_a_token_nobody_was_given_does_not_pass() -> None:
    """A claim made offline was refused; what was decided on top of it carries a token the server gave to another."""
    ask = acts.AskReporter(text="di mana?")
    for token in (1, 2):
        tentative = decide(ask, facts(), DEWI, token=token)
        assert _why(judge(tentative, facts(), DEWI, T0)) is Reason.STALE_LEASE
    theirs, _ = done(acts.ClaimCase(), facts(), SARI)
    given_back, _ = done(acts.ReleaseCase(), theirs, SARI)
    assert _why(judge(decide(ask, given_back, DEWI, token=1), given_back, DEWI, T0)) is Reason.STALE_LEASE


def test_what_was_decided_before_signing_out_still_stands_after_it() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    before = decide(acts.SetPriority(priority=1), world, DEWI)
    freed = replace(world, report=lease_freed(case_of(world), T0))
    assert judge(before, freed, DEWI, T0) is None
    taken, _ = done(acts.ClaimCase(), freed, SARI)
    given_back, _ = done(acts.ReleaseCase(), taken, SARI)
    assert _why(judge(before, given_back, DEWI, T0)) is Reason.STALE_LEASE


def test_the_same_number_reached_by_anothers_decision_is_another_version() -> None:
    """Two desks, both at version 1: one's second decision must not pass for the other's, though the numbers agree."""
    mine = facts()
    first, _ = done(acts.SetPriority(priority=1), mine, DEWI)
    second = decide(
        acts.SetCategory(category="fire"),
        first,
        DEWI,
        subject=Subject(kind="report", id="r1", base_version=2, base_decision=version_maker(case_of(first))),
    )
    assert judge(second, first, DEWI, T0) is None
    theirs, _ = done(acts.SetCategory(category="flood"), facts(), SARI)
    assert case_of(theirs).version == 2
    assert _why(judge(second, theirs, DEWI, T0)) is Reason.CHANGED_MEANWHILE


def _why(refusal: Refusal | None) -> Reason | None:
    return refusal.reason if refusal else None


def _lapsed(world: Facts) -> Facts:
    return replace(world, report=lease_lapsed(case_of(world)))


def test_breaking_a_claim_is_a_supervisors_and_makes_the_holders_token_old() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    assert refused(acts.BreakClaim(reason="sakit"), world, SARI).reason is Reason.ROLE_FORBIDDEN
    assert refused(acts.BreakClaim(reason=" "), world, BOSS).reason is Reason.EMPTY_TEXT
    broken, _ = done(acts.BreakClaim(reason="sakit"), world, BOSS)
    late = decide(acts.SetPriority(priority=1), broken, DEWI, token=1)
    refusal = judge(late, broken, DEWI, T0)
    assert refusal is not None
    assert refusal.reason is Reason.STALE_LEASE


def test_dispatching_an_unclaimed_case_claims_it_in_the_same_decision() -> None:
    world, _ = done(acts.DispatchUnits(unit_ids=("u1",)), facts())
    case = case_of(world)
    assert case.claim is not None
    assert case.claim.holder_id == "dewi"
    assert case.status is Status.ORDERED
    unit = world.unit("u1")
    assert unit is not None
    assert (unit.status, unit.report_number) == (UnitStatus.ORDERED, "KJ-2611-0001")


@pytest.mark.parametrize(
    ("unit", "reason"),
    [
        (a_unit("u1", status=UnitStatus.OFF_DUTY), Reason.UNIT_OFF_DUTY),
        (a_unit("u1", status=UnitStatus.EN_ROUTE, report_id="other"), Reason.UNIT_BUSY),
        (a_unit("u9"), Reason.NOT_FOUND),
    ],
)
def test_only_free_known_units_on_duty_can_be_sent(unit: object, reason: Reason) -> None:
    world = facts(units=(unit,))
    assert refused(acts.DispatchUnits(unit_ids=("u1",)), world).reason is reason


def test_a_unit_already_on_this_case_or_no_unit_at_all_is_refused() -> None:
    world, _ = done(acts.DispatchUnits(unit_ids=("u1",)), facts())
    assert refused(acts.DispatchUnits(unit_ids=("u1",)), world).reason is Reason.UNIT_BUSY
    assert refused(acts.DispatchUnits(unit_ids=()), world).reason is Reason.BAD_VALUE


def test_unit_answers_move_forward_only_and_free_the_unit_at_the_end() -> None:
    world, _ = done(acts.DispatchUnits(unit_ids=("u1", "u2")), facts())
    world, _ = done(acts.SetUnitStatus(unit_id="u1", status="en_route", by="radio"), world)
    assert case_of(world).status is Status.EN_ROUTE
    world, _ = done(acts.SetUnitStatus(unit_id="u1", status="on_scene", by="phone"), world)
    assert case_of(world).status is Status.ON_SCENE
    back = acts.SetUnitStatus(unit_id="u1", status="accepted", by="radio")
    assert refused(back, world).reason is Reason.ILLEGAL_STATUS
    assert refused(replace(back, status="done", by="pigeon"), world).reason is Reason.BAD_VALUE
    world, _ = done(acts.SetUnitStatus(unit_id="u1", status="done", by="radio"), world)
    unit = world.unit("u1")
    assert unit is not None
    assert (unit.status, unit.report_id) == (UnitStatus.AVAILABLE, "")
    assert refused(acts.CancelDispatch(unit_id="u1"), world).reason is Reason.UNIT_NOT_ASSIGNED
    world, _ = done(acts.CancelDispatch(unit_id="u2"), world)
    assert case_of(world).status is Status.CLAIMED


def test_closing_asks_about_units_still_on_the_case_and_releases_them_when_told() -> None:
    world, _ = done(acts.DispatchUnits(unit_ids=("u1",)), facts())
    refusal = refused(acts.CloseCase(outcome="handled_on_scene"), world)
    assert refusal.reason is Reason.UNITS_STILL_ASSIGNED
    assert refusal.params["units"] == "U1"
    world, _ = done(acts.CloseCase(outcome="handled_on_scene", release_units=True), world)
    case = case_of(world)
    assert (case.status, case.claim, case.closed_by) == (Status.CLOSED, None, "Aiptu Dewi")
    unit = world.unit("u1")
    assert unit is not None
    assert unit.status is UnitStatus.AVAILABLE


def test_an_ended_case_takes_no_more_work_until_reopened_by_a_supervisor() -> None:
    world, _ = done(acts.JunkCase(outcome="prank"), facts())
    assert case_of(world).status is Status.JUNKED
    assert refused(acts.ClaimCase(), world, SARI).reason is Reason.ALREADY_ENDED
    assert refused(acts.ReopenCase(), world, SARI).reason is Reason.ROLE_FORBIDDEN
    world, _ = done(acts.ReopenCase(reason="bukan iseng"), world, BOSS)
    case = case_of(world)
    assert (case.status, case.unread, case.outcome) == (Status.NEW, True, "")
    assert refused(acts.ReopenCase(), world, BOSS).reason is Reason.NOT_ENDED


@pytest.mark.parametrize(
    ("report", "reason"),
    [
        (a_report(kind=ReportKind.PANIC, text=""), Reason.PROTECTED_FROM_JUNK),
        (a_report(priority=1), Reason.NOT_CLAIMED),
    ],
)
def test_panic_presses_and_unclaimed_life_reports_are_not_junked_by_one_key(report: Report, reason: Reason) -> None:
    assert refused(acts.JunkCase(outcome="prank"), facts(report=report)).reason is reason


def test_junk_and_close_take_only_their_own_outcomes() -> None:
    assert refused(acts.JunkCase(outcome="handled_on_scene"), facts()).reason is Reason.BAD_VALUE
    assert refused(acts.CloseCase(outcome="bored"), facts()).reason is Reason.BAD_VALUE


def test_junk_waits_until_units_are_called_back() -> None:
    world, _ = done(acts.DispatchUnits(unit_ids=("u1",)), facts())
    assert refused(acts.JunkCase(outcome="test"), world).reason is Reason.UNITS_STILL_ASSIGNED


def test_two_desks_setting_the_same_state_from_one_version_meet_a_conflict() -> None:
    world = facts()
    seen = Subject(kind="report", id="r1", base_version=case_of(world).version)
    first = decide(acts.SetPriority(priority=1), world, DEWI, subject=seen)
    second = decide(acts.SetPriority(priority=4), world, SARI, subject=seen)
    assert judge(first, world, DEWI, T0) is None
    world, _ = done(acts.SetPriority(priority=1), world)
    refusal = judge(second, world, SARI, T0)
    assert refusal is not None
    assert refusal.reason is Reason.CHANGED_MEANWHILE
    assert refusal.params["by"] == "Aiptu Dewi"


def test_notes_and_reading_never_conflict_and_need_no_claim() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    version = case_of(world).version
    world, _ = done(acts.AddNote(text="saksi di warung"), world, SARI)
    world, _ = done(acts.MarkRead(), world, SARI)
    assert case_of(world).version == version
    assert refused(acts.AddNote(text="  "), world).reason is Reason.EMPTY_TEXT


def test_asking_needs_a_reachable_reporter_and_on_a_sensitive_case_a_tick_first() -> None:
    mute = facts(report=a_report(reporter=replace(a_report().reporter, reachable=False)))
    assert refused(acts.AskReporter(text="Di mana?"), mute).reason is Reason.NOT_REACHABLE
    assert refused(acts.AskReporter(text=""), facts()).reason is Reason.EMPTY_TEXT
    world, _ = done(acts.SetCategory(category="domestic_violence"), facts())
    assert case_of(world).sensitive
    assert refused(acts.AskReporter(text="Aman?"), world).reason is Reason.NOT_SAFE_TO_CONTACT
    world, _ = done(acts.SetSafeToContact(safe=True), world)
    world, _ = done(acts.AskReporter(text="Aman?"), world)
    assert case_of(world).timeline[-1].text == "Aman?"


def test_values_off_the_scale_are_refused() -> None:
    assert refused(acts.SetPriority(priority=5), facts()).reason is Reason.BAD_VALUE
    assert refused(acts.SetCategory(category="gossip"), facts()).reason is Reason.BAD_VALUE


def test_a_forward_is_held_then_confirmed_by_a_person() -> None:
    world, forwarded = done(acts.ForwardCase(agency_id="pln", text="Kabel putus"), facts())
    case = case_of(world)
    assert case.status is Status.FORWARDED
    assert case.forwards[0].status is ForwardStatus.HELD
    assert (case.forwards[0].send_after - forwarded.decided_at).total_seconds() == 10
    said = acts.ConfirmForward(forward_id=forwarded.id, confirmed_by="Bu Rina", by="phone")
    assert refused(replace(said, confirmed_by=""), world).reason is Reason.EMPTY_TEXT
    assert refused(replace(said, forward_id="none"), world).reason is Reason.NOT_FOUND
    world, _ = done(said, world)
    assert case_of(world).forwards[0].confirmed_by == "Bu Rina"
    assert case_of(world).status is Status.CLAIMED


def test_a_forward_needs_a_known_agency_words_and_a_sensible_hold() -> None:
    assert refused(acts.ForwardCase(agency_id="x", text="a"), facts()).reason is Reason.NOT_FOUND
    assert refused(acts.ForwardCase(agency_id="pln", text=" "), facts()).reason is Reason.EMPTY_TEXT
    assert refused(acts.ForwardCase(agency_id="pln", text="a", hold_s=3600), facts()).reason is Reason.BAD_VALUE


def test_looking_needs_a_reason_and_is_written_down() -> None:
    assert refused(acts.Look(what="identity", reason=""), facts()).reason is Reason.EMPTY_TEXT
    world, _ = done(acts.Look(what="identity", reason="korban perlu dihubungi"), facts())
    assert case_of(world).timeline[-1].params == {"what": "identity"}


def test_review_is_by_another_supervisor_on_ended_cases_and_a_return_needs_a_note() -> None:
    assert refused(acts.ApproveCase(), facts(), BOSS).reason is Reason.NOT_ENDED
    own, _ = done(acts.CloseCase(outcome="nothing_found"), facts(), BOSS)
    assert refused(acts.ApproveCase(), own, BOSS).reason is Reason.OWN_REVIEW
    world, _ = done(acts.CloseCase(outcome="nothing_found"), facts())
    assert refused(acts.ReturnCase(note=""), world, BOSS).reason is Reason.EMPTY_TEXT
    assert refused(acts.ApproveCase(), world, SARI).reason is Reason.ROLE_FORBIDDEN
    approved, _ = done(acts.ApproveCase(), world, BOSS)
    review = case_of(approved).review
    assert review is not None
    assert review.verdict == "approved"
    returned, _ = done(acts.ReturnCase(note="lengkapi hasil"), world, BOSS)
    assert case_of(returned).status is Status.NEW
    assert case_of(returned).unread


def test_an_overseer_decides_nothing_and_a_missing_report_is_said_so() -> None:
    assert refused(acts.AddNote(text="x"), facts(), OVERSEER).reason is Reason.ROLE_FORBIDDEN
    decision = decide(acts.ClaimCase(), facts())
    refusal = judge(decision, Facts(report=None), DEWI, T0)
    assert refusal is not None
    assert refusal.reason is Reason.NOT_FOUND


def test_only_the_holder_gives_a_case_back() -> None:
    assert refused(acts.ReleaseCase(), facts()).reason is Reason.NOT_CLAIMED


def test_every_rule_belongs_to_an_act() -> None:
    assert set(RULES) <= set(acts.OPS.values())


def test_pending_decisions_are_folded_over_the_mirror_and_doubtful_ones_change_nothing() -> None:
    world = facts()
    claim = decide(acts.ClaimCase(), world)
    world_after, _ = done(acts.ClaimCase(), world)
    junk = decide(acts.JunkCase(outcome="prank"), world_after)
    late = decide(acts.SetPriority(priority=1), world_after)
    shown = project(world, [Pending(decision=d, actor=DEWI) for d in (claim, junk, late)])
    assert case_of(shown.facts).status is Status.JUNKED
    assert shown.waiting == (claim.id, junk.id)
    assert shown.doubtful[0][0] == late.id
    assert shown.doubtful[0][1].reason is Reason.ALREADY_ENDED


def test_a_mirror_the_server_has_moved_on_folds_to_the_same_case() -> None:
    world = facts()
    claim = decide(acts.ClaimCase(), world)
    shown = project(world, [Pending(decision=claim, actor=DEWI)])
    settled, _ = done(acts.ClaimCase(), world)
    assert case_of(shown.facts).claim == case_of(settled).claim
    assert case_of(shown.facts).assignments == ()
    assert AssignmentStatus.DONE not in {a.status for a in case_of(shown.facts).assignments}


def test_every_act_has_its_traits_and_its_step() -> None:
    assert set(TRAITS) == {*acts.OPS.values(), acts.ForeignAct}
    # Filing makes the report every step needs (casework/filing.py).
    # And a unit's duty is no step of a case (casework/duty.py).
    assert set(STEPS) | {acts.FileReport, *acts.ON_UNIT} == set(acts.OPS.values())
