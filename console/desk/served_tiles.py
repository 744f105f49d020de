"""Tiles of one tile server: the cache's while fresh, asked for else, kept ones when away."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from console.areas.tile_cache import KeptTile, TileCache
from console.desk.ports import TileServerPort
from console.domain.basemap import SERVER, BaseMap, Origin, TileId, TileServerFacts, plain_credit
from console.domain.errors import Fault, NetworkFault, StoreFault
from console.domain.tile_picture import read_tile

FRESH_DAYS = 30
"""A kept tile older than this is asked for anew; when that fails it is still shown."""
REST_S = 15.0
"""After a fault of the server only kept tiles are shown for so long: a map must not wait for time limits."""


def served_map(facts: TileServerFacts) -> BaseMap:
    """The base map a tile server's facts describe."""
    return BaseMap(
        SERVER, Origin.SERVER, facts.name or urlsplit(facts.url).netloc, plain_credit(facts.credit),
        max_zoom=facts.max_zoom, dense="{r}" in facts.url,
    )  # fmt: skip


class ServedTiles:
    """One server with its cache; every method may block, any thread. `warn` hears what fails, by the fault's code."""

    def __init__(
        self,
        server: TileServerPort,
        told: BaseMap,
        template: str,
        cache_file: Path | None,
        cache_bytes: int,
        *,
        now: Callable[[], datetime],
        monotonic_s: Callable[[], float],
        warn: Callable[[str], None],
    ) -> None:
        """`told` describes `server`, whose tiles are kept under `template`; nothing is opened or asked yet."""
        self.told, self._server = told, server
        self._kept_under = hashlib.sha256(template.encode()).hexdigest()[:16]
        self._cache_file, self._cache_bytes = cache_file, cache_bytes
        self._now, self._monotonic_s, self._warn = now, monotonic_s, warn
        self._lock = threading.Lock()
        self._cache: TileCache | None = None
        self._cache_tried = self._closed = False
        self._rests_until_s = 0.0
        self.fault: Fault | None = None
        self._failed: TileId | None = None

    @property
    def failed(self) -> TileId | None:
        """The tile it did not give last."""
        return self._failed

    def rouse(self) -> None:
        """Ask it at the next tile, however short ago it failed."""
        self._rests_until_s = 0.0

    def cut(self) -> None:
        """Whoever waits for a tile fails at once."""
        self._server.cut()

    def close(self) -> None:
        """Let cache and server go."""
        with self._lock:
            self._closed = True
            cache, self._cache = self._cache, None
        if cache is not None:
            try:
                cache.close()
            except StoreFault as fault:
                self._warn(fault.code)
        self._server.close()

    def body(self, tile: TileId) -> bytes:
        """The tile's bytes, b'' where there are none (now).

        Raises:
            NoTile: what the server gave is no picture.
        """
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
            self.fault, self._failed = fault, tile
            self._warn(fault.code)
            return kept.body if kept is not None else b""
        self.fault = None
        self._warn("")
        if body:
            read_tile(body)
        self._keep(name, body, today)
        return body

    def _recalled(self, name: str) -> KeptTile | None:
        cache = self._kept()
        try:
            return cache.tile(self._kept_under, name) if cache is not None else None
        except StoreFault as fault:
            self._warn(fault.code)
            return None

    def _keep(self, name: str, body: bytes, today: int) -> None:
        """A disk that fails costs the cache, never the tile just fetched."""
        cache = self._kept()
        try:
            if cache is not None:
                cache.keep(self._kept_under, name, body, today)
        except StoreFault as fault:
            self._warn(fault.code)

    def _kept(self) -> TileCache | None:
        """The cache, opened at the first tile; a console whose disk fails shows the map without."""
        with self._lock:
            if not self._cache_tried and not self._closed and self._cache_file is not None:
                self._cache_tried = True
                try:
                    self._cache = TileCache(self._cache_file, self._cache_bytes)
                except StoreFault as fault:
                    self._warn(fault.code)
            return self._cache
