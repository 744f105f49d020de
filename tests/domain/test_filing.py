"""Filing from a desk: the same rules on both ends, never made twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from console.domain import acts
from console.domain.acts import OP_OF, Act
from console.domain.call import Caller, CallFacts
from console.domain.casework import Facts, Pending, apply, judge, project
from console.domain.casework.recalled import as_received
from console.domain.decision import Decision, Reason, Subject
from console.domain.person import Actor
from console.domain.place import Place
from console.domain.report import Report, ReportKind, SourceKind, Status
from console.domain.report_number import fits_kind, numbered, read_number, series_of
from tests.domain.cases import DEWI, OVERSEER, T0, a_report

ID = "019a0000-0000-7000-8000-000000000001"
FILING = acts.FileReport(
    number="KJ-2611-0042",
    source_kind=SourceKind.CALL_110,
    text="tabrakan truk dan motor",
    category="traffic_accident",
    priority=2,
    place=Place(words="Simpang Blimbing"),
    received_at=T0 - timedelta(minutes=1),
    caller=Caller(name_masked="B•••", phone_masked="+62•••••••••01", reachable=True, sealed="c2VnZWw="),
    call=CallFacts(rang_at=T0 - timedelta(minutes=1), answered_at=T0 - timedelta(seconds=52)),
)


def deciding(act: Act, actor: Actor = DEWI, report_id: str = ID, at: datetime = T0, made: str = "d1") -> Decision:
    return Decision(
        id=made, op=OP_OF[type(act)], subject=Subject(kind="report", id=report_id), actor_id=actor.id,
        actor_session_id=actor.session_id, desk_id=actor.desk_id, decided_at=at, act=act,
    )  # fmt: skip


def filed(act: acts.FileReport = FILING) -> Report:
    decision = deciding(act)
    assert judge(decision, Facts(report=None), DEWI, T0) is None
    report = apply(decision, Facts(report=None), DEWI).report
    assert report is not None
    return report


def test_a_filed_report_is_new_numbered_and_counted_from_when_it_rang() -> None:
    report = filed()
    assert (report.id, report.number, report.status) == (ID, "KJ-2611-0042", Status.NEW)
    assert (report.revision, report.version) == (1, 1)
    assert (report.received_at, report.source_kind) == (T0 - timedelta(minutes=1), SourceKind.CALL_110)
    assert report.call is not None
    assert (report.call.answer_s, report.call.taken_by, report.call.filed_at) == (8.0, DEWI.name, T0)
    who = report.reporter
    assert (who.name_masked, who.reachable, who.sealed) == ("B•••", True, "c2VnZWw=")
    [line] = report.timeline
    assert (line.kind, line.decision_id) == ("report.file", "d1")
    assert line.params == {"channel": "call_110", "late": "no", "answer_s": "8"}


def test_without_an_exchange_the_answer_time_is_unknown_and_not_zero() -> None:
    assert CallFacts().answer_s is None
    assert CallFacts(rang_at=T0).answer_s is None


def test_a_sensitive_category_is_sensitive_from_the_first_moment() -> None:
    assert filed(replace(FILING, category="domestic_violence")).sensitive


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"number": "LP-2611-0042"}, "number"),
        ({"number": "LY-2611-0042"}, "number"),
        ({"category": "gempa bumi"}, "category"),
        ({"priority": 5}, "priority"),
        ({"kind": ReportKind.PANIC}, "kind"),
        ({"source_kind": SourceKind.SMS}, "source_kind"),
        ({"text": "a" * 8_001}, "text"),
        ({"received_at": T0 + timedelta(hours=1)}, "received_at"),
        ({"received_at": T0 - timedelta(days=31)}, "received_at"),
        ({"received_at": T0.replace(tzinfo=None)}, "received_at"),
        ({"place": Place(words="j" * 1_001)}, "place.words"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_its_field(change: dict[str, object], field: str) -> None:
    act = replace(FILING, **change)  # type: ignore[arg-type]
    refusal = judge(deciding(act), Facts(report=None), DEWI, T0)
    assert refusal is not None
    assert (refusal.reason, refusal.params["field"]) == (Reason.BAD_VALUE, field)


def test_a_case_needs_a_place_and_an_aspiration_does_not() -> None:
    nowhere = replace(FILING, place=Place(words="  "))
    refusal = judge(deciding(nowhere), Facts(report=None), DEWI, T0)
    assert refusal is not None
    assert refusal.reason is Reason.EMPTY_TEXT
    wish = replace(nowhere, kind=ReportKind.ASPIRATION, number="AS-2611-0001", category="aspiration")
    assert filed(wish).number == "AS-2611-0001"


def test_only_desk_roles_file_and_only_under_a_proper_id() -> None:
    for decision, actor, reason in (
        (deciding(FILING, OVERSEER), OVERSEER, Reason.ROLE_FORBIDDEN),
        (deciding(FILING, report_id="r1"), DEWI, Reason.BAD_VALUE),
        (deciding(FILING, report_id=ID.upper().replace("A", "B")), DEWI, Reason.BAD_VALUE),
    ):
        refusal = judge(decision, Facts(report=None), actor, T0)
        assert refusal is not None
        assert refusal.reason is reason


def test_the_same_filing_again_changes_nothing_and_another_on_its_id_is_refused() -> None:
    there = Facts(report=filed())
    again = deciding(FILING)
    assert judge(again, there, DEWI, T0) is None
    assert apply(again, there, DEWI) == there
    assert judge(deciding(FILING, made="d2"), there, DEWI, T0) is not None


def test_every_other_act_still_needs_a_report() -> None:
    refusal = judge(deciding(acts.AddNote(text="catatan")), Facts(report=None), DEWI, T0)
    assert refusal is not None
    assert refusal.reason is Reason.NOT_FOUND


def test_what_follows_a_filing_folds_over_it_without_the_server() -> None:
    later = [deciding(FILING), deciding(acts.AddNote(text="dua luka"), made="d2"),
             deciding(acts.ClaimCase(), made="d3")]  # fmt: skip
    shown = project(Facts(report=None), [Pending(decision=each, actor=DEWI) for each in later])
    assert shown.doubtful == ()
    assert shown.facts.report is not None
    assert shown.facts.report.status is Status.CLAIMED


def test_the_caller_may_be_named_after_filing_but_only_of_what_a_desk_took() -> None:
    named = acts.SetCaller(caller=Caller(name_masked="S•••", reachable=True, sealed="bGFpbg=="))
    facts = Facts(report=filed())
    assert judge(deciding(named, made="d2"), facts, DEWI, T0) is None
    after = apply(deciding(named, made="d2"), facts, DEWI).report
    assert after is not None
    assert (after.reporter.name_masked, after.version) == ("S•••", 1)
    assert judge(deciding(named, made="d2", report_id="r1"), Facts(report=a_report()), DEWI, T0) is not None
    assert judge(deciding(acts.SetCaller(caller=Caller()), made="d2"), facts, DEWI, T0) is not None


def test_a_restored_server_gets_it_back_as_it_was_filed_and_knows_the_filing_again() -> None:
    moved = apply(deciding(acts.SetPriority(priority=1), made="d2"), Facts(report=filed()), DEWI).report
    assert moved is not None
    back = as_received(moved)
    assert (back.priority, back.version, [line.kind for line in back.timeline]) == (2, 1, ["report.file"])
    assert judge(deciding(FILING), Facts(report=back), DEWI, T0) is None


def test_numbers_are_read_as_they_are_written() -> None:
    assert series_of(ReportKind.CALL, T0, "Asia/Jakarta") == "KJ-2611"
    assert read_number(numbered("AS-2612", 12_345)) == ("AS-2612", 12_345)
    assert [read_number(bad) for bad in ("KJ-2611-42", "KJ-2611-00042", "LP-2611-0042", "")] == [None] * 4
    assert fits_kind("LY-2611-0001", ReportKind.SERVICE)
    assert not fits_kind("KJ-2611-0001", ReportKind.INFORMATION)
