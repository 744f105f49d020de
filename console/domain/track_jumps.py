"""Impossible jumps of a track: fixes nobody could have reached since the one before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, TypeVar

from console.domain.place import distance_m
from console.domain.track import Track
from console.domain.unit import Position

JUMP_M_S = 70.0
"""252 km/h: above a patrol car on a toll road and above the Polri's Bo 105 helicopters (245 km/h at most)."""
UNSAID_ACCURACY_M = 50.0
"""How far off a fix may be that does not say so: a phone between houses."""
WORST_ACCURACY_M = 5_000.0
"""A fix that says it may be farther off than a rural cell reaches does not excuse itself with more than that."""


class Seen(Protocol):
    """A fix by shape: a TrackPoint or a unit's Position."""

    @property
    def at(self) -> datetime:
        """When, aware UTC."""

    @property
    def lat(self) -> float:
        """Degrees WGS 84."""

    @property
    def lon(self) -> float:
        """Degrees WGS 84."""

    @property
    def accuracy_m(self) -> float | None:
        """Metres it may be off; None unsaid."""


S = TypeVar("S", bound=Seen)


def settled_at(at: datetime, received_at: datetime) -> datetime:
    """The time a fix counts as: its own, but never ahead of the server's.

    A clock that runs ahead must not pin its unit to a place until that time has come.
    """
    return min(at, received_at)


def impossible(one: Seen, other: Seen) -> bool:
    """Whether the way between two fixes asks for more than JUMP_M_S, both as far off as they say they may be.

    Less than a second counts as one: phones write whole seconds, and fixes whose clock ran ahead share an instant.
    """
    apart_m = distance_m(one.lat, one.lon, other.lat, other.lon) - _off_m(one) - _off_m(other)
    return apart_m > JUMP_M_S * max(1.0, abs((other.at - one.at).total_seconds()))


@dataclass(frozen=True, slots=True)
class Trail:
    """What a jump is measured against: the last believed fix, and the one last doubted since."""

    believed: Seen | None = None
    doubted: Seen | None = None


def followed(trail: Trail, fix: Seen) -> tuple[Trail, bool]:
    """The trail with the next fix to come, and whether that fix is a jump.

    One wild fix is a jump. The second of two that agree with each other is believed, so a unit that was carried, or
    whose first fix of all was wrong, is not doubted for ever.
    """
    believed, doubted = trail.believed, trail.doubted
    if believed is not None and impossible(believed, fix) and (doubted is None or impossible(doubted, fix)):
        return Trail(believed, fix), True
    if believed is not None and fix.at < believed.at and doubted is None:
        return trail, False
    return Trail(fix), False


def latest_after(known: Position | None, fix: Position) -> Position | None:
    """A unit's latest position once this fix has come, the same at server and desk; None while it stays as it was.

    A jump leaves the unit where it was last believed to be, with that place's age, and is noted there.
    """
    if known is None:
        return fix
    if fix.at < known.at:
        return None
    if not fix.jump or known.jump:
        return fix
    return replace(known, jumped_at=fix.at) if known.jumped_at is None or known.jumped_at < fix.at else None


def marked(track: Track) -> Track:
    """A track with its jumps marked anew, as for a file of somebody else's fixes."""
    trail, points = Trail(), []
    for point in track.points:
        trail, jump = followed(trail, point)
        points.append(point if point.jump == jump else replace(point, jump=jump))
    return Track(unit_id=track.unit_id, points=tuple(points))


def _off_m(fix: Seen) -> float:
    return UNSAID_ACCURACY_M if fix.accuracy_m is None else min(fix.accuracy_m, WORST_ACCURACY_M)
