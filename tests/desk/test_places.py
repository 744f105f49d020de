"""Places by name: landmarks, villages with and without a point, slips of the finger."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.areas.facts import read_facts
from console.areas.index import AreaIndex
from console.areas.names import NameTable
from console.areas.osm_importer import import_osm
from console.contract.codec import decode
from console.desk.elsewhere import NamedPlaces, photo_far
from console.desk.places import Places
from console.domain.agency import Site
from console.domain.landmark import Landmark, Landmarks, fault_in_landmarks, near_landmarks, wind_of
from console.domain.place import AreaMethod, Place
from tests.areas.extracts import write_extract
from tests.worlds.cases import ROOT, a_report
from tests.worlds.names import names as names

DEMO = ROOT / "resources" / "demo"
MALANG = Site(lat=-7.9786, lon=112.6318)


@pytest.fixture(scope="module")
def landmarks() -> Landmarks:
    return decode((DEMO / "landmarks.json").read_bytes(), Landmarks)


@pytest.fixture(scope="module")
def places(names: NameTable, landmarks: Landmarks) -> Places:
    return Places(AreaIndex(None, read_facts(DEMO), names), lambda: MALANG, lambda: landmarks)


def test_the_demos_landmarks_stand_and_lie_in_malang(landmarks: Landmarks) -> None:
    assert fault_in_landmarks(landmarks) is None
    assert len(landmarks.places) >= 36
    assert all(abs(each.lat + 7.98) < 0.07 and abs(each.lon - 112.63) < 0.06 for each in landmarks.places)


def test_a_village_with_a_label_point_is_an_estimate_and_one_without_has_its_code_and_no_point(places: Places) -> None:
    own = places.search("blimbing")[0]
    assert (own.name, own.city, own.place.area_code) == ("Blimbing", "Kota Malang", "35.73.01.1005")
    assert own.place.known
    assert own.place.area_method is AreaMethod.NEAREST
    far = places.search("kepanjen")[0]
    assert (far.city, far.place.known, far.place.area_name) == ("Kabupaten Malang", False, "Kepanjen")
    assert far.place.area_code.startswith("35.07.13.")


def test_a_landmark_is_found_by_any_of_its_names_with_its_kelurahan(places: Places) -> None:
    for words in ("stasiun kota baru", "kotabaru", "stasiun mal"):
        found = places.search(words)[0]
        assert (found.name, found.kind, found.place.words) == ("Stasiun Malang", "stasiun", "Stasiun Malang")
        assert found.place.area_method is AreaMethod.NEAREST
        assert found.district == "Klojen"


def test_a_mistyped_name_is_found_in_the_own_province(places: Places) -> None:
    assert places.search("lowokwru")[0].name == "Lowokwaru"
    assert places.search("bareng")[0].name == "Bareng"
    assert places.search("qqqqzzzz") == ()
    assert places.search("x") == ()


def test_without_the_table_of_names_the_areas_with_a_point_are_still_found(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "x").write_bytes(b"")
    broken = NameTable(tmp_path / "names")
    alone = Places(AreaIndex(None, read_facts(DEMO), broken), lambda: MALANG)
    assert alone.search("blimbing")[0].name == "Blimbing"
    assert Places(None).search("blimbing") == ()


def test_the_nearest_landmarks_are_told_with_the_side_they_lie_on(landmarks: Landmarks) -> None:
    [first, *_] = near_landmarks(landmarks.places, Place(lat=-7.9768, lon=112.6377))
    assert (first.landmark.name, first.wind) == ("Stasiun Malang", "ne")
    assert first.distance_m == pytest.approx(109, abs=5)
    assert near_landmarks(landmarks.places, Place(words="entah")) == ()
    assert near_landmarks(landmarks.places, Place(lat=-7.5, lon=112.6)) == ()
    winds = [wind_of(0, 0, lat, lon) for lat, lon in ((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1))]
    assert winds == ["n", "ne", "e", "se", "s", "sw", "w"]


def test_lists_that_cannot_stand_are_told_by_field() -> None:
    good = Landmark(id="a", name="A", kind="pasar", lat=-7.9, lon=112.6)
    for bad, field in (
        ((good, good), "places[1].id"),
        ((Landmark(id="b", name=" ", kind="x", lat=1, lon=1),), "places[0].name"),
        ((Landmark(id="b", name="B", kind="x", lat=0, lon=0),), "places[0].lat"),
        ((Landmark(id="b", name="B", kind="x", lat=1, lon=float("nan")),), "places[0].lon"),
        ((Landmark(id="b", name="B", kind="x", lat=1, lon=1, aliases=("\u202e",)),), "places[0].aliases"),
    ):
        fault = fault_in_landmarks(Landmarks(places=bad))
        assert fault is not None
        assert fault[0] == field


def test_a_landmark_in_the_text_agrees_with_coordinates_near_it_and_differs_from_far_ones(landmarks: Landmarks) -> None:
    asked = NamedPlaces(AreaIndex(None, read_facts(DEMO)), lambda: landmarks)
    here = a_report("r1", "KJ-1", text="tabrakan dekat Stasiun Blimbing", place=Place(lat=-7.9405, lon=112.6450))
    there = a_report("r2", "KJ-2", text="tabrakan dekat stasiun blimbing", place=Place(lat=-7.99, lon=112.62))
    both = a_report("r3", "KJ-3", text="dari Pasar Besar ke Terminal Arjosari", place=Place(lat=-7.9330, lon=112.6580))
    assert asked.elsewhere(here) is None
    found = asked.elsewhere(there)
    assert found is not None
    assert (found.name, round(found.distance_m, -3)) == ("Stasiun Blimbing", 6_000)
    assert asked.elsewhere(both) is None


def test_a_name_the_own_city_has_too_raises_no_alarm(names: NameTable) -> None:
    names.search("x1")
    facts = tuple(each for each in read_facts(DEMO) if each.name != "Sukoharjo")
    elsewhere = tuple(each for each in read_facts(DEMO) if each.code == "35.73.01.1001")
    far = [each.__class__(code="35.79.01.1001", name="Sukoharjo", lat=-7.70, lon=112.63) for each in elsewhere]
    index = AreaIndex(None, (*facts, *far))
    place = Place(lat=-7.97, lon=112.63, area_code="35.73.02.1001")
    report = a_report("r1", "KJ-1", text="banjir di kelurahan Sukoharjo", place=place)
    assert NamedPlaces(index).elsewhere(report) is not None
    assert NamedPlaces(index, Landmarks, names).elsewhere(report) is None


def test_a_photo_is_far_beyond_a_kilometre_and_what_the_point_is_unsure_of() -> None:
    assert photo_far(1_001, Place(lat=1, lon=1))
    assert not photo_far(1_001, Place(lat=1, lon=1, accuracy_m=50))


def test_imported_landmarks_are_found_by_name_and_near_a_place_the_own_ones_once(
    tmp_path: Path, landmarks: Landmarks
) -> None:
    stadium, mall = {"leisure": "stadium", "name": "Stadion Karangan"}, {"shop": "mall", "name": "Mal Karangan"}
    nodes = [
        ((-7.9776, 112.6371), {"railway": "station", "name": "Stasiun Malang"}),
        ((-7.9770, 112.6360), stadium), ((-6.2000, 106.8000), stadium), ((-7.9771, 112.6361), mall),
    ]  # fmt: skip
    import_osm(write_extract(tmp_path / "a.osm.pbf", nodes=nodes), tmp_path / "pack")
    index = AreaIndex(tmp_path / "pack", read_facts(DEMO))
    asked = Places(index, lambda: MALANG, lambda: landmarks)
    found = asked.search("stadion karangan")
    assert [(each.name, each.kind, each.city) for each in found][:1] == [("Stadion Karangan", "stadion", "Kota Malang")]
    assert [round(each.place.lat or 0) for each in found if each.kind == "stadion"] == [-8, -6]
    assert [each.name for each in asked.search("stasiun malang")].count("Stasiun Malang") == 1
    near = [each.landmark.name for each in asked.near(Place(lat=-7.9772, lon=112.6362))]
    assert near == ["Mal Karangan", "Stadion Karangan", "Stasiun Malang"]
    index.close()
