"""The demo city: its numbers, nothing real in it, and fixed by its seed."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from console.domain.category import CATEGORIES
from console.domain.errors import InputFault
from console.domain.person import Role
from console.domain.place import distance_m
from console.domain.report import ReportKind, SourceKind
from console.domain.unit import UnitKind, UnitStatus
from console.server.demo_city import DemoCity, read_demo_city

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "demo"
INVENTED_PHONE = re.compile(r"\+62 800 000 \d{4}\Z")


@pytest.fixture(scope="module")
def city() -> DemoCity:
    """The city everybody sees."""
    return read_demo_city(FOLDER)


def test_it_has_the_numbers_of_the_service_it_shows(city: DemoCity) -> None:
    assert len(city.officers) == 840
    assert len(city.vehicles) == 20
    assert len(city.areas) == 57
    assert Counter(agency.kind for agency in city.agencies) == {"hospital": 9, "agency": 15}
    assert sorted(post.name for post in city.police.polsek) == [
        "Polsek Blimbing",
        "Polsek Kedungkandang",
        "Polsek Klojen",
        "Polsek Lowokwaru",
        "Polsek Sukun",
    ]
    assert {source.kind for source in city.sources} >= {SourceKind.CITIZEN_APP, SourceKind.PARTNER}
    assert sum(source.kind is SourceKind.PARTNER for source in city.sources) == 2
    assert {user.role for user in city.users} == {Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.OVERSIGHT}


def test_every_kelurahan_has_one_beat_officer_of_its_own_polsek(city: DemoCity) -> None:
    beats = [unit for unit in city.officers if unit.beat_area]
    assert Counter(unit.beat_area for unit in beats) == dict.fromkeys(city.areas, 1)
    posts = {code: post.name for post in city.police.polsek for code in post.areas}
    assert all(unit.post == posts[unit.beat_area] and unit.function == "binmas" for unit in beats)
    assert all(unit.rank in ("Brigpol", "Bripka", "Aipda", "Aiptu") for unit in beats)


def test_a_third_of_the_officers_is_on_duty_and_crews_are_sent_with_their_car(city: DemoCity) -> None:
    alone = [unit for unit in city.officers if unit.status is UnitStatus.AVAILABLE]
    assert len(alone) + len(city.riding) == 280
    assert not city.riding & {unit.id for unit in alone}
    aboard = [member for car in city.vehicles for member in car.crew]
    assert len(aboard) == len(set(aboard)) == len(city.riding)
    assert all(2 <= len(car.crew) <= 4 and car.status is UnitStatus.AVAILABLE for car in city.vehicles)
    assert {unit.kind for unit in city.on_duty} == {UnitKind.OFFICER, UnitKind.VEHICLE}


def test_for_load_all_officers_are_on_duty() -> None:
    assert len(read_demo_city(FOLDER, all_on_duty=True).on_duty) == 860


def test_a_seed_gives_the_same_city_and_another_seed_another(city: DemoCity) -> None:
    assert read_demo_city(FOLDER) == city
    other = read_demo_city(FOLDER, seed=1)
    assert [unit.call_sign for unit in other.units] == [unit.call_sign for unit in city.units]
    assert [unit.name for unit in other.officers] != [unit.name for unit in city.officers]


def test_ranks_thin_out_towards_the_top_and_every_polsek_is_manned(city: DemoCity) -> None:
    ranks = Counter(unit.rank for unit in city.officers)
    assert ranks["Aiptu"] > ranks["Ipda"] > ranks["Iptu"] > ranks["AKP"] > 0
    posts = Counter(unit.post for unit in city.officers)
    assert set(posts) == {city.police.polres, *(post.name for post in city.police.polsek)}
    assert min(posts.values()) > 50


def test_no_one_in_it_is_real(city: DemoCity) -> None:
    assert json.loads((FOLDER / "malang.json").read_text())["invented"] is True
    assert json.loads((FOLDER / "reports.json").read_text())["invented"] is True
    phones = [agency.phone for agency in city.agencies]
    phones += [person.phone for person in (*city.citizens, *city.drivers)]
    assert all(INVENTED_PHONE.match(phone) for phone in phones)
    assert len(set(phones)) == len(phones)
    assert all(agency.email.endswith(".example") for agency in city.agencies)
    numbers = [unit.service_number for unit in city.officers]
    assert len(set(numbers)) == 840
    assert all(re.match(r"\d\d00\d{4}\Z", number) for number in numbers), "month of birth 00 exists nowhere"


def test_ids_and_names_are_unique(city: DemoCity) -> None:
    assert len({unit.id for unit in city.units}) == len({unit.call_sign for unit in city.units}) == 860
    assert len({unit.name for unit in city.officers}) == 840
    for things in (city.agencies, city.users, city.sources):
        assert len({thing.id for thing in things}) == len(things)


def test_everybody_begins_the_day_near_his_beat_or_in_the_city(city: DemoCity) -> None:
    assert set(city.starts) == {unit.id for unit in city.units}
    for unit in city.officers:
        lat, lon = city.starts[unit.id]
        if unit.beat_area:
            area = city.areas[unit.beat_area]
            assert distance_m(lat, lon, area.lat, area.lon) < 500
        assert distance_m(lat, lon, city.site.lat, city.site.lon) < 12_000


def test_work_is_passed_to_agencies_that_exist_and_take_it(city: DemoCity) -> None:
    known = {agency.id for agency in city.agencies}
    assert set(city.routing) <= set(CATEGORIES)
    assert all(set(offered) <= known and offered for offered in city.routing.values())
    assert city.routing["fallen_tree"][0] == "dlh"
    assert city.routing["power_line"][0] == "pln"
    assert all(set(agency.categories) <= set(CATEGORIES) and agency.categories for agency in city.agencies)


def test_the_demo_reports_speak_the_words_of_the_domain(city: DemoCity) -> None:
    reports = json.loads((FOLDER / "reports.json").read_text())["reports"]
    assert len(reports) >= 120
    people = {person.account for person in (*city.citizens, *city.drivers)} | {""}
    sources = {source.id: source.kind for source in city.sources}
    for report in reports:
        assert ReportKind(report["kind"])
        assert sources[report["source"]] is SourceKind(report["source_kind"])
        assert report["category"] in CATEGORIES
        assert report.get("priority", 4) in (1, 2, 3, 4)
        assert report["area"] in city.areas
        assert report["account"] in people
        assert bool(report["text"]) != (report["kind"] == "panic")
    assert {report["area"] for report in reports} == set(city.areas)
    assert sum(report.get("prank", False) for report in reports) >= 8
    assert sum(CATEGORIES[report["category"]].sensitive for report in reports) >= 8


def test_spoilt_facts_name_the_file_and_the_field(tmp_path: Path) -> None:
    with pytest.raises(InputFault, match=r"malang\.json"):
        read_demo_city(tmp_path)
    for name in ("areas.json", "districts.json", "malang.json"):
        (tmp_path / name).write_text((FOLDER / name).read_text())
    facts = json.loads((FOLDER / "malang.json").read_text())
    facts["vehicles"][0]["crew"] = "three"
    (tmp_path / "malang.json").write_text(json.dumps(facts))
    with pytest.raises(InputFault, match=r"vehicles\[.*\.crew") as caught:
        read_demo_city(tmp_path)
    assert caught.value.params["file"] == str(tmp_path / "malang.json")
    facts["vehicles"][0]["crew"] = 3
    facts["police"]["polsek"][0]["areas"].append("35.73.99.9999")
    (tmp_path / "malang.json").write_text(json.dumps(facts))
    with pytest.raises(InputFault, match=r"35\.73\.99\.9999"):
        read_demo_city(tmp_path)
