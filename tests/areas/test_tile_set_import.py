"""A file of tiles is taken in whole or not at all, after its tiles were looked at."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from console.areas.mbtiles import MBTiles
from console.areas.tile_set import open_tile_set
from console.areas.tile_set_import import check_tile_set, import_tile_set, slug_of, tile_set_files
from console.domain.errors import InputFault
from tests.areas.tile_sets import BLUE, GREEN, RED, write_mbtiles, write_pmtiles

TILES = {(12, 3330, 2139): RED, (13, 6660, 4278): GREEN}


def test_a_copy_without_an_index_is_given_one(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "kota.mbtiles", TILES, index=False)
    told: list[tuple[int, int]] = []
    import_tile_set(path, tmp_path / "maps", told=lambda done, size: told.append((done, size)))
    assert told[-1] == (path.stat().st_size, path.stat().st_size)
    with closing(MBTiles(tmp_path / "maps" / "kota.mbtiles")) as copy:
        assert copy.is_quick()
        assert copy.tile(13, 6660, 4278) == GREEN


def test_the_same_name_again_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    maps = tmp_path / "maps"
    import_tile_set(write_mbtiles(tmp_path / "kota.mbtiles", TILES), maps)
    import_tile_set(write_pmtiles(tmp_path / "kota.pmtiles", {(13, 6660, 4278): BLUE}), maps)
    assert [each.name for each in maps.iterdir()] == ["kota.pmtiles"]


def test_a_file_may_stay_where_it_is(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "kota.mbtiles", TILES)
    import_tile_set(path, tmp_path / "maps", in_place=True)
    assert tile_set_files(tmp_path / "maps") == {"kota": path.resolve()}


@pytest.mark.parametrize(
    ("body", "code", "said"),
    [
        (b"\x1f\x8b\x08\x00vector", "tile_set_vector", "raster"),
        (RED[:-30], "tile_set_damaged", "cut off"),
        (b"<html>login</html>", "tile_set_damaged", "page of text"),
    ],
)
def test_tiles_that_are_no_pictures_are_found_before_anything_is_copied(
    tmp_path: Path, body: bytes, code: str, said: str
) -> None:
    path = write_mbtiles(tmp_path / "kota.mbtiles", {**TILES, (14, 13320, 8556): body})
    with pytest.raises(InputFault, match=said) as refused:
        import_tile_set(path, tmp_path / "maps")
    assert refused.value.code == code
    assert not (tmp_path / "maps").exists()


def test_what_is_no_ordinary_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.mbtiles", Path("/dev/null")):
        with pytest.raises(InputFault):
            check_tile_set(path)
    with pytest.raises(InputFault):
        open_tile_set(tmp_path)


def test_names_become_fit_for_an_address() -> None:
    assert slug_of("Peta Kota Malang (2026) é") == "peta-kota-malang-2026-e"
    assert slug_of("地図") == "map"
