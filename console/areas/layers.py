"""Reads a pack's outlines above the kelurahan, its roads and landmarks; any thread."""

from __future__ import annotations

import math
import re
import sqlite3
import threading
import unicodedata
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from console.areas.area import Outline
from console.areas.pack_file import open_to_read
from console.areas.varints import BadPolygonBytes, Ring, decode_rings, to_degrees, to_units
from console.domain.errors import StoreFault
from console.domain.landmark import NEAR_M, Landmark

_OUTLINES = """SELECT code, lat, lon, rings,
    coalesce((SELECT name FROM names_above WHERE names_above.code = found.code), '') FROM (
        SELECT code, lat, lon, rings FROM outline_boxes JOIN outlines ON outlines.id = outline_boxes.id
        WHERE min_lat <= ?1 AND max_lat >= ?2 AND min_lon <= ?3 AND max_lon >= ?4) AS found
    WHERE length(code) = ?5
    UNION ALL SELECT code, lat, lon, rings, name FROM area_boxes JOIN areas ON areas.id = area_boxes.id
        WHERE min_lat <= ?1 AND max_lat >= ?2 AND min_lon <= ?3 AND max_lon >= ?4 AND length(code) = ?5
    ORDER BY 1"""
_RINGS = "SELECT rings FROM areas WHERE code = ?"
_ROADS = """SELECT roads.id, rank, name FROM road_boxes JOIN roads ON roads.id = road_boxes.id
    WHERE min_lat <= ? AND max_lat >= ? AND min_lon <= ? AND max_lon >= ? AND min_rank <= ?
    ORDER BY rank DESC, roads.id LIMIT ?"""
_NEAR = """SELECT osm_id, landmarks.name, kind, lat, lon, aliases
    FROM landmark_boxes JOIN landmarks ON landmarks.id = landmark_boxes.id
    WHERE min_lat <= ? AND max_lat >= ? AND min_lon <= ? AND max_lon >= ? LIMIT ?"""
_WORDED = """SELECT osm_id, landmarks.name, landmarks.kind, lat, lon, landmarks.aliases
    FROM landmark_words JOIN landmarks ON landmarks.id = landmark_words.rowid
    WHERE landmark_words MATCH ? ORDER BY length(landmarks.name), osm_id LIMIT ?"""
_MOST_ROADS, _MOST_LANDMARKS, _CANDIDATES = 20_000, 5_000, 400
_OUTLINES_KEPT, _ROADS_KEPT = 2_048, 40_000
_WORD = re.compile(r"\w+")

