"""The call-back list: who is on it, what rises, tries, what ending such a report needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from console.domain import acts
from console.domain.attachment import Attachment
from console.domain.call import CallFacts
from console.domain.callback import Callback, CallbackWhy, Try, TryResult
from console.domain.casework.callback import (
    Earlier,
    listed,
    needs_try,
    never_strikes,
    rang_again,
    waits_for_callback,
    why_listed,
)
from console.domain.casework.contact import may_write
from console.domain.casework.recalled import as_received
from console.domain.decision import Reason
from console.domain.report import Report, ReportKind, Status
from console.domain.reporter import Reporter
from console.domain.score import urgency
from tests.domain.cases import SARI, T0, a_report, case_of, done, facts, refused

PHOTO = Attachment(id="f", name="a.jpg", media_type="image/jpeg", size_bytes=1, sha256="0" * 64, received_at=T0)
SILENT = a_report(kind=ReportKind.CALL, text="", category="other")


@pytest.mark.parametrize(
    ("report", "why"),
    [
        (a_report(kind=ReportKind.PANIC, text=""), CallbackWhy.PANIC),
        (a_report(kind=ReportKind.PANIC, text="", category="officer_sos"), None),
        (a_report(text=" ", attachments=(PHOTO,)), CallbackWhy.WORDLESS),
        (SILENT, CallbackWhy.SILENT),
        (a_report(text="halo tol", callback=Callback(why=CallbackWhy.BROKEN_OFF)), CallbackWhy.BROKEN_OFF),
        (a_report(text=""), None),
        (a_report(kind=ReportKind.CALL, text="", call=CallFacts(taken_by="Dewi")), None),
        (a_report(attachments=(PHOTO,)), None),
    ],
)
def test_what_nobody_can_judge_by_its_words_is_listed(report: Report, why: CallbackWhy | None) -> None:
    assert why_listed(report) is why
    assert (listed(report).callback is not None) is (why is not None)
    assert waits_for_callback(report) is (why is not None)
    if why is not None:
        world = facts(replace(report, priority=3))
        assert refused(acts.JunkCase(outcome="prank"), world).reason is Reason.PROTECTED_FROM_JUNK


def test_a_number_that_comes_again_within_half_an_hour_rises_and_one_with_violence_before() -> None:
    prank = Earlier(received_at=T0 - timedelta(minutes=29), category="other", status=Status.JUNKED)
    old = Earlier(received_at=T0 - timedelta(minutes=31), category="brawl", status=Status.JUNKED)
    beaten = replace(old, status=Status.CLOSED)
    again, calm, feared = (listed(SILENT, each).callback for each in ((prank,), (old,), (beaten,)))
    assert again is not None
    assert (again.rang, again.risen, again.violence) == (2, True, False)
    assert calm == Callback(why=CallbackWhy.SILENT, rang_at=T0)
    assert feared is not None
    assert (feared.rang, feared.risen) == (1, True)


def test_what_rises_stands_behind_the_next_higher_priority_and_never_before_it() -> None:
    risen = replace(SILENT, priority=2, callback=Callback(why=CallbackWhy.SILENT, rang=2))
    critical = a_report(priority=1)
    assert urgency(critical) < urgency(risen) < urgency(replace(SILENT, priority=2))
    assert urgency(replace(risen, priority=1)) < urgency(critical)


def test_the_earlier_one_is_counted_up_while_it_waits() -> None:
    first = listed(SILENT)
    at = T0 + timedelta(minutes=10)
    twice = rang_again(first, at)
    assert twice.callback == Callback(why=CallbackWhy.SILENT, rang=2, rang_at=at)
    assert (twice.timeline[-1].kind, twice.revision) == ("callback.rang", first.revision + 1)
    assert rang_again(first, T0 + timedelta(minutes=31)) == first
    assert rang_again(SILENT, at).callback is not None
    assert rang_again(a_report(), at) == a_report()


def test_a_try_is_kept_with_its_note_and_can_be_undone() -> None:
    world, decision = done(acts.RecordTry(result="no_answer", note="berdering lama"), facts(SILENT))
    made = Try(
        decision_id=decision.id, at=decision.decided_at, by_name="Aiptu Dewi", result=TryResult.NO_ANSWER,
        note="berdering lama",
    )  # fmt: skip
    callback = case_of(world).callback
    assert callback is not None
    assert callback.tries == (made,)
    assert not needs_try(case_of(world), "")
    back = case_of(done(acts.Undo(decision_id=decision.id), world, after_s=8)[0]).callback
    assert back is not None
    assert back.tries == ()


def test_a_restored_server_gets_the_report_back_without_what_is_sent_again() -> None:
    world, _ = done(acts.RecordTry(result="no_answer"), facts(listed(SILENT)))
    world, _ = done(acts.CloseCase(outcome="referred", referred_to="Polsek"), world)
    back = as_received(case_of(world))
    assert (back.callback, back.ending) == (listed(SILENT).callback, None)


def test_two_people_may_try_and_whoever_was_reached_takes_it_off_the_list() -> None:
    world, _ = done(acts.ClaimCase(), facts(SILENT))
    world, _ = done(acts.RecordTry(result="unreachable"), world, SARI)
    assert waits_for_callback(case_of(world))
    world, _ = done(acts.RecordTry(result="answered"), world)
    assert not waits_for_callback(case_of(world))
    assert refused(acts.JunkCase(outcome="prank"), world).reason is Reason.PROTECTED_FROM_JUNK


def test_a_try_belongs_to_the_list_has_a_known_result_and_endangers_nobody() -> None:
    assert refused(acts.RecordTry(result="answered"), facts()).reason is Reason.NOT_ON_CALLBACK_LIST
    assert refused(acts.RecordTry(result="gone"), facts(SILENT)).reason is Reason.BAD_VALUE
    covered = replace(SILENT, category="domestic_violence", sensitive=True)
    assert refused(acts.RecordTry(result="answered"), facts(covered)).reason is Reason.NOT_SAFE_TO_CONTACT
    done(acts.RecordTry(result="answered"), facts(replace(covered, safe_to_contact=True)))


def test_ending_needs_a_try_a_reason_or_somebody_who_was_there() -> None:
    world = facts(replace(SILENT, priority=3))
    assert refused(acts.CloseCase(outcome="prank"), world).reason is Reason.NEEDS_CALLBACK
    assert case_of(done(acts.CloseCase(outcome="prank", note="nomor uji operator"), world)[0]).status is Status.JUNKED
    tried, _ = done(acts.RecordTry(result="wrong_number"), world)
    assert case_of(done(acts.CloseCase(outcome="wrong_number"), tried)[0]).status is Status.JUNKED
    sent, _ = done(acts.DispatchUnits(unit_ids=("u1",)), world)
    assert refused(acts.CloseCase(outcome="handled_on_scene", release_units=True), sent).reason is Reason.NEEDS_CALLBACK
    there, _ = done(acts.SetUnitStatus(unit_id="u1", status="on_scene", by="radio"), sent)
    assert case_of(done(acts.CloseCase(outcome="handled_on_scene", release_units=True), there)[0]).ended


def test_a_call_that_failed_never_strikes_a_panic_press_may_have_been_a_prank() -> None:
    assert never_strikes(SILENT)
    assert not never_strikes(a_report(kind=ReportKind.PANIC, text=""))
    assert not never_strikes(a_report())


def test_nothing_leaves_by_itself_for_one_whom_it_could_endanger() -> None:
    assert may_write(a_report())
    assert not may_write(a_report(reporter=Reporter()))
    assert not may_write(a_report(sensitive=True))
    assert may_write(a_report(sensitive=True, safe_to_contact=True))
