"""Recommended units come with their reasons, and stale or busy ones are never among them."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from console.domain.place import Place
from console.domain.recommend import recommend
from console.domain.unit import Position, UnitStatus
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


def test_the_beat_officer_has_half_a_kilometre_of_head_start() -> None:
    units = [
        (a_unit("other"), fix("other", 600)),
        (a_unit("beat", beat_area="35.73.02.1001"), fix("beat", 1000)),
    ]
    assert recommend(a_report(), units, T0, stale_after_s=300)[0].unit.id == "beat"


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
