"""Which kelurahan is this? From polygons, else from the nearest label."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from console.areas.area import Area, Outline, Placed, Source
from console.areas.layers import CITY, DISTRICT, Layers, Road
from console.areas.names import NameTable
from console.areas.nearest_labels import NearestLabels
from console.areas.pack import Pack
from console.domain.landmark import Landmark
from console.domain.place import AreaMethod


class AreaIndex:
    """Places points by the pack where one is imported, by the facts' nearest label otherwise.

    Usable from any thread. A pack imported while the index is in use is noticed at the next question.
    """

    def __init__(
        self, pack_path: Path | str | None, facts: Sequence[Area] = (), names: NameTable | Path | None = None
    ) -> None:
        """Open the pack if it exists; `names` (every village by name, or its file) is closed with it.

        Raises StoreFault when the pack is there but unusable.
        """
        self.names = NameTable(names) if isinstance(names, Path) else names
        self._path = Path(pack_path) if pack_path is not None else None
        self._facts = tuple(facts)
        self._lock = threading.Lock()
        self._pack: Pack | None = None
        self._layers: Layers | None = None
        self._opened = self._closed = False
        self._file = 0
        self._retired: list[Pack | Layers] = []
        self._labels = NearestLabels(self._facts)
        self._uncovered = self._labels
        self._uncovered_version = ""
        self._open_if_there()

    def close(self) -> None:
        """Close the pack, if there is one; the index is not used afterwards."""
        with self._lock:
            self._opened = self._closed = True
            if self._pack is not None:
                self._pack.close()
            if self._layers is not None:
                self._layers.close()
            for replaced in self._retired:
                replaced.close()
        if self.names is not None:
            self.names.close()

    @property
    def pack(self) -> Pack | None:
        """The opened pack, None without one."""
        return self._open_if_there()

    def stamp(self) -> str | None:
        """What the pack's file is like: another text after each import into it; '' without one, None while one writes.

        A file that took the place of the opened one is opened in its stead.

        Raises:
            StoreFault: the file that came is no pack that can be used; the one before stays in use.
        """
        path = self._path
        try:
            found = path.stat() if path is not None else None
        except OSError:
            found = None
        if path is None or found is None:
            return ""
        if Path(f"{path}-journal").exists():
            return None
        self._open_if_there()
        with self._lock:
            if self._pack is not None and self._layers is not None and found.st_ino != self._file and not self._closed:
                pack, layers = Pack(path), Layers(path)
                # Others may be reading the old ones now; they are closed with the index.
                self._retired += [self._pack, self._layers]
                self._pack, self._layers, self._file = pack, layers, found.st_ino
        return f"{found.st_ino}-{found.st_size}-{found.st_mtime_ns}"

    @property
    def labels(self) -> NearestLabels:
        """The whole table of label points."""
        return self._labels

    def place_of(self, lat: float, lon: float) -> Placed:
        """The kelurahan of a point in degrees, and how it was decided.

        pack: a polygon holds it (the smallest, then lowest code, when several do: `ambiguous`).
        perkiraan: the nearest label point within 5 km among areas whose polygon is not in the pack.
        none: nothing near, or no place on the globe.
        """
        if not (math.isfinite(lat) and math.isfinite(lon) and -90 <= lat <= 90 and -180 <= lon <= 180):
            return Placed()
        pack = self._open_if_there()
        version = ""
        if pack is not None:
            held_by = pack.locate(lat, lon)
            version = pack.version
            if held_by:
                return Placed(
                    code=held_by[0].code,
                    name=held_by[0].name,
                    method=AreaMethod.PACK,
                    pack_version=version,
                    ambiguous=len(held_by) > 1,
                )
        nearest = self._labels_without_polygon(pack, version).nearest(lat, lon)
        if nearest is None:
            return Placed(pack_version=version)
        return Placed(code=nearest.code, name=nearest.name, method=AreaMethod.NEAREST, pack_version=version)

    def area(self, code: str) -> Area | None:
        """The area with that code, from the pack or the facts."""
        pack = self._open_if_there()
        found = pack.area(code) if pack is not None else None
        return found or self._labels.area(code)

    def search(self, name: str, limit: int = 20) -> tuple[Area, ...]:
        """Areas by name, from the pack and then the facts."""
        pack = self._open_if_there()
        found = {area.code: area for area in (pack.search(name, limit) if pack is not None else ())}
        for area in self._labels.search(name, limit):
            found.setdefault(area.code, area)
        return tuple(found.values())[:limit]

    def outlines(self, south: float, west: float, north: float, east: float) -> tuple[Outline, ...]:
        """What to paint in a box of degrees: polygons, and bare label points (no rings) of areas without one."""
        pack = self._open_if_there()
        painted = pack.outlines(south, west, north, east) if pack is not None else ()
        labels = self._labels_without_polygon(pack, pack.version if pack is not None else "")
        bare = tuple(
            Outline(code=area.code, name=area.name, lat=area.lat, lon=area.lon, rings=())
            for area in labels.areas
            if south <= area.lat <= north and west <= area.lon <= east
        )
        return (*painted, *bare)

    def districts(self, south: float, west: float, north: float, east: float) -> tuple[Outline, ...]:
        """Outlines of kecamatan whose box touches the given one (degrees); () without a pack."""
        layers = self._layers_if_there()
        return layers.outlines(DISTRICT, south, west, north, east) if layers is not None else ()

    def cities(self, south: float, west: float, north: float, east: float) -> tuple[Outline, ...]:
        """Outlines of kabupaten and kota, likewise."""
        layers = self._layers_if_there()
        return layers.outlines(CITY, south, west, north, east) if layers is not None else ()

    def joined(self, code: str, name: str, villages: Iterable[str]) -> Outline | None:
        """One outline around these kelurahan (codes); None where the pack holds none of them. Up to a second."""
        layers = self._layers_if_there()
        return layers.joined(code, name, villages) if layers is not None else None

    def roads(self, south: float, west: float, north: float, east: float, most_rank: int) -> tuple[Road, ...]:
        """Roads of rank 1 (motorway) to `most_rank` whose box touches the given one, the least important first."""
        layers = self._layers_if_there()
        return layers.roads(south, west, north, east, most_rank) if layers is not None else ()

    def landmarks_named(self, words: str) -> tuple[Landmark, ...]:
        """Imported landmarks of whose names every word begins a word."""
        layers = self._layers_if_there()
        return layers.landmarks_named(words) if layers is not None else ()

    def landmarks_near(self, lat: float, lon: float) -> tuple[Landmark, ...]:
        """Imported landmarks around a point, a kilometre and little more."""
        layers = self._layers_if_there()
        return layers.landmarks_near(lat, lon) if layers is not None else ()

    def sources(self) -> tuple[Source, ...]:
        """Where everything in the pack comes from, in order of import; () without a pack."""
        pack = self._open_if_there()
        return pack.sources() if pack is not None else ()

    def _layers_if_there(self) -> Layers | None:
        self._open_if_there()
        return self._layers

    def _open_if_there(self) -> Pack | None:
        if self._pack is not None or self._path is None:
            return self._pack
        with self._lock:
            if not self._opened and self._path.exists():
                self._pack, self._layers = Pack(self._path), Layers(self._path)
                self._file = self._path.stat().st_ino
                self._opened = True
            return self._pack

    def _labels_without_polygon(self, pack: Pack | None, version: str) -> NearestLabels:
        # A point outside every polygon is known not to lie in an area whose polygon we have.
        if pack is None:
            return self._labels
        with self._lock:
            if self._uncovered_version != version:
                self._uncovered = NearestLabels(area for area in self._facts if pack.area(area.code) is None)
                self._uncovered_version = version
            return self._uncovered