DISTRICT, CITY = 8, 5
"""Length of the codes of a kecamatan (35.73.01) and of a city (35.73)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """A road to paint: rank 1 motorway … 7 alley, its name or '', an open line of (lat, lon) in degrees."""

    id: int
    rank: int
    name: str
    points: tuple[tuple[float, float], ...]


class Layers:
    """One connection of its own, so that painting never waits for locating. Raises StoreFault as Pack does."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._connection = open_to_read(path)
        self._connection.row_factory = sqlite3.Row
        self._seen = -1
        self._there = False
        self._outlines: OrderedDict[str, Outline] = OrderedDict()
        self._roads: OrderedDict[int, Road] = OrderedDict()

    def close(self) -> None:
        """Close the file; it is not used afterwards."""
        with self._lock:
            self._connection.close()

    def outlines(self, parts: int, south: float, west: float, north: float, east: float) -> tuple[Outline, ...]:
        """Outlines of DISTRICT or CITY whose box touches the given one (degrees), in code order."""
        sides = (to_units(north), to_units(south), to_units(east), to_units(west), parts)
        with self._lock:
            found = self._ask(_OUTLINES, sides)
            return tuple(self._outline(*row) for row in found)

    def joined(self, code: str, name: str, villages: Iterable[str]) -> Outline | None:
        """One outline around these kelurahan (codes), None when the pack holds none of them; up to a second."""
        from console.areas.geometry import joined, middle_of  # 0.1 s to load, only where somebody joins

        with self._lock:
            rows = [row for each in villages for row in self._ask(_RINGS, (each,))]
            parts = [self._opened(row[0]) for row in rows]
        rings = joined(parts)
        if not rings:
            return None
        lat, lon = middle_of(rings)
        drawn = tuple(tuple((to_degrees(a), to_degrees(b)) for a, b in ring) for ring in rings)
        return Outline(code=code, name=name, lat=to_degrees(lat), lon=to_degrees(lon), rings=drawn)

    def roads(self, south: float, west: float, north: float, east: float, most_rank: int) -> tuple[Road, ...]:
        """Roads up to that rank whose box touches the given one (degrees), the least important first."""
        sides = (to_units(north), to_units(south), to_units(east), to_units(west), most_rank, _MOST_ROADS)
        with self._lock:
            return tuple(self._road(*row) for row in self._ask(_ROADS, sides))

    def landmarks(self, south: float, west: float, north: float, east: float) -> tuple[Landmark, ...]:
        """Landmarks in a box of degrees, in no order, at most 5,000."""
        sides = (to_units(north), to_units(south), to_units(east), to_units(west), _MOST_LANDMARKS)
        with self._lock:
            return tuple(_landmark(*row) for row in self._ask(_NEAR, sides))

    def landmarks_near(self, lat: float, lon: float) -> tuple[Landmark, ...]:
        """Landmarks that may lie within NEAR_M of a point; the caller measures."""
        high = NEAR_M / 110_000
        wide = high / max(0.05, math.cos(math.radians(lat)))
        return self.landmarks(lat - high, lon - wide, lat + high, lon + wide)

    def landmarks_named(self, words: str) -> tuple[Landmark, ...]:
        """Landmarks of whose names and kind every word begins a word, the shortest names first, at most 400."""
        bare = "".join(c for c in unicodedata.normalize("NFKD", words).casefold() if not unicodedata.combining(c))
        said = _WORD.findall(bare)[:8]
        if not said:
            return ()
        wanted = " AND ".join(f'"{word}"*' for word in said)
        with self._lock:
            return tuple(_landmark(*row) for row in self._ask(_WORDED, (wanted, _CANDIDATES)))

    def _ask(self, statement: str, values: tuple[int | str, ...]) -> list[sqlite3.Row]:
        try:
            seen = int(self._connection.execute("PRAGMA data_version").fetchone()[0])
            if seen != self._seen:
                self._seen = seen
                self._outlines.clear()
                self._roads.clear()
                self._there = int(self._connection.execute("PRAGMA user_version").fetchone()[0]) >= 2
            return self._connection.execute(statement, values).fetchall() if self._there else []
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    def _outline(self, code: str, lat: int, lon: int, rings: bytes, name: str) -> Outline:
        kept = self._outlines.get(code)
        if kept is None:
            drawn = tuple(tuple((to_degrees(a), to_degrees(b)) for a, b in ring) for ring in self._opened(rings))
            kept = Outline(code=code, name=name, lat=to_degrees(lat), lon=to_degrees(lon), rings=drawn)
            self._outlines[code] = kept
            if len(self._outlines) > _OUTLINES_KEPT:
                self._outlines.popitem(last=False)
        return kept

    def _road(self, road_id: int, rank: int, name: str) -> Road:
        kept = self._roads.get(road_id)
        if kept is None:
            rows = self._ask("SELECT line FROM roads WHERE id = ?", (road_id,))
            line = self._opened(rows[0][0])[0] if rows else ()
            points = tuple((to_degrees(lat), to_degrees(lon)) for lat, lon in line)
            kept = self._roads[road_id] = Road(id=road_id, rank=rank, name=name, points=points)
            if len(self._roads) > _ROADS_KEPT:
                self._roads.popitem(last=False)
        return kept

    def _opened(self, blob: bytes) -> tuple[Ring, ...]:
        try:
            return decode_rings(blob)
        except BadPolygonBytes as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> StoreFault:
        return StoreFault(
            "area_pack_unusable",
            f"area pack {self._path} cannot be read ({error}); move it away and import the areas again",
            file=str(self._path), reason=str(error),
        )  # fmt: skip


def _landmark(osm_id: str, name: str, kind: str, lat: int, lon: int, aliases: str) -> Landmark:
    return Landmark(
        id=f"osm-{osm_id}", name=name, kind=kind, lat=to_degrees(lat), lon=to_degrees(lon),
        aliases=tuple(aliases.split(";")) if aliases else (),
    )  # fmt: skip
