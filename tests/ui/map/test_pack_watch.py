"""An import on this computer reaches a running map: drawn anew at its end, told once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.areas.importer import import_files
from console.areas.index import AreaIndex
from console.desk.map_data import MapData
from console.domain.police_area import PoliceAreas
from console.ui.background import Background
from console.ui.map.map_pane import MapPane
from console.ui.map.pack_watch import PackWatch
from console.ui.map.view import MapView
from tests.areas import maps
from tests.ui.map.conftest import RESOURCES


class Table:
    """No police areas."""

    def police_areas(self) -> PoliceAreas:
        return PoliceAreas()


class Running:
    """A console whose map is shown while somebody imports."""

    def __init__(self, qtbot: QtBot, pack: Path) -> None:
        self.qtbot, self.pack, self.told = qtbot, pack, 0
        self.index = AreaIndex(pack)
        self.pane = MapPane(MapView(RESOURCES, lambda: datetime.now(UTC), source=self.index, waits=True))
        qtbot.addWidget(self.pane)
        self.background = Background(self.pane)
        self.watch = PackWatch(self.pane, MapData(Table(), self.index), self.background, self._tell)
        self.renewed = 0
        self.watch.imported.connect(self._renew)
        self.settle()

    def look(self, times: int = 1) -> int:
        """So many looks later: how often it was told."""
        for _ in range(times):
            self.watch.look()
            self.settle()
        return self.told

    @property
    def generation(self) -> int:
        """Grows whenever every tile is drawn anew."""
        return self.pane.view._wish.generation

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.background.idle)

    def _tell(self, words: object) -> None:
        self.told += 1

    def _renew(self) -> None:
        self.renewed += 1


@pytest.fixture
def running(qtbot: QtBot, tmp_path: Path) -> Iterator[Running]:
    made = Running(qtbot, tmp_path / "pack")
    yield made
    made.watch.stop()
    made.background.stop()
    made.pane.view.close_map()
    made.index.close()


def test_an_import_is_drawn_once_it_stands_still_and_told_once(running: Running, tmp_path: Path) -> None:
    assert (running.look(2), running.generation, running.pane.view.note) == (0, 0, None)
    import_files([maps.write_dump(tmp_path, "one.sql", *maps.grid(2))], running.pack)
    assert running.look() == 0, "it may still be writing"
    assert running.look() == 1
    assert (running.generation, running.renewed) == (1, 1)
    assert running.pane.view.note
    assert running.look(2) == 1
    import_files([maps.write_dump(tmp_path, "two.sql", *maps.grid(4))], running.pack)
    assert running.look(3) == 2


def test_while_an_import_writes_nothing_is_drawn(running: Running, tmp_path: Path) -> None:
    import_files([maps.write_dump(tmp_path, "one.sql", *maps.grid(2))], running.pack)
    running.look(2)
    writer = sqlite3.connect(running.pack, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE areas SET name = 'Lain'")
    assert running.look(3) == 1
    writer.execute("COMMIT")
    writer.close()
    assert running.look(2) == 2


def test_a_pack_that_took_the_place_of_another_is_the_one_asked(running: Running, tmp_path: Path) -> None:
    import_files([maps.write_dump(tmp_path, "one.sql", *maps.grid(1))], running.pack)
    running.look(2)
    other = import_files([maps.write_dump(tmp_path, "two.sql", *maps.grid(4))], tmp_path / "other")
    (tmp_path / "other").replace(running.pack)
    assert running.look(2) == 2
    assert running.index.place_of(*maps.middle(0, 3)).pack_version == other.version
    assert running.index.place_of(*maps.middle(0, 3)).name == "Empat"
