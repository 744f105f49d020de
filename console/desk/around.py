"""What is around a point of the map: units, reports, fixed places, partners."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from console.areas.area import Outline, Placed
from console.desk.nearby import SILENT_AFTER_S
from console.domain.agency import Agency, Site
from console.domain.askable import AskSources
from console.domain.inside import Ring, inside
from console.domain.landmark import Landmarks
from console.domain.place import distance_m
from console.domain.queue_row import QueueRow
from console.domain.unit import Doubt, Position, Unit

MOST_IN_SIGHT = 200
"""Most lines of the list of what is in sight; the nearest stand in it."""

HOSPITAL_KINDS = frozenset({"hospital", "rumah sakit", "rs", "rsud", "clinic", "klinik", "puskesmas"})


class SeenUnit(Protocol):
    """A unit on duty at its latest fix (desk.city, by shape)."""

    @property
    def unit(self) -> Unit:
        """Which."""

    @property
    def position(self) -> Position:
        """Where, and when."""


class SeenCity(Protocol):
    """What the map shows (desk.city, by shape)."""

    @property
    def site(self) -> Site:
        """The site's facts."""

    def seen_units(self) -> Sequence[SeenUnit]:
        """Units on duty that have been seen."""

    def pins(self) -> tuple[QueueRow, ...]:
        """Open reports with a place."""


class PlaceSource(Protocol):
    """Fixed places every desk has (the store, by shape)."""

    def agencies(self) -> tuple[Agency, ...]:
        """Every agency."""


class HandbookSource(Protocol):
    """What else the server told (the store's handbook, by shape)."""

    def landmarks(self) -> Landmarks:
        """The service's landmarks."""

    def ask_sources(self) -> AskSources:
        """Sources whose people can be asked, and where those are."""


