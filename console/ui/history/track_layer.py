"""Tracks as the map page takes them, and where each unit was at an instant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from console.desk.gpx_reader import FilePoint, FileTrack
from console.domain.track import Track, TrackPoint, position_at, track_of
from console.domain.track_jumps import marked
from console.ui.history.colours import Ink
from console.ui.texts.language import translate
from console.ui.texts.times import ago_words

MOCK, JUMP, PIECE = 1, 2, 4
"""What a point is in the page (resources/map/tracks.js): made up, not to be believed, the first after a gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTrack:
    """A track under its name and colour; `track` holds its timed fixes, `drawn` what is drawn when it has no times."""

    name: str
    ink: Ink
    track: Track
    drawn: tuple[tuple[FilePoint, ...], ...] = ()
    from_file: bool = False


def file_track(found: FileTrack, name: str, ink: Ink) -> ShownTrack:
    """A file's track; where every point has a time its jumps are marked like those of a unit."""
    points = [point for piece in found.pieces for point in piece]
    timed = [
        TrackPoint(
            at=point.at, lat=point.lat, lon=point.lon, speed_m_s=point.speed_m_s, course_deg=point.course_deg,
            mock=point.mock,
        )
        for point in points
        if point.at is not None
    ]  # fmt: skip
    track = marked(track_of("", timed))
    whole = len(timed) == len(points)
    return ShownTrack(name=name, ink=ink, track=track, drawn=() if whole else found.pieces, from_file=True)


def tracks_payload(shown: Iterable[ShownTrack], gap_s: float, look: int) -> dict[str, object]:
    """The layer `tracks`; another `look` than before brings them all into view."""
    return {"tracks": [_columns(each, gap_s) for each in shown], "look": look}


def instant_payload(
    shown: Iterable[ShownTrack], when: datetime, gap_s: float, stale_after_s: float, title: str
) -> dict[str, object]:
    """The layer `instant`: each unit that was seen by then, with how old that was (words and look)."""
    return {
        "at": _ms(when),
        "title": title,
        "units": [unit for each in shown if (unit := _unit(each, when, gap_s, stale_after_s)) is not None],
    }


def _unit(shown: ShownTrack, when: datetime, gap_s: float, stale_after_s: float) -> dict[str, object] | None:
    found = position_at(shown.track, when, gap_s)
    if found is None:
        return None
    parts = [shown.name, ago_words(found.age_s)]
    if found.point.mock:
        parts.append(translate("history", "mock"))
    return {
        "dark": shown.ink.dark,
        "light": shown.ink.light,
        "lat": found.lat,
        "lon": found.lon,
        "text": " · ".join(parts),
        "old": found.stale(stale_after_s),
    }


def _columns(shown: ShownTrack, gap_s: float) -> dict[str, object]:
    at: list[int | None] = []
    lat: list[float] = []
    lon: list[float] = []
    flag: list[int] = []
    if shown.drawn:
        for piece in shown.drawn:
            for place, point in enumerate(piece):
                at.append(_ms(point.at) if point.at is not None else None)
                lat.append(round(point.lat, 6))
                lon.append(round(point.lon, 6))
                flag.append((PIECE if place == 0 else 0) | (MOCK if point.mock else 0))
    else:
        before: datetime | None = None
        for fix in shown.track.points:
            cut = before is None or (fix.at - before).total_seconds() > gap_s
            at.append(_ms(fix.at))
            lat.append(round(fix.lat, 6))
            lon.append(round(fix.lon, 6))
            flag.append((JUMP if fix.jump else PIECE if cut else 0) | (MOCK if fix.mock else 0))
            before = before if fix.jump else fix.at
    return {"dark": shown.ink.dark, "light": shown.ink.light, "at": at, "lat": lat, "lon": lon, "flag": flag}


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)
