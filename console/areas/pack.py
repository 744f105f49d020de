"""Reads an area pack from any thread: point to areas, names, outlines."""

from __future__ import annotations

import sqlite3
import threading
from collections import OrderedDict
from pathlib import Path
from types import TracebackType

from console.areas.area import Area, Level, Outline, Source, joined_years, level_of
from console.areas.pack_file import content_version, open_to_read, squeeze
from console.areas.shape import Shape
from console.areas.varints import BadPolygonBytes, decode_rings, to_degrees, to_units
from console.domain.errors import StoreFault

_AT_POINT = """SELECT areas.id, code, name, lat, lon, size_m2 FROM area_boxes JOIN areas ON areas.id = area_boxes.id
    WHERE min_lat <= ?1 AND max_lat >= ?1 AND min_lon <= ?2 AND max_lon >= ?2"""
_IN_BOX = """SELECT areas.id, code, name, lat, lon, size_m2 FROM area_boxes JOIN areas ON areas.id = area_boxes.id
    WHERE min_lat <= ? AND max_lat >= ? AND min_lon <= ? AND max_lon >= ? ORDER BY code"""
_BY_CODE = "SELECT id, code, name, lat, lon, size_m2 FROM areas WHERE code = ?"
_BY_NAME = """SELECT areas.id, code, areas.name, lat, lon, size_m2
    FROM area_names JOIN areas ON areas.id = area_names.rowid WHERE area_names MATCH 'name : "' || ?1 || '"'
    ORDER BY area_names.name <> ?1, substr(area_names.name, 1, length(?1)) <> ?1, length(area_names.name), code
    LIMIT ?2"""
_BY_BEGINNING = """SELECT areas.id, code, areas.name, lat, lon, size_m2
    FROM area_names JOIN areas ON areas.id = area_names.rowid WHERE substr(area_names.name, 1, length(?1)) = ?1
    ORDER BY area_names.name <> ?1, length(area_names.name), code LIMIT ?2"""
_BY_WORDS = """SELECT areas.id, code, areas.name, lat, lon, size_m2
    FROM area_names JOIN areas ON areas.id = area_names.rowid WHERE area_names MATCH ?1
    ORDER BY substr(area_names.name, 1, length(?2)) <> ?2, length(area_names.name), code LIMIT ?3"""
_OPENED_KEPT = 4096
_SHORTEST_TRIGRAM = 3

_Row = tuple[int, str, str, int, int, int]


