"""Writes tracks as GeoJSON (RFC 7946): lines without gaps, lone and doubted fixes apart."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from console.desk.track_sheet import TrackLine, TrackSheet
from console.domain.track import TrackPoint


def geojson_pages(sheet: TrackSheet) -> Iterator[bytes]:
    """The file feature by feature; longitude first, WGS 84, times beside the places as `coordTimes`."""
    head = {"title": sheet.title, "exported": sheet.watermark}
    yield f'{{"type":"FeatureCollection",{_text(head)[1:-1]},"features":['.encode()
    between = ""
    for line in sheet.lines:
        for feature in _features(sheet, line):
            yield (between + "\n" + _text(feature)).encode()
            between = ","
    yield b"\n]}\n"


def _features(sheet: TrackSheet, line: TrackLine) -> Iterator[dict[str, object]]:
    for piece in sheet.pieces(line):
        yield _feature(line, piece, "fix" if len(piece) == 1 else "track")
    for point in line.track.jumps:
        yield _feature(line, (point,), "impossible jump")


def _feature(line: TrackLine, points: tuple[TrackPoint, ...], kind: str) -> dict[str, object]:
    places = [_place(point) for point in points]
    lone = len(points) == 1
    times = [point.at.isoformat().replace("+00:00", "Z") for point in points]
    properties: dict[str, object] = {"name": line.name, "kind": kind, "coordTimes": times[0] if lone else times}
    if any(point.mock for point in points):
        properties["mock"] = [place for place, point in enumerate(points) if point.mock]
    geometry = {"type": "Point" if lone else "LineString", "coordinates": places[0] if lone else places}
    return {"type": "Feature", "properties": properties, "geometry": geometry, "bbox": _box(points)}


def _box(points: Iterable[TrackPoint]) -> list[float]:
    lats, lons = zip(*((point.lat, point.lon) for point in points), strict=True)
    return [round(value, 7) for value in (min(lons), min(lats), max(lons), max(lats))]


def _place(point: TrackPoint) -> list[float]:
    return [round(point.lon, 7), round(point.lat, 7)]


def _text(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), allow_nan=False)
