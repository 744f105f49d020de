"""MBTiles 1.3: rows from the south, bounds told or not, strangers refused by name."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from console.areas.mbtiles import MBTiles
from console.areas.tile_set import TileSetFacts, open_tile_set
from console.domain.errors import InputFault
from tests.areas.tile_sets import BLUE, GREEN, MALANG, RED, bounds_text, write_mbtiles

TILES = {(12, 3330, 2139): RED, (13, 6660, 4278): GREEN, (13, 6661, 4279): BLUE}


def _facts(path: Path) -> TileSetFacts:
    with closing(open_tile_set(path)) as tiles:
        return tiles.facts


def _refusal(path: Path) -> InputFault:
    with pytest.raises(InputFault) as refused:
        open_tile_set(path)
    assert refused.value.params["file"] == path.name
    return refused.value


def test_rows_are_counted_from_the_south_in_the_file_and_from_the_north_by_us(tmp_path: Path) -> None:
    tiles = open_tile_set(write_mbtiles(tmp_path / "kota.mbtiles", TILES))
    assert {place: tiles.tile(*place) for place in TILES} == TILES
    assert tiles.tile(13, 6661, 4278) is None
    assert tiles.tile(5, 0, 0) is None
    tiles.close()
    assert tiles.tile(13, 6660, 4278) is None


def test_what_the_file_says_of_itself_is_taken_over(tmp_path: Path) -> None:
    path = write_mbtiles(
        tmp_path / "kota.mbtiles", TILES, name="Kota Malang", attribution="© <a href='x'>Dinas PU</a>",
        bounds=bounds_text(*MALANG), type="overlay", minzoom="0", maxzoom="22",
    )  # fmt: skip
    facts = _facts(path)
    assert (facts.name, facts.attribution) == ("Kota Malang", "© <a href='x'>Dinas PU</a>")
    assert (facts.min_zoom, facts.max_zoom) == (12, 13)
    assert facts.bounds == MALANG
    assert facts.overlay


def test_bounds_that_are_not_told_are_those_of_the_tiles(tmp_path: Path) -> None:
    facts = _facts(write_mbtiles(tmp_path / "kota.mbtiles", TILES, bounds="nonsense"))
    south, west, north, east = facts.bounds
    assert west == pytest.approx(6660 / 8192 * 360 - 180)
    assert east == pytest.approx(6662 / 8192 * 360 - 180)
    assert south < -7.99 < north
    assert north - south == pytest.approx(0.0870, abs=2e-3)


def test_tiles_behind_a_view_are_found_too(tmp_path: Path) -> None:
    path = tmp_path / "kota.mbtiles"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE metadata (name text, value text)")
        connection.execute("CREATE TABLE map (zoom_level int, tile_column int, tile_row int, tile_id text)")
        connection.execute("CREATE UNIQUE INDEX map_index ON map (zoom_level, tile_column, tile_row)")
        connection.execute("CREATE TABLE images (tile_id text PRIMARY KEY, tile_data blob)")
        connection.execute(
            "CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data FROM map "
            "JOIN images ON images.tile_id = map.tile_id"
        )
        connection.execute("INSERT INTO map VALUES (13, 6660, 3913, 'a')")
        connection.execute("INSERT INTO images VALUES ('a', ?)", (RED,))
    connection.close()
    with closing(MBTiles(path)) as tiles:
        assert tiles.tile(13, 6660, 4278) == RED
        assert tiles.is_quick()


def test_a_file_without_an_index_is_slow_and_says_so(tmp_path: Path) -> None:
    with closing(MBTiles(write_mbtiles(tmp_path / "kota.mbtiles", TILES, index=False))) as tiles:
        assert not tiles.is_quick()


def test_a_file_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "kota.mbtiles", TILES)
    path.write_bytes(path.read_bytes()[:-4096])
    refusal = _refusal(path)
    assert refusal.code == "tile_set_cut_off"
    assert "Copy or download it again" in refusal.message


def test_a_database_of_something_else_is_no_tile_set(tmp_path: Path) -> None:
    path = tmp_path / "kontak.mbtiles"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE people (name text)")
    connection.close()
    assert _refusal(path).code == "no_tile_set"


def test_a_set_without_tiles_is_none(tmp_path: Path) -> None:
    assert _refusal(write_mbtiles(tmp_path / "kota.mbtiles", {})).code == "no_tile_set"


@pytest.mark.parametrize("metadata", [{"format": "pbf"}, {"format": "", "json": '{"vector_layers": []}'}])
def test_vector_tiles_are_refused_with_the_way_out(tmp_path: Path, metadata: dict[str, str]) -> None:
    refusal = _refusal(write_mbtiles(tmp_path / "kota.mbtiles", TILES, **metadata))
    assert refusal.code == "tile_set_vector"
    assert "raster" in refusal.message


def test_another_projection_is_refused_by_its_name(tmp_path: Path) -> None:
    refusal = _refusal(write_mbtiles(tmp_path / "kota.mbtiles", TILES, crs="EPSG:4326"))
    assert refusal.code == "tile_set_projection"
    assert "EPSG:4326" in refusal.message
    open_tile_set(write_mbtiles(tmp_path / "kota.mbtiles", TILES, crs="EPSG:3857")).close()


def test_pictures_we_do_not_show_are_refused(tmp_path: Path) -> None:
    assert _refusal(write_mbtiles(tmp_path / "kota.mbtiles", TILES, format="gif")).code == "tile_set_format"


def test_a_file_a_program_is_still_writing_is_refused(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "kota.mbtiles", TILES)
    (tmp_path / "kota.mbtiles-wal").write_bytes(b"waiting")
    assert "has not finished writing" in _refusal(path).message


def test_a_picture_is_refused_as_a_tile_set(tmp_path: Path) -> None:
    path = tmp_path / "foto.mbtiles"
    path.write_bytes(RED)
    assert _refusal(path).code == "no_tile_set"
