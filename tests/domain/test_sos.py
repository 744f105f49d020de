"""An officer in danger: nobody disposes of his call; how it ends."""

from __future__ import annotations

from console.domain import acts
from console.domain.casework.sos import called_again, called_off, officer_safe
from console.domain.decision import Reason
from console.domain.place import Place
from console.domain.report import Report, ReportKind
from console.domain.watched import watched
from tests.domain.cases import BOSS, SARI, T0, a_report, a_unit, case_of, done, facts, refused

DANGER = Reason.OFFICER_IN_DANGER


def sos() -> Report:
    return a_report(category="officer_sos", priority=1, kind=ReportKind.PANIC)


def test_it_is_not_junked_renamed_calmed_passed_on_or_stopped() -> None:
    world, _ = done(acts.ClaimCase(), facts(sos()))
    for act in (
        acts.JunkCase(outcome="test"),
        acts.SetCategory(category="other"),
        acts.SetPriority(priority=4),
        acts.PauseClock(reason="x"),
        acts.TransferCase(kind="110", name="110"),
        acts.CloseCase(outcome="nothing_found", note="salah tekan"),
    ):
        assert refused(act, world).reason is DANGER


def test_a_supervisor_ends_it_with_a_reason() -> None:
    assert refused(acts.CloseCase(outcome="nothing_found"), facts(sos()), BOSS).reason is DANGER
    world, _ = done(acts.CloseCase(outcome="nothing_found", note="sudah dicek di tempat"), facts(sos()), BOSS)
    assert case_of(world).ended


def test_the_officers_own_word_lets_anybody_close_it_and_counts_once() -> None:
    safe = officer_safe(sos(), a_unit(), T0)
    assert called_off(safe)
    assert safe.unread
    assert officer_safe(safe, a_unit(), T0) == safe
    world, _ = done(acts.CloseCase(outcome="nothing_found"), facts(safe), SARI)
    assert case_of(world).ended
    assert refused(acts.JunkCase(outcome="test"), facts(safe)).reason is DANGER


def test_a_second_call_takes_his_word_back_and_moves_the_case_to_his_newest_place() -> None:
    safe = officer_safe(sos(), a_unit(), T0)
    again = called_again(safe, a_unit(), T0, Place(lat=-7.9, lon=112.6))
    assert not called_off(again)
    assert again.place.lat == -7.9
    assert called_again(safe, a_unit(), T0).place == safe.place


def test_the_whole_shift_watches_it_until_it_ends() -> None:
    assert watched(sos())
    assert not watched(a_report())
    world, _ = done(acts.CloseCase(outcome="nothing_found", note="aman"), facts(sos()), BOSS)
    assert not watched(case_of(world))


def test_other_cases_are_closed_as_ever() -> None:
    assert officer_safe(a_report(), a_unit(), T0) == a_report()
    world, _ = done(acts.CloseCase(outcome="nothing_found"), facts())
    assert case_of(world).ended
