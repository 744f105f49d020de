"""The site as the map asks for it: from memory, read anew only when something changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.desk.city import City
from console.domain import acts
from console.domain.unit import Position, UnitStatus
from tests.worlds.cases import NOW, SITE, UNITS, CaseDesk, Spots, a_report


def seen_now(unit_id: str) -> Position:
    return Position(unit_id=unit_id, at=NOW, received_at=NOW, lat=-7.9, lon=112.6)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CaseDesk]:
    made = CaseDesk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def city(desk: CaseDesk) -> Iterator[City]:
    made = City(desk.store, Spots({unit.id: seen_now(unit.id) for unit in UNITS[:2]}))
    yield made
    made.close()


def test_only_units_on_duty_that_have_been_seen_are_on_the_map(city: City, desk: CaseDesk) -> None:
    assert [seen.unit.call_sign for seen in city.seen_units()] == ["U12", "U31"]
    desk.put("unit", "u12", replace(UNITS[0], status=UnitStatus.OFF_DUTY))
    assert [seen.unit.call_sign for seen in city.seen_units()] == ["U31"]


def test_a_unit_nobody_knows_is_not_shown(desk: CaseDesk) -> None:
    city = City(desk.store, Spots({"siluman": seen_now("siluman")}))
    assert city.seen_units() == ()
    city.close()


def test_the_sites_facts_follow_the_server(city: City, desk: CaseDesk) -> None:
    desk.put("site", "site", replace(SITE, zone="Asia/Makassar", name="Polres Contoh"))
    assert (city.site.name, city.zone().key) == ("Polres Contoh", "Asia/Makassar")


def test_reports_with_a_place_are_pins_until_they_end(city: City, desk: CaseDesk) -> None:
    desk.report(a_report("r1", "KJ-1", category="noise", text="berisik"))
    assert [row.number for row in city.pins()] == ["KJ-1"]
    desk.decide(acts.CloseCase(outcome="nothing_found"), "r1")
    assert city.pins() == ()


def test_after_closing_it_hears_of_nothing(city: City, desk: CaseDesk) -> None:
    city.close()
    desk.put("site", "site", replace(SITE, name="Lain"))
    assert city.site.name == SITE.name
