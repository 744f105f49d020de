"""The index answers as the plain rule over every unit does, whatever the fleet looks like."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from console.desk.unit_index import UnitIndex
from console.domain.crew_size import CategoryCrew, CrewFigures
from console.domain.help_wanted import HelpWanted
from console.domain.place import Place
from console.domain.recommend import recommend
from console.domain.report import Report, ReportKind
from console.domain.ticks import Ticks
from console.domain.unit import Position, Unit, UnitKind, UnitStatus
from tests.domain.cases import T0, a_report, a_unit

AREAS = ("35.73.02.1001", "35.73.02.1002", "")


METRES = (0.0, 300.0, 1_499.0, 1_501.0, 5_900.0, 23_000.0, 90_000.0, 2_000_000.0)
AGES_S = (0.0, 299.5, 300.0, 300.9, 301.0, 4_000.0)
SKILLS = ((), ("traffic",), ("first_aid", "traffic", "accident_scene"), ("own",))

OWN = CrewFigures(categories=(CategoryCrew(
    category="traffic_accident", help=HelpWanted(skills=("swimming", "traffic"), vehicle=True, beat_first=True)
),))  # fmt: skip
"""A center that wants others than we ship for one category."""


def a_fleet(size: int, seed: int) -> tuple[tuple[Unit, Position | None], ...]:
    """Units much of one post: equal distances and equal costs are the hard case. The same for a seed."""
    chance = Random(seed)
    found: list[tuple[Unit, Position | None]] = []
    for number in range(size):
        unit = a_unit(
            f"u{number}",
            call_sign=f"U{chance.randint(0, 20)}",
            kind=chance.choice(tuple(UnitKind)),
            status=chance.choice((UnitStatus.AVAILABLE, UnitStatus.AVAILABLE, *UnitStatus)),
            beat_area=chance.choice(AREAS),
            skills=chance.choice(SKILLS),
            report_id=chance.choice(("", "", "r1", "r2")),
            orders_at=tuple(T0 - timedelta(hours=chance.randint(0, 10)) for _ in range(chance.randint(0, 6))),
            freed_at=chance.choice((None, T0 - timedelta(minutes=5), T0 - timedelta(hours=2))),
        )
        fix = Position(
            unit_id=unit.id,
            lat=-7.977 + chance.choice(METRES) / 111_000,
            lon=112.634 + chance.choice(METRES) / 110_000,
            at=T0 - timedelta(seconds=chance.choice(AGES_S)),
            received_at=T0,
            mock=chance.random() < 0.2,
        )
        found.append((unit, fix if chance.random() < 0.8 else None))
    return tuple(found)


reports = st.builds(
    lambda category, kind, ticks, place: a_report(category=category, kind=kind, ticks=ticks, place=place),
    st.sampled_from(("traffic_accident", "brawl", "vehicle_service", "other")),
    st.sampled_from((ReportKind.REPORT, ReportKind.SERVICE)),
    st.none() | st.builds(Ticks, injured=st.booleans(), armed=st.booleans(), crowd=st.booleans()),
    st.sampled_from((
        Place(lat=-7.977, lon=112.634, area_code=AREAS[0]), Place(lat=-7.9, lon=112.7), Place(area_code=AREAS[1]),
        Place(),
    )),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 60), st.integers(0, 10**9), reports, st.integers(1, 8), st.sampled_from((None, OWN)))
def test_the_index_advises_as_the_plain_rule_does(
    size: int, seed: int, report: Report, count: int, figures: CrewFigures | None
) -> None:
    fleet = a_fleet(size, seed)
    index = UnitIndex()
    index.put_positions({unit.id: fix for unit, fix in fleet[::2] if fix is not None})
    index.put_units(unit for unit, _ in fleet)
    index.put_positions({unit.id: fix for unit, fix in fleet[1::2] if fix is not None})
    expected = recommend(report, fleet, T0, stale_after_s=300, count=count, figures=figures)
    assert index.recommend(report, T0, stale_after_s=300, count=count, figures=figures) == expected


def test_a_unit_that_moves_changes_and_leaves_is_found_where_and_as_it_is_now() -> None:
    index = UnitIndex()
    near, far = a_unit("near"), a_unit("far")
    index.put_units([near, far, *(a_unit(f"x{n}", status=UnitStatus.OFF_DUTY) for n in range(2_000))])
    index.put_positions({"near": at("near", 100), "far": at("far", 3_000)})
    assert advised(index) == ["near", "far"]
    index.put_positions({"near": at("near", 9_000)})
    assert advised(index) == ["far", "near"]
    index.put_units([replace(far, status=UnitStatus.ON_SCENE, report_id="r2")])
    assert advised(index) == ["near"]
    index.drop("near")
    assert advised(index) == []


def test_the_beat_officer_of_an_area_is_known_by_its_code() -> None:
    index = UnitIndex()
    index.put_units([a_unit("a", beat_area=AREAS[0]), a_unit("b")])
    assert index.beat_officer(AREAS[0]) == (a_unit("a", beat_area=AREAS[0]), None)
    assert index.beat_officer("") is None
    index.put_units([a_unit("a")])
    assert index.beat_officer(AREAS[0]) is None


def at(unit_id: str, east_m: float) -> Position:
    """A fresh fix so many metres east of the report."""
    return Position(unit_id=unit_id, lat=-7.977, lon=112.634 + east_m / 110_000, at=T0, received_at=T0)


def advised(index: UnitIndex) -> list[str]:
    """Who is recommended for the report in Klojen."""
    return [a.unit.id for a in index.recommend(a_report(), T0, stale_after_s=300) if not a.skipped]
