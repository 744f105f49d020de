"""Base maps of a workstation: files that come and go, a tile server that fails."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.areas.tile_set_import import import_tile_set
from console.desk.basemaps import FRESH_DAYS, REST_S, Basemaps
from console.domain.basemap import OWN, SERVER, BaseMap, Origin, TileId, TileServerFacts
from console.domain.errors import InputFault, NetworkFault
from tests.areas.tile_sets import BLUE, GREEN, MALANG, RED, bounds_text, write_mbtiles

HERE = TileId(13, 6660, 4278)
ELSEWHERE = TileId(13, 6661, 4278)


class Server:
    """A tile server that can fail, and what it was asked."""

    def __init__(self) -> None:
        self.asked: list[TileId] = []
        self.body: bytes = RED
        self.away = False

    def fetch(self, tile: TileId) -> bytes:
        self.asked.append(tile)
        if self.away:
            raise NetworkFault("unreachable", "peta.example cannot be reached.")
        return self.body

    def cut(self) -> None: ...

    def close(self) -> None: ...


class World:
    """Base maps with a server, under a clock of our own."""

    def __init__(self, folder: Path) -> None:
        self.server = Server()
        self.now = datetime(2026, 11, 22, tzinfo=UTC)
        self.monotonic_s = 1000.0
        self.folder = folder
        self.maps = self.opened()

    def opened(self, template: str = "https://peta.example/{z}/{x}/{y}") -> Basemaps:
        return Basemaps(
            self.folder / "maps", server=self.server, told=BaseMap(SERVER, Origin.SERVER, "peta.example", "© X"),
            template=template, cache_file=self.folder / "tiles.sqlite3", cache_bytes=1 << 20,
            now=lambda: self.now, monotonic_s=lambda: self.monotonic_s,
        )  # fmt: skip

    def body(self, tile: TileId = HERE) -> bytes | None:
        found = self.maps.tile(SERVER, tile)
        return found.body if found is not None else None


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.maps.close()


def test_the_own_map_comes_first_then_the_server_then_files(world: World, tmp_path: Path) -> None:
    path = write_mbtiles(
        tmp_path / "kota.mbtiles", {(13, 6660, 4278): GREEN}, name="Kota", attribution="<b>© Y</b>",
        bounds=bounds_text(*MALANG),
    )  # fmt: skip
    import_tile_set(path, tmp_path / "maps")
    own, server, kota = world.maps.choices()
    assert (own.id, server.id, kota.id) == (OWN, SERVER, "file-kota")
    assert (kota.name, kota.credit, kota.bounds, kota.max_zoom) == ("Kota", "© Y", MALANG, 13)
    found = world.maps.tile("file-kota", HERE)
    assert found is not None
    assert (found.body, found.mime) == (GREEN, "image/png")
    assert world.maps.tile("file-kota", ELSEWHERE) is None
    assert world.maps.tile("file-kota", TileId(13, -1, 0)) is None
    assert world.maps.tile("file-nothing", HERE) is None


def test_a_file_imported_anew_is_shown_anew_and_one_that_is_gone_says_so(world: World, tmp_path: Path) -> None:
    maps = tmp_path / "maps"
    import_tile_set(write_mbtiles(tmp_path / "kota.mbtiles", {(13, 6660, 4278): GREEN}), maps, in_place=True)
    world.maps.tile("file-kota", HERE)
    import_tile_set(write_mbtiles(tmp_path / "kota.mbtiles", {(13, 6660, 4278): BLUE}, more="x" * 9999), maps)
    found = world.maps.tile("file-kota", HERE)
    assert found is not None
    assert found.body == BLUE
    (maps / "kota.mbtiles").write_bytes(b"gone bad")
    broken = world.maps.choices()[-1].broken
    assert broken is not None
    assert broken.code == "no_tile_set"
    assert world.maps.tile("file-kota", HERE) is None


def test_a_tile_is_asked_for_once_and_kept_for_the_next_console(world: World) -> None:
    assert [world.body(), world.body()] == [RED, RED]
    world.maps.close()
    world.maps = world.opened()
    assert world.body() == RED
    assert world.server.asked == [HERE]
    world.maps.close()
    world.maps = world.opened("https://other.example/{z}/{x}/{y}")
    world.server.body = BLUE
    assert world.body() == BLUE, "another server's tiles are not mixed in"


def test_a_tile_the_server_does_not_have_is_not_asked_for_again(world: World) -> None:
    world.server.body = b""
    assert [world.body(), world.body()] == [None, None]
    assert len(world.server.asked) == 1
    assert world.maps.fault is None


def test_offline_what_is_kept_is_shown_and_nothing_waits_for_the_server(world: World) -> None:
    world.body()
    world.server.away = True
    assert world.body(ELSEWHERE) is None
    assert world.maps.fault is not None
    assert world.body() == RED
    assert world.body(TileId(13, 6662, 4278)) is None
    assert len(world.server.asked) == 2, "it rests after a fault"
    world.server.away = False
    assert world.maps.answers_again()
    assert world.body(ELSEWHERE) == RED
    assert world.server.asked[2:] == [ELSEWHERE]


def test_after_its_rest_the_server_is_asked_again(world: World) -> None:
    world.server.away = True
    world.body()
    world.server.away = False
    world.monotonic_s += REST_S + 1
    assert world.body() == RED
    assert world.maps.fault is None


def test_an_old_tile_is_asked_for_anew_and_still_shown_when_that_fails(world: World) -> None:
    world.body()
    world.now += timedelta(days=FRESH_DAYS + 1)
    world.server.away = True
    assert world.body() == RED
    world.server.away, world.server.body = False, GREEN
    world.monotonic_s += REST_S + 1
    assert world.body() == GREEN


def test_what_is_no_picture_is_neither_shown_nor_kept(world: World) -> None:
    world.server.body = b"<html>please log in</html>"
    assert world.body() is None
    world.server.body = RED
    assert world.body() == RED


def test_without_a_disk_for_the_cache_the_map_still_works(world: World, tmp_path: Path) -> None:
    (tmp_path / "tiles.sqlite3").mkdir()
    assert world.body() == RED


class Book:
    """Keeps which server is used, and makes it."""

    def __init__(self, made: Server) -> None:
        self.made, self.facts = made, TileServerFacts()

    def shown(self) -> TileServerFacts:
        return self.facts

    def keep(self, facts: TileServerFacts) -> None:
        self.facts = facts

    def connect(self, facts: TileServerFacts) -> Server:
        return self.made


def test_another_server_is_tried_and_used_without_a_new_start(tmp_path: Path) -> None:
    book, told = Book(Server()), []
    maps = Basemaps(tmp_path / "maps", cache_file=tmp_path / "tiles.sqlite3", book=book)
    stop = maps.subscribe(lambda: told.append(1))
    wanted = TileServerFacts(url=" https://peta.example/{z}/{x}/{y} ", credit="© X")
    assert maps.tile(SERVER, HERE) is None
    found = maps.try_tile_server(wanted, HERE)
    assert found is not None
    assert (found.body, len(maps.choices()), book.facts) == (RED, 1, TileServerFacts()), "a trial keeps nothing"
    book.made.body = b"<html>log in</html>"
    with pytest.raises(InputFault, match="no picture"):
        maps.try_tile_server(wanted, HERE)
    book.made.body = RED
    maps.use_tile_server(wanted)
    assert maps.choices()[1].name == "peta.example"
    assert maps.tile(SERVER, HERE) is not None
    for wrong, field in (
        (TileServerFacts(url="https://peta.example/", credit="© X"), "url"),
        (TileServerFacts(url="https://peta.example/{z}/{x}/{y}"), "credit"),
        (TileServerFacts(url="https://peta.example/{z}/{x}/{y}", credit="© X", max_zoom=99), "max_zoom"),
    ):
        with pytest.raises(InputFault) as caught:
            maps.use_tile_server(wrong)
        assert caught.value.params["field"] == field
    maps.use_tile_server(TileServerFacts())
    assert (len(maps.choices()), len(told)) == (1, 2)
    stop()
    maps.close()
