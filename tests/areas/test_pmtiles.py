"""PMTiles 3 as the format's own library writes it, and ways such a file can be broken."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pmtiles.tile import zxy_to_tileid

from console.areas.pmtiles import tile_number, tile_place
from console.areas.tile_set import open_tile_set
from console.domain.errors import InputFault
from tests.areas.tile_sets import BLUE, GREEN, MALANG, RED, write_pmtiles

TILES = {(12, 3330, 2139): RED, (13, 6660, 4278): GREEN, (13, 6661, 4279): BLUE}


@pytest.fixture
def kota(tmp_path: Path) -> Path:
    return write_pmtiles(tmp_path / "kota.pmtiles", TILES, attribution="© Dinas PU")


@given(st.integers(0, 22), st.data())
@settings(max_examples=60)
def test_tiles_are_numbered_as_by_the_formats_own_library(zoom: int, data: st.DataObject) -> None:
    side = st.integers(0, (1 << zoom) - 1)
    place = (zoom, data.draw(side), data.draw(side))
    assert tile_number(*place) == zxy_to_tileid(*place)
    assert tile_place(tile_number(*place)) == place


def test_every_tile_is_found_and_no_other(kota: Path) -> None:
    tiles = open_tile_set(kota)
    assert {place: tiles.tile(*place) for place in TILES} == TILES
    assert tiles.tile(13, 6660, 4279) is None
    assert tiles.tile(0, 0, 0) is None
    assert set(tiles.sample()) <= set(TILES)
    tiles.close()
    assert tiles.tile(13, 6660, 4278) is None


def test_what_the_file_says_of_itself_is_taken_over(kota: Path) -> None:
    with closing(open_tile_set(kota)) as tiles:
        facts = tiles.facts
    assert (facts.name, facts.attribution) == ("Uji", "© Dinas PU")
    assert (facts.min_zoom, facts.max_zoom) == (12, 13)
    assert facts.bounds == pytest.approx(MALANG)


def test_tiles_behind_leaf_directories_and_in_runs_are_found(tmp_path: Path) -> None:
    # Lengths that do not repeat make the directory too large for the first 16 KiB.
    many = {
        (9, x, y): RED if x < 160 else f"{x}/{y}".encode() * (1 + x * x * y * 7919 % 61)
        for x in range(150, 320) for y in range(150, 310)
    }  # fmt: skip
    path = write_pmtiles(tmp_path / "pulau.pmtiles", many)
    assert path.read_bytes()[48:56] != bytes(8), "the library made no leaf directories"
    with closing(open_tile_set(path)) as tiles:
        for place in list(many)[::997]:
            assert tiles.tile(*place) == many[place]
        assert tiles.tile(9, 149, 180) is None
        assert {tiles.tile(*place) == many[place] for place in tiles.sample()} == {True}


@pytest.mark.parametrize(
    ("at", "byte", "code"),
    [
        (7, 2, "tile_set_old"),
        (99, 1, "tile_set_vector"),
        (99, 6, "tile_set_vector"),
        (99, 5, "tile_set_format"),
        (97, 4, "tile_set_format"),
        (98, 3, "tile_set_format"),
        (101, 60, "tile_set_damaged"),
        (15, 255, "tile_set_cut_off"),
    ],
)
def test_a_stranger_is_refused_by_its_header(kota: Path, at: int, byte: int, code: str) -> None:
    raw = bytearray(kota.read_bytes())
    raw[at] = byte
    kota.write_bytes(raw)
    with pytest.raises(InputFault) as refused:
        open_tile_set(kota)
    assert refused.value.code == code


def test_a_file_that_was_cut_off_is_refused_anywhere(kota: Path) -> None:
    raw = kota.read_bytes()
    for length in (9, 60, 130, 200, len(raw) - 1):
        kota.write_bytes(raw[:length])
        with pytest.raises(InputFault) as refused:
            open_tile_set(kota)
        assert refused.value.code in ("tile_set_cut_off", "tile_set_damaged")


@given(st.integers(127, 400), st.integers(0, 255))
@settings(max_examples=60)
def test_a_broken_byte_of_the_directory_never_gets_further_than_a_refusal(at: int, byte: int) -> None:
    raw = bytearray(_BROKEN.read())
    raw[min(at, len(raw) - 1)] = byte
    _BROKEN.write(raw)
    try:
        tiles = open_tile_set(_BROKEN.path)
        for place in TILES:
            tiles.tile(*place)
        tiles.close()
    except InputFault:
        pass


class _Broken:
    """One file under many examples: hypothesis shares fixtures between them."""

    def __init__(self) -> None:
        self.path = Path()
        self._whole = b""

    def use(self, kota: Path) -> None:
        self.path, self._whole = kota, kota.read_bytes()

    def read(self) -> bytes:
        return self._whole

    def write(self, raw: bytes) -> None:
        self.path.write_bytes(raw)


_BROKEN = _Broken()


@pytest.fixture(autouse=True, scope="module")
def _broken_file(tmp_path_factory: pytest.TempPathFactory) -> None:
    _BROKEN.use(write_pmtiles(tmp_path_factory.mktemp("broken") / "kota.pmtiles", TILES))
