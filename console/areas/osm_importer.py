"""Imports an OpenStreetMap extract's roads and landmarks into the pack: all or nothing."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from console.areas.geometry import thinned
from console.areas.osm_file import ATTRIBUTION, LICENCE, Unusable, read_osm
from console.areas.osm_tags import OsmLandmark, OsmRoad
from console.areas.pack_file import opened_to_write, transaction
from console.areas.progress import Progress
from console.areas.shape import Box, box_of
from console.areas.varints import encode_rings, to_units
from console.domain.errors import InputFault

FORMAT = "osm"
STEP_M = 2.0
"""Points of a road may lie so far off: a pixel of zoom 16."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OsmReport:
    """What an import left in the pack: roads and landmarks of this file, and what could not be used.

    `multipolygons` are how many of the landmarks are drawn as such.
    `skipped`: these bytes within these bounds are in the pack already.
    """

    roads: int
    landmarks: int
    multipolygons: int = 0
    unusable_roads: int = 0
    unusable_landmarks: int = 0
    skipped: bool = False


def bounds_of(text: str) -> Box:
    """'south,west,north,east' in degrees. Raises InputFault `bad_bounds`."""
    try:
        south, west, north, east = (float(part) for part in text.split(","))
        if not (-90 <= south < north <= 90 and -180 <= west < east <= 180):
            raise ValueError(text)
    except ValueError:
        message = f"--bounds {text}: south,west,north,east in degrees, such as -8.10,112.50,-7.85,112.75"
        raise InputFault("bad_bounds", message, field="bounds", value=text) from None
    return Box(to_units(south), to_units(west), to_units(north), to_units(east))


def import_osm(
    path: Path, pack_path: Path, progress: Progress | None = None, *, bounds: Box | None = None,
    at: datetime | None = None,
) -> OsmReport:  # fmt: skip
    """Put an extract's roads and landmarks into the pack, in place of those of an earlier file of that name.

    One transaction: broken off anywhere, the pack is as it was. The same file within the same bounds is skipped.

    Raises:
        InputFault: `osm_unreadable`; `osm_empty`, no road and no landmark in it (within the bounds).
        SetupFault: `osm_extra_missing`.
        StoreFault: the pack cannot be written.
    """
    told = progress or _untold
    size = path.stat().st_size
    digest = _digest(path, bounds)
    with opened_to_write(pack_path) as connection:
        held = connection.execute("SELECT id FROM sources WHERE sha256 = ?", (digest,)).fetchone()
        if held is not None:
            return replace(_left(connection, held[0]), skipped=True)
        with transaction(connection):
            _forget(connection, path.name)
            source_id = _source(connection, path, digest, at)
            unusable = Unusable()
            things = read_osm(
                path, bounds, unusable=unusable, told=lambda done: told(path.name, done, size), beside=pack_path.parent
            )
            for thing in things:
                if isinstance(thing, OsmRoad):
                    _write_road(connection, thing, source_id)
                else:
                    _write_landmark(connection, thing, source_id)
            left = _left(connection, source_id)
            if not left.roads + left.landmarks:
                message = f"{path.name}: no road and no landmark in it" + (" within these bounds" if bounds else "")
                raise InputFault("osm_empty", message, file=path.name, field="file")
            connection.execute(
                "UPDATE sources SET records = ?, broken = ? WHERE id = ?",
                (left.roads + left.landmarks, unusable.roads + unusable.landmarks, source_id),
            )
    return replace(left, unusable_roads=unusable.roads, unusable_landmarks=unusable.landmarks)


def _untold(_what: str, _done: int, _of: int) -> None:
    """Nobody watches."""


def _digest(path: Path, bounds: Box | None) -> str:
    with path.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256")
    if bounds is not None:
        digest.update(repr(bounds).encode())
    return digest.hexdigest()


_COUNTS = {
    "roads": "SELECT count(*) FROM roads WHERE source_id = ?",
    "landmarks": "SELECT count(*) FROM landmarks WHERE source_id = ?",
    "multipolygons": "SELECT count(*) FROM landmarks WHERE source_id = ? AND osm_id >= 'r' AND osm_id < 's'",
}
"""What an import left, by the name of the report's field."""


