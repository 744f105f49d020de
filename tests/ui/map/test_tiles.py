"""Base tiles: painted off the GUI thread, kept, bounded, right in both themes."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QColor, QFont, QImage

from console.areas.importer import import_files
from console.areas.pack import Pack
from console.ui.map.mercator import unit_x, unit_y
from console.ui.map.painting import TilePainter
from console.ui.map.palette import DARK, LIGHT, Theme, tint_of
from console.ui.map.sources import AreaOutline, LabelledPoint, LabelledPoints
from console.ui.map.tiles import TileKey, Tiles

SQUARE = LabelledPoint(
    "35.73.02.1001", "Klojen", -7.97, 112.63, (((-7.99, 112.61), (-7.99, 112.65), (-7.95, 112.65), (-7.95, 112.61)),)
)


class Square:
    """One square area, and who asked for it."""

    def __init__(self) -> None:
        self.threads: set[int] = set()
        self.asked = 0

    def outlines(self, south: float, west: float, north: float, east: float) -> Sequence[AreaOutline]:
        self.threads.add(threading.get_ident())
        self.asked += 1
        touches = south <= -7.95 and north >= -7.99 and west <= 112.65 and east >= 112.61
        return [SQUARE] if touches else []


class Broken:
    def outlines(self, south: float, west: float, north: float, east: float) -> Sequence[AreaOutline]:
        raise OSError("the pack is gone")


def _tile_of(lat: float, lon: float, zoom: int, theme: Theme = "dark") -> TileKey:
    return TileKey(theme, zoom, int(unit_x(lon) * 2**zoom), int(unit_y(lat) * 2**zoom))


@pytest.fixture
def square() -> Square:
    return Square()


@pytest.fixture
def tiles(qapp, square: Square) -> Iterator[Tiles]:  # type: ignore[no-untyped-def]
    made = Tiles(square, QFont())
    yield made
    made.close()
    made.deleteLater()


def _fetch(qtbot, tiles: Tiles, key: TileKey) -> bytes:  # type: ignore[no-untyped-def]
    got: list[bytes] = []
    tiles.fetch(key, got.append)
    qtbot.waitUntil(lambda: bool(got))
    return got[0]


def test_tiles_are_painted_off_the_gui_thread(qtbot, tiles: Tiles, square: Square) -> None:  # type: ignore[no-untyped-def]
    arrived: list[bool] = []
    tiles.fetch(_tile_of(-7.97, 112.63, 13), lambda png: arrived.append(QThread.isMainThread()))
    qtbot.waitUntil(lambda: bool(arrived))
    assert threading.main_thread().ident not in square.threads
    assert arrived == [True]


def test_a_tile_is_painted_once(qtbot, tiles: Tiles, square: Square) -> None:  # type: ignore[no-untyped-def]
    key = _tile_of(-7.97, 112.63, 13)
    first = _fetch(qtbot, tiles, key)
    asked = square.asked
    assert _fetch(qtbot, tiles, key) == first
    assert square.asked == asked


def test_another_source_repaints_what_was_kept(qtbot, tiles: Tiles) -> None:  # type: ignore[no-untyped-def]
    key = _tile_of(-7.97, 112.63, 13)
    before = _fetch(qtbot, tiles, key)
    tiles.use(LabelledPoints())
    assert tiles.generation == 1
    assert _fetch(qtbot, tiles, key) != before


@pytest.mark.logs_errors("a base tile failed")
def test_a_broken_source_leaves_the_tile_out_and_says_why(qtbot, qapp) -> None:  # type: ignore[no-untyped-def]
    tiles = Tiles(Broken(), QFont())
    with qtbot.waitSignal(tiles.broken) as heard:
        assert _fetch(qtbot, tiles, _tile_of(-7.97, 112.63, 13)) == b""
    assert isinstance(heard.args[0], OSError)
    tiles.close()
    tiles.deleteLater()


@pytest.mark.parametrize(("theme", "palette"), [("dark", DARK), ("light", LIGHT)])
def test_an_area_has_its_tint_and_what_lies_outside_the_plain_ground(qapp, square: Square, theme, palette) -> None:  # type: ignore[no-untyped-def]
    painter = TilePainter(square, QFont())
    inside = _tile_of(-7.96, 112.62, 15, theme)
    outside = _tile_of(-7.90, 112.62, 15, theme)
    image = painter.paint(theme, 15, inside.column, inside.row)
    assert image.pixelColor(10, 10) == QColor(tint_of(palette, SQUARE.code))
    plain = painter.paint(theme, 15, outside.column, outside.row)
    assert {plain.pixelColor(x, y).name() for x in range(0, 256, 16) for y in range(0, 256, 16)} == {palette.outside}


def test_dense_screens_get_twice_the_pixels(qtbot, tiles: Tiles) -> None:  # type: ignore[no-untyped-def]
    one = _tile_of(-7.97, 112.63, 13)
    two = TileKey(one.theme, one.zoom, one.column, one.row, 2)
    assert QImage.fromData(_fetch(qtbot, tiles, two)).width() == 512


def test_without_a_pack_names_stand_at_their_points(qapp) -> None:  # type: ignore[no-untyped-def]
    painter = TilePainter(LabelledPoints([("35.73.02.1001", "Klojen", -7.97, 112.63)]), QFont())
    key = _tile_of(-7.97, 112.63, 13)
    image = painter.paint("dark", 13, key.column, key.row)
    assert len({image.pixel(x, y) for x in range(256) for y in range(256)}) > 5


@pytest.mark.parametrize(
    "key",
    [
        TileKey("dark", 13, 1 << 13, 0),
        TileKey("dark", 25, 0, 0),
        TileKey("dark", -1, 0, 0),
        TileKey("dark", 3, 0, 0, 3),
    ],
)
def test_tiles_off_the_world_do_not_exist(key: TileKey) -> None:
    assert not key.valid


def test_the_real_pack_of_malang_paints(qapp, real_data: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    import_files([real_data / "areas" / "wilayah_boundaries_kel_35.73.sql"], tmp_path / "areas.pack")
    with Pack(tmp_path / "areas.pack") as pack:
        painter = TilePainter(pack, QFont())
        key = _tile_of(-7.97, 112.63, 13)
        image = painter.paint("light", 13, key.column, key.row)
    colours = {image.pixelColor(x, y).name() for x in range(256) for y in range(256)}
    assert {LIGHT.border, LIGHT.name} & colours
    assert len(colours & set(LIGHT.tints)) >= 2
