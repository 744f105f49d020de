"""What is around a point of the map: in sight, in a circle, in an area, fixed places."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from console.areas.area import Outline, Placed
from console.desk.around import Vicinity
from console.desk.city import SeenUnit
from console.domain.agency import Agency, Site
from console.domain.askable import AskSource, AskSources, Crowd
from console.domain.landmark import Landmark, Landmarks
from console.domain.place import AreaMethod, Place, Provenance
from console.domain.queue_row import QueueRow
from console.domain.unit import Position, Unit, UnitStatus
from console.store.row import queue_row
from tests.worlds.cases import a_report

NOW = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
RING = ((-8.0, 112.6), (-8.0, 112.7), (-7.9, 112.7), (-7.9, 112.6))


def seen(unit_id: str, lat: float, lon: float, *, age_s: int = 5) -> SeenUnit:
    """A unit at its fix."""
    position = Position(unit_id=unit_id, lat=lat, lon=lon, at=NOW - timedelta(seconds=age_s), received_at=NOW)
    return SeenUnit(unit=Unit(id=unit_id, call_sign=unit_id.upper(), status=UnitStatus.AVAILABLE), position=position)


@dataclass
class Town:
    """City, fixed places and outlines of an invented town."""

    units: tuple[SeenUnit, ...] = ()
    reports: tuple[QueueRow, ...] = ()
    site: Site = field(default_factory=Site)

    def seen_units(self) -> tuple[SeenUnit, ...]:
        return self.units

    def pins(self) -> tuple[QueueRow, ...]:
        return self.reports

    def agencies(self) -> tuple[Agency, ...]:
        named = Agency(id="rs", name="RSUD Brantas", short_name="RSUD Brantas", kind="hospital", lat=-7.97, lon=112.63)
        nowhere = Agency(id="pln", name="PLN", short_name="PLN")
        return named, nowhere, replace(named, id="dlh", short_name="DLH", kind="agency")

    def landmarks(self) -> Landmarks:
        known = Landmark(id="a", name="RSUD Brantas", kind="rumah sakit", lat=-7.97, lon=112.63)
        return Landmarks(places=(known, replace(known, id="b", name="RS Lain"), replace(known, id="c", kind="pasar")))

    def ask_sources(self) -> AskSources:
        crowd = Crowd(lat=-7.97, lon=112.63, people=4)
        ojol = AskSource(id="o", name="Ojol", kind="partner", heard_at=NOW, crowds=(crowd,))
        ended = replace(ojol, id="e", valid_until=NOW - timedelta(days=1))
        return AskSources(sources=(ojol, ended, replace(ojol, id="s", heard_at=NOW - timedelta(hours=1))))

    def place_of(self, lat: float, lon: float) -> Placed:
        return Placed(code="35.73.02.1001", name="Klojen", method=AreaMethod.PACK) if lon < 113 else Placed()

    def outlines(self, south: float, west: float, north: float, east: float) -> tuple[Outline, ...]:
        bare = Outline(code="35.73.02.1002", name="Kauman", lat=-7.98, lon=112.6, rings=())
        return bare, Outline(code="35.73.02.1001", name="Klojen", lat=-7.95, lon=112.65, rings=(RING,))


def row(report_id: str, lat: float | None, lon: float | None) -> QueueRow:
    """A report as a pin."""
    place = Place(lat=lat, lon=lon, provenance=Provenance.GPS)
    return queue_row(a_report(report_id, f"KJ-{report_id}", place=place))


def vicinity(town: Town) -> Vicinity:
    """The town's questions."""
    return Vicinity(town, town, town, town, lambda: NOW)


def test_what_is_in_sight_stands_nearest_to_the_middle_first_units_and_reports_alike() -> None:
    town = Town(
        units=(seen("far", -7.98, 112.66), seen("near", -7.951, 112.65), seen("out", -7.5, 112.65)),
        reports=(row("r1", lat=-7.955, lon=112.65), row("r2", lat=None, lon=None)),
    )
    found = vicinity(town).in_sight(-8.0, 112.6, -7.9, 112.7)
    assert [each.id for each in found] == ["near", "r1", "far"]


def test_an_old_position_says_so() -> None:
    town = Town(units=(seen("u1", -7.95, 112.65, age_s=300), seen("u2", -7.95, 112.65, age_s=299)))
    assert {each.id: each.stale for each in vicinity(town).within(-7.95, 112.65, 10).units} == {"u1": True, "u2": False}


def test_a_circle_holds_who_is_within_its_radius() -> None:
    town = Town(units=(seen("u1", -7.95, 112.65), seen("u2", -7.96, 112.65), seen("u3", -7.9591, 112.65)))
    assert [each.id for each in vicinity(town).within(-7.95, 112.65, 1_050).units] == ["u1", "u3"]


def test_a_kelurahan_is_picked_by_a_point_in_it_and_only_where_its_outline_is_known() -> None:
    town = Town(units=(seen("in", -7.95, 112.65), seen("out", -7.95, 112.75)))
    picked = vicinity(town).in_area_at(-7.95, 112.65)
    assert picked is not None
    assert (picked.name, [each.id for each in picked.units]) == ("Klojen", ["in"])
    assert vicinity(town).in_area_at(-7.95, 113.5) is None
    assert [each.id for each in vicinity(town).in_drawn(RING).units] == ["in"]


def test_agencies_with_a_point_and_hospitals_stand_on_the_map_each_once() -> None:
    places = {each.name: each.hospital for each in vicinity(Town()).fixed_places()}
    assert places == {"RSUD Brantas": True, "DLH": False, "RS Lain": True}


def test_partners_are_shown_in_squares_while_they_may_be_asked_and_were_heard_of() -> None:
    assert [(each.source, each.people) for each in vicinity(Town()).partners()] == [("Ojol", 4)]
