"""Reads roads and landmarks out of an OpenStreetMap extract (.osm.pbf) with pyosmium."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from console.areas.osm_multipolygons import Multipolygons
from console.areas.osm_tags import KEYS, OsmLandmark, OsmRoad, kind_of, names_of, rank_of, road_name
from console.areas.shape import Box
from console.areas.varints import to_units
from console.domain.errors import InputFault, SetupFault

ATTRIBUTION = "© OpenStreetMap contributors, ODbL"
LICENCE = (
    "Map data from OpenStreetMap, available under the Open Database License (ODbL) 1.0: openstreetmap.org/copyright, "
    "opendatacommons.org/licenses/odbl/1-0"
)

_IN_MEMORY_BYTES = 200_000_000
"""A larger extract keeps the places of its nodes in a file beside the pack: 16 bytes each, 200 million in Java's.

Then memory holds what the system lets stay of that file, which it takes back when others need it.
"""

_TOLD_EVERY = 2_000


class _Spot(Protocol):
    """A node's place (osmium's, by shape)."""

    @property
    def lat(self) -> float:
        """Degrees."""

    @property
    def lon(self) -> float:
        """Degrees."""

    def valid(self) -> bool:
        """Whether it has one."""


class _Places(Protocol):
    """The places of the nodes read so far (osmium's location table, by shape)."""

    def get(self, node_id: int, /) -> _Spot:
        """Raises KeyError for one that was not read."""


@dataclass(slots=True)
class Unusable:
    """Things that were left out: a way with too few known points, a landmark without a name that can be shown.

    A landmark's multipolygon none of whose ways is in the extract counts as one too.
    """

    roads: int = 0
    landmarks: int = 0


def read_osm(
    path: Path, bounds: Box | None = None, *, unusable: Unusable, told: Callable[[int], None], beside: Path
) -> Iterator[OsmRoad | OsmLandmark]:
    """Every road and landmark with a point in the bounds, in file order, then landmarks drawn as multipolygons.

    `told` hears how many bytes are read.

    `beside` is a folder for a temporary file of large extracts; what is left out is counted in `unusable`.

    Raises:
        SetupFault: pyosmium is not installed.
        InputFault: `osm_unreadable`, the file is damaged, cut off or no extract; naming it.
    """
    try:
        import osmium
    except ImportError:
        raise SetupFault(
            "osm_extra_missing",
            "Reading OpenStreetMap extracts needs the package 'osmium' (the extra 'geo'): pip install 'osmium>=4.2,<5'",
        ) from None
    with contextlib.ExitStack() as kept:
        storage = "flex_mem"
        if path.stat().st_size > _IN_MEMORY_BYTES:
            folder = kept.enter_context(tempfile.TemporaryDirectory(prefix=".osm-", dir=beside))
            storage = f"sparse_file_array,{folder}/nodes"
        try:
            drawn = _multipolygons(path, bounds)
            reader = osmium.FileProcessor(path, osmium.osm.NODE | osmium.osm.WAY).with_locations(storage)
            for number, thing in enumerate(reader.with_filter(osmium.filter.KeyFilter(*KEYS))):
                if number % _TOLD_EVERY == 0:
                    told(_position(path))
                tags = {tag.k: tag.v for tag in thing.tags}
                if isinstance(thing, osmium.osm.Way):
                    yield from _way(thing.id, tags, _line(thing), bounds, unusable)
                elif isinstance(thing, osmium.osm.Node) and (kind := kind_of(tags)):
                    at = (to_units(thing.lat), to_units(thing.lon))
                    if bounds is None or bounds.holds(*at):
                        yield from _landmark(f"n{thing.id}", kind, tags, at, unusable)
            if ways := drawn.way_ids:
                _find_ways(path, drawn, ways, reader.node_location_storage)
            for landmark in drawn.landmarks():
                if landmark is None:
                    unusable.landmarks += 1
                else:
                    yield landmark
        except (RuntimeError, ValueError) as error:
            raise InputFault(
                "osm_unreadable", f"{path.name}: {str(error) or 'cannot be read as an OpenStreetMap extract'}",
                file=path.name, reason=str(error), field="file",
            ) from error  # fmt: skip
    told(path.stat().st_size)


def _multipolygons(path: Path, bounds: Box | None) -> Multipolygons:
    """The landmarks among the relations; their ways, which bear no tags, are looked for after all nodes are read."""
    import osmium

    found = Multipolygons(bounds)
    relations = osmium.FileProcessor(path, osmium.osm.RELATION).with_filter(osmium.filter.KeyFilter(*KEYS))
    for relation in relations:
        if isinstance(relation, osmium.osm.Relation):
            outer = [member.ref for member in relation.members if member.type == "w" and member.role != "inner"]
            found.take_relation(relation.id, {tag.k: tag.v for tag in relation.tags}, outer)
    return found


def _find_ways(path: Path, drawn: Multipolygons, ways: list[int], places: _Places | None) -> None:
    """The ways that multipolygons name; `places` knows every node read before."""
    import osmium

    for way in osmium.FileProcessor(path, osmium.osm.WAY).with_filter(osmium.filter.IdFilter(ways)):
        if isinstance(way, osmium.osm.Way) and places is not None:
            line = []
            for node in way.nodes:
                with contextlib.suppress(KeyError):
                    at = places.get(node.ref)
                    if at.valid():
                        line.append((to_units(at.lat), to_units(at.lon)))
            drawn.take_way(way.id, tuple(line))


def _line(way: object) -> tuple[tuple[int, int], ...]:
    """Its nodes whose place is in the extract, in 1e-7 degrees; none twice in a row."""
    points: list[tuple[int, int]] = []
    for node in getattr(way, "nodes", ()):
        if node.location.valid():
            point = (to_units(node.location.lat), to_units(node.location.lon))
            if not points or points[-1] != point:
                points.append(point)
    return tuple(points)


def _way(
    way_id: int, tags: dict[str, str], line: tuple[tuple[int, int], ...], bounds: Box | None, unusable: Unusable
) -> Iterator[OsmRoad | OsmLandmark]:
    if bounds is not None and not any(bounds.holds(*point) for point in line):
        return
    rank, kind = rank_of(tags), kind_of(tags)
    if rank and len(line) >= 2:
        yield OsmRoad(osm_id=way_id, rank=rank, name=road_name(tags), line=line)
    elif rank:
        unusable.roads += 1
    if kind and line:
        lats, lons = [lat for lat, _ in line], [lon for _, lon in line]
        middle = (min(lats) + max(lats)) // 2, (min(lons) + max(lons)) // 2
        yield from _landmark(f"w{way_id}", kind, tags, middle, unusable)


def _landmark(
    osm_id: str, kind: str, tags: dict[str, str], at: tuple[int, int], unusable: Unusable
) -> Iterator[OsmLandmark]:
    name, aliases = names_of(tags)
    if name and at != (0, 0):
        yield OsmLandmark(osm_id=osm_id, kind=kind, name=name, aliases=aliases, at=at)
    else:
        unusable.landmarks += 1


def _position(path: Path) -> int:
    """How far the library's threads have read the file, as Linux tells; 0 where no system tells."""
    with contextlib.suppress(OSError, ValueError, StopIteration):
        whole = path.resolve()
        for entry in Path("/proc/self/fd").iterdir():
            with contextlib.suppress(OSError):
                if entry.readlink() == whole:
                    said = Path("/proc/self/fdinfo", entry.name).read_text(encoding="ascii")
                    return int(said.split("pos:", 1)[1].split()[0])
    return 0
