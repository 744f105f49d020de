"""Base maps of this workstation and their tiles: from a file, the cache, a tile server."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from console.areas.tile_set import TileSet, open_tile_set
from console.areas.tile_set_import import tile_set_files
from console.desk.ports import TileServerBook, TileServerPort
from console.desk.served_tiles import FRESH_DAYS, REST_S, ServedTiles, served_map
from console.domain.basemap import OWN, SERVER, BaseMap, Origin, TileId, TileServerFacts, checked_facts, plain_credit
from console.domain.errors import Bug, Fault, InputFault
from console.domain.tile_picture import NoTile, TilePicture, read_tile

_log = logging.getLogger(__name__)

__all__ = ["FRESH_DAYS", "REST_S", "Basemaps"]

_FILE = "file-"

_Stamp = tuple[str, int, int]


class Basemaps:
    """The choices and their tiles. Every method may block: call it in the background, from any thread."""

    def __init__(
        self,
        folder: Path,
        *,
        server: TileServerPort | None = None,
        told: BaseMap | None = None,
        template: str = "",
        cache_file: Path | None = None,
        cache_bytes: int = 0,
        book: TileServerBook | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        """`folder` holds imported files; `told` describes `server`, whose tiles are kept under `template`.

        Where the tile server is kept stands in `book`. Nothing is opened or asked yet.
        """
        self._folder, self._cache_file, self._book = folder, cache_file, book
        self._now, self._monotonic_s = now, monotonic_s
        self._lock = threading.Lock()
        self._open: dict[str, tuple[_Stamp, TileSet]] = {}
        self._closed = False
        self._warned: set[str] = set()
        self._listeners: list[Callable[[], None]] = []
        self._served = self._serving(server, told, template, cache_bytes) if server and told else None

    @property
    def fault(self) -> Fault | None:
        """Why the tile server's tiles do not come now, None while they do."""
        served = self._served
        return served.fault if served is not None else None

    def choices(self) -> tuple[BaseMap, ...]:
        """The own map first, then the tile server, then files by name; one that cannot be opened says why."""
        found = [BaseMap(OWN, Origin.OWN)]
        if (served := self._served) is not None:
            found.append(served.told)
        return (*found, *(self._described(_FILE + slug) for slug in tile_set_files(self._folder)))

    def tile(self, basemap_id: str, tile: TileId) -> TilePicture | None:
        """A tile as it may be shown, None where this base map has none (now)."""
        if not tile.valid:
            return None
        try:
            served = self._served
            body: bytes | None = None
            if basemap_id != SERVER:
                body = self._of_file(basemap_id, tile)
            elif served is not None:
                body = served.body(tile)
            return read_tile(body) if body else None
        except NoTile as why:
            self._warn(basemap_id, f"a tile is no picture: {why}")
        except Fault as fault:
            self._warn(basemap_id, fault.code)
        return None

    def answers_again(self) -> bool:
        """Ask the tile server for the tile it failed to give; whether it answers."""
        served = self._served
        if served is not None:
            served.rouse()
            if served.failed is not None:
                self.tile(SERVER, served.failed)
        return self.fault is None

    def give_up(self) -> None:
        """Nobody looks at the map any more: what the server still owes is not waited for."""
        if (served := self._served) is not None:
            served.cut()

    def tile_server(self) -> TileServerFacts:
        """The tile server as this workstation is told now."""
        return self._book.shown() if self._book is not None else TileServerFacts()

    def try_tile_server(self, facts: TileServerFacts, tile: TileId) -> TilePicture | None:
        """Ask a server for one tile before it is used; None when it has none there.

        Raises:
            InputFault: as checked_facts; `tile_no_picture`, what it gave is none.
            NetworkFault, SetupFault: it cannot be reached, its CA file not be read.
        """
        server = self._connected(checked_facts(facts))
        try:
            body = server.fetch(tile)
            return read_tile(body) if body else None
        except NoTile as why:
            raise InputFault("tile_no_picture", f"url: what it gives is no picture ({why})", field="url") from why
        finally:
            server.close()

    def use_tile_server(self, facts: TileServerFacts) -> None:
        """Use this one from now on and after the next start; an empty address: none.

        Raises:
            InputFault: as checked_facts; `set_by_environment`.
            SetupFault: its CA file cannot be read, or the settings not be written.
        """
        facts = checked_facts(facts)
        fresh = None
        if facts.url:
            fresh = self._serving(self._connected(facts), served_map(facts), facts.url, facts.cache_mib << 20)
        if self._book is None:
            raise Bug("a tile server set where nothing keeps it")
        try:
            self._book.keep(facts)
        except Fault:
            if fresh is not None:
                fresh.close()
            raise
        with self._lock:
            before, self._served = self._served, fresh
            self._warned.discard(SERVER)
        if before is not None:
            before.cut()
            before.close()
        for listener in tuple(self._listeners):
            listener()

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Be told, from any thread, that another tile server is used; returns how to stop."""
        self._listeners.append(callback)
        return lambda: self._listeners.remove(callback)

    def close(self) -> None:
        """Let files, cache and server go."""
        with self._lock:
            self._closed = True
            opened, self._open = self._open, {}
            served = self._served
        for _, tiles in opened.values():
            tiles.close()
        if served is not None:
            served.close()

    def _connected(self, facts: TileServerFacts) -> TileServerPort:
        if self._book is None:
            raise Bug("a tile server asked for where nothing connects to one")
        return self._book.connect(facts)

    def _serving(self, server: TileServerPort, told: BaseMap, template: str, cache_bytes: int) -> ServedTiles:
        return ServedTiles(
            server, told, template, self._cache_file, cache_bytes, now=self._now, monotonic_s=self._monotonic_s,
            warn=self._warn_of_server,
        )  # fmt: skip

    def _warn_of_server(self, why: str) -> None:
        if why:
            self._warn(SERVER, why)
        else:
            self._warned.discard(SERVER)

    def _described(self, basemap_id: str) -> BaseMap:
        slug = basemap_id.removeprefix(_FILE)
        try:
            tiles = self._opened(basemap_id)
        except Fault as fault:
            return BaseMap(basemap_id, Origin.FILE, name=slug, broken=fault)
        if tiles is None:
            gone = InputFault("no_tile_set", f"{slug} is no longer there. Import it again.", file=slug)
            return BaseMap(basemap_id, Origin.FILE, name=slug, broken=gone)
        facts = tiles.facts
        return BaseMap(
            basemap_id, Origin.FILE, name=plain_credit(facts.name) or slug, credit=plain_credit(facts.attribution),
            min_zoom=facts.min_zoom, max_zoom=facts.max_zoom, bounds=facts.bounds, overlay=facts.overlay,
        )  # fmt: skip

    def _of_file(self, basemap_id: str, tile: TileId) -> bytes | None:
        tiles = self._opened(basemap_id)
        return tiles.tile(tile.zoom, tile.column, tile.row) if tiles is not None else None

    def _opened(self, basemap_id: str) -> TileSet | None:
        """The open file; a file imported anew under the same name is opened anew."""
        path = tile_set_files(self._folder).get(basemap_id.removeprefix(_FILE))
        try:
            seen = path.stat() if path is not None else None
        except OSError:
            seen = None
        with self._lock:
            kept = self._open.get(basemap_id)
            stamp = (str(path), seen.st_mtime_ns, seen.st_size) if seen is not None else None
            if kept is not None and kept[0] == stamp:
                return kept[1]
            if kept is not None:
                kept[1].close()
                del self._open[basemap_id]
            if path is None or stamp is None or self._closed:
                return None
            tiles = open_tile_set(path)
            self._open[basemap_id] = (stamp, tiles)
            return tiles

    def _warn(self, basemap_id: str, why: str) -> None:
        """Once a base map: a broken one would fill the log with its tiles."""
        if basemap_id not in self._warned:
            self._warned.add(basemap_id)
            _log.warning("a base map has no tile", extra={"basemap": basemap_id, "why": why})
