"""Officers on the move, from label point to label point at city speed."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass

from console.domain.place import EARTH_RADIUS_M, distance_m

PATROL_M_S = (2.0, 9.0)
"""Speeds of patrol, 7 to 32 km/h."""

HURRY_M_S = (11.0, 17.0)
"""Speeds towards an order, 40 to 60 km/h."""

_METRES_PER_DEGREE = math.pi * EARTH_RADIUS_M / 180


@dataclass(slots=True)
class Walker:
    """One unit on the ground; `silent` ones have their GPS off and age on the map."""

    unit_id: str
    lat: float
    lon: float
    goal_lat: float
    goal_lon: float
    speed_m_s: float
    silent: bool = False
    order: bool = False
    course_deg: float = 0.0


class Walkers:
    """All units of the demo city; `points` are (lat, lon) degrees of places to walk between."""

    def __init__(self, unit_ids: list[str], points: list[tuple[float, float]], seed: int, silent_share: float) -> None:
        self._random = random.Random(seed)
        self._points = points
        self._walkers = {unit_id: self._placed(unit_id, silent_share) for unit_id in unit_ids}

    def __iter__(self) -> Iterator[Walker]:
        return iter(self._walkers.values())

    def get(self, unit_id: str) -> Walker | None:
        """The walker of that unit, if it is on the ground."""
        return self._walkers.get(unit_id)

    def send_to(self, unit_id: str, lat: float, lon: float) -> None:
        """Let a unit hurry to a place; its GPS is on from now."""
        walker = self._walkers.get(unit_id)
        if walker is not None:
            walker.goal_lat, walker.goal_lon = lat, lon
            walker.speed_m_s = self._random.uniform(*HURRY_M_S)
            walker.order = True
            walker.silent = False

    def release(self, unit_id: str) -> None:
        """Back to patrol."""
        walker = self._walkers.get(unit_id)
        if walker is not None:
            walker.order = False
            self._next_goal(walker)

    def arrived(self, unit_id: str, within_m: float = 60.0) -> bool:
        """Whether the unit stands at its goal."""
        walker = self._walkers.get(unit_id)
        return walker is not None and _left_m(walker) <= within_m

    def step(self, seconds: float, hurry: float = 1.0) -> None:
        """Move everyone for `seconds`; those with an order `hurry` times as fast (a demo has little time)."""
        for walker in self._walkers.values():
            self._move(walker, walker.speed_m_s * seconds * (hurry if walker.order else 1.0))

    def _placed(self, unit_id: str, silent_share: float) -> Walker:
        lat, lon = self._near(self._random.choice(self._points))
        walker = Walker(unit_id, lat, lon, lat, lon, 0.0, silent=self._random.random() < silent_share)
        self._next_goal(walker)
        return walker

    def _near(self, point: tuple[float, float]) -> tuple[float, float]:
        spread = 700 / _METRES_PER_DEGREE
        return point[0] + self._random.gauss(0, spread / 2), point[1] + self._random.gauss(0, spread / 2)

    def _next_goal(self, walker: Walker) -> None:
        nearby = sorted(self._points, key=lambda p: distance_m(walker.lat, walker.lon, p[0], p[1]))[:7]
        walker.goal_lat, walker.goal_lon = self._near(self._random.choice(nearby))
        walker.speed_m_s = self._random.uniform(*PATROL_M_S)

    def _move(self, walker: Walker, metres: float) -> None:
        left = _left_m(walker)
        if left <= metres or left < 1.0:
            walker.lat, walker.lon = walker.goal_lat, walker.goal_lon
            if not walker.order:
                self._next_goal(walker)
            return
        # Streets turn: most of the way goes along the axis with more left, as on a city grid.
        d_lat = (walker.goal_lat - walker.lat) * _METRES_PER_DEGREE
        d_lon = (walker.goal_lon - walker.lon) * _METRES_PER_DEGREE * math.cos(math.radians(walker.lat))
        share_lat, share_lon = (0.9, 0.1) if abs(d_lat) > abs(d_lon) else (0.1, 0.9)
        north = math.copysign(min(abs(d_lat), metres * share_lat), d_lat)
        east = math.copysign(min(abs(d_lon), metres * share_lon), d_lon)
        walker.lat += north / _METRES_PER_DEGREE
        walker.lon += east / (_METRES_PER_DEGREE * math.cos(math.radians(walker.lat)))
        walker.course_deg = math.degrees(math.atan2(east, north)) % 360


def _left_m(walker: Walker) -> float:
    return distance_m(walker.lat, walker.lon, walker.goal_lat, walker.goal_lon)
