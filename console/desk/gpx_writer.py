"""Writes tracks as GPX 1.1: a segment per piece without gaps, doubted fixes apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from console.desk.track_sheet import TrackLine, TrackSheet
from console.domain.track import TrackPoint

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gpx version="1.1" creator="Sigap" xmlns="http://www.topografix.com/GPX/1/1"'
    ' xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v2" xmlns:sigap="urn:sigap:track">\n'
)
"""Speed and course stand where other programs look for them (GPX 1.1 itself has lost them)."""

_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped (section 2.2)."""


def gpx_pages(sheet: TrackSheet) -> Iterator[bytes]:
    """The file piece by piece, so that a million fixes never stand in memory as text."""
    yield (_HEAD + _metadata(sheet)).encode()
    # The schema wants waypoints before tracks (gpxType is a sequence).
    for line in sheet.lines:
        for point in line.track.jumps:
            yield _waypoint(line, point).encode()
    for line in sheet.lines:
        yield f" <trk>\n  <name>{_words(line.name)}</name>\n".encode()
        for piece in sheet.pieces(line):
            body = "".join(_point("trkpt", point, "   ") for point in piece)
            yield f"  <trkseg>\n{body}  </trkseg>\n".encode()
        yield b" </trk>\n"
    yield b"</gpx>\n"


def _metadata(sheet: TrackSheet) -> str:
    places = [point for line in sheet.lines for point in line.track.points]
    bounds = ""
    if places:
        lats, lons = [point.lat for point in places], [point.lon for point in places]
        bounds = (
            f'  <bounds minlat="{_number(min(lats))}" minlon="{_longitude(min(lons))}"'
            f' maxlat="{_number(max(lats))}" maxlon="{_longitude(max(lons))}"/>\n'
        )
    return (
        f" <metadata>\n  <name>{_words(sheet.title)}</name>\n  <desc>{_words(sheet.watermark)}</desc>\n"
        f"  <time>{_time(sheet.at)}</time>\n{bounds} </metadata>\n"
    )


def _waypoint(line: TrackLine, point: TrackPoint) -> str:
    name = f"<name>{_words(line.name)}</name><type>impossible jump</type>"
    return _point("wpt", point, " ", name)


def _point(tag: str, point: TrackPoint, indent: str, name: str = "") -> str:
    return (
        f'{indent}<{tag} lat="{_number(point.lat)}" lon="{_longitude(point.lon)}">'
        f"<time>{_time(point.at)}</time>{name}{_extensions(point)}</{tag}>\n"
    )


def _extensions(point: TrackPoint) -> str:
    moving = "".join(_elements((("gpxtpx:speed", point.speed_m_s), ("gpxtpx:course", point.course_deg))))
    own = "".join(_elements((("sigap:accuracy", point.accuracy_m),)))
    own += "<sigap:mock>true</sigap:mock>" if point.mock else ""
    own += "<sigap:jump>true</sigap:jump>" if point.jump else ""
    if moving:
        moving = f"<gpxtpx:TrackPointExtension>{moving}</gpxtpx:TrackPointExtension>"
    return f"<extensions>{moving}{own}</extensions>" if moving or own else ""


def _elements(values: Iterable[tuple[str, float | None]]) -> Iterator[str]:
    return (f"<{tag}>{_number(value)}</{tag}>" for tag, value in values if value is not None)


def _number(value: float) -> str:
    """A decimal without an exponent (xsd:decimal); 1e-7 degrees are a centimetre."""
    text = f"{value:.7f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _longitude(value: float) -> str:
    """The schema's longitudes end before 180."""
    return _number(-180.0 if value >= 180.0 else value)


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _words(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text))
