"""What a file claims: when it differs, when it is doubted, and that nothing else follows."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.desk.case import bare
from console.domain import acts
from console.domain.attachment import Attachment
from console.domain.casework import Facts
from console.domain.casework.file_claim import KNOWN, doubts_of, held_against
from console.domain.decision import Reason
from console.domain.doubt import SHIPPED_DOUBTS
from console.domain.file_claim import FAR_M, FileClaim, HeldClaim, held_claim
from console.domain.place import Place, Provenance
from console.domain.report import Report
from console.domain.score import urgency
from console.domain.triage.suggestion import Triage
from console.store.row import queue_row
from tests.domain.cases import BOSS, DEWI, OVERSEER, SARI, T0, a_report, case_of, done, facts, refused

PLACE = Place(lat=-7.9775, lon=112.6348, accuracy_m=12, provenance=Provenance.GPS)
EAST_12_KM = 112.6348 + 12 / (111.32 * math.cos(math.radians(7.9775)))


def a_file(file_id: str = "f1", after_s: float = 20) -> Attachment:
    at = T0 + timedelta(seconds=after_s)
    return Attachment(id=file_id, name="a.jpg", media_type="image/jpeg", size_bytes=9, sha256="0" * 64, received_at=at)


def reported(**changes: object) -> Report:
    return a_report(**({"place": PLACE, "attachments": (a_file("f0"), a_file())} | changes))


def held(taken_at: datetime | None = None, lat: float | None = None, lon: float | None = None, *, sure: bool = True,
         report: Report | None = None) -> HeldClaim:  # fmt: skip
    claim = FileClaim(file_id="f1", taken_at=taken_at, taken_sure=sure, lat=lat, lon=lon)
    found = held_against(report or reported(), claim)
    assert found is not None
    return found


def told(world: Facts, **claim: object) -> Facts:
    world, _ = done(acts.TellFileClaim(**({"file_id": "f1"} | claim)), world)  # type: ignore[arg-type]
    return world


def test_a_photo_of_the_scene_taken_just_now_agrees() -> None:
    found = held(T0 - timedelta(minutes=6), -7.9776, 112.6349)
    assert not found.differs
    assert not found.doubted()
    assert found.earlier_s == 360
    assert found.metres is not None
    assert found.metres < 20


def test_three_days_earlier_and_twelve_kilometres_away_puts_the_report_in_doubt_with_both_figures() -> None:
    world = told(facts(reported()), taken_at=T0 - timedelta(days=3), taken_sure=True, lat=-7.9775, lon=EAST_12_KM)
    [doubt] = doubts_of(case_of(world))
    assert (doubt.number, doubt.earlier_s) == (2, 3 * 86_400)
    assert doubt.metres == pytest.approx(12_000, rel=0.01)
    assert queue_row(case_of(world)).doubts == (doubt,)
    line = case_of(world).timeline[-1]
    assert (line.kind, line.params["file"], line.params["earlier_s"]) == ("report.file_claim", "2", "259200")


@pytest.mark.parametrize(
    ("earlier", "metres", "differs", "doubted"),
    [
        (timedelta(hours=2), 0, False, False),
        (timedelta(hours=4), 0, True, False),
        (timedelta(hours=25), 0, True, True),
        (timedelta(), 900, False, False),
        (timedelta(), 2_000, True, False),
        (timedelta(), 6_000, True, True),
        (timedelta(hours=4), 2_000, True, True),
    ],
)
def test_a_little_off_is_told_and_much_or_both_is_doubted(
    earlier: timedelta, metres: float, differs: bool, doubted: bool
) -> None:
    found = held(T0 - earlier, -7.9775 + metres / 111_195, 112.6348)
    assert (found.differs, found.doubted()) == (differs, doubted)


def test_a_file_made_after_it_was_received_only_says_that_its_clock_is_wrong() -> None:
    found = held(T0 + timedelta(days=400))
    assert (found.later, found.differs, found.doubted()) == (True, True, False)


def test_what_happened_days_ago_by_its_own_word_may_have_photos_of_that_day() -> None:
    late = reported(happened_at=T0 - timedelta(days=3))
    assert not held(T0 - timedelta(days=3, hours=1), report=late).differs
    assert held(T0 - timedelta(days=5), report=late).doubted()


def test_a_camera_without_a_zone_is_given_the_width_of_the_country() -> None:
    four = T0 - timedelta(hours=4)
    assert held(four).earlier
    assert not held(four, sure=False).differs
    assert not held(T0 + timedelta(hours=2), sure=False).later


def test_without_a_place_or_time_nothing_is_made_up() -> None:
    nowhere = reported(place=Place(words="pasar"))
    assert held(T0, -6.2, 106.8, report=nowhere).metres is None
    assert held(lat=-6.2, lon=106.8).earlier_s is None
    assert held_against(reported(), FileClaim(file_id="none")) is None


def test_a_corrected_place_takes_the_doubt_away() -> None:
    world = told(facts(reported()), lat=-7.9775, lon=EAST_12_KM)
    assert doubts_of(case_of(world))
    there = Place(lat=-7.9775, lon=EAST_12_KM, provenance=Provenance.READ_BACK)
    world, _ = done(acts.SetPlace(place=there), world, after_s=9)
    assert doubts_of(case_of(world)) == ()


def test_told_by_two_desks_it_counts_once_and_the_first_word_stands() -> None:
    once = told(facts(reported()), lat=-6.2, lon=106.8)
    twice, _ = done(acts.TellFileClaim(file_id="f1", lat=-6.3, lon=106.9), once, SARI, after_s=30)
    assert case_of(twice).file_claims == case_of(once).file_claims
    assert case_of(twice).timeline[-1].params == {KNOWN: "yes"}
    assert case_of(twice).version == case_of(once).version


def test_any_desk_may_tell_over_anothers_claim_and_on_an_ended_case() -> None:
    world, _ = done(acts.ClaimCase(), facts(reported()), SARI)
    world = told(world, lat=-6.2, lon=106.8)
    ended, _ = done(acts.JunkCase(outcome="prank"), world, SARI, after_s=20)
    after, _ = done(acts.TellFileClaim(file_id="f0", lat=-6.2, lon=106.8), ended, BOSS, after_s=30)
    assert len(case_of(after).file_claims) == 2


@pytest.mark.parametrize(
    ("claim", "field"),
    [
        ({"lat": 0.0, "lon": 0.0}, "lon"),
        ({"lat": 91.0, "lon": 1.0}, "lat"),
        ({"lat": math.nan, "lon": 1.0}, "lat"),
        ({"lat": 1.0, "lon": math.inf}, "lon"),
        ({"lat": 1.0}, "lat"),
        ({}, "lat"),
        ({"taken_at": datetime(1970, 1, 1, tzinfo=UTC)}, "taken_at"),
        ({"taken_at": datetime(2100, 1, 1, tzinfo=UTC)}, "taken_at"),
    ],
)
def test_what_cannot_be_true_is_refused_and_named(claim: dict[str, object], field: str) -> None:
    refusal = refused(acts.TellFileClaim(**({"file_id": "f1"} | claim)), facts(reported()))  # type: ignore[arg-type]
    assert (refusal.reason, refusal.params["field"]) == (Reason.BAD_VALUE, field)


def test_a_file_of_another_report_and_a_mere_onlooker_are_refused() -> None:
    assert refused(acts.TellFileClaim(file_id="x", lat=1, lon=1), facts(reported())).reason is Reason.NOT_FOUND
    looking = refused(acts.TellFileClaim(file_id="f1", lat=1, lon=1), facts(reported()), OVERSEER)
    assert looking.reason is Reason.ROLE_FORBIDDEN


def test_a_sensitive_case_shows_none_of_it_before_it_is_opened() -> None:
    report = case_of(told(facts(reported(category="domestic_violence", sensitive=True)), lat=-6.2, lon=106.8))
    assert report.file_claims
    assert queue_row(report).doubts == ()
    covered = bare(report)
    assert covered.file_claims == ()
    assert all(entry.kind != "report.file_claim" for entry in covered.timeline)


LATS, LONS = st.floats(-11, 6), st.floats(95, 141)
TIMES = st.datetimes(datetime(1990, 1, 2), datetime(2099, 12, 30), timezones=st.just(UTC))


@settings(max_examples=60, deadline=None)
@given(
    st.builds(Place, lat=LATS, lon=LONS, accuracy_m=st.none() | st.floats(0, 5_000)), TIMES, TIMES,
    st.none() | TIMES, st.booleans(), LATS, LONS, st.booleans(), st.integers(1, 4), st.booleans(),
)  # fmt: skip
def test_a_doubt_rests_on_figures_moves_no_report_and_strikes_nobody(
    place: Place, received: datetime, happened: datetime, taken: datetime | None, sure: bool, lat: float, lon: float,
    placed: bool, priority: int, life: bool,
) -> None:  # fmt: skip
    report = reported(
        place=place, received_at=received, happened_at=happened, priority=priority,
        triage=Triage(life=("berdarah",)) if life else None,
    )  # fmt: skip
    claim = FileClaim(file_id="f1", taken_at=taken, taken_sure=sure, lat=lat if placed else None,
                      lon=lon if placed else None)  # fmt: skip
    if claim.empty or (lat, lon) == (0, 0):
        return
    found = held_claim(claim, place, min(happened, received), received)
    assert not found.doubted() or found.elsewhere or found.earlier
    assert not (found.later and found.earlier)
    if found.metres is not None and found.metres > SHIPPED_DOUBTS.far_km * 1_000 + (place.accuracy_m or 0):
        assert found.doubted()
    if found.metres is not None and found.metres <= FAR_M:
        assert not found.elsewhere
    world = facts(report)
    after = case_of(told(world, taken_at=claim.taken_at, taken_sure=sure, lat=claim.lat, lon=claim.lon))
    assert urgency(after) == urgency(report)
    assert (after.reporter, after.priority, after.status, after.claim) == (
        report.reporter, report.priority, report.status, None,
    )  # fmt: skip
    assert replace(after, timeline=(), file_claims=(), revision=1) == replace(report, timeline=(), revision=1)
    for doubt in doubts_of(after):
        assert doubt.metres is not None or doubt.earlier_s is not None
    assert DEWI.id == after.timeline[-1].actor_id
