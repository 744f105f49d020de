"""GeoJSON is read longitude first, feature by feature; a broken one costs only itself."""

from __future__ import annotations

import json

import pytest

from console.areas.area import Broken, Record
from console.areas.geojson import PointRecord, looks_like_geojson, read_areas, read_points, stated_licence
from console.areas.varints import to_units
from tests.areas import maps


def areas(text: str) -> tuple[list[Record], list[Broken]]:
    """Every area and every broken feature."""
    found = list(read_areas(text, "desa.geojson"))
    return (
        [each for each in found if isinstance(each, Record)],
        [each for each in found if isinstance(each, Broken)],
    )


def points(text: str) -> tuple[list[PointRecord], list[Broken]]:
    """Every point and every broken feature."""
    found = list(read_points(text, "titik.geojson"))
    return (
        [each for each in found if isinstance(each, PointRecord)],
        [each for each in found if isinstance(each, Broken)],
    )


def test_a_polygon_is_read_longitude_first() -> None:
    records, broken = areas(maps.collection(maps.polygon_feature(maps.code(1), "Satu", [maps.square()])))
    assert not broken
    assert records[0].code == maps.code(1)
    assert records[0].rings[0][0] == (to_units(maps.SOUTH), to_units(maps.WEST))


@pytest.mark.parametrize(
    ("code_key", "name_key"), [("kode", "nama"), ("code", "name"), ("KDEPUM", "WADMKD"), ("KODE_DESA", "NAMOBJ")]
)
def test_the_offices_own_property_names_are_known(code_key: str, name_key: str) -> None:
    feature = maps.polygon_feature("", "", [maps.square()]) | {"properties": {code_key: maps.code(1), name_key: "Satu"}}
    records, _ = areas(maps.collection(feature))
    assert [(record.code, record.name) for record in records] == [(maps.code(1), "Satu")]


def test_a_single_feature_without_collection_is_read() -> None:
    records, broken = areas(json.dumps(maps.polygon_feature(maps.code(1), "Satu", [maps.square()])))
    assert [record.name for record in records] == ["Satu"]
    assert not broken


def test_points_are_longitude_first_and_latitude_first_is_named() -> None:
    right = maps.point_feature(-7.97, 112.63)
    turned = maps.point_feature(112.63, -7.97)
    found, broken = points(maps.collection(right, turned, right))
    assert [(point.lat, point.lon, point.line, point.number) for point in found] == [
        (-7.97, 112.63, 2, 1),
        (-7.97, 112.63, 4, 3),
    ]
    assert [(each.line, each.record, each.field) for each in broken] == [(3, 2, "coordinates")]
    assert "looks swapped" in broken[0].reason


@pytest.mark.parametrize(
    ("spoilt", "field"),
    [
        ('{"type":"Feature","properties":{},"geometry":null}', "geometry"),
        ('{"type":"Feature","properties":{}}', "geometry"),
        ('{"type":"Feature","geometry":{"type":"LineString","coordinates":[]}}', "geometry.type"),
        ('{"type":"Feature","geometry":{"type":"Point","coordinates":[]}}', "coordinates"),
        ('{"type":"Feature","geometry":{"type":"Point","coordinates":[NaN,1]}}', "coordinates"),
        ('{"type":"Feature","geometry":{"type":"Point","coordinates":[true,1]}}', "coordinates"),
        ('{"type":"Feature","geometry":{"type":"Point","coordinates":[500,1]}}', "coordinates"),
        ('{"type":"Feature","geometry":{"type":"Point","coordinates":[1e400,' + "9" * 5000 + "]}}", "feature"),
        ('{"type":"Feature","geometry":{"type":"Point","coordinates":[112.6,}}', "feature"),
        ('{"type":"Feature","geometry":' + "[" * 100_000, "feature"),
        ("42", "feature"),
    ],
)
def test_a_broken_feature_costs_only_itself(spoilt: str, field: str) -> None:
    good = json.dumps(maps.point_feature(-7.97, 112.63))
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join([good, spoilt, good]) + "\n]}"
    found, broken = points(text)
    assert [point.line for point in found] == [2, 4]
    assert [(each.line, each.field) for each in broken] == [(3, field)]


def test_a_file_cut_in_the_middle_keeps_what_is_whole() -> None:
    text = maps.collection(*(maps.point_feature(-7.97, 112.63) for _ in range(3)))
    found, broken = points(text[:-40])
    assert len(found) == 2
    assert [each.record for each in broken] == [3]


def test_the_licence_a_file_states_is_found() -> None:
    stated = '{"type":"FeatureCollection","license":"CC BY 4.0, Badan \\"X\\"","features":[]}'
    assert stated_licence(stated) == 'CC BY 4.0, Badan "X"'
    assert stated_licence('{"type":"FeatureCollection","features":[]}') == ""


def test_only_json_objects_look_like_geojson() -> None:
    assert looks_like_geojson(' \n{"type": "FeatureCollection", "features": []}')
    assert not looks_like_geojson("INSERT INTO x(y) VALUES (1)")
    assert not looks_like_geojson("")
