"""One answer to 'which kelurahan': polygon, else nearest label (perkiraan), else none."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from console.areas.area import Area, Placed
from console.areas.facts import names_above, read_facts
from console.areas.importer import import_files
from console.areas.index import AreaIndex
from console.areas.nearest_labels import NearestLabels
from console.domain.errors import InputFault
from console.domain.place import AreaMethod, distance_m
from tests.areas import maps


def fact(number: int, name: str, row: float, column: float) -> Area:
    """A label point in the middle of a square."""
    lat, lon = maps.middle(row, column)
    return Area(code=maps.code(number), name=name, lat=lat, lon=lon)


FACTS = (fact(1, "Satu", 0, 0), fact(2, "Dua", 0, 1), fact(50, "Jauh", 0, 60))


def test_without_a_pack_the_nearest_label_is_an_estimate() -> None:
    index = AreaIndex(None, FACTS)
    assert index.place_of(*maps.middle(0, 0.9)) == Placed(
        code=maps.code(2), name="Dua", method=AreaMethod.NEAREST, pack_version="", ambiguous=False
    )


def test_far_from_every_label_nothing_is_claimed() -> None:
    assert AreaIndex(None, FACTS).place_of(*maps.middle(0, 30)) == Placed()
    assert AreaIndex(None, ()).place_of(-7.9, 112.6) == Placed()


@pytest.mark.parametrize(("lat", "lon"), [(math.nan, 1.0), (1.0, math.inf), (91.0, 0.0), (0.0, 181.0)])
def test_what_is_no_place_is_none(lat: float, lon: float) -> None:
    assert AreaIndex(None, FACTS).place_of(lat, lon).method is AreaMethod.NONE


def test_with_a_pack_polygons_decide_and_doubt_is_said(tmp_path: Path) -> None:
    rows = [*maps.grid(2), maps.row(8, "Lebar", [maps.square(0, 1, maps.SIDE * 2)])]
    report = import_files([maps.write_dump(tmp_path, "kel.sql", *rows)], tmp_path / "p")
    index = AreaIndex(tmp_path / "p", FACTS)
    sure = index.place_of(*maps.middle(0, 0))
    assert (sure.name, sure.method, sure.ambiguous, sure.pack_version) == (
        "Satu",
        AreaMethod.PACK,
        False,
        report.version,
    )
    doubtful = index.place_of(*maps.middle(0, 1))
    assert (doubtful.name, doubtful.ambiguous) == ("Dua", True)
    index.close()


def test_outside_every_polygon_only_areas_without_polygon_are_guessed(tmp_path: Path) -> None:
    import_files([maps.write_dump(tmp_path, "kel.sql", *maps.grid(2))], tmp_path / "p")
    index = AreaIndex(tmp_path / "p", FACTS)
    assert index.place_of(*maps.middle(1, 0)).method is AreaMethod.NONE
    assert index.place_of(*maps.middle(1, 60)).name == "Jauh"
    assert index.place_of(*maps.middle(1, 60)).method is AreaMethod.NEAREST
    index.close()


def test_a_pack_imported_while_the_index_is_in_use_is_used_from_then_on(tmp_path: Path) -> None:
    index = AreaIndex(tmp_path / "p", FACTS)
    assert index.place_of(*maps.middle(0, 0)).method is AreaMethod.NEAREST
    import_files([maps.write_dump(tmp_path, "kel.sql", *maps.grid(2))], tmp_path / "p")
    assert index.place_of(*maps.middle(0, 0)).method is AreaMethod.PACK
    assert index.pack is not None
    index.close()


def test_areas_without_polygon_are_painted_as_bare_labels(tmp_path: Path) -> None:
    box = (-8.0, 112.5, -7.9, 113.3)
    without = AreaIndex(None, FACTS)
    assert [(outline.name, outline.rings) for outline in without.outlines(*box)] == [
        ("Satu", ()),
        ("Dua", ()),
        ("Jauh", ()),
    ]
    import_files([maps.write_dump(tmp_path, "kel.sql", *maps.grid(2))], tmp_path / "p")
    index = AreaIndex(tmp_path / "p", FACTS)
    assert [(outline.name, len(outline.rings)) for outline in index.outlines(*box)] == [
        ("Satu", 1),
        ("Dua", 1),
        ("Jauh", 0),
    ]
    index.close()


def test_search_and_area_know_pack_and_facts(tmp_path: Path) -> None:
    import_files([maps.write_dump(tmp_path, "kel.sql", *maps.grid(3))], tmp_path / "p")
    index = AreaIndex(tmp_path / "p", FACTS)
    assert [area.name for area in index.search("jau")] == ["Jauh"]
    assert [area.name for area in index.search("tiga")] == ["Tiga"]
    assert [area.name for area in index.search("satu")] == ["Satu"]
    known = index.area(maps.code(50))
    assert known is not None
    assert known.name == "Jauh"
    index.close()


def test_the_nearest_label_is_the_one_a_plain_scan_finds(repository: Path) -> None:
    facts = read_facts(repository / "resources" / "demo")
    labels = NearestLabels(facts)
    for step in range(60):
        lat, lon = -8.05 + step * 0.0031, 112.55 + (step * 7 % 60) * 0.0033
        away, nearest = min((distance_m(lat, lon, area.lat, area.lon), area.code) for area in facts)
        found = labels.nearest(lat, lon)
        assert (found.code if found else "") == (nearest if away <= 5_000 else "")


def test_the_facts_that_ship_hold_599_kelurahan_of_five_cities(repository: Path) -> None:
    facts = read_facts(repository / "resources" / "demo")
    assert len(facts) == len({area.code for area in facts}) == 599
    assert all(area.district and area.city for area in facts)
    assert sum(area.city == "Kota Malang" for area in facts) == 57
    assert names_above(repository / "resources" / "demo")["35.73.05"] == "Lowokwaru"


@pytest.mark.parametrize(
    ("areas", "districts", "field"),
    [
        ("{", '{"names":{}}', "file"),
        ('{"areas":7}', '{"names":{}}', "areas"),
        ('{"areas":[["35.73"]]}', '{"names":{}}', "areas[1]"),
        ('{"areas":[["35.73","x","north",1]]}', '{"names":{}}', "areas[1]"),
        ("{}", '{"names":{}}', "areas"),
        ('{"areas":[]}', '{"names":[]}', "names"),
    ],
)
def test_spoilt_facts_name_file_and_field(tmp_path: Path, areas: str, districts: str, field: str) -> None:
    (tmp_path / "areas.json").write_text(areas)
    (tmp_path / "districts.json").write_text(districts)
    with pytest.raises(InputFault, match=str(tmp_path)) as caught:
        read_facts(tmp_path)
    assert caught.value.params["field"] == field


def test_missing_facts_are_named(tmp_path: Path) -> None:
    (tmp_path / "districts.json").write_text(json.dumps({"names": {}}))
    with pytest.raises(InputFault, match=r"areas\.json"):
        read_facts(tmp_path)
