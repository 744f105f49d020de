"""Closing: the center's own list, what each outcome needs, what the case keeps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.domain import acts
from console.domain.act_versions import upcast
from console.domain.callback import Callback, CallbackWhy, Try, TryResult
from console.domain.casework.closing import found_by_choices
from console.domain.decision import Reason
from console.domain.outcome import CAN_STRIKE, SHIPPED, CloseOutcome, Ending, FoundBy, OutcomeList
from console.domain.report import Status
from console.domain.timeline import Entry
from tests.domain.cases import T0, a_report, case_of, done, facts, refused

ADMITTED = a_report(timeline=(Entry(kind="answer", at=T0, text="maaf, bercanda"),))


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (acts.CloseCase(outcome="bored"), Reason.BAD_VALUE),
        (acts.CloseCase(outcome="referred", referred_to=" "), Reason.NEEDS_WHOM),
        (acts.CloseCase(outcome="police_report_made"), Reason.NEEDS_LP_NUMBER),
        (acts.CloseCase(outcome="false_report"), Reason.NEEDS_FINDING),
        (acts.CloseCase(outcome="false_report", finding="kosong", found_by="scene"), Reason.NEEDS_FINDING),
        (acts.CloseCase(outcome="referred", referred_to="x" * 101), Reason.BAD_VALUE),
        (acts.CloseCase(outcome="false_report", finding="x" * 2_001), Reason.BAD_VALUE),
    ],
)
def test_an_outcome_does_not_stand_without_what_it_needs(act: acts.CloseCase, reason: Reason) -> None:
    assert refused(act, facts()).reason is reason


def test_what_the_outcome_asked_for_stays_with_the_case_and_goes_with_an_undo() -> None:
    closed, decision = done(acts.CloseCase(outcome="referred", referred_to=" Satlantas "), facts())
    assert case_of(closed).ending == Ending(referred_to="Satlantas")
    assert case_of(closed).timeline[-1].params == {"outcome": "referred", "whom": "Satlantas"}
    assert case_of(done(acts.Undo(decision_id=decision.id), closed, after_s=8)[0]).ending is None
    assert case_of(done(acts.CloseCase(outcome="duplicate"), facts())[0]).ending is None


def test_a_false_report_rests_on_the_scene_or_on_the_reporters_own_word() -> None:
    assert found_by_choices(a_report()) == ()
    assert found_by_choices(ADMITTED) == (FoundBy.ADMISSION,)
    heard = Try(decision_id="d", at=T0, by_name="Dewi", result=TryResult.ANSWERED)
    silent = a_report(text="", callback=Callback(why=CallbackWhy.SILENT, tries=(heard,)))
    assert found_by_choices(silent) == (FoundBy.ADMISSION,)
    there, _ = done(acts.DispatchUnits(unit_ids=("u1",)), facts())
    there, _ = done(acts.SetUnitStatus(unit_id="u1", status="on_scene", by="radio"), there)
    assert found_by_choices(case_of(there)) == (FoundBy.SCENE,)
    act = acts.CloseCase(outcome="false_report", finding="mengaku", found_by="admission")
    closed = case_of(done(act, facts(ADMITTED))[0])
    assert closed.ending == Ending(finding="mengaku", found_by="admission")
    assert (closed.timeline[-1].text, closed.timeline[-1].params["found_by"]) == ("mengaku", "admission")


def test_closing_as_junk_ends_as_junk_and_never_an_unclaimed_critical_report() -> None:
    assert case_of(done(acts.CloseCase(outcome="test"), facts())[0]).status is Status.JUNKED
    assert refused(acts.CloseCase(outcome="prank"), facts(a_report(priority=1))).reason is Reason.NOT_CLAIMED


def test_the_centers_own_list_counts_and_a_retired_outcome_still_stands() -> None:
    own = OutcomeList(outcomes=(CloseOutcome(id="damai", words="Damai"), CloseOutcome(id="duplicate", retired=True)))
    closed = case_of(done(acts.CloseCase(outcome="damai"), facts(outcomes=own))[0])
    assert (closed.status, closed.ending) == (Status.CLOSED, Ending(words="Damai"))
    done(acts.CloseCase(outcome="duplicate"), facts(outcomes=own))
    done(acts.CloseCase(outcome="nothing_found"), facts(outcomes=own))
    assert [each.id for each in own.offered()] == ["damai"]


def test_one_decided_by_an_older_console_stands_without_what_it_could_not_know() -> None:
    shape = upcast("report.close", 1, {"outcome": "referred"})
    assert shape == {"outcome": "referred", "asked": False}
    done(acts.CloseCase(outcome="referred", asked=False), facts())


def test_only_three_outcomes_can_strike_and_which_do_is_the_centers_setting() -> None:
    assert {each.id for each in SHIPPED.outcomes if SHIPPED.strikes(each.id)} <= set(CAN_STRIKE)
    bold = OutcomeList(outcomes=(CloseOutcome(id="nothing_found", strikes=True), CloseOutcome(id="test", strikes=True)))
    assert not bold.strikes("nothing_found")
    assert bold.strikes("test")
    assert not bold.strikes("prank")
    assert not replace(SHIPPED, outcomes=()).strikes("false_report")
