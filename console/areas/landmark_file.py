"""Reads landmarks from GeoJSON points: name, kind, what else people call it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from console.areas.area import Broken
from console.areas.geojson import PointRecord, looks_like_geojson, read_points
from console.areas.pack_file import squeeze
from console.domain.errors import InputFault
from console.domain.landmark import LONGEST_NAME, MOST_ALIASES, Landmark, Landmarks, fault_in_landmark

NAME_KEYS = ("name", "nama", "namobj")
KIND_KEYS = ("kind", "jenis", "amenity", "shop", "tourism", "railway", "leisure", "building", "remark")
ALIAS_KEYS = ("aliases", "alias", "alt_name", "short_name", "nama_lain")
"""Property names, lower case, in the order they are tried; several names stand in one text with ; between."""


def read_landmarks(file: Path) -> tuple[Landmarks, tuple[Broken, ...]]:
    """Every named point of the file as a landmark, and what was left out; the same name within 100 m counts once.

    Raises:
        InputFault: the file cannot be read, or is no GeoJSON.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputFault("bad_file", f"{file.name}: {error}", file=file.name, field="file") from None
    if not looks_like_geojson(text):
        raise InputFault("bad_file", f"{file.name} is no GeoJSON.", file=file.name, field="file")
    found: dict[str, Landmark] = {}
    broken: list[Broken] = []
    for point in read_points(text, file.name):
        made = point if isinstance(point, Broken) else _landmark(point, file.name)
        if isinstance(made, Broken):
            broken.append(made)
        else:
            found.setdefault(made.id, made)
    return Landmarks(places=tuple(found.values())), tuple(broken)


def landmark_id(name: str, lat: float, lon: float) -> str:
    """The id of a landmark first told with this name at this point, whoever told of it."""
    return f"{squeeze(name)[:60]}@{lat:.3f},{lon:.3f}"


def added(before: Landmarks, more: Landmarks) -> Landmarks:
    """Both lists; one with the same id is replaced by the newer."""
    kept = {each.id: each for each in (*before.places, *more.places)}
    return replace(before, places=tuple(kept.values()))


def _landmark(point: PointRecord, file: str) -> Landmark | Broken:
    said = {key.lower(): value for key, value in point.properties.items()}
    name = _text(said, NAME_KEYS)
    made = Landmark(
        id=landmark_id(name, point.lat, point.lon),
        name=name,
        kind=_text(said, KIND_KEYS)[:40] or "tempat",
        lat=point.lat,
        lon=point.lon,
        aliases=tuple(_aliases(said, name)),
    )
    fault = fault_in_landmark(made)
    if fault is None:
        return made
    return Broken(file=file, line=point.line, record=point.number, field=fault[0], reason=fault[1])


def _text(said: dict[str, object], keys: Iterable[str]) -> str:
    found = (said.get(key) for key in keys)
    return next((" ".join(text.split()) for text in found if isinstance(text, str) and text.strip()), "")


def _aliases(said: dict[str, object], name: str) -> list[str]:
    texts = (said.get(key) for key in ALIAS_KEYS)
    parts = [" ".join(part.split()) for text in texts if isinstance(text, str) for part in text.split(";")]
    wanted = [part for part in dict.fromkeys(parts) if part and part != name and len(part) <= LONGEST_NAME]
    return wanted[:MOST_ALIASES]
