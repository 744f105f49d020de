"""What speaks for two reports telling of the same thing, and what is not enough."""

from __future__ import annotations

from dataclasses import replace

from console.domain.duplicates import INCIDENT_S, Compared, Why, points_before_reading, reasons_for, score_of

NEAR = Compared(distance_m=90.0, apart_s=120, same_category=True, text_percent=70)


def whys(compared: Compared) -> list[Why]:
    return [reason.why for reason in reasons_for(compared)]


def test_place_time_category_and_words_are_told_the_weightiest_first() -> None:
    found = reasons_for(NEAR)
    assert [(r.why, r.value, r.points) for r in found] == [
        (Why.METRES, 90, 28), (Why.SECONDS, 120, 20), (Why.TEXT, 70, 20), (Why.CATEGORY, 0, 15),
    ]  # fmt: skip
    assert score_of(found) == 83
    assert points_before_reading(replace(NEAR, text_percent=None)) == 63


def test_category_and_time_alone_tie_nothing() -> None:
    assert whys(replace(NEAR, distance_m=None, text_percent=70)) == []
    assert whys(replace(NEAR, distance_m=5_000.0, text_percent=None)) == []


def test_another_kind_of_thing_at_the_same_place_is_left_out() -> None:
    crash_beside_flood = replace(NEAR, distance_m=0.0, same_category=False, text_percent=45)
    assert whys(crash_beside_flood) == []
    assert Why.TEXT in whys(replace(crash_beside_flood, text_percent=60))
    assert whys(replace(NEAR, distance_m=400.0, apart_s=3_000, text_percent=20)) == []


def test_the_same_photo_or_person_ties_from_anywhere() -> None:
    far = Compared(distance_m=None, apart_s=900, same_category=True)
    assert whys(replace(far, same_photo=True)) == [Why.PHOTO, Why.CATEGORY, Why.SECONDS]
    assert whys(replace(far, same_person=True)) == [Why.PERSON, Why.CATEGORY, Why.SECONDS]
    assert whys(replace(far, same_person=True, apart_s=90_000)) == []
    assert whys(replace(far, text_percent=85))[0] is Why.TEXT


def test_a_large_incident_reaches_farther_but_only_for_its_own_kind() -> None:
    flood = Compared(distance_m=1_800.0, apart_s=INCIDENT_S - 1, same_category=True, incident=True)
    assert Why.INCIDENT in whys(flood)
    assert whys(replace(flood, incident=False)) == []
    assert whys(replace(flood, same_category=False)) == []
    assert whys(replace(flood, apart_s=INCIDENT_S + 1)) == []
    assert whys(replace(flood, distance_m=2_001.0)) == []
