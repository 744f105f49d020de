"""Settling a doubt: each finding explains its own part, the last word counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from console.desk.case import bare
from console.domain import acts
from console.domain.act_versions import newest
from console.domain.attachment import Attachment
from console.domain.casework import Facts
from console.domain.casework.file_claim import MOST_CHARACTERS, doubts_of, in_doubt, last_word, told_claims
from console.domain.decision import Reason
from console.domain.doubt import SHIPPED_DOUBTS, DoubtRules, Finding, fault_in_doubts
from console.domain.file_claim import numbered_doubts
from console.domain.place import Place, Provenance
from console.store.row import queue_row
from tests.domain.cases import BOSS, DEWI, OVERSEER, SARI, T0, a_report, case_of, done, facts, refused

PLACE = Place(lat=-7.9775, lon=112.6348, accuracy_m=12, provenance=Provenance.GPS)


def a_file(file_id: str, media_type: str = "image/jpeg") -> Attachment:
    return Attachment(id=file_id, name="a", media_type=media_type, size_bytes=9, sha256="0" * 64, received_at=T0)


def told(*, days: float = 3, km: float = 12, media_type: str = "image/jpeg", **changes: object) -> Facts:
    """A report whose only file says that it was made so many days earlier, so many kilometres away."""
    world = facts(a_report(**({"place": PLACE, "attachments": (a_file("f1", media_type),)} | changes)))
    claim = acts.TellFileClaim(
        file_id="f1", taken_at=T0 - timedelta(days=days), taken_sure=True, lat=-7.9775 + km * 1_000 / 111_195,
        lon=112.6348,
    )  # fmt: skip
    return done(claim, world)[0]


def settled(finding: Finding, world: Facts, note: str = "") -> Facts:
    was = last_word(case_of(world), "f1")
    return done(acts.SettleDoubt(file_id="f1", finding=finding, note=note, was=was), world, SARI, after_s=30)[0]


@pytest.mark.parametrize(
    ("days", "km", "finding", "stands"),
    [
        (3, 12, Finding.EXPLAINED, False),
        (3, 12, Finding.CONFIRMED, True),
        (3, 12, Finding.CLOCK, True),
        (3, 12, Finding.PLACE, True),
        (3, 0, Finding.CLOCK, False),
        (0, 12, Finding.PLACE, False),
        (0, 12, Finding.CLOCK, True),
        (0.2, 2, Finding.CLOCK, False),
        (0.2, 2, Finding.PLACE, False),
    ],
)
def test_a_finding_takes_away_what_it_explains_and_nothing_else(
    days: float, km: float, finding: Finding, stands: bool
) -> None:
    world = told(days=days, km=km)
    assert in_doubt(case_of(world))
    report = case_of(settled(finding, world))
    [doubt] = doubts_of(report)
    assert (doubt.stands, in_doubt(report)) == (stands, stands)
    assert doubt.settled is not None
    assert (doubt.settled.finding, doubt.settled.by_name) == (finding, SARI.name)


def test_the_line_says_file_and_finding_and_the_note_is_its_text() -> None:
    world = settled(Finding.EXPLAINED, told(), " contoh banjir lama ")
    line = case_of(world).timeline[-1]
    assert (line.kind, line.text) == ("report.settle_doubt", "contoh banjir lama")
    assert line.params == {"file": "1", "finding": "explained"}
    assert case_of(world).version == case_of(told()).version


def test_taken_back_within_ten_seconds_the_doubt_stands_again_or_what_was_found_before() -> None:
    first = settled(Finding.CLOCK, told(km=0))
    act = acts.SettleDoubt(file_id="f1", finding="confirmed", was=last_word(case_of(first), "f1"))
    second, decision = done(act, first, BOSS, after_s=40)
    assert in_doubt(case_of(second))
    back, _ = done(acts.Undo(decision_id=decision.id), second, BOSS, after_s=45)
    assert not in_doubt(case_of(back))
    assert last_word(case_of(back), "f1") == last_word(case_of(first), "f1")
    assert refused(acts.Undo(decision_id=decision.id), second, BOSS, after_s=90).reason is Reason.TOO_LATE_TO_UNDO


def test_two_desks_apart_the_second_word_is_refused_and_names_the_first() -> None:
    world = told()
    act = acts.SettleDoubt(file_id="f1", finding="confirmed")
    refusal = refused(act, settled(Finding.EXPLAINED, world), DEWI, after_s=40)
    assert (refusal.reason, refusal.params["by"]) == (Reason.CHANGED_MEANWHILE, SARI.name)


def test_words_on_two_files_do_not_stand_in_each_others_way() -> None:
    world = told(attachments=(a_file("f1"), a_file("f2")))
    claim = acts.TellFileClaim(file_id="f2", lat=-6.2, lon=106.8)
    world, _ = done(claim, world)
    world, mine = done(acts.SettleDoubt(file_id="f1", finding="explained"), world, DEWI, after_s=20)
    world, _ = done(acts.SettleDoubt(file_id="f2", finding="place"), world, SARI, after_s=22)
    world, _ = done(acts.Undo(decision_id=mine.id), world, DEWI, after_s=25)
    assert [doubt.stands for doubt in doubts_of(case_of(world))] == [True, False]


def test_over_anothers_claim_and_on_an_ended_case_it_stands_and_can_be_taken_back() -> None:
    world, _ = done(acts.ClaimCase(), told(), SARI)
    world, _ = done(acts.JunkCase(outcome="prank"), world, SARI, after_s=20)
    world, decision = done(acts.SettleDoubt(file_id="f1", finding="confirmed"), world, BOSS, after_s=30)
    world, _ = done(acts.Undo(decision_id=decision.id), world, BOSS, after_s=33)
    assert last_word(case_of(world), "f1") == ""


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"file_id": "none"}, Reason.NOT_FOUND),
        ({"finding": "maybe"}, Reason.BAD_VALUE),
        ({"note": "x" * (MOST_CHARACTERS + 1)}, Reason.BAD_VALUE),
        ({"was": "d0"}, Reason.CHANGED_MEANWHILE),
    ],
)
def test_what_cannot_be_meant_is_refused(change: dict[str, str], reason: Reason) -> None:
    act = replace(acts.SettleDoubt(file_id="f1", finding="clock"), **change)
    assert refused(act, told()).reason is reason


def test_a_file_that_told_nothing_an_onlooker_and_a_covered_case_are_refused() -> None:
    act = acts.SettleDoubt(file_id="f1", finding="clock")
    untold = facts(a_report(place=PLACE, attachments=(a_file("f1"),)))
    assert refused(act, untold).reason is Reason.NOT_FOUND
    assert refused(act, told(), OVERSEER).reason is Reason.ROLE_FORBIDDEN
    covered = told(category="domestic_violence", sensitive=True)
    assert refused(act, covered).reason is Reason.LOOK_FIRST
    looked, _ = done(acts.Look(what="sensitive", reason="untuk menolong"), covered, DEWI, after_s=20)
    report = case_of(done(act, looked, DEWI, after_s=30)[0])
    assert all(entry.kind != "report.settle_doubt" for entry in bare(report).timeline)


def test_a_corrected_place_takes_the_doubt_away_and_the_word_stays() -> None:
    world = settled(Finding.CONFIRMED, told(days=0))
    there = Place(lat=-7.9775 + 12_000 / 111_195, lon=112.6348, provenance=Provenance.READ_BACK)
    report = case_of(done(acts.SetPlace(place=there), world, after_s=40)[0])
    assert doubts_of(report) == ()
    assert [held.settled is not None for _, held in told_claims(report)] == [True]


def test_a_documents_dates_never_raise_a_doubt_whoever_tells_them() -> None:
    report = case_of(told(days=4_000, media_type="application/pdf"))
    assert report.file_claims
    assert doubts_of(report) == ()


@pytest.mark.parametrize(
    ("rules", "doubted"),
    [
        (SHIPPED_DOUBTS, True),
        (DoubtRules(far_km=13, earlier_h=100), True),
        (DoubtRules(far_km=13, earlier_h=100, both=False), False),
        (DoubtRules(far_km=11, earlier_h=100, both=False), True),
        (DoubtRules(far_km=13, earlier_h=71, both=False), True),
    ],
)
def test_the_centers_own_thresholds_decide_what_is_doubted_in_queue_and_case(rules: DoubtRules, doubted: bool) -> None:
    report = case_of(told())
    assert bool(doubts_of(report, rules)) is doubted
    assert bool(numbered_doubts(queue_row(report).claims, rules)) is doubted


@pytest.mark.parametrize(
    ("rules", "field"),
    [
        (SHIPPED_DOUBTS, None),
        (DoubtRules(far_km=0), "far_km"),
        (DoubtRules(earlier_h=2), "earlier_h"),
        (DoubtRules(earlier_h=8_761), "earlier_h"),
    ],
)
def test_thresholds_below_what_is_usual_or_beyond_sense_are_refused(rules: DoubtRules, field: str | None) -> None:
    found = fault_in_doubts(rules)
    assert (found[0] if found else None) == field


def test_the_act_has_its_first_shape() -> None:
    assert newest("report.settle_doubt") == 1
