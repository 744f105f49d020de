"""Recommended units come with their reasons, and stale or busy ones are never among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.category import CATEGORIES
from console.domain.crew_size import SHIPPED_CREWS, CategoryCrew, CrewFigures, fault_in_crews
from console.domain.help_wanted import HelpWanted, shipped_help
from console.domain.place import Place
from console.domain.recommend import recommend
from console.domain.report import ReportKind
from console.domain.ticks import NAMES, Ticks
from console.domain.unit import Doubt, Position, UnitKind, UnitStatus
from console.domain.waiting_order import WaitingOrder
from tests.domain.cases import T0, a_report, a_unit


def fix(unit: str, east_m: float, age_s: float = 10, mock: bool = False) -> Position:
    """A fix `east_m` metres east of the report."""
    at = T0 - timedelta(seconds=age_s)
    lon = 112.634 + east_m / 110_000
    return Position(unit_id=unit, lat=-7.977, lon=lon, at=at, received_at=at, mock=mock)


def test_the_nearest_fresh_free_units_come_first_and_each_nearer_one_left_out_says_why() -> None:
    units = [
        (a_unit("far"), fix("far", 3000)),
        (a_unit("near"), fix("near", 400)),
        (a_unit("stale"), fix("stale", 100, age_s=1860)),
        (a_unit("busy", status=UnitStatus.EN_ROUTE), fix("busy", 200)),
        (a_unit("fake"), fix("fake", 300, mock=True)),
        (a_unit("off", status=UnitStatus.OFF_DUTY), None),
        (a_unit("dark"), None),
    ]
    advice = recommend(a_report(), units, T0, stale_after_s=300, count=2)
    assert [a.unit.id for a in advice if not a.skipped] == ["near", "far"]
    assert {a.unit.id: a.skipped for a in advice if a.skipped} == {
        "stale": "stale_position",
        "busy": "busy",
        "fake": "mock_position",
    }
    assert advice[0].eta_s == round(advice[0].distance_m * 1.4 / (25 / 3.6))  # type: ignore[operator]


def test_whose_fixes_leap_about_counts_where_he_was_last_believed_to_be_and_as_long_ago() -> None:
    jumped = replace(fix("leaps", 400, age_s=100), jumped_at=T0 - timedelta(seconds=5))
    units = [
        (a_unit("leaps"), jumped),
        (a_unit("gone"), replace(fix("gone", 200, age_s=300), jumped_at=T0 - timedelta(seconds=5))),
        (a_unit("nowhere"), replace(fix("nowhere", 300), jump=True)),
    ]
    found = {advice.unit.id: advice for advice in recommend(a_report(), units, T0, stale_after_s=300)}
    assert {unit_id: advice.skipped for unit_id, advice in found.items()} == {
        "leaps": "", "gone": "stale_position", "nowhere": "jump_position"
    }  # fmt: skip
    assert (found["leaps"].position_age_s, found["leaps"].doubt) == (100, Doubt.JUMP)


def test_the_beat_officer_has_half_a_kilometre_of_head_start() -> None:
    units = [
        (a_unit("other"), fix("other", 600)),
        (a_unit("beat", beat_area="35.73.02.1001"), fix("beat", 1000)),
    ]
    assert recommend(a_report(), units, T0, stale_after_s=300)[0].unit.id == "beat"


def test_whom_a_category_wants_is_the_centers_own_where_it_says_so_and_ours_elsewhere() -> None:
    units = [
        (a_unit("near"), fix("near", 100)),
        (a_unit("diver", skills=("swimming",)), fix("diver", 350)),
        (a_unit("beat", beat_area="35.73.02.1001"), fix("beat", 4000)),
    ]

    def first(help_wanted: HelpWanted | None) -> str:
        crew = CategoryCrew(category="traffic_accident", help=help_wanted)
        own = CrewFigures(categories=(crew,))
        assert own.help("flood") == shipped_help("flood")
        return recommend(a_report(), units, T0, stale_after_s=300, figures=own)[0].unit.id

    assert first(None) == "near"
    assert first(HelpWanted(skills=("swimming",))) == "diver"
    assert first(HelpWanted(beat_first=True)) == "beat"


@pytest.mark.parametrize("skills", [("magic",), ("traffic", "traffic")])
def test_a_skill_no_unit_can_have_or_named_twice_is_refused_by_its_place(skills: tuple[str, ...]) -> None:
    crew = CategoryCrew(category="fire", help=HelpWanted(skills=skills))
    figures = CrewFigures(categories=(crew,), ticks=SHIPPED_CREWS.ticks)
    fault = fault_in_crews(figures, frozenset(CATEGORIES), frozenset(NAMES))
    assert fault is not None
    assert fault[0] == f"categories[0].help.skills[{len(skills) - 1}]"


def test_without_a_place_only_the_beat_officer_can_be_meant() -> None:
    report = a_report(place=Place(area_code="35.73.02.1001"))
    units = [(a_unit("beat", beat_area="35.73.02.1001"), None), (a_unit("dark"), None)]
    advice = recommend(report, units, T0, stale_after_s=300)
    assert [(a.unit.id, a.skipped) for a in advice] == [("beat", "")]


@given(
    st.lists(
        st.tuples(
            st.floats(-20_000, 20_000), st.floats(0, 4000), st.sampled_from(list(UnitStatus)), st.booleans()
        ),
        max_size=30,
    )
)
def test_nobody_stale_busy_or_mocked_is_ever_recommended(
    rows: list[tuple[float, float, UnitStatus, bool]],
) -> None:
    units = [
        (a_unit(f"u{n}", status=status), fix(f"u{n}", metres, age, mock))
        for n, (metres, age, status, mock) in enumerate(rows)
    ]
    ages = {unit.id: rows[n][1] for n, (unit, _) in enumerate(units)}
    for advice in recommend(a_report(), units, T0, stale_after_s=300):
        if not advice.skipped:
            assert advice.unit.status is UnitStatus.AVAILABLE
            assert ages[advice.unit.id] < 301


def test_for_a_service_the_areas_own_officer_comes_first_however_far_and_though_unseen() -> None:
    report = a_report(category="vehicle_service", kind=ReportKind.SERVICE)
    units = [
        (a_unit("near"), fix("near", 100)),
        (a_unit("beat", beat_area="35.73.02.1001"), fix("beat", 9_000, age_s=5_000)),
    ]
    first, second = recommend(report, units, T0, stale_after_s=300)
    assert (first.unit.id, first.first, first.distance_m) == ("beat", True, None)
    assert (second.unit.id, second.first) == ("near", False)


def test_a_wanted_skill_a_vehicle_load_and_rest_weigh_as_they_say() -> None:
    report = a_report(category="brawl", ticks=Ticks(crowd=True, injured=True))
    hours = tuple(T0 - timedelta(hours=h) for h in (1, 2, 3))
    units = [
        (a_unit("plain"), fix("plain", 500)),
        (a_unit("tired", orders_at=hours, freed_at=T0 - timedelta(minutes=2)), fix("tired", 400)),
        (a_unit("line", skills=("crowd_control", "crowd_control")), fix("line", 700)),
        (a_unit("car", kind=UnitKind.VEHICLE, crew=("a", "b", "c")), fix("car", 750)),
        (a_unit("old", orders_at=(T0 - timedelta(hours=9),), freed_at=T0 - timedelta(hours=9)), fix("old", 2_000)),
    ]
    advice = recommend(report, units, T0, stale_after_s=300, count=3)
    assert [a.unit.id for a in advice] == ["line", "car", "plain", "tired"]
    assert [a.skipped for a in advice] == ["", "", "", "outranked"]
    tired = advice[-1]
    assert (tired.orders, tired.freed_s) == (3, 120)
    assert (advice[0].skills, advice[1].vehicle) == (("crowd_control",), True)
    fresh = recommend(report, units, T0, stale_after_s=300, count=5)[-1]
    assert (fresh.orders, fresh.freed_s) == ((0, None) if fresh.unit.id == "old" else (3, 120))


def test_who_is_on_the_case_or_waits_for_it_is_no_advice() -> None:
    report = a_report(waiting_orders=(WaitingOrder(
        decision_id="d", unit_id="later", call_sign="L", title="", ordered_at=T0
    ),))  # fmt: skip
    units = [
        (a_unit("there", report_id="r1", status=UnitStatus.ORDERED), fix("there", 1)),
        (a_unit("later"), fix("later", 2)),
        (a_unit("free"), fix("free", 900)),
    ]
    assert [a.unit.id for a in recommend(report, units, T0, stale_after_s=300)] == ["free"]


def test_with_a_position_but_no_place_to_go_nobody_but_the_beat_officer_is_meant() -> None:
    advice = recommend(a_report(place=Place()), [(a_unit("near"), fix("near", 1))], T0, stale_after_s=300)
    assert advice == ()
