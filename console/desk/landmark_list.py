"""Landmarks as an administrator keeps them: typed coordinates, a file in, a file out."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

from console.areas.landmark_file import added, landmark_id, read_landmarks
from console.domain.errors import StoreFault
from console.domain.landmark import Landmark, Landmarks
from console.domain.place import distance_m

_POINT = re.compile(r"\s*(-?\d{1,3}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*")
TWIN_M = 100.0
"""Another of the same name this near is the same place twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LandmarksRead:
    """What a file would make of the list: `joined` with what there is, `alone` in its place."""

    file: str
    alone: Landmarks
    joined: Landmarks
    new: int
    broken: int
    first_broken: str = ""


def read_point(text: str) -> tuple[float, float] | None:
    """Latitude and longitude as people copy them from a map: '-7.9786, 112.6318'; None when it is no such thing."""
    found = _POINT.fullmatch(text)
    if found is None:
        return None
    lat, lon = float(found[1]), float(found[2])
    return (lat, lon) if abs(lat) <= 90 and abs(lon) <= 180 and (lat, lon) != (0.0, 0.0) else None


def point_text(lat: float, lon: float) -> str:
    """A point as it is read back by read_point; six decimals are a tenth of a metre."""
    return f"{lat:.6f}, {lon:.6f}"


def new_id_of(name: str, lat: float, lon: float) -> str:
    """The id of one typed by hand: the same a file would give it."""
    return landmark_id(name, lat, lon)


class Twins:
    """Which of a list's landmarks is the same place as another: it bears the same name within TWIN_M."""

    def __init__(self, landmarks: Landmarks) -> None:
        self._named: dict[str, list[Landmark]] = {}
        for each in landmarks.places:
            self._named.setdefault(_plain(each.name), []).append(each)

    def of(self, landmark: Landmark) -> Landmark | None:
        """The one on the list, which may be itself; None where there is none."""
        for each in self._named.get(_plain(landmark.name), ()):
            if distance_m(each.lat, each.lon, landmark.lat, landmark.lon) <= TWIN_M:
                return each
        return None


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def read_file(file: Path, now: Landmarks) -> LandmarksRead:
    """The landmarks of a GeoJSON file, not saved yet; one that is on the list keeps its id, so that it stays one.

    Raises:
        InputFault: `bad_file`: it cannot be read, or is no GeoJSON.
    """
    read, broken = read_landmarks(file)
    twins = Twins(now)
    same = {each.id: twin.id for each in read.places if (twin := twins.of(each)) is not None}
    named = (replace(each, id=same.get(each.id, each.id)) for each in read.places)
    read = replace(read, places=tuple({each.id: each for each in named}.values()))
    known = {each.id: each for each in now.places}
    return LandmarksRead(
        file=file.name,
        alone=replace(now, places=read.places),
        joined=added(now, read),
        new=sum(known.get(each.id) != each for each in read.places),
        broken=len(broken),
        first_broken=str(broken[0]) if broken else "",
    )


def write_file(landmarks: Landmarks, file: Path) -> int:
    """Write the list as GeoJSON points, as read_file reads it; returns how many.

    Raises:
        StoreFault: `export_failed`.
    """
    points = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [each.lon, each.lat]},
            "properties": {"name": each.name, "kind": each.kind, "aliases": ";".join(each.aliases)},
        }
        for each in landmarks.places
    ]
    text = json.dumps({"type": "FeatureCollection", "features": points}, ensure_ascii=False, indent=1)
    try:
        file.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        why = error.strerror or str(error)
        raise StoreFault("export_failed", f"{file.name} cannot be written: {why}", path=str(file)) from error
    return len(points)