def _left(connection: sqlite3.Connection, source_id: int) -> OsmReport:
    """What of a file is in the pack."""
    counts = {name: int(connection.execute(count, (source_id,)).fetchone()[0]) for name, count in _COUNTS.items()}
    return OsmReport(
        roads=counts["roads"], landmarks=counts["landmarks"], multipolygons=counts["multipolygons"]
    )


def _forget(connection: sqlite3.Connection, name: str) -> None:
    """Everything an earlier file of that name brought."""
    for (source_id,) in connection.execute(
        "SELECT id FROM sources WHERE format = ? AND file = ?", (FORMAT, name)
    ).fetchall():
        for statement in (
            "DELETE FROM road_boxes WHERE id IN (SELECT id FROM roads WHERE source_id = ?)",
            "DELETE FROM roads WHERE source_id = ?",
            "DELETE FROM landmark_boxes WHERE id IN (SELECT id FROM landmarks WHERE source_id = ?)",
            "DELETE FROM landmark_words WHERE rowid IN (SELECT id FROM landmarks WHERE source_id = ?)",
            "DELETE FROM landmarks WHERE source_id = ?",
            "DELETE FROM sources WHERE id = ?",
        ):
            connection.execute(statement, (source_id,))


def _source(connection: sqlite3.Connection, path: Path, digest: str, at: datetime | None) -> int:
    row = connection.execute(
        """INSERT INTO sources (file, sha256, bytes, format, attribution, licence, records, broken, imported_at)
        VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?) RETURNING id""",
        (path.name, digest, path.stat().st_size, FORMAT, ATTRIBUTION, LICENCE, at.isoformat() if at else ""),
    ).fetchone()
    return int(row[0])


def _write_road(connection: sqlite3.Connection, road: OsmRoad, source_id: int) -> None:
    # Two extracts overlap at their edges: the newer one's word on a way counts.
    connection.execute(
        "DELETE FROM road_boxes WHERE id IN (SELECT id FROM roads WHERE osm_id = ?)", (road.osm_id,)
    )
    connection.execute("DELETE FROM roads WHERE osm_id = ?", (road.osm_id,))
    line = thinned(road.line, STEP_M)
    road_id = connection.execute(
        "INSERT INTO roads (osm_id, source_id, rank, name, line) VALUES (?, ?, ?, ?, ?)",
        (road.osm_id, source_id, road.rank, road.name, encode_rings([line])),
    ).lastrowid
    box = box_of([line])
    connection.execute(
        "INSERT INTO road_boxes VALUES (?, ?, ?, ?, ?, ?, ?)",
        (road_id, box.min_lat, box.max_lat, box.min_lon, box.max_lon, road.rank, road.rank),
    )


def _write_landmark(connection: sqlite3.Connection, landmark: OsmLandmark, source_id: int) -> None:
    held = connection.execute("SELECT id FROM landmarks WHERE osm_id = ?", (landmark.osm_id,)).fetchone()
    if held is not None:
        for statement in (
            "DELETE FROM landmark_boxes WHERE id = ?",
            "DELETE FROM landmark_words WHERE rowid = ?",
            "DELETE FROM landmarks WHERE id = ?",
        ):
            connection.execute(statement, held)
    lat, lon = landmark.at
    aliases = ";".join(landmark.aliases)
    landmark_id = connection.execute(
        "INSERT INTO landmarks (osm_id, source_id, kind, name, aliases, lat, lon) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (landmark.osm_id, source_id, landmark.kind, landmark.name, aliases, lat, lon),
    ).lastrowid
    connection.execute("INSERT INTO landmark_boxes VALUES (?, ?, ?, ?, ?)", (landmark_id, lat, lat, lon, lon))
    connection.execute(
        "INSERT INTO landmark_words (rowid, name, aliases, kind) VALUES (?, ?, ?, ?)",
        (landmark_id, landmark.name, aliases, landmark.kind),
    )