class Pack:
    """One opened area pack. Every method raises StoreFault when the file turns out damaged."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._lock = threading.RLock()
        self._connection = open_to_read(self.path)
        self._opened: OrderedDict[int, Shape] = OrderedDict()
        self._areas: dict[int, Area] = {}
        self._outlines: dict[int, Outline] = {}
        self._seen_data_version = -1
        self._version = ""

    def close(self) -> None:
        """Close the file; the pack is not used afterwards."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Pack:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def version(self) -> str:
        """16 hex digits naming the content, '' when the pack is empty; follows an import by another process."""
        with self._lock:
            self._notice_import()
            return self._version

    def locate(self, lat: float, lon: float) -> tuple[Area, ...]:
        """Every area whose polygon holds the point (degrees), of the finest level found there.

        Order: smallest first, then by code, so two consoles always agree on the first.
        """
        point = to_units(lat), to_units(lon)
        with self._lock:
            self._notice_import()
            rows = self._rows(_AT_POINT, point)
            found = [self._area(row) for row in rows if self._shape(row[0]).holds(*point)]
        if not found:
            return ()
        finest = max(area.code.count(".") for area in found)
        return tuple(
            sorted(
                (area for area in found if area.code.count(".") == finest), key=lambda area: (area.size_m2, area.code)
            )
        )

    def area(self, code: str) -> Area | None:
        """The area with that code, None when the pack has none."""
        with self._lock:
            self._notice_import()
            rows = self._rows(_BY_CODE, (code,))
            return self._area(rows[0]) if rows else None

    def name_of(self, code: str) -> str:
        """Name of an area, kecamatan, city or province by code, '' when the pack knows none."""
        with self._lock:
            return self._name_above(code)

    def search(self, name: str, limit: int = 20) -> tuple[Area, ...]:
        """Areas by name, best first: the whole name, then its beginning, then anywhere in it.

        Blanks, case and accents do not matter. Further words may name what lies above ('kauman malang').
        """
        whole = squeeze(name)
        words = [word for word in map(squeeze, name.split()) if word]
        if not whole:
            return ()
        with self._lock:
            self._notice_import()
            found = {row[0]: row for row in self._named(whole, limit)}
            if len(words) > 1 and len(found) < limit:
                found |= {row[0]: row for row in self._worded(words, limit - len(found)) if row[0] not in found}
            return tuple(self._area(row) for row in found.values())

    def outlines(
        self, south: float, west: float, north: float, east: float, level: Level | None = Level.VILLAGE
    ) -> tuple[Outline, ...]:
        """Outlines whose box touches the given one (degrees), in code order; level None = every level."""
        sides = (to_units(north), to_units(south), to_units(east), to_units(west))
        with self._lock:
            self._notice_import()
            rows = [row for row in self._rows(_IN_BOX, sides) if level is None or level_of(row[1]) is level]
            return tuple(self._outline(row) for row in rows)

    def sources(self) -> tuple[Source, ...]:
        """Where the areas come from, in order of import."""
        with self._lock:
            rows = self._rows_of_text(
                "SELECT file, sha256, attribution, licence, records, broken, imported_at FROM sources ORDER BY id"
            )
        return tuple(
            Source(
                file=row[0],
                sha256=row[1],
                attribution=row[2],
                licence=row[3],
                records=int(row[4]),
                broken=int(row[5]),
                imported_at=row[6],
            )
            for row in rows
        )

    def attributions(self) -> tuple[str, ...]:
        """Lines the map must show, each holder once with all his years, in order of import."""
        return joined_years(source.attribution for source in self.sources())

    def _named(self, whole: str, limit: int) -> list[_Row]:
        return self._rows(_BY_NAME if len(whole) >= _SHORTEST_TRIGRAM else _BY_BEGINNING, (whole, limit))

    def _worded(self, words: list[str], limit: int) -> list[_Row]:
        wanted = " AND ".join(f'"{word}"' for word in words[:8] if len(word) >= _SHORTEST_TRIGRAM)
        if not wanted:
            return []
        return self._rows(_BY_WORDS, (wanted, words[0], limit))

    def _notice_import(self) -> None:
        data_version = self._value("PRAGMA data_version")
        if data_version != self._seen_data_version:
            self._seen_data_version = data_version
            self._areas.clear()
            self._outlines.clear()
            stored = self._rows_of_text("SELECT value FROM meta WHERE key = 'version'")
            self._version = stored[0][0] if stored else content_version(self._connection)

    def _area(self, row: _Row) -> Area:
        kept = self._areas.get(row[0])
        if kept is None:
            parts = row[1].split(".")
            kept = Area(
                code=row[1],
                name=row[2],
                lat=to_degrees(row[3]),
                lon=to_degrees(row[4]),
                size_m2=row[5],
                district=self._name_above(".".join(parts[:3])) if len(parts) > 3 else "",
                city=self._name_above(".".join(parts[:2])) if len(parts) > 2 else "",
            )
            if len(self._areas) >= _OPENED_KEPT:
                self._areas.clear()
            self._areas[row[0]] = kept
        return kept

    def _outline(self, row: _Row) -> Outline:
        kept = self._outlines.get(row[0])
        if kept is None:
            area = self._area(row)
            rings = _degrees(self._shape(row[0]))
            kept = Outline(code=area.code, name=area.name, lat=area.lat, lon=area.lon, rings=rings)
            if len(self._outlines) >= _OPENED_KEPT:
                self._outlines.clear()
            self._outlines[row[0]] = kept
        return kept

    def _name_above(self, code: str) -> str:
        rows = self._rows_of_text(
            "SELECT name FROM areas WHERE code = ?1 UNION ALL SELECT name FROM names_above WHERE code = ?1", (code,)
        )
        return rows[0][0] if rows else ""

    def _shape(self, area_id: int) -> Shape:
        shape = self._opened.get(area_id)
        if shape is not None:
            self._opened.move_to_end(area_id)
            return shape
        try:
            row = self._connection.execute("SELECT rings FROM areas WHERE id = ?", (area_id,)).fetchone()
            shape = Shape(decode_rings(row[0]))
        except (sqlite3.Error, BadPolygonBytes, ValueError) as error:
            raise self._damaged(error) from error
        self._opened[area_id] = shape
        if len(self._opened) > _OPENED_KEPT:
            self._opened.popitem(last=False)
        return shape

    def _rows(self, statement: str, values: tuple[int | str, ...] = ()) -> list[_Row]:
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    def _rows_of_text(self, statement: str, values: tuple[int | str, ...] = ()) -> list[tuple[str, ...]]:
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    def _value(self, statement: str) -> int:
        try:
            return int(self._connection.execute(statement).fetchone()[0])
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> StoreFault:
        return StoreFault(
            "area_pack_unusable",
            f"area pack {self.path} cannot be read ({error}); move it away and import the areas again",
            file=str(self.path),
            reason=str(error),
        )


def _degrees(shape: Shape) -> tuple[tuple[tuple[float, float], ...], ...]:
    return tuple(tuple((to_degrees(lat), to_degrees(lon)) for lat, lon in ring) for ring in shape.rings)
