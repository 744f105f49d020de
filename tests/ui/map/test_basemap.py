"""A base map under the marks: chosen by keys, remembered, enlarged, blank outside."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.areas.tile_set_import import import_tile_set
from console.desk.basemaps import Basemaps
from console.domain.basemap import OWN, SERVER, BaseMap, Origin, TileId
from console.domain.errors import NetworkFault
from console.ui.background import Background
from console.ui.map.basemap_tool import KEPT_AS, BasemapTool
from console.ui.map.map_pane import MapPane
from console.ui.map.mercator import unit_x, unit_y
from tests.areas.tile_sets import BLUE, RED, write_mbtiles
from tests.ui.map.conftest import CENTRE, Shown

DIMMED = {f"#1a{green}{blue}" for green in ("30", "31") for blue in ("6e", "6f", "70")}
"""The blue tile half over the dark ground, however the engine rounds."""


class Kept(dict[str, str]):
    """Small settings in memory."""

    def setting(self, name: str, default: str = "") -> str:
        return self.get(name, default)

    def keep_setting(self, name: str, value: str) -> None:
        self[name] = value


class AwayServer:
    """A tile server behind a broken line."""

    def fetch(self, tile: TileId) -> bytes:
        raise NetworkFault("unreachable", "peta.example cannot be reached.")

    def cut(self) -> None: ...

    def close(self) -> None: ...


class World:
    """A map pane with its tool, one file in the profile, a server that is away."""

    def __init__(self, shown: Shown, folder: Path, kept: Kept) -> None:
        self.shown, self.kept = shown, kept
        self.background = Background()
        self.pane = MapPane(shown.view)
        self.basemaps = Basemaps(
            folder, server=AwayServer(), told=BaseMap(SERVER, Origin.SERVER, "peta.example", "© Server")
        )
        self.tool = BasemapTool(self.pane, self.basemaps, kept, self.background)
        self.pane.resize(800, 640)
        self.pane.show()

    def settle(self) -> None:
        self.shown.wait(self.shown.view.settled, self.shown.view.settle)

    def colour(self, x: int, y: int) -> str:
        return self.shown.view.grab().toImage().pixelColor(x, y).name()

    def close(self) -> None:
        self.tool.stop()
        self.shown.view.setParent(None)  # type: ignore[call-overload]
        self.pane.close()
        self.pane.deleteLater()
        self.background.stop()
        self.basemaps.close()


def _tile(zoom: int) -> tuple[int, int, int]:
    return zoom, int(unit_x(CENTRE[1]) * 2**zoom), int(unit_y(CENTRE[0]) * 2**zoom)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One red tile at zoom 11 over all of the town, a blue one of zoom 12 within it."""
    z, x, y = _tile(11)
    path = write_mbtiles(tmp_path / "kota.mbtiles", {(z, x, y): RED, _tile(12): BLUE}, name="Kota", attribution="© Y")
    import_tile_set(path, tmp_path / "maps")
    return tmp_path / "maps"


@pytest.fixture
def world(shared_map: Shown, folder: Path) -> Iterator[World]:
    made = World(shared_map, folder, Kept())
    yield made
    made.close()


def _note(shown: Shown) -> str:
    return str(shown.ask("document.querySelector('.chip-note .base').textContent"))


def _choose(qtbot, world: World, number: int) -> None:  # type: ignore[no-untyped-def]
    world.tool.menu = None
    world.tool.button.setFocus()
    QTest.keyClick(world.tool.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: world.tool.menu is not None)
    menu = world.tool.menu
    assert menu is not None
    QTest.keyClick(menu, Qt.Key(Qt.Key.Key_0.value + number))


def test_a_file_is_chosen_by_keys_shown_credited_and_remembered(qtbot, world: World) -> None:  # type: ignore[no-untyped-def]
    shown = world.shown
    shown.view.set_theme("light")
    world.settle()
    before = world.colour(400, 300)
    _choose(qtbot, world, 3)
    assert world.tool.shown.name == "Kota"
    assert world.kept == {KEPT_AS: "file-kota"}
    world.settle()
    # Zoom 13 is the blue tile of zoom 12, enlarged; a settled page may reach the screen a frame later.
    qtbot.waitUntil(lambda: world.colour(400, 300) == "#2850c8")
    assert _note(shown).startswith("© Y · ")
    shown.view.set_theme("dark")
    world.settle()
    qtbot.waitUntil(lambda: world.colour(400, 300) in DIMMED)
    _choose(qtbot, world, 1)
    world.settle()
    assert "© Y" not in _note(shown)
    assert world.kept == {KEPT_AS: OWN}
    shown.view.set_theme("light")
    qtbot.waitUntil(lambda: world.colour(400, 300) == before)


def test_a_missing_tile_is_its_parent_enlarged_and_outside_the_own_map_stays(qtbot, world: World, folder: Path) -> None:  # type: ignore[no-untyped-def]
    with sqlite3.connect(folder / "kota.mbtiles") as connection:
        connection.execute("DELETE FROM tiles WHERE zoom_level = 12")
        connection.execute("INSERT INTO tiles VALUES (13, 0, 0, ?)", (BLUE,))
        connection.execute("INSERT INTO metadata VALUES ('bounds', '112.5, -8.1, 112.6340, -7.9')")
    connection.close()
    world.shown.view.set_theme("light")
    _choose(qtbot, world, 3)
    world.settle()
    qtbot.waitUntil(lambda: world.colour(390, 300) == "#c81e1e")
    assert world.shown.ask("document.querySelectorAll('.basemap-tile.there').length") != 0
    world.shown.view.show_place(-7.9785, 113.5, 13)
    world.settle()
    assert world.shown.ask("document.querySelectorAll('.basemap-tile').length") == 0
    world.shown.view.show_place(*CENTRE, 13)


def test_a_server_that_is_away_is_said_beside_the_own_map(qtbot, world: World) -> None:  # type: ignore[no-untyped-def]
    _choose(qtbot, world, 2)
    with qtbot.waitSignal(world.shown.view.basemap.troubled):
        world.settle()
    assert _note(world.shown).startswith("© Server · ")
    assert "kept tiles" in _note(world.shown)
    _choose(qtbot, world, 1)
    assert "kept tiles" not in _note(world.shown)


def test_the_next_start_shows_it_again_and_one_that_is_gone_gives_way(qtbot, shared_map: Shown, folder: Path) -> None:  # type: ignore[no-untyped-def]
    again = World(shared_map, folder, Kept({KEPT_AS: "file-kota"}))
    qtbot.waitUntil(lambda: again.tool.shown.id == "file-kota")
    again.tool.choose(again.basemaps.choices()[0])
    again.close()
    gone = World(shared_map, folder.parent / "empty", Kept({KEPT_AS: "file-kota"}))
    with qtbot.waitSignal(shared_map.view.settled):
        shared_map.view.settle()
    assert gone.tool.shown.id == OWN
    assert gone.kept == {KEPT_AS: "file-kota"}, "a disk may come back"
    gone.close()


def test_nothing_left_our_scheme(qapp: QApplication, shared_map: Shown) -> None:
    foreign = "performance.getEntriesByType('resource').filter((e) => !e.name.startsWith('sigap:')).length"
    assert shared_map.ask(foreign) == 0
