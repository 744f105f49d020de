"""Locates the points of GeoJSON files and counts them by area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from console.areas.area import Area, Broken
from console.areas.geojson import looks_like_geojson, read_points
from console.areas.index import AreaIndex
from console.areas.source_file import RefusedFile, read_text
from console.domain.errors import SetupFault


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaCount:
    """Points whose first area this is (smallest, then lowest code), and how many lie in another one too."""

    area: Area
    points: int
    ambiguous: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LocateReport:
    """inside = in at least one area (ambiguous included); inside + outside = all usable points.

    `names` holds the names of the provinces and cities that occur, by code.
    """

    inside: int
    ambiguous: int
    outside: int
    counts: tuple[AreaCount, ...]
    names: dict[str, str]
    broken: tuple[Broken, ...]

    @property
    def headline(self) -> str:
        """The one line scripts read."""
        return f"inside={self.inside} ambiguous={self.ambiguous} outside={self.outside}"


def locate_files(paths: Iterable[Path | str], index: AreaIndex, *, within: str = "") -> LocateReport:
    """Locate every point of the files by the pack's polygons; `within` counts only areas below that code.

    Unreadable files and features are in `broken`. Raises SetupFault when no pack has been imported.
    """
    pack = index.pack
    if pack is None:
        raise SetupFault("area_pack_missing", "no area pack yet; run: main.py import areas FILE…")
    points: Counter[str] = Counter()
    doubles: Counter[str] = Counter()
    areas: dict[str, Area] = {}
    broken: list[Broken] = []
    outside = 0
    for found in _points(paths):
        if isinstance(found, Broken):
            broken.append(found)
            continue
        held_by = [area for area in pack.locate(*found) if _is_within(area.code, within)]
        if not held_by:
            outside += 1
            continue
        first = held_by[0]
        areas[first.code] = first
        points[first.code] += 1
        doubles[first.code] += len(held_by) > 1
    counts = [AreaCount(area=areas[code], points=points[code], ambiguous=doubles[code]) for code in areas]
    counts.sort(key=lambda count: (-count.points, count.area.code))
    return LocateReport(
        inside=points.total(),
        ambiguous=doubles.total(),
        outside=outside,
        counts=tuple(counts),
        names={code: pack.name_of(code) for code in _codes_above(counts)},
        broken=tuple(broken),
    )


def count_table(report: LocateReport, most: int = 20) -> list[tuple[str, ...]]:
    """Rows of a table to print, header first: cities with their sums, then the areas with most points."""
    rows: list[tuple[str, ...]] = [("Kode", "Nama", "Kecamatan", "Kota", "Laporan", "Ambigu")]
    rows += _summed(report, parts=1)
    rows += _summed(report, parts=2)
    for count in report.counts[:most]:
        area = count.area
        rows.append((area.code, area.name, area.district, area.city, str(count.points), str(count.ambiguous)))
    if len(report.counts) > most:
        rest = report.counts[most:]
        rows.append(
            (
                "…",
                f"{len(rest)} kelurahan lain",
                "",
                "",
                str(sum(count.points for count in rest)),
                str(sum(count.ambiguous for count in rest)),
            )
        )
    return rows


def _summed(report: LocateReport, parts: int) -> list[tuple[str, ...]]:
    points: Counter[str] = Counter()
    doubles: Counter[str] = Counter()
    for count in report.counts:
        code = _cut(count.area.code, parts)
        points[code] += count.points
        doubles[code] += count.ambiguous
    names = report.names
    return [(code, names.get(code, ""), "", "", str(points[code]), str(doubles[code])) for code in sorted(points)]


def _codes_above(counts: Sequence[AreaCount]) -> set[str]:
    return {_cut(count.area.code, parts) for count in counts for parts in (1, 2)}


def _cut(code: str, parts: int) -> str:
    return ".".join(code.split(".")[:parts])


def _is_within(code: str, above: str) -> bool:
    return not above or code == above or code.startswith(above + ".")


def _points(paths: Iterable[Path | str]) -> Iterable[tuple[float, float] | Broken]:
    for given in paths:
        path = Path(given)
        try:
            text, _, _ = read_text(path)
            if not looks_like_geojson(text):
                raise RefusedFile("is no GeoJSON")
        except RefusedFile as refusal:
            yield Broken(file=path.name, line=0, record=0, field="file", reason=str(refusal))
            continue
        for point in read_points(text, path.name):
            yield point if isinstance(point, Broken) else (point.lat, point.lon)
