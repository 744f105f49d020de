"""Tiles of the chosen base map, fetched by worker threads, decoded by the page alone."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from console.domain.basemap import TileId
from console.domain.errors import Fault
from console.domain.tile_picture import TilePicture

log = logging.getLogger("sigap.map")

THREADS = 4
"""Most of the time they wait for the tile server."""


class TileSource(Protocol):
    """Who has the tiles (desk.basemaps, by shape); asked from worker threads."""

    @property
    def fault(self) -> Fault | None:
        """Why the tile server's tiles do not come now."""

    def tile(self, basemap_id: str, tile: TileId) -> TilePicture | None:
        """A tile as it may be shown."""


@dataclass(frozen=True, slots=True)
class BasemapTile:
    """A tile of one base map."""

    basemap_id: str
    tile: TileId


class _Fetch(QRunnable):
    def __init__(
        self, source: TileSource, key: BasemapTile, wanted: Callable[[], bool],
        done: Callable[[TilePicture | None, Exception | None], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self._source, self._key, self._wanted, self._done = source, key, wanted, done

    def run(self) -> None:
        """Fetch and report; runs in a worker thread."""
        try:
            found = self._source.tile(self._key.basemap_id, self._key.tile) if self._wanted() else None
        except Exception as error:
            self._done(None, error)
        else:
            self._done(found, None)


class BasemapTiles(QObject):
    """Answers with pictures or None; `troubled(Fault | None)` when the tile server goes away or comes back."""

    troubled = Signal(object)
    broken = Signal(object)
    _fetched = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: TileSource | None = None
        self._shown = ""
        self._generation = 0
        self._fault: Fault | None = None
        self._waiting: dict[BasemapTile, list[Callable[[TilePicture | None], None]]] = {}
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._fetched.connect(self._answer)

    @property
    def fault(self) -> Fault | None:
        """Why the tile server's tiles did not come, when last asked."""
        return self._fault

    def use(self, source: TileSource | None, shown: str) -> int:
        """From now on tiles come from `source`; what waits for another base map than `shown` is not fetched.

        Returns a number for the addresses of its tiles: the page keeps pictures by address.
        """
        self._source, self._shown = source, shown
        self._generation += 1
        return self._generation

    def fetch(self, key: BasemapTile, done: Callable[[TilePicture | None], None]) -> None:
        """Call `done` with the tile on the GUI thread; asked twice at once it is fetched once."""
        if self._source is None or self._closed:
            done(None)
            return
        callers = self._waiting.setdefault(key, [])
        callers.append(done)
        if len(callers) == 1:
            self._pool.start(
                _Fetch(
                    self._source, key, lambda: key.basemap_id == self._shown,
                    lambda found, error: self._fetched.emit(key, found, error),
                )
            )  # fmt: skip

    @Slot(object, object, object)
    def _answer(self, key: BasemapTile, found: TilePicture | None, error: Exception | None) -> None:
        if error is not None:
            log.error("map: a tile of a base map failed: %r", error)
            self.broken.emit(error)
        for caller in self._waiting.pop(key, []):
            caller(found)
        fault = self._source.fault if self._source is not None else None
        if (fault is None) != (self._fault is None):
            self._fault = fault
            self.troubled.emit(fault)

    def close(self) -> None:
        """Drop what waits and let those under way finish (seconds at most, the server's time limit)."""
        self._closed = True
        self._shown = ""
        self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone()
