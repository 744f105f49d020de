"""Who was near a place between two instants: how close, when, and how surely."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from console.domain.place import EARTH_RADIUS_M, distance_m
from console.domain.track import Track, TrackPoint, eastward

_DEGREE_M = math.radians(1) * EARTH_RADIUS_M


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """One unit near a place: metres at the closest and when, from when to when it was inside the circle.

    `between`: the closest point lies on the straight line between two fixes, not on one of them. `doubtful`: only
    fixes that were made up (mock) or jumped put it there.
    """

    unit_id: str
    closest_m: float
    closest_at: datetime
    first_at: datetime
    last_at: datetime
    between: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Stay:
    """A part of the way inside the circle."""

    closest_m: float
    closest_at: datetime
    first_at: datetime
    last_at: datetime
    between: bool


def passing(
    track: Track, lat: float, lon: float, radius_m: float, since: datetime, until: datetime, gap_s: float
) -> Passing | None:
    """When a unit was within `radius_m` of a place in [since, until], None if it was not seen there.

    Its fixes count, and the straight way between two believed ones at most `gap_s` seconds apart, cut to the time
    asked for; nothing is guessed across a longer gap.
    """
    sure: list[_Stay] = []
    doubtful: list[_Stay] = []
    for point in track.points:
        apart_m = distance_m(point.lat, point.lon, lat, lon)
        if since <= point.at <= until and apart_m <= radius_m:
            stay = _Stay(apart_m, point.at, point.at, point.at, False)
            (doubtful if point.mock or point.jump else sure).append(stay)
    for before, after in pairwise(point for point in track.points if not point.jump):
        if 0 < (after.at - before.at).total_seconds() <= gap_s:
            leg = _leg(before, after, lat, lon, radius_m, since, until)
            if leg is not None:
                (doubtful if before.mock or after.mock else sure).append(leg)
    stays = sure or doubtful
    if not stays:
        return None
    # Two ways of measuring the same metres: a fix itself is said rather than a point of a line beside it.
    closest = min(stays, key=lambda stay: (round(stay.closest_m), stay.between, stay.closest_at))
    return Passing(
        unit_id=track.unit_id, closest_m=closest.closest_m, closest_at=closest.closest_at,
        first_at=min(stay.first_at for stay in stays), last_at=max(stay.last_at for stay in stays),
        between=closest.between, doubtful=not sure,
    )  # fmt: skip


def passings(
    tracks: Iterable[Track], lat: float, lon: float, radius_m: float, since: datetime, until: datetime, gap_s: float
) -> tuple[Passing, ...]:
    """Everybody who was within `radius_m` of a place in [since, until]: the sure ones first, the closest first."""
    found = (passing(track, lat, lon, radius_m, since, until, gap_s) for track in tracks)
    near = [each for each in found if each is not None]
    return tuple(sorted(near, key=lambda each: (each.doubtful, each.closest_m, each.unit_id)))


def _leg(
    before: TrackPoint, after: TrackPoint, lat: float, lon: float, radius_m: float, since: datetime, until: datetime
) -> _Stay | None:
    """The part of a leg inside circle and time: a line in the plane that touches the globe at the place."""
    leg_s = (after.at - before.at).total_seconds()
    east_m, north_m = _metres(before, lat, lon)
    end_east_m, end_north_m = _metres(after, lat, lon)
    by_east_m, by_north_m = end_east_m - east_m, end_north_m - north_m
    first, last = 0.0, 1.0
    if before.at < since:
        first = (since - before.at).total_seconds() / leg_s
    if after.at > until:
        last = (until - before.at).total_seconds() / leg_s
    if first > last:
        return None
    squared = by_east_m**2 + by_north_m**2
    along = -(east_m * by_east_m + north_m * by_north_m)
    middle = along / squared if squared else first
    nearest = min(max(middle, first), last)
    closest_m = math.hypot(east_m + by_east_m * nearest, north_m + by_north_m * nearest)
    if closest_m > radius_m:
        return None
    # From the foot of the perpendicular the circle is left after the same part of the way in both directions.
    foot_m2 = max(0.0, east_m**2 + north_m**2 - (along**2 / squared if squared else 0.0))
    half = math.sqrt(max(0.0, radius_m**2 - foot_m2) / squared) if squared else 1.0
    enters, leaves = (max(first, middle - half), min(last, middle + half)) if squared else (first, last)

    def at(part: float) -> datetime:
        return before.at + timedelta(seconds=leg_s * part)

    between = 0.0 < nearest < 1.0
    return _Stay(closest_m, at(nearest), at(min(enters, nearest)), at(max(leaves, nearest)), between)


def _metres(point: TrackPoint, lat: float, lon: float) -> tuple[float, float]:
    """Metres to the east and to the north of a place."""
    east = eastward(lon, point.lon) * _DEGREE_M * math.cos(math.radians((lat + point.lat) / 2))
    return east, (point.lat - lat) * _DEGREE_M
