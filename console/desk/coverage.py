"""Which areas have a fresh officer now: units, positions, reports and the site's areas."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from console.areas.area import Area, Outline, Placed
from console.desk.ports import PositionsPort
from console.domain.agency import Site
from console.domain.changes import Changes
from console.domain.coverage import Beat, BeatCover, covers
from console.domain.police_area import PoliceAreas
from console.domain.spot import Spot
from console.domain.unit import Unit

CELL_DEGREES = 0.0002
"""Units within 22 m of one another are asked about once: about what a phone's GPS is sure of between houses."""

AROUND_DEGREES = 0.7
"""How far from the site's middle its own areas may lie: the largest kabupaten of Java measure 80 km."""

_MOST_CELLS = 200_000


class CoverSource(Protocol):
    """What the store keeps of it (by shape); any thread."""

    def open_spots(self) -> tuple[Spot, ...]:
        """Every open report with a place."""

    def spots_of(self, ids: Iterable[str]) -> dict[str, Spot]:
        """These reports."""

    def police_areas(self) -> PoliceAreas:
        """Whose area each kelurahan is."""

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Be told what each commit changed."""


class AreaSource(Protocol):
    """Areas (console.areas.index, by shape)."""

    def place_of(self, lat: float, lon: float) -> Placed:
        """The kelurahan of a point."""

    def area(self, code: str) -> Area | None:
        """By code."""

    def outlines(self, south: float, west: float, north: float, east: float) -> tuple[Outline, ...]:
        """Outlines or bare points in a box."""


class CityPort(Protocol):
    """The site's units (console.desk.city, by shape)."""

    @property
    def site(self) -> Site:
        """The site's facts."""

    def units(self) -> dict[str, Unit]:
        """Every unit by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """All areas' cover now; `by_polsek` when areas are those of Polsek. Outlines by kelurahan code."""

    beats: tuple[BeatCover, ...] = ()
    by_polsek: bool = False
    polsek_known: bool = False
    unplaced: int = 0


class BeatCoverage:
    """Callable from any thread but the GUI's; units that stayed in their cell are not asked about again."""

    def __init__(
        self,
        source: CoverSource,
        city: CityPort,
        positions: PositionsPort,
        areas: AreaSource | None,
        now: Callable[[], datetime],
    ) -> None:
        self._source, self._city, self._positions, self._now = source, city, positions, now
        self._areas: AreaSource = areas or _Nowhere()
        self._asking, self._marking = threading.Lock(), threading.Lock()
        self._cells: dict[tuple[int, int], str] = {}
        self._open: dict[str, Spot] = {}
        self._touched: set[str] = set()
        self._all_touched = True
        self._known: tuple[tuple[Outline, ...], tuple[Area, ...]] = ((), ())
        self._known_for: tuple[object, ...] = ()
        source.subscribe(self._changed)

    def now(self, *, by_polsek: bool = False) -> Coverage:
        """The coverage as of this moment.

        Raises:
            StoreFault: the store or the area pack cannot be read.
        """
        with self._asking:
            table = self._source.police_areas()
            _, areas = self._own(table)
            self._catch_up()
            units, positions = self._city.units(), self._positions.latest()
            where = {id_: self._code(fix.lat, fix.lon) for id_, fix in positions.items() if id_ in units}
            found = covers(
                _beats(areas, table, by_polsek), units.values(), positions, where, self._opened(), self._now(),
                stale_after_s=self._city.site.stale_after_s,
            )  # fmt: skip
        own = {area.code for area in areas}
        return Coverage(
            beats=found, by_polsek=by_polsek and bool(table.posts), polsek_known=bool(table.posts),
            unplaced=sum(code not in own for code in where.values()),
        )  # fmt: skip

    def outlines(self) -> tuple[Outline, ...]:
        """Outlines of the site's own areas in code order; those without a polygon have no rings."""
        with self._asking:
            return self._own(self._source.police_areas())[0]

    def forget(self) -> None:
        """Nobody looks any more: the next question reads anew."""
        with self._asking:
            self._open, self._cells = {}, {}
            self._known, self._known_for = ((), ()), ()
            with self._marking:
                self._all_touched = True

    def _own(self, table: PoliceAreas) -> tuple[tuple[Outline, ...], tuple[Area, ...]]:
        """The areas of our own posts, or without such a table those of the city the site lies in."""
        site = self._city.site
        wanted = (site.lat, site.lon, table.revision, table.own)
        if self._known_for != wanted or not self._known[1]:
            found = self._areas.outlines(
                site.lat - AROUND_DEGREES, site.lon - AROUND_DEGREES,
                site.lat + AROUND_DEGREES, site.lon + AROUND_DEGREES,
            )  # fmt: skip
            ours = frozenset(code for post in table.posts if table.ours(post) for code in post.areas)
            city = self._areas.place_of(site.lat, site.lon).code[:5]
            kept = tuple(each for each in found if (each.code in ours if ours else each.code[:5] == city and city))
            areas = tuple(area for each in kept if (area := self._areas.area(each.code)) is not None)
            self._known, self._known_for = (kept, areas), wanted
        return self._known

    def _code(self, lat: float, lon: float) -> str:
        cell = (round(lat / CELL_DEGREES), round(lon / CELL_DEGREES))
        code = self._cells.get(cell)
        if code is None:
            if len(self._cells) >= _MOST_CELLS:
                self._cells.clear()
            code = self._cells[cell] = self._areas.place_of(lat, lon).code
        return code

    def _opened(self) -> Mapping[str, int]:
        found: Counter[str] = Counter()
        for spot in self._open.values():
            if spot.place.area_code:
                found[spot.place.area_code] += 1
            elif spot.place.lat is not None and spot.place.lon is not None:
                found[self._code(spot.place.lat, spot.place.lon)] += 1
        return found

    def _catch_up(self) -> None:
        with self._marking:
            touched, everything = self._touched, self._all_touched
            self._touched, self._all_touched = set(), False
        try:
            if everything:
                self._open = {spot.id: spot for spot in self._source.open_spots()}
            elif touched:
                changed = self._source.spots_of(touched)
                for id_ in touched:
                    self._open.pop(id_, None)
                self._open |= {id_: spot for id_, spot in changed.items() if spot.open}
        except BaseException:
            with self._marking:
                self._all_touched = True
            raise

    def _changed(self, changes: Changes) -> None:
        with self._marking:
            self._all_touched |= changes.everything
            if not self._all_touched:
                self._touched |= changes.reports | changes.new_reports


class _Nowhere:
    """A console that knows no areas."""

    def place_of(self, lat: float, lon: float) -> Placed:
        return Placed()

    def area(self, code: str) -> Area | None:
        return None

    def outlines(self, south: float, west: float, north: float, east: float) -> tuple[Outline, ...]:
        return ()


def _beats(areas: Sequence[Area], table: PoliceAreas, by_polsek: bool) -> tuple[Beat, ...]:
    if not (by_polsek and table.posts):
        return tuple(Beat(code=area.code, name=area.name, above=area.district, size_m2=area.size_m2) for area in areas)
    sizes = {area.code: area.size_m2 for area in areas}
    return tuple(
        Beat(
            code=post.polsek, name=post.polsek, above=post.polres, areas=post.areas,
            size_m2=sum(sizes.get(code, 0) for code in post.areas),
        )
        for post in table.posts
        if table.ours(post)
    )  # fmt: skip
