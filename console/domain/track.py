"""The way a unit went: fixes in order, where it was at an instant, pieces without gaps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from operator import attrgetter


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackPoint:
    """One fix: `at` aware UTC, degrees WGS 84, m/s, degrees true, metres; `mock`: the phone says it was made up.

    `jump`: nobody goes that fast (domain.track_jumps); it is shown and marked, and nobody is taken to have been there.
    """

    at: datetime
    lat: float
    lon: float
    speed_m_s: float | None = None
    course_deg: float | None = None
    accuracy_m: float | None = None
    mock: bool = False
    jump: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """The fixes of one unit, oldest first (see track_of)."""

    unit_id: str
    points: tuple[TrackPoint, ...] = ()

    @property
    def jumps(self) -> tuple[TrackPoint, ...]:
        """The fixes marked as impossible jumps."""
        return tuple(point for point in self.points if point.jump)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Where a unit was at an instant: its last fix until then, its age there, and the place to draw.

    `lat`, `lon` lie between two fixes when `between`; else they are the last fix's own.
    """

    point: TrackPoint
    age_s: float
    lat: float
    lon: float
    between: bool = False

    def stale(self, stale_after_s: float) -> bool:
        """Whether that fix was too old by then to say where the unit was."""
        return self.age_s > stale_after_s


_AT = attrgetter("at")


def track_of(unit_id: str, points: Iterable[TrackPoint]) -> Track:
    """A track with its fixes in order of time; of fixes of the same instant the first given comes first."""
    return Track(unit_id=unit_id, points=tuple(sorted(points, key=_AT)))


def joined(track: Track, later: Track) -> Track:
    """A page of a track and the next one, a fix on both of them once."""
    known = set(track.points)
    return track_of(track.unit_id, (*track.points, *(point for point in later.points if point not in known)))


def position_at(track: Track, when: datetime, stale_after_s: float = 0) -> Whereabouts | None:
    """The last believed fix at or before an instant, None before the first.

    Between two believed fixes at most `stale_after_s` seconds apart the place lies on the straight line; across a
    longer gap, and with 0, it stays where the last fix was: a line across a gap would show what nobody knows.
    """
    place = bisect_right(track.points, when, key=_AT)
    before = next((track.points[i] for i in range(place - 1, -1, -1) if not track.points[i].jump), None)
    if before is None:
        return None
    age_s = (when - before.at).total_seconds()
    after = next((track.points[i] for i in range(place, len(track.points)) if not track.points[i].jump), None)
    if after is None or age_s == 0 or not 0 < (leg_s := (after.at - before.at).total_seconds()) <= stale_after_s:
        return Whereabouts(point=before, age_s=age_s, lat=before.lat, lon=before.lon)
    lat, lon = spot_between(before, after, age_s / leg_s)
    return Whereabouts(point=before, age_s=age_s, lat=lat, lon=lon, between=True)


def spot_between(before: TrackPoint, after: TrackPoint, part: float) -> tuple[float, float]:
    """(lat, lon) at a part 0..1 of the way; legs are short, so degrees are taken as straight; the short way round."""
    east = eastward(before.lon, after.lon)
    return before.lat + (after.lat - before.lat) * part, (before.lon + east * part + 180.0) % 360.0 - 180.0


def eastward(from_lon: float, to_lon: float) -> float:
    """Degrees to the east from one longitude to another, the short way: -180..180."""
    return (to_lon - from_lon + 180.0) % 360.0 - 180.0


def segments(track: Track, gap_s: float) -> tuple[tuple[TrackPoint, ...], ...]:
    """The believed fixes as lines to draw: cut wherever two follow each other by more than `gap_s` seconds."""
    believed = [point for point in track.points if not point.jump]
    if not believed:
        return ()
    pieces = [[believed[0]]]
    for before, after in pairwise(believed):
        if (after.at - before.at).total_seconds() > gap_s:
            pieces.append([])
        pieces[-1].append(after)
    return tuple(map(tuple, pieces))
