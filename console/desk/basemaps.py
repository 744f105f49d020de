"""Base maps of this workstation and their tiles: from a file, the cache, a tile server."""

from __future__ import annotations

import hashlib
import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from console.areas.tile_cache import KeptTile, TileCache
from console.areas.tile_set import TileSet, open_tile_set
from console.areas.tile_set_import import tile_set_files
from console.desk.ports import TileServerPort
from console.domain.basemap import OWN, SERVER, BaseMap, Origin, TileId, plain_credit
from console.domain.errors import Fault, InputFault, NetworkFault, StoreFault
from console.domain.tile_picture import NoTile, TilePicture, read_tile

_log = logging.getLogger(__name__)

FRESH_DAYS = 30
"""A kept tile older than this is asked for anew; when that fails it is still shown."""
REST_S = 15.0
"""After a fault of the server only kept tiles are shown for so long: a map must not wait for time limits."""
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
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        """`folder` holds imported files; `told` describes `server`, whose tiles are kept under `template`.

        Nothing is opened or asked yet.
        """
        self._folder, self._server, self._told = folder, server, told
        self._kept_under = hashlib.sha256(template.encode()).hexdigest()[:16]
        self._cache_file, self._cache_bytes = cache_file, cache_bytes
        self._now, self._monotonic_s = now, monotonic_s
        self._lock = threading.Lock()
        self._open: dict[str, tuple[_Stamp, TileSet]] = {}
        self._cache: TileCache | None = None
        self._cache_tried = self._closed = False
        self._rests_until_s = 0.0
        self._fault: Fault | None = None
        self._failed: TileId | None = None
        self._warned: set[str] = set()

    @property
    def fault(self) -> Fault | None:
        """Why the tile server's tiles do not come now, None while they do."""
        return self._fault

    def choices(self) -> tuple[BaseMap, ...]:
        """The own map first, then the tile server, then files by name; one that cannot be opened says why."""
        found = [BaseMap(OWN, Origin.OWN)]
        if self._server is not None and self._told is not None:
            found.append(self._told)
        return (*found, *(self._described(_FILE + slug) for slug in tile_set_files(self._folder)))

    def tile(self, basemap_id: str, tile: TileId) -> TilePicture | None:
        """A tile as it may be shown, None where this base map has none (now)."""
        if not tile.valid:
            return None
        try:
            body = self._of_server(tile) if basemap_id == SERVER else self._of_file(basemap_id, tile)
            return read_tile(body) if body else None
        except NoTile as why:
            self._warn(basemap_id, f"a tile is no picture: {why}")
        except Fault as fault:
            self._warn(basemap_id, fault.code)
        return None

    def answers_again(self) -> bool:
        """Ask the tile server for the tile it failed to give; whether it answers."""
        self._rests_until_s = 0.0
        if self._failed is not None:
            self.tile(SERVER, self._failed)
        return self._fault is None

    def give_up(self) -> None:
        """Nobody looks at the map any more: what the server still owes is not waited for."""
        if self._server is not None:
            self._server.cut()

    def close(self) -> None:
        """Let files, cache and server go."""
        with self._lock:
            self._closed = True
            opened, self._open = self._open, {}
            cache, self._cache = self._cache, None
        for _, tiles in opened.values():
            tiles.close()
        if cache is not None:
            try:
                cache.close()
            except StoreFault as fault:
                self._warn(SERVER, fault.code)
        if self._server is not None:
            self._server.close()

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

    def _of_server(self, tile: TileId) -> bytes:
        """From the cache while fresh; else asked for, and what is kept when the server does not answer."""
        if self._server is None:
            return b""
        today = int(self._now().timestamp()) // 86_400
        name = f"{tile.zoom}/{tile.column}/{tile.row}{'@2x' if tile.dense else ''}"
        kept = self._recalled(name)
        resting = self._monotonic_s() < self._rests_until_s
        if kept is not None and (resting or abs(today - kept.day) < FRESH_DAYS):
            return kept.body
        if resting:
            return b""
        try:
            body = self._server.fetch(tile)
        except NetworkFault as fault:
            self._rests_until_s = self._monotonic_s() + REST_S
            self._fault, self._failed = fault, tile
            self._warn(SERVER, fault.code)
            return kept.body if kept is not None else b""
        self._fault = None
        self._warned.discard(SERVER)
        if body:
            read_tile(body)
        self._keep(name, body, today)
        return body

    def _recalled(self, name: str) -> KeptTile | None:
        cache = self._kept()
        try:
            return cache.tile(self._kept_under, name) if cache is not None else None
        except StoreFault as fault:
            self._warn(SERVER, fault.code)
            return None

    def _keep(self, name: str, body: bytes, today: int) -> None:
        """A disk that fails costs the cache, never the tile just fetched."""
        cache = self._kept()
        try:
            if cache is not None:
                cache.keep(self._kept_under, name, body, today)
        except StoreFault as fault:
            self._warn(SERVER, fault.code)

    def _kept(self) -> TileCache | None:
        """The cache, opened at the first tile; a console whose disk fails shows the map without."""
        with self._lock:
            if not self._cache_tried and not self._closed and self._cache_file is not None:
                self._cache_tried = True
                try:
                    self._cache = TileCache(self._cache_file, self._cache_bytes)
                except StoreFault as fault:
                    self._warn(SERVER, fault.code)
            return self._cache

    def _warn(self, basemap_id: str, why: str) -> None:
        """Once a base map: a broken one would fill the log with its tiles."""
        if basemap_id not in self._warned:
            self._warned.add(basemap_id)
            _log.warning("a base map has no tile", extra={"basemap": basemap_id, "why": why})
