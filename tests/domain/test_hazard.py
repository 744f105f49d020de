"""Hazard flags: what they match, how long they warn, who may take them down."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from console.domain import acts
from console.domain.decision import Reason
from console.domain.hazard import Hazard, HazardKind, matching_hazards, plate_of, plates_in
from console.domain.place import Place
from console.domain.reporter import Reporter
from tests.domain.cases import BOSS, DEWI, SARI, T0, a_report, done, facts, refused

KNOWN = Reporter(id="p1", recognised_by=("number:abc", "device:d"))


def flag(act: acts.FlagHazard, **report: object) -> Hazard:
    world, _ = done(act, facts(a_report(**report)))
    assert world.hazard is not None
    return world.hazard


PLACE = acts.FlagHazard(kind="place", words="Anjing galak di halaman", days=30, radius_m=100)
PERSON = acts.FlagHazard(kind="person", words="Pernah membawa senjata tajam", days=90)
PLATE = acts.FlagHazard(kind="plate", words="Kendaraan pelaku begal rekaan", days=7, plate="n 1234 ab")


def test_a_place_warns_nearby_for_as_long_as_it_was_set_and_names_who_set_it() -> None:
    hazard = flag(PLACE)
    assert (hazard.set_by_name, hazard.expires_at - hazard.set_at) == (DEWI.name, timedelta(days=30))
    near = a_report(id="r2", place=Place(lat=-7.9775, lon=112.634))
    far = a_report(id="r3", place=Place(lat=-7.99, lon=112.634))
    found = matching_hazards(near, [hazard], T0 + timedelta(days=29))
    assert [round(match.metres or 0) for match in found] == [56]
    assert matching_hazards(near, [hazard], T0 + timedelta(days=31)) == ()
    assert matching_hazards(far, [hazard], T0) == ()
    assert matching_hazards(a_report(place=Place()), [hazard], T0) == ()
    unsure = replace(far, place=replace(far.place, accuracy_m=2_000.0))
    assert len(matching_hazards(unsure, [hazard], T0)) == 1


def test_a_person_is_known_by_any_of_his_marks_and_never_by_his_number() -> None:
    hazard = flag(PERSON, reporter=KNOWN)
    again = a_report(id="r2", reporter=Reporter(id="p9", recognised_by=("device:other", "number:abc")))
    assert [match.hazard.kind for match in matching_hazards(again, [hazard], T0)] == [HazardKind.PERSON]
    assert matching_hazards(a_report(id="r3"), [hazard], T0) == ()
    refusal = refused(PERSON, facts(a_report(reporter=Reporter())))
    assert refusal.reason is Reason.NOTHING_TO_FLAG


def test_a_plate_is_found_in_the_text_however_it_is_written() -> None:
    hazard = flag(PLATE)
    assert hazard.plate == "N1234AB"
    for text in ("motor N 1234 AB kabur", "pelat n1234ab", "N-1234-AB ke arah kota"):
        assert matching_hazards(a_report(text=text), [hazard], T0)
    assert matching_hazards(a_report(text="N 1235 AB"), [hazard], T0) == ()
    assert plates_in("B 1 A dan B 1 A, L 22 XY") == ("B1A", "L22XY")
    assert plate_of("tidak ada") == ""


def test_people_and_plates_stand_before_places_and_the_nearest_place_first() -> None:
    near, far = flag(PLACE), replace(flag(PLACE), id="zz", lat=-7.9765)
    person = flag(PERSON, reporter=KNOWN)
    found = matching_hazards(a_report(reporter=KNOWN), [far, near, person], T0)
    assert [match.hazard.id for match in found] == [person.id, near.id, "zz"]


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (replace(PLACE, words=" "), Reason.EMPTY_TEXT),
        (replace(PLACE, days=0), Reason.BAD_VALUE),
        (replace(PLACE, days=366), Reason.BAD_VALUE),
        (replace(PLACE, radius_m=0), Reason.BAD_VALUE),
        (replace(PLATE, plate="xyz"), Reason.BAD_VALUE),
        (replace(PLACE, kind="ghost"), Reason.BAD_VALUE),
    ],
)
def test_a_flag_that_could_not_warn_is_refused(act: acts.FlagHazard, reason: Reason) -> None:
    assert refused(act, facts()).reason is reason


def test_a_place_that_is_unknown_cannot_be_flagged() -> None:
    assert refused(PLACE, facts(a_report(place=Place()))).reason is Reason.NOTHING_TO_FLAG


def test_whoever_set_it_or_a_supervisor_takes_it_down_with_a_reason() -> None:
    hazard = flag(PLACE)
    world, act = facts(hazard=hazard), acts.EndHazard(hazard_id=hazard.id, reason="Anjing sudah pindah")
    assert refused(act, world, SARI).reason is Reason.ROLE_FORBIDDEN
    assert refused(replace(act, reason=""), world).reason is Reason.EMPTY_TEXT
    assert refused(act, facts()).reason is Reason.NOT_FOUND
    for actor in (DEWI, BOSS):
        after, _ = done(act, world, actor)
        assert after.hazard is not None
        assert (after.hazard.ended_by, after.hazard.revision) == (actor.name, 2)
        assert matching_hazards(a_report(), [after.hazard], T0) == ()
        assert refused(act, after, actor).reason is Reason.NOT_FOUND
