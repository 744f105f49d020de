"""The real boundaries and the real reports: 599 kelurahan, 1,204 points, known sums."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.areas.facts import names_above, read_facts
from console.areas.geojson import PointRecord, read_points
from console.areas.importer import FileState, import_files
from console.areas.index import AreaIndex
from console.areas.labels import write_labels
from console.areas.layers import CITY, DISTRICT, Layers
from console.areas.locating import count_table, locate_files
from console.domain.place import AreaMethod

JAKARTA = "31"


@pytest.fixture(scope="module")
def dumps(real_data: Path) -> list[Path]:
    """The ten dumps."""
    return sorted((real_data / "areas").glob("*.sql"))


@pytest.fixture(scope="module")
def reports(real_data: Path) -> list[Path]:
    """The real reports."""
    return sorted((real_data / "reports").glob("*.geojson"))


@pytest.fixture(scope="module")
def index(dumps: list[Path], repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AreaIndex]:
    """All 599 areas in one pack, with the facts that ship."""
    demo = repository / "resources" / "demo"
    path = tmp_path_factory.mktemp("areas") / "areas.pack"
    report = import_files(dumps, path, names_above=names_above(demo))
    assert (report.areas, report.imported, report.broken) == (599, 599, ())
    index = AreaIndex(path, read_facts(demo))
    yield index
    index.close()


def test_all_599_are_read_again_as_skipped(index: AreaIndex, dumps: list[Path]) -> None:
    assert index.pack is not None
    again = import_files(dumps, index.pack.path)
    assert {file.state for file in again.files} == {FileState.SKIPPED}
    assert (again.areas, again.version) == (599, index.pack.version)


def test_the_1204_reports_lie_where_they_are_known_to_lie(index: AreaIndex, reports: list[Path]) -> None:
    in_jakarta = locate_files(reports, index, within=JAKARTA)
    assert in_jakarta.headline == "inside=1102 ambiguous=4 outside=102"
    assert not in_jakarta.broken
    everywhere = locate_files(reports, index)
    assert everywhere.headline == "inside=1188 ambiguous=4 outside=16"
    table = count_table(everywhere)
    assert ("31", "DKI Jakarta", "", "", "1102", "4") in table
    assert ("32.75", "Kota Bekasi", "", "", "86", "0") in table


def test_jakarta_alone_gives_the_same_figures(dumps: list[Path], reports: list[Path], tmp_path: Path) -> None:
    only = [dump for dump in dumps if "_31." in dump.name]
    assert import_files(only, tmp_path / "p").areas == 267
    index = AreaIndex(tmp_path / "p")
    assert locate_files(reports, index).headline == "inside=1102 ambiguous=4 outside=102"
    index.close()


def test_rounding_to_centimetres_moves_no_report(dumps: list[Path], reports: list[Path], index: AreaIndex) -> None:
    """Plain even-odd rule on the dump's own floating point numbers, every edge looked at."""
    areas = [area for dump in dumps for area in exact_areas(dump)]
    assert index.pack is not None
    for lat, lon in places(reports):
        slow = {code for code, box, rings in areas if in_box(box, lat, lon) and holds_slowly(rings, lat, lon)}
        assert {area.code for area in index.pack.locate(lat, lon)} == slow


def test_the_shipped_label_points_are_those_of_the_boundaries(
    dumps: list[Path], repository: Path, tmp_path: Path, index: AreaIndex
) -> None:
    assert write_labels(dumps, tmp_path / "areas.json") == 599
    shipped = repository / "resources" / "demo" / "areas.json"
    assert (tmp_path / "areas.json").read_text() == shipped.read_text()
    assert index.pack is not None
    for area in read_facts(shipped.parent):
        assert area.code in {found.code for found in index.pack.locate(area.lat, area.lon)}


def test_without_polygons_seven_of_ten_reports_are_guessed_right(index: AreaIndex, reports: list[Path]) -> None:
    guessing = AreaIndex(None, index.labels.areas)
    right = asked = 0
    for lat, lon in places(reports):
        known, guess = index.place_of(lat, lon), guessing.place_of(lat, lon)
        if known.method is AreaMethod.PACK:
            assert guess.method is AreaMethod.NEAREST
            asked += 1
            right += guess.code == known.code
    assert asked == 1188
    assert right / asked > 0.65


def test_what_the_demo_city_calls_inside_is_inside(index: AreaIndex, repository: Path) -> None:
    demo = repository / "resources" / "demo"
    city = json.loads((demo / "malang.json").read_text())
    for thing in [*city["agencies"], *city["police"]["polsek"], city["police"], city["site"]]:
        assert index.place_of(thing["lat"], thing["lon"]).code.startswith("35.73."), thing["name"]
    for report in json.loads((demo / "reports.json").read_text())["reports"]:
        if "lat" in report:
            assert index.place_of(report["lat"], report["lon"]).code == report["area"], report["id"]


def test_every_kecamatan_and_city_is_outlined_whole_without_slivers(index: AreaIndex) -> None:
    assert index.pack is not None
    layers = Layers(index.pack.path)
    box = (-90.0, -180.0, 90.0, 180.0)
    districts, cities = layers.outlines(DISTRICT, *box), layers.outlines(CITY, *box)
    layers.close()
    assert (len(districts), len(cities)) == (88, 10)
    assert all(outline.name for outline in (*districts, *cities))
    inland = [each for each in cities if each.code not in ("31.01", "31.72")]
    assert {len(each.rings) for each in inland} == {1}
    for village in index.pack.outlines(*box):
        above = next(each for each in districts if village.code.startswith(each.code + "."))
        assert any(holds_slowly([list(ring)], village.lat, village.lon) for ring in above.rings), village.code


Box = tuple[float, float, float, float]
Rings = list[list[tuple[float, float]]]


def places(reports: list[Path]) -> list[tuple[float, float]]:
    """Every point of the files: (lat, lon)."""
    found = [point for path in reports for point in read_points(path.read_text(), path.name)]
    return [(point.lat, point.lon) for point in found if isinstance(point, PointRecord)]


def exact_areas(dump: Path) -> Iterator[tuple[str, Box, Rings]]:
    """(code, box, rings) of a dump read by plain splitting, not by the importer."""
    for line in dump.read_text().splitlines():
        fields = line.strip().split("'")
        if len(fields) == 7 and fields[0] == "(":
            nested = json.loads(fields[5])
            polygons = [nested] if isinstance(nested[0][0][0], float) else nested
            rings = [[(lat, lon) for lat, lon in ring] for polygon in polygons for ring in polygon]
            lats = [lat for ring in rings for lat, _ in ring]
            lons = [lon for ring in rings for _, lon in ring]
            yield fields[1], (min(lats), max(lats), min(lons), max(lons)), rings


def in_box(box: Box, lat: float, lon: float) -> bool:
    """Whether the point lies in the box."""
    return box[0] <= lat <= box[1] and box[2] <= lon <= box[3]


def holds_slowly(rings: Rings, lat: float, lon: float) -> bool:
    """Even-odd rule in floating point."""
    inside = False
    for ring in rings:
        for (lat_a, lon_a), (lat_b, lon_b) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (lat_a > lat) != (lat_b > lat) and lon < lon_a + (lat - lat_a) * (lon_b - lon_a) / (lat_b - lat_a):
                inside = not inside
    return inside
