"""What the map's areas are made of: sources, Polsek outlined, whose place a point is."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from console.areas.area import Area, Outline, Placed, Source
from console.areas.pack import Pack
from console.domain.place import AreaMethod
from console.domain.police_area import PoliceArea, PoliceAreas

__all__ = ["MapData", "Polsek", "Source", "Whose"]

TINTS = 6
"""Neighbouring Polsek never share one of so many tints, unless more than five lie around them."""


class PoliceSource(Protocol):
    """The imported table of police areas (the store, by shape); any thread."""

    def police_areas(self) -> PoliceAreas:
        """As the server told it last."""


class AreaSource(Protocol):
    """Areas (console.areas.index, by shape); any thread."""

    @property
    def pack(self) -> Pack | None:
        """The imported pack."""

    def stamp(self) -> str | None:
        """Another text after each import; '' without a pack, None while one writes."""

    def sources(self) -> tuple[Source, ...]:
        """Where everything in it comes from."""

    def place_of(self, lat: float, lon: float) -> Placed:
        """The kelurahan of a point."""

    def area(self, code: str) -> Area | None:
        """By code."""

    def joined(self, code: str, name: str, villages: Iterable[str]) -> Outline | None:
        """One outline around kelurahan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Polsek:
    """A Polsek and the outline around its kelurahan, in degrees; tint 0 to TINTS - 1; ours or another center's."""

    post: PoliceArea
    outline: Outline
    tint: int
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose a point is: its kelurahan ('' where none is near), how that was decided, and its post if the table has it.

    `ambiguous`: borders overlap there; the smaller kelurahan counts.
    """

    lat: float
    lon: float
    area: str = ""
    method: AreaMethod = AreaMethod.NONE
    ambiguous: bool = False
    post: PoliceArea | None = None
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PackState:
    """The area pack as it is now: `stamp` is another text after each import, `note` whose data (None without a pack).

    `busy` while an import writes.
    """

    stamp: str = ""
    note: str | None = None
    busy: bool = False


class MapData:
    """Ask in the background: joining a city's Polsek takes a tenth of a second, a Polda's some seconds, once."""

    def __init__(self, source: PoliceSource, areas: AreaSource | None) -> None:
        self._source, self._areas = source, areas
        self._lock = threading.Lock()
        self._made_for: tuple[int, str] | None = None
        self._made: tuple[Polsek, ...] = ()

    def sources(self) -> tuple[Source, ...]:
        """Every file the map was made from, in order of import; () without a pack."""
        return self._areas.sources() if self._areas is not None else ()

    def pack_state(self) -> PackState:
        """How the pack is now, and whose data are in it.

        Raises:
            StoreFault: the pack cannot be read.
        """
        stamp = self._areas.stamp() if self._areas is not None else ""
        if self._areas is None or stamp is None:
            return PackState(busy=stamp is None)
        pack = self._areas.pack
        return PackState(stamp=stamp, note=" · ".join(pack.attributions()) if pack is not None else None)

    def table_known(self) -> bool:
        """Whether a table of police areas was imported."""
        return bool(self._source.police_areas().posts)

    def polsek(self) -> tuple[Polsek, ...]:
        """Every Polsek of the table that has a kelurahan with a border here, in the table's order; made once.

        Raises:
            StoreFault: the store or the pack cannot be read.
        """
        table = self._source.police_areas()
        with self._lock:
            pack = self._areas.pack if self._areas is not None else None
            made_for = (table.revision, pack.version if pack is not None else "")
            if self._made_for != made_for:
                self._made, self._made_for = self._outlined(table), made_for
            return self._made

    def whose(self, lat: float, lon: float) -> Whose:
        """The kelurahan of a point and the post it belongs to by the table.

        Raises:
            StoreFault: the store or the pack cannot be read.
        """
        if self._areas is None:
            return Whose(lat=lat, lon=lon)
        table, found = self._source.police_areas(), self._areas.place_of(lat, lon)
        post = table.of(found.code)
        return Whose(
            lat=lat, lon=lon, area=found.name, method=found.method, ambiguous=found.ambiguous, post=post,
            own=post is not None and table.ours(post),
        )  # fmt: skip

    def _outlined(self, table: PoliceAreas) -> tuple[Polsek, ...]:
        outlined: list[tuple[PoliceArea, Outline]] = []
        for post in table.posts:
            outline = self._areas.joined(post.polsek, post.polsek, post.areas) if self._areas is not None else None
            if outline is not None:
                outlined.append((post, outline))
        tints = _tints([outline for _, outline in outlined])
        return tuple(
            Polsek(post=post, outline=outline, tint=tint, own=table.ours(post))
            for (post, outline), tint in zip(outlined, tints, strict=True)
        )


def _tints(outlines: Sequence[Outline]) -> list[int]:
    """A tint for each, by the boxes around them: the first none of its neighbours before it has."""
    boxes = [_box(outline) for outline in outlines]
    tints: list[int] = []
    for number, box in enumerate(boxes):
        around = [tints[other] for other in range(number) if _touch(box, boxes[other])]
        free = [tint for tint in range(TINTS) if tint not in around]
        tints.append(free[0] if free else min(range(TINTS), key=around.count))
    return tints


def _box(outline: Outline) -> tuple[float, float, float, float]:
    lats = [lat for ring in outline.rings for lat, _ in ring]
    lons = [lon for ring in outline.rings for _, lon in ring]
    return min(lats), min(lons), max(lats), max(lons)


def _touch(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]
