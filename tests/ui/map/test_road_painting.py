"""Base tiles with roads and with what lies above kelurahan, by zoom."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont

from console.areas.importer import import_files
from console.areas.index import AreaIndex
from console.areas.osm_importer import import_osm
from console.ui.map.mercator import unit_x, unit_y
from console.ui.map.names import SHEET_PX
from console.ui.map.painting import TilePainter
from console.ui.map.palette import DARK, LIGHT, Theme
from console.ui.map.road_painting import width_px
from console.ui.map.sources import LayeredSource
from tests.areas import maps
from tests.areas.extracts import write_extract

MIDDLE = -7.945, 112.62


@pytest.fixture
def source(tmp_path: Path):  # type: ignore[no-untyped-def]
    pack = tmp_path / "areas.pack"
    dump = maps.write_dump(tmp_path, "a.sql", *maps.grid(4))
    import_files([dump], pack, names_above={"35.73": "Kota Karangan", "35.73.01": "Kecamatan Karangan"})
    road = [(MIDDLE[0], 112.59), (MIDDLE[0], 112.66)]
    lane = [(-7.9460, 112.61), (-7.9460, 112.63)]
    import_osm(
        write_extract(
            tmp_path / "roads.osm.pbf",
            ways=[(road, {"highway": "primary", "name": "Jalan Raya Karangan"}), (lane, {"highway": "residential"})],
        ),
        pack,
    )
    index = AreaIndex(pack)
    yield index
    index.close()


def colours(source: LayeredSource, theme: Theme, zoom: int, at: tuple[float, float] = MIDDLE) -> set[str]:
    image = TilePainter(source, QFont()).paint(theme, zoom, *tile(zoom, at))
    return {image.pixelColor(x, y).name() for x in range(256) for y in range(256)}


def tile(zoom: int, at: tuple[float, float]) -> tuple[int, int]:
    return int(unit_x(at[1]) * 2**zoom), int(unit_y(at[0]) * 2**zoom)


def test_the_pack_knows_what_lies_above_and_between(qapp, source) -> None:  # type: ignore[no-untyped-def]
    assert isinstance(source, LayeredSource)
    box = (-8.0, 112.0, -7.0, 113.0)
    assert [(each.code, each.name) for each in source.cities(*box)] == [("35.73", "Kota Karangan")]
    assert [(each.code, each.name) for each in source.districts(*box)] == [("35.73.01", "Kecamatan Karangan")]
    assert [road.rank for road in source.roads(*box, 7)] == [6, 3]
    assert source.districts(0, 0, 1, 1) == ()


@pytest.mark.parametrize(("theme", "palette"), [("dark", DARK), ("light", LIGHT)])
def test_roads_are_painted_by_zoom_in_both_themes(qapp, source, theme, palette) -> None:  # type: ignore[no-untyped-def]
    assert palette.main_road in colours(source, theme, 14)
    assert palette.main_road not in colours(source, theme, 9)
    on_the_lane = (-7.9460, 112.62)
    image = TilePainter(source, QFont()).paint(theme, 17, *tile(17, on_the_lane))
    assert palette.street in {image.pixelColor(x, y).name() for x in range(256) for y in range(256)}
    assert width_px(1, 16) > width_px(3, 16) > width_px(6, 16) > width_px(6, 13)


def test_at_low_zooms_kecamatan_and_cities_stand_for_what_lies_in_them(qapp, source) -> None:  # type: ignore[no-untyped-def]
    painter = TilePainter(source, QFont())

    def ground(zoom: int) -> set[str]:
        column, row = tile(zoom, MIDDLE)
        return {each.code for each in painter._outlines(zoom, column * 256, row * 256, *_far(column, row))}

    assert ground(10) == {"35.73"}
    assert ground(12) == {"35.73.01"}
    assert ground(13) == {maps.code(number) for number in (1, 2, 3, 4)}


def _far(column: int, row: int) -> tuple[int, int]:
    return column * 256 + 256, row * 256 + 256


def test_road_names_come_at_high_zooms_only(qapp, source) -> None:  # type: ignore[no-untyped-def]
    painter = TilePainter(source, QFont())
    sheets = {}
    for zoom in (13, 16):
        column, row = tile(zoom, MIDDLE)
        sheets[zoom] = painter._roads._lay_out(zoom, column // 4, row // 4, [])
    assert sheets[13] == []
    assert {name.text for name in sheets[16]} == {"Jalan Raya Karangan"}


def test_no_road_name_leaves_its_sheet_or_covers_the_name_of_an_area(qapp, source) -> None:  # type: ignore[no-untyped-def]
    roads = TilePainter(source, QFont())._roads
    column, row = (edge // 4 for edge in tile(16, MIDDLE))
    (name,) = roads._lay_out(16, column, row, [])
    assert column * SHEET_PX <= name.box.left
    assert name.box.right <= (column + 1) * SHEET_PX
    assert roads._lay_out(16, column, row, [name.box]) == []
