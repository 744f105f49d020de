"""Merging and splitting: what carries over, what is refused; no history loses a report."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.bench.merging_histories import BREAKS, KINDS, History, Step
from console.domain import acts
from console.domain.casework import Facts
from console.domain.casework.merging import into_of, merging_of, reports_named
from console.domain.casework.recalled import as_received
from console.domain.decision import Reason
from console.domain.merging_matter import Matter, own_matter
from console.domain.report import Report, ReportKind, Status
from console.domain.reporter import Reporter
from tests.domain.cases import DEWI, SARI, a_report, case_of, done, facts, refused

PARENT = a_report(id="r2", number="KJ-2611-0002", priority=3, text="Truk terguling di simpang")
MERGE = acts.MergeCase(into_id="r2")


def world(child: Report | None = None, parent: Report = PARENT) -> Facts:
    return facts(child or a_report(), others=(parent,))


def parent_of(after: Facts) -> Report:
    found = after.other("r2")
    assert found is not None
    return found


def test_a_merged_report_leaves_the_queue_and_keeps_all_of_its_own() -> None:
    held, _ = done(acts.ClaimCase(), world())
    after, decision = done(MERGE, held)
    child, parent = case_of(after), parent_of(after)
    assert (child.status, child.claim, child.ended) == (Status.MERGED, None, True)
    assert (child.text, child.place, child.reporter) == (a_report().text, a_report().place, a_report().reporter)
    into = into_of(child)
    assert into is not None
    assert (into.report_id, into.number, into.by, into.decision_id) == ("r2", PARENT.number, DEWI.name, decision.id)
    assert [each.report_id for each in merging_of(parent).children] == ["r1"]
    assert (parent.priority, parent.version, parent.revision) == (2, PARENT.version, PARENT.revision + 1)
    assert parent.timeline[-1].params == {"number": child.number, "op": "report.merge", "priority": "2"}


def test_the_holder_of_the_parent_keeps_it_and_finds_the_news_unread() -> None:
    of_sari, _ = done(acts.ClaimCase(), facts(PARENT), SARI)
    after, _ = done(MERGE, world(parent=case_of(of_sari)))
    assert parent_of(after).claim == case_of(of_sari).claim
    assert parent_of(after).unread
    own, _ = done(MERGE, world(parent=case_of(of_sari)), SARI)
    assert not parent_of(own).unread


def test_splitting_brings_it_back_whole_with_what_its_reporter_was_told() -> None:
    after, _ = done(MERGE, world())
    told, message = done(acts.TellReporters(text="Derek menuju lokasi"), facts(parent_of(after)), after_s=20)
    apart, _ = done(acts.SplitCase(), Facts(report=case_of(after), others=(case_of(told),)), after_s=30)
    child = case_of(apart)
    assert (child.status, child.merging, child.unread) == (Status.NEW, None, True)
    assert [e.params["id"] for e in child.timeline if e.kind == "merge.told"] == [message.id]
    assert parent_of(apart).merging is None
    assert parent_of(apart).priority == 2
    again, _ = done(MERGE, apart, after_s=40)
    apart, _ = done(acts.SplitCase(), again, after_s=50)
    assert [e.kind for e in case_of(apart).timeline].count("merge.told") == 1


def test_undo_of_a_merge_gives_the_claim_back_and_undo_of_a_split_merges_again() -> None:
    held, _ = done(acts.ClaimCase(), world())
    merged, merge = done(MERGE, held)
    back, _ = done(acts.Undo(decision_id=merge.id), merged, after_s=8)
    claim = case_of(back).claim
    assert claim is not None
    assert (claim.holder_id, case_of(back).status) == (DEWI.id, Status.CLAIMED)
    assert merging_of(parent_of(back)).children == ()
    apart, split = done(acts.SplitCase(), merged, after_s=8)
    joined, _ = done(acts.Undo(decision_id=split.id), apart, after_s=9)
    assert case_of(joined).status is Status.MERGED
    assert [each.report_id for each in merging_of(parent_of(joined)).children] == ["r1"]
    gone = replace(joined, others=())
    assert refused(acts.Undo(decision_id=merge.id), replace(merged, others=())).reason is Reason.NOT_FOUND
    assert refused(acts.SplitCase(), gone).reason is Reason.NOT_FOUND


def test_opposite_merges_make_no_loop_whichever_comes_first() -> None:
    first, _ = done(MERGE, world())
    other_way = Facts(report=parent_of(first), others=(case_of(first),))
    refusal = refused(acts.MergeCase(into_id="r1"), other_way, SARI)
    assert (refusal.reason, refusal.params["into"]) == (Reason.PARENT_MERGED, PARENT.number)


def test_only_into_another_case_that_goes_on() -> None:
    closed, _ = done(acts.CloseCase(outcome="handled_on_scene"), facts(PARENT))
    assert refused(MERGE, world(parent=case_of(closed))).reason is Reason.PARENT_ENDED
    assert refused(MERGE, facts()).reason is Reason.NOT_FOUND
    assert refused(acts.MergeCase(into_id="r1"), world()).reason is Reason.BAD_VALUE
    sent, _ = done(acts.DispatchUnits(unit_ids=("u1",)), world())
    refusal = refused(MERGE, sent)
    assert (refusal.reason, refusal.params["units"]) == (Reason.UNITS_STILL_ASSIGNED, "U1")


def test_on_a_merged_report_only_what_concerns_its_reporter_is_decided() -> None:
    merged, _ = done(MERGE, world())
    for act in (acts.ClaimCase(), acts.DispatchUnits(unit_ids=("u1",)), acts.CloseCase(outcome="nothing_found"),
                acts.ReopenCase(), MERGE, acts.JunkCase(outcome="prank")):  # fmt: skip
        assert refused(act, merged).reason is Reason.MERGED_AWAY
    asked, _ = done(acts.AskReporter(text="Ada yang luka?"), merged)
    noted, _ = done(acts.AddNote(text="sama"), asked)
    assert (case_of(noted).status, case_of(noted).claim) == (Status.MERGED, None)
    assert refused(acts.SplitCase(), world()).reason is Reason.NOT_MERGED


def test_a_case_with_reports_merged_into_it_is_never_junk() -> None:
    merged, _ = done(MERGE, world(parent=replace(PARENT, priority=2)))
    refusal = refused(acts.JunkCase(outcome="prank"), facts(parent_of(merged)))
    assert (refusal.reason, refusal.params["n"]) == (Reason.HAS_CHILDREN, "1")


def test_a_large_incident_gathers_reports_until_it_ends() -> None:
    made, decision = done(acts.MakeIncident(title=" Banjir Klojen ", lead="Ipda Contoh"), facts(PARENT))
    incident = merging_of(case_of(made)).incident
    assert incident is not None
    assert (incident.title, incident.lead, incident.by) == ("Banjir Klojen", "Ipda Contoh", DEWI.name)
    attach = acts.AddToIncident(into_id="r2")
    plain = a_report(text="air tinggi juga di sini", id="r1")
    added, _ = done(attach, world(plain, case_of(made)))
    assert case_of(added).status is Status.MERGED
    renamed, again = done(acts.MakeIncident(title="Banjir Malang", lead="Kompol Contoh"), made, after_s=6)
    back, _ = done(acts.Undo(decision_id=again.id), renamed, after_s=7)
    assert merging_of(case_of(back)).incident == replace(incident, by=DEWI.name)
    gone, _ = done(acts.Undo(decision_id=decision.id), made, after_s=7)
    assert case_of(gone).merging is None
    ended, _ = done(acts.EndIncident(), facts(parent_of(added)))
    assert len(merging_of(case_of(ended)).children) == 1
    assert refused(attach, world(plain, case_of(ended))).reason is Reason.NOT_INCIDENT
    assert refused(acts.EndIncident(), ended).reason is Reason.NOT_INCIDENT
    ended_then_undone, _ = done(acts.EndIncident(), made, after_s=6)
    still, _ = done(acts.Undo(decision_id=decision.id), ended_then_undone, after_s=7)
    assert case_of(still).merging is None


def test_what_a_large_incident_needs_is_asked_for() -> None:
    assert refused(acts.MakeIncident(title=" ", lead="x"), facts()).reason is Reason.EMPTY_TEXT
    assert refused(acts.MakeIncident(title="x", lead=""), facts()).params == {"field": "lead"}
    assert refused(acts.MakeIncident(title="x" * 81, lead="y"), facts()).reason is Reason.BAD_VALUE
    assert refused(acts.TellReporters(text=" "), facts()).reason is Reason.EMPTY_TEXT
    secret = a_report(sensitive=True)
    assert refused(acts.TellReporters(text="x"), facts(secret)).reason is Reason.NOT_SAFE_TO_CONTACT


def test_a_report_with_a_matter_of_its_own_stays_in_the_queue() -> None:
    made, _ = done(acts.MakeIncident(title="Banjir", lead="Ipda Contoh"), facts(PARENT))
    attach, incident = acts.AddToIncident(into_id="r2"), case_of(made)
    refusal = refused(attach, world(a_report(text="kami TERJEBAK di lantai dua"), incident))
    assert (refusal.reason, refusal.params["words"]) == (Reason.OWN_MATTER, "TERJEBAK")
    panic = a_report(kind=ReportKind.PANIC, text="")
    assert refused(attach, world(panic, incident)).params["matter"] == "panic"
    assert refused(attach, facts()).reason is Reason.NOT_FOUND
    done(MERGE, world(panic, incident))


@pytest.mark.parametrize(
    ("text", "matter", "words"),
    [
        ("gak bisa keluar rumah", Matter.TRAPPED, "gak bisa keluar"),
        ("ora iso metu pak", Matter.TRAPPED, "ora iso metu"),
        ("nenek saya di dalam", Matter.VICTIM, "nenek"),
        ("api sudah sampai Jl. Mawar 12", Matter.PLACE, "Jl. Mawar 12"),
        ("di Gang Melati juga", Matter.PLACE, "Gang Melati"),
        ("kebakaran besar di Pasar Besar", None, ""),
        ("ada korban di jalan Kawi", None, ""),
        ("jalan rusak, air tinggi", None, ""),
        ("asapnya tebal sekali", None, ""),
    ],
)
def test_the_words_that_keep_it_there_are_named(text: str, matter: Matter | None, words: str) -> None:
    found = own_matter(text, "Kebakaran Pasar Besar jalan Kawi korban 2 orang")
    assert (found.matter if found else None, found.words if found else "") == (matter, words)


def test_a_decision_names_the_other_report_it_is_about() -> None:
    merged, merge = done(MERGE, world())
    assert reports_named(MERGE, a_report()) == ("r2",)
    assert reports_named(acts.MergeCase(into_id=""), a_report()) == ()
    assert reports_named(acts.SplitCase(), case_of(merged)) == ("r2",)
    assert reports_named(acts.SplitCase(), a_report()) == ()
    assert reports_named(acts.Undo(decision_id=merge.id), case_of(merged)) == ("r2",)
    assert reports_named(acts.ClaimCase(), a_report()) == ()


def test_a_reporter_out_of_reach_is_marked_and_a_restored_server_begins_anew() -> None:
    merged, _ = done(MERGE, world(a_report(reporter=Reporter(id="p", reachable=False))))
    assert not merging_of(parent_of(merged)).children[0].reachable
    assert as_received(case_of(merged)).merging is None


def test_the_mirror_may_learn_of_the_parent_first() -> None:
    merged, _ = done(MERGE, world())
    parent_first, _ = done(MERGE, world(parent=parent_of(merged)))
    assert parent_of(parent_first) == parent_of(merged)
    apart, _ = done(acts.SplitCase(), replace(merged, others=(PARENT,)), after_s=9)
    assert parent_of(apart) == PARENT


STEPS = st.tuples(st.integers(0, KINDS - 1), st.integers(0, 2), st.integers(0, 4), st.integers(0, 4))


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, max_size=30))
def test_no_history_of_merges_and_splits_loses_a_report(steps: list[Step]) -> None:
    history = History()
    for step in steps:
        history.step(step)
    history.end()
    assert history.troubles() == []
    history.split_all()
    assert history.troubles() == []
    assert all(into_of(r) is None and not merging_of(r).children for r in history.reports.values())


def test_a_planted_loop_is_found() -> None:
    mend = BREAKS["loop"]()
    try:
        history = History()
        for step in ((0, 0, 0, 1), (0, 1, 1, 0)):
            history.step(step)
        history.end()
        assert any("loop" in trouble for trouble in history.troubles())
    finally:
        mend()
