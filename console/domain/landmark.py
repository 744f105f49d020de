"""Landmarks: places everybody knows by name, and which of them lie near a point."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from console.domain.place import Place, distance_m

MOST_LANDMARKS, MOST_ALIASES, LONGEST_NAME, LONGEST_KIND = 5_000, 8, 120, 40

NEAR_M = 1_000.0
"""A landmark farther off helps nobody to find the place."""

AT_M = 20.0
"""So near it is the landmark itself: a direction would say nothing."""

SAME_M = 250.0
"""Two of one name this near are one: a hospital mapped as its ground and as its gate."""

WINDS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")
"""The eight directions of a compass, clockwise from north."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmark:
    """A place known by name: WGS 84 degrees; `aliases` are what else people call it."""

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmarks:
    """The service's landmarks, as every desk has them."""

    id: str = "landmarks"
    revision: int = 0
    places: tuple[Landmark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NearLandmark:
    """A landmark near a place: metres between them, and in which of WINDS the place lies as seen from it."""

    landmark: Landmark
    distance_m: float
    wind: str


def near_landmarks(landmarks: Iterable[Landmark], place: Place, most: int = 3) -> tuple[NearLandmark, ...]:
    """The nearest landmarks within NEAR_M of a place, the nearest first; none where nobody knows where it is."""
    if place.lat is None or place.lon is None:
        return ()
    lat, lon = place.lat, place.lon
    high = NEAR_M / 111_000
    wide = high / max(0.05, math.cos(math.radians(lat)))
    around = (each for each in landmarks if abs(each.lat - lat) <= high and abs(each.lon - lon) <= wide)
    found = sorted((distance_m(each.lat, each.lon, lat, lon), each.id, each) for each in around)
    return tuple(
        NearLandmark(landmark=each, distance_m=metres, wind=wind_of(each.lat, each.lon, lat, lon))
        for metres, _, each in found[:most]
        if metres <= NEAR_M
    )


def without_twins(landmarks: Sequence[Landmark]) -> tuple[Landmark, ...]:
    """Each place once: one that bears the name of another before it within SAME_M is left out."""
    kept: dict[str, list[Landmark]] = {}
    for each in landmarks:
        named = kept.setdefault(" ".join(each.name.casefold().split()), [])
        if all(distance_m(each.lat, each.lon, other.lat, other.lon) > SAME_M for other in named):
            named.append(each)
    left = {id(each) for named in kept.values() for each in named}
    return tuple(each for each in landmarks if id(each) in left)


def wind_of(lat1: float, lon1: float, lat2: float, lon2: float) -> str:
    """In which of WINDS the second point lies as seen from the first (initial great-circle bearing, Sinnott 1984)."""
    phi1, phi2, dlam = math.radians(lat1), math.radians(lat2), math.radians(lon2 - lon1)
    east = math.sin(dlam) * math.cos(phi2)
    north = math.cos(phi1) * math.sin(phi2) - math.sin(phi1) * math.cos(phi2) * math.cos(dlam)
    return WINDS[round(math.degrees(math.atan2(east, north)) / 45) % 8]


def fault_in_landmarks(landmarks: Landmarks) -> tuple[str, str] | None:
    """The first field that cannot stand and what it must be; None when all stand."""
    if len(landmarks.places) > MOST_LANDMARKS:
        return "places", f"at most {MOST_LANDMARKS}"
    seen: set[str] = set()
    for number, each in enumerate(landmarks.places):
        field = f"places[{number}]"
        fault = fault_in_landmark(each)
        if fault is not None:
            return f"{field}.{fault[0]}", fault[1]
        if each.id in seen:
            return f"{field}.id", "each landmark has an id of its own"
        seen.add(each.id)
    return None


def fault_in_landmark(landmark: Landmark) -> tuple[str, str] | None:
    """The field of one landmark that cannot stand and what it must be."""
    for field, text, most in (
        ("id", landmark.id, LONGEST_NAME),
        ("name", landmark.name, LONGEST_NAME),
        ("kind", landmark.kind, LONGEST_KIND),
        *(("aliases", alias, LONGEST_NAME) for alias in landmark.aliases),
    ):
        if not text.strip() or len(text) > most or not text.isprintable():
            return field, f"1 to {most} characters that can be seen"
    if len(landmark.aliases) > MOST_ALIASES:
        return "aliases", f"at most {MOST_ALIASES}"
    if not (math.isfinite(landmark.lat) and -90 <= landmark.lat <= 90):
        return "lat", "degrees in -90..90"
    if not (math.isfinite(landmark.lon) and -180 <= landmark.lon <= 180):
        return "lon", "degrees in -180..180"
    if landmark.lat == 0 and landmark.lon == 0:
        return "lat", "0,0 is no place"
    return None