class Outlines(Protocol):
    """Outlines of areas (console.areas.index, by shape)."""

    def place_of(self, lat: float, lon: float) -> Placed:
        """The kelurahan of a point."""

    def outlines(self, south: float, west: float, north: float, east: float) -> tuple[Outline, ...]:
        """Outlines that touch a box of degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """A unit or report around a point: metres to it, seconds since a unit's fix, whether that is too old to trust.

    `doubt` is what speaks against the fix.
    """

    lat: float
    lon: float
    distance_m: float
    unit: Unit | None = None
    report: QueueRow | None = None
    age_s: int = 0
    stale: bool = False
    doubt: Doubt = Doubt.NONE

    @property
    def id(self) -> str:
        """The unit's or report's id."""
        return self.unit.id if self.unit is not None else self.report.id if self.report is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """Units inside what was drawn, the nearest to its middle first; rings of (lat, lon); `name` of an area."""

    units: tuple[Around, ...]
    name: str = ""
    rings: tuple[Ring, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedPlace:
    """An agency or hospital with its point; `detail` is a number to ring or what kind of place it is."""

    id: str
    name: str
    hospital: bool
    lat: float
    lon: float
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerSquare:
    """How many of a partner's people a square of about 1.1 km around this point holds; nobody's own place is known."""

    source: str
    people: int
    lat: float
    lon: float


class Vicinity:
    """Answers from memory and the store; any thread but the GUI's."""

    def __init__(
        self,
        city: SeenCity,
        places: PlaceSource,
        handbook: HandbookSource,
        outlines: Outlines | None,
        now: Callable[[], datetime],
    ) -> None:
        """`now` is estimated server time; without `outlines` no area can be picked."""
        self._city, self._places, self._handbook = city, places, handbook
        self._outlines, self._now = outlines, now

    def in_sight(self, south: float, west: float, north: float, east: float) -> tuple[Around, ...]:
        """Units and reports in a box of degrees, by distance to its middle; at most MOST_IN_SIGHT."""
        middle = ((south + north) / 2, (west + east) / 2)
        units = self._units(lambda lat, lon: south <= lat <= north and west <= lon <= east, middle)
        reports = [
            Around(lat=row.lat, lon=row.lon, distance_m=distance_m(*middle, row.lat, row.lon), report=row)
            for row in self._city.pins()
            if row.lat is not None and row.lon is not None and south <= row.lat <= north and west <= row.lon <= east
        ]
        return tuple(sorted([*units, *reports], key=_nearest)[:MOST_IN_SIGHT])

    def within(self, lat: float, lon: float, radius_m: float) -> Picked:
        """Units on duty within so many metres of a point."""
        units = self._units(lambda at, to: distance_m(lat, lon, at, to) <= radius_m, (lat, lon))
        return Picked(units=tuple(sorted(units, key=_nearest)))

    def in_drawn(self, ring: Ring) -> Picked:
        """Units on duty inside a line drawn by hand."""
        return Picked(units=self._inside((ring,)), rings=(ring,))

    def in_area_at(self, lat: float, lon: float) -> Picked | None:
        """Units on duty in the kelurahan of a point; None where no outline of one is known."""
        if self._outlines is None:
            return None
        code = self._outlines.place_of(lat, lon).code
        for outline in self._outlines.outlines(lat, lon, lat, lon) if code else ():
            if outline.code == code and outline.rings:
                rings: tuple[Ring, ...] = tuple(outline.rings)
                return Picked(units=self._inside(rings), name=outline.name, rings=rings)
        return None

    def fixed_places(self) -> tuple[FixedPlace, ...]:
        """Agencies that have a point, and landmarks of a hospital's kind that are none of them."""
        agencies = [
            FixedPlace(
                id=each.id, name=each.short_name or each.name, hospital=each.kind.casefold() in HOSPITAL_KINDS,
                lat=each.lat, lon=each.lon, detail=each.phone,
            )
            for each in self._places.agencies()
            if each.lat is not None and each.lon is not None
        ]  # fmt: skip
        known = {each.name.casefold() for each in agencies}
        landmarks = (
            FixedPlace(id=each.id, name=each.name, hospital=True, lat=each.lat, lon=each.lon, detail=each.kind)
            for each in self._handbook.landmarks().places
            if each.kind.casefold() in HOSPITAL_KINDS and each.name.casefold() not in known
        )
        return (*agencies, *landmarks)

    def partners(self) -> tuple[PartnerSquare, ...]:
        """Where partners' people are, as their sources told in the last SILENT_AFTER_S, in squares."""
        now = self._now()
        return tuple(
            PartnerSquare(source=source.name, people=crowd.people, lat=crowd.lat, lon=crowd.lon)
            for source in self._handbook.ask_sources().sources
            if (now - source.heard_at).total_seconds() <= SILENT_AFTER_S
            and (source.valid_until is None or now <= source.valid_until)
            for crowd in source.crowds
        )

    def _inside(self, rings: tuple[Ring, ...]) -> tuple[Around, ...]:
        corners = [corner for ring in rings for corner in ring]
        if not corners:
            return ()
        south, north = min(lat for lat, _ in corners), max(lat for lat, _ in corners)
        west, east = min(lon for _, lon in corners), max(lon for _, lon in corners)

        def held(lat: float, lon: float) -> bool:
            return south <= lat <= north and west <= lon <= east and inside(lat, lon, rings)

        return tuple(sorted(self._units(held, ((south + north) / 2, (west + east) / 2)), key=_nearest))

    def _units(self, held: Callable[[float, float], bool], middle: tuple[float, float]) -> list[Around]:
        now, stale_after_s = self._now(), self._city.site.stale_after_s
        found = []
        for seen in self._city.seen_units():
            at = seen.position
            if held(at.lat, at.lon):
                age_s = max(0, int((now - at.at).total_seconds()))
                metres = distance_m(*middle, at.lat, at.lon)
                stale = age_s >= stale_after_s
                found.append(Around(
                    lat=at.lat, lon=at.lon, distance_m=metres, unit=seen.unit, age_s=age_s, stale=stale, doubt=at.doubt
                ))  # fmt: skip
        return found


def _nearest(found: Around) -> tuple[float, str]:
    return found.distance_m, found.id
