"""Base tiles on demand: painted by worker threads, kept in a bounded cache."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from PySide6.QtGui import QFont

from console.ui.map.basemap_tiles import BasemapTiles
from console.ui.map.painting import TilePainter
from console.ui.map.palette import Theme
from console.ui.map.sources import OutlineSource

log = logging.getLogger("sigap.map")

LARGEST_ZOOM = 19
MOST_BYTES = 48 * 1024 * 1024
"""Cache bound; a painted tile is 1 to 30 kB."""


@dataclass(frozen=True, slots=True)
class TileKey:
    """Which tile: theme, zoom, column, row (XYZ scheme), device pixels per CSS pixel (1 or 2)."""

    theme: Theme
    zoom: int
    column: int
    row: int
    ratio: int = 1

    @property
    def valid(self) -> bool:
        """Whether such a tile exists."""
        across = 1 << min(self.zoom, LARGEST_ZOOM) if self.zoom >= 0 else 0
        return (
            0 <= self.zoom <= LARGEST_ZOOM
            and 0 <= self.column < across
            and 0 <= self.row < across
            and self.ratio in (1, 2)
        )


class _Paint(QRunnable):
    """One tile for the thread pool; a failure arrives as no bytes together with what went wrong."""

    def __init__(self, painter: TilePainter, key: TileKey, done: Callable[[bytes, Exception | None], None]) -> None:
        super().__init__()
        self._painter, self._key, self._done = painter, key, done

    def run(self) -> None:
        """Paint and report; runs in a worker thread."""
        key = self._key
        try:
            png = self._painter.paint_png(key.theme, key.zoom, key.column, key.row, key.ratio)
        except Exception as error:
            self._done(b"", error)
        else:
            self._done(png, None)


class Tiles(QObject):
    """Answers with PNG bytes; `broken` carries what a painter raised (the tile then stays plain).

    `basemap` answers for the base map chosen over the own one.
    """

    broken = Signal(object)
    _painted = Signal(int, object, object, object)

    def __init__(self, source: OutlineSource, font: QFont, parent: QObject | None = None) -> None:
        """`font` gives the family of area names."""
        super().__init__(parent)
        self.basemap = BasemapTiles(self)
        self._font, self._source = QFont(font), source
        self._painter = TilePainter(source, self._font)
        self._generation = 0
        self._kept: OrderedDict[TileKey, bytes] = OrderedDict()
        self._kept_bytes = 0
        self._closed = False
        self._waiting: dict[TileKey, list[Callable[[bytes], None]]] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._painted.connect(self._keep)

    @property
    def generation(self) -> int:
        """Grows with every new source; part of tile addresses, so that old pictures are not reused."""
        return self._generation

    def use(self, source: OutlineSource) -> None:
        """Draw from another source from now on, or from the same one whose data are others now."""
        self._generation += 1
        self._source = source
        self._painter = TilePainter(source, self._font)
        self._kept.clear()
        self._kept_bytes = 0
        waiting, self._waiting = self._waiting, {}
        for key, callers in waiting.items():
            for caller in callers:
                self.fetch(key, caller)

    @property
    def source(self) -> OutlineSource:
        """What is drawn from."""
        return self._source

    def fetch(self, key: TileKey, done: Callable[[bytes], None]) -> None:
        """Call `done` with the PNG on the GUI thread: at once when kept, else when painted."""
        png = self._kept.get(key)
        if png is not None:
            self._kept.move_to_end(key)
            done(png)
            return
        if self._closed:
            return
        callers = self._waiting.setdefault(key, [])
        callers.append(done)
        if len(callers) == 1:
            generation = self._generation
            self._pool.start(
                _Paint(
                    self._painter,
                    key,
                    lambda png, error: self._painted.emit(generation, key, png, error),
                )
            )

    @Slot(int, object, object, object)
    def _keep(self, generation: int, key: TileKey, png: bytes, error: Exception | None) -> None:
        if generation != self._generation:
            return
        if error is not None:
            log.error("map: a base tile failed: %r", error)
            self.broken.emit(error)
        else:
            self._kept[key] = png
            self._kept_bytes += len(png)
            while self._kept_bytes > MOST_BYTES:
                self._kept_bytes -= len(self._kept.popitem(last=False)[1])
        for caller in self._waiting.pop(key, []):
            caller(png)

    def close(self) -> None:
        """Drop what waits and let the running painters finish (some ms each); nothing is painted afterwards."""
        self._closed = True
        self.basemap.close()
        self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone()
