"""Reads GeoJSON (longitude first): areas to import, points to locate.

A feature that is not JSON or not usable is yielded as Broken and reading goes on at the next thing that
looks like the start of a feature.
"""

from __future__ import annotations

import bisect
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from console.areas.area import Broken, Record
from console.areas.checking import RefusedRecord, point_of, record_of

CODE_KEYS = ("kode", "code", "kdepum", "kode_desa", "kode_kelurahan", "kd_kel", "id")
NAME_KEYS = ("nama", "name", "namobj", "wadmkd", "nama_desa", "nama_kelurahan", "desa", "kelurahan")
"""Property names, lower case, in the order they are tried (Indonesian offices' and common ones)."""

_FEATURES = re.compile(r'"features"\s*:\s*\[')
_FEATURE = re.compile(r'\{[^{}\[\]]{0,300}"type"\s*:\s*"Feature"')
_BLANK = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRecord:
    """A point read from a file: degrees, line and feature number from 1, its properties if it has any."""

    lat: float
    lon: float
    line: int
    number: int
    properties: dict[str, object] = field(default_factory=dict)


def looks_like_geojson(text: str) -> bool:
    """Whether the text begins like GeoJSON."""
    start = text[:5000].lstrip("\ufeff \t\r\n")
    return start.startswith("{") and '"type"' in start


def read_areas(text: str, file: str) -> Iterator[Record | Broken]:
    """Yield every polygon feature as a Record, everything else as Broken with line and feature number."""
    for feature in _features(text, file):
        if isinstance(feature, Broken):
            yield feature
            continue
        try:
            yield _area(feature)
        except RefusedRecord as refusal:
            yield _broken(file, feature, refusal)


def read_points(text: str, file: str) -> Iterator[PointRecord | Broken]:
    """Yield every point feature, everything else as Broken with line and feature number."""
    for feature in _features(text, file):
        if isinstance(feature, Broken):
            yield feature
            continue
        try:
            geometry = _geometry(feature)
            if geometry.get("type") != "Point":
                raise RefusedRecord("geometry.type", f"{geometry.get('type')!r:.40} is no Point")
            lat, lon = point_of(geometry.get("coordinates"), lat_first=False)
            said = feature.value.get("properties")
            properties = {str(key): value for key, value in said.items()} if isinstance(said, dict) else {}
            yield PointRecord(lat=lat, lon=lon, line=feature.line, number=feature.number, properties=properties)
        except RefusedRecord as refusal:
            yield _broken(file, feature, refusal)


def stated_licence(text: str) -> str:
    """The licence or attribution a GeoJSON file states at its top level, '' when it states none."""
    found = re.search(r'"(?:licen[cs]e|attribution)"\s*:\s*("(?:[^"\\]|\\.){1,500}")', text[:20_000], re.I)
    if found is None:
        return ""
    try:
        words: object = json.loads(found[1])
    except json.JSONDecodeError:
        return ""
    return words if isinstance(words, str) else ""


@dataclass(frozen=True, slots=True)
class _Feature:
    value: dict[str, object]
    line: int
    number: int


def _area(feature: _Feature) -> Record:
    geometry = _geometry(feature)
    if geometry.get("type") not in ("Polygon", "MultiPolygon"):
        raise RefusedRecord("geometry.type", f"{geometry.get('type')!r:.40} is neither Polygon nor MultiPolygon")
    properties = feature.value.get("properties")
    named = properties if isinstance(properties, dict) else {}
    folded = {str(key).lower(): value for key, value in named.items()}
    if feature.value.get("id") is not None:
        folded.setdefault("id", feature.value["id"])
    return record_of(
        _first(folded, CODE_KEYS),
        _first(folded, NAME_KEYS),
        geometry.get("coordinates"),
        lat_first=False,
        line=feature.line,
    )


def _first(folded: dict[str, object], keys: tuple[str, ...]) -> object:
    return next((folded[key] for key in keys if folded.get(key) not in (None, "")), None)


def _geometry(feature: _Feature) -> dict[str, object]:
    geometry = feature.value.get("geometry")
    if not isinstance(geometry, dict):
        raise RefusedRecord("geometry", "the feature has no geometry")
    return geometry


def _features(text: str, file: str) -> Iterator[_Feature | Broken]:
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    opening = _FEATURES.search(text)
    position = opening.end() if opening else text.find("{")
    number = 0
    while 0 <= position < len(text):
        blank = _BLANK.match(text, position)
        position = blank.end() if blank else position
        if position >= len(text) or text[position] == "]":
            return
        number += 1
        line = bisect.bisect_right(lines, position)
        try:
            value, position = _DECODER.raw_decode(text, position)
            if not isinstance(value, dict):
                raise RefusedRecord("feature", f"{value!r:.40} is no feature")
            yield _Feature(value, line, number)
        except (ValueError, RecursionError) as error:
            spot = bisect.bisect_right(lines, error.pos) if isinstance(error, json.JSONDecodeError) else line
            reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
            yield Broken(file=file, line=spot, record=number, field="feature", reason=reason)
            following = _FEATURE.search(text, position + 1)
            position = following.start() if following else -1
        if opening is None:
            return


def _broken(file: str, feature: _Feature, refusal: RefusedRecord) -> Broken:
    return Broken(file=file, line=feature.line, record=feature.number, field=refusal.field, reason=refusal.reason)
