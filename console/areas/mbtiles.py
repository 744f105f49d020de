"""Reads MBTiles 1.3: tiles in SQLite, rows counted from the south."""

from __future__ import annotations

import math
import sqlite3
import threading
from pathlib import Path
from typing import cast

from console.areas.tile_set import (
    TileSetFacts,
    cut_off,
    damaged,
    foreign,
    projected,
    unknown_format,
    unreadable,
    vector,
)
from console.domain.basemap import LARGEST_ZOOM
from console.domain.tile_picture import MOST_BYTES

_FORMATS = ("png", "jpg", "jpeg", "webp", "image/png", "image/jpeg", "image/webp")
_VECTOR = ("pbf", "mvt", "mlt", "application/x-protobuf", "application/vnd.mapbox-vector-tile")
_MERCATOR = ("3857", "900913", "102100", "102113", "mercator", "wgs84/pseudo")
_TILE = "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"
_PLACE = "SELECT zoom_level, tile_column, tile_row FROM tiles WHERE zoom_level = ?1"
_LONGEST_FACT = 65_536
_HEADER = 100


class MBTiles:
    """One MBTiles file, opened read-only; usable from any thread."""

    def __init__(self, path: Path) -> None:
        """Check and open.

        Raises:
            InputFault: see `open_tile_set`.
        """
        self.path = path
        self._lock = threading.Lock()
        self._open: sqlite3.Connection | None = _opened(path)
        try:
            self.facts = self._read_facts()
        except sqlite3.Error as error:
            self.close()
            raise damaged(path, str(error)) from error
        except BaseException:
            self.close()
            raise

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        """The bytes of a tile (XYZ: row from the north), None when there is none.

        Raises:
            InputFault: `tile_set_damaged`.
        """
        rows = self._rows(_TILE, zoom, column, (1 << zoom) - 1 - row)
        return bytes(rows[0][0]) if rows and isinstance(rows[0][0], bytes) else None

    def sample(self) -> list[tuple[int, int, int]]:
        """One tile of every zoom, and the last of the largest."""
        found = []
        for zoom in range(self.facts.min_zoom, self.facts.max_zoom + 1):
            found += self._rows(_PLACE + " LIMIT 1", zoom)
        last = " AND tile_column = (SELECT max(tile_column) FROM tiles WHERE zoom_level = ?1) LIMIT 1"
        found += self._rows(_PLACE + last, self.facts.max_zoom)
        places = [row for row in found if all(isinstance(each, int) for each in row)]
        return [(z, x, (1 << z) - 1 - y) for z, x, y in cast("list[tuple[int, int, int]]", places)]

    def is_quick(self) -> bool:
        """Whether a tile is found through an index: without one, every tile is a walk through the whole file."""
        plan = self._rows("EXPLAIN QUERY PLAN " + _TILE, 0, 0, 0)
        return not any("SCAN" in str(step[-1]) for step in plan)

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            if self._open is not None:
                self._open.close()
                self._open = None

    def _rows(self, statement: str, *values: int) -> list[tuple[object, ...]]:
        try:
            with self._lock:
                return [] if self._open is None else self._open.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise damaged(self.path, str(error)) from error

    def _read_facts(self) -> TileSetFacts:
        there = {str(row[0]) for row in self._rows("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
        if not {"metadata", "tiles"} <= there:
            raise foreign(self.path, "it is a database, but without the tables metadata and tiles")
        said = {
            str(name): str(value)[:_LONGEST_FACT]
            for name, value in self._rows("SELECT name, value FROM metadata LIMIT 1000")
        }
        self._refuse_strangers(said)
        zooms = self._rows("SELECT min(zoom_level), max(zoom_level) FROM tiles")[0]
        low, high = zooms
        if not (isinstance(low, int) and isinstance(high, int)):
            raise foreign(self.path, "it holds no tiles")
        if not 0 <= low <= high <= LARGEST_ZOOM:
            raise damaged(self.path, f"its zooms run from {low} to {high}")
        return TileSetFacts(
            kind="MBTiles",
            name=said.get("name", ""),
            attribution=said.get("attribution", ""),
            min_zoom=low,
            max_zoom=high,
            bounds=_bounds(said.get("bounds", "")) or self._bounds_of_tiles(high),
            overlay=said.get("type", "").strip().lower() == "overlay",
        )

    def _refuse_strangers(self, said: dict[str, str]) -> None:
        form = said.get("format", "").strip().lower()
        if form in _VECTOR or (not form and "vector_layers" in said.get("json", "")):
            raise vector(self.path)
        if form and form not in _FORMATS:
            raise unknown_format(self.path, form[:40])
        for name in ("crs", "srs", "projection", "profile"):
            stated = said.get(name, "").strip()
            if stated and not any(known in stated.lower() for known in _MERCATOR):
                raise projected(self.path, stated[:60])

    def _bounds_of_tiles(self, zoom: int) -> tuple[float, float, float, float]:
        """The specification lets bounds out: then they are those of the tiles of the largest zoom."""
        west, east, south, north = (
            int(str(each)) for each in self._rows(
                "SELECT min(tile_column), max(tile_column), min(tile_row), max(tile_row) FROM tiles"
                " WHERE zoom_level = ?", zoom,
            )[0]
        )  # fmt: skip
        across = 1 << zoom
        return (
            _lat(1 - south / across), west / across * 360 - 180,
            _lat(1 - (north + 1) / across), (east + 1) / across * 360 - 180,
        )  # fmt: skip


def _opened(path: Path) -> sqlite3.Connection:
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
        has = path.stat().st_size
        busy = [each for each in ("-wal", "-journal") if _size(path.with_name(path.name + each))]
    except OSError as error:
        raise unreadable(path, error) from error
    # Where the header's page count is to be believed (SQLite file format, 1.3.7).
    if len(header) == _HEADER and header[24:28] == header[92:96]:
        page = int.from_bytes(header[16:18], "big")
        wants = (65_536 if page == 1 else page) * int.from_bytes(header[28:32], "big")
        if has < wants:
            raise cut_off(path, has, wants)
    if busy:
        raise damaged(path, f"a program has not finished writing it ({path.name}{busy[0]} lies beside it)")
    try:
        connection = sqlite3.connect(
            path.resolve().as_uri() + "?mode=ro&immutable=1", uri=True, check_same_thread=False, isolation_level=None
        )
    except sqlite3.Error as error:
        raise damaged(path, str(error)) from error
    # A stranger's database may hold views: what they may call and how much they may hand out is bounded.
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES + 65_536)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    return connection


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _bounds(said: str) -> tuple[float, float, float, float] | None:
    """'left,bottom,right,top' of the specification as south, west, north, east; None when it is not that."""
    try:
        west, south, east, north = (float(part) for part in said.split(","))
    except ValueError:
        return None
    if not (-90 <= south < north <= 90 and -180 <= west < east <= 180):
        return None
    return south, west, north, east


def _lat(y: float) -> float:
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y))))


def make_index(path: Path) -> None:
    """Make tiles of our own copy quick to find; a file whose `tiles` is a view stays as it is.

    Raises:
        InputFault: `tile_set_damaged`, for instance when a tile is there twice.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        kind = connection.execute("SELECT type FROM sqlite_master WHERE name = 'tiles'").fetchone()
        if kind and kind[0] == "table":
            connection.execute("CREATE INDEX sigap_tiles ON tiles (zoom_level, tile_column, tile_row)")
    except sqlite3.Error as error:
        raise damaged(path, str(error)) from error
    finally:
        connection.close()
