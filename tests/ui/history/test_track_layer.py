"""Tracks as the page takes them, and each unit where it was at an instant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from console.desk.gpx_reader import read_gpx
from console.domain.track import TrackPoint, track_of
from console.ui.history.colours import FILE_INK, ink_of
from console.ui.history.track_layer import JUMP, MOCK, PIECE, ShownTrack, file_track, instant_payload, tracks_payload

START = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
GAP_S = 300


def fix(second: float, lat: float = -7.98, lon: float = 112.63, **more) -> TrackPoint:
    return TrackPoint(at=START + timedelta(seconds=second), lat=lat, lon=lon, **more)


def shown(*points: TrackPoint) -> ShownTrack:
    return ShownTrack(name="MLG-1", ink=ink_of(0), track=track_of("u", points))


def instant(track: ShownTrack, second: float):
    at = START + timedelta(seconds=second)
    return instant_payload([track], at, GAP_S, GAP_S, "PAST")["units"]


def test_columns_carry_gaps_made_up_fixes_and_jumps() -> None:
    track = shown(fix(0), fix(10, mock=True), fix(20, lat=-6.2, jump=True), fix(30), fix(900))
    (columns,) = tracks_payload([track], GAP_S, 1)["tracks"]
    assert columns["flag"] == [PIECE, MOCK, JUMP, 0, PIECE]
    assert columns["at"][1] - columns["at"][0] == 10_000


def test_a_unit_stands_where_it_was_with_the_age_of_that_fix() -> None:
    track = shown(fix(0), fix(100, lat=-7.97), fix(1000))
    (moving,) = instant(track, 50)
    assert (round(moving["lat"], 4), moving["old"]) == (-7.975, False)
    (waiting,) = instant(track, 500)
    assert (waiting["lat"], waiting["old"]) == (-7.97, True)
    assert waiting["text"].startswith("MLG-1 · 6 min")
    assert instant(track, -1) == []


def test_a_file_without_times_is_drawn_whole_and_stands_nowhere_in_time() -> None:
    body = b'<gpx><trk><trkseg><trkpt lat="-7.9" lon="112.6"/><trkpt lat="-7.8" lon="112.6"/></trkseg></trk></gpx>'
    track = file_track(read_gpx(body).tracks[0], "x", FILE_INK)
    (columns,) = tracks_payload([track], GAP_S, 1)["tracks"]
    assert (columns["at"], columns["flag"]) == ([None, None], [PIECE, 0])
    assert instant(track, 0) == []


def test_jumps_of_a_file_are_marked_as_those_of_units() -> None:
    points = [(0, -7.98), (10, -7.9801), (20, -6.2), (30, -7.9802)]
    inside = "".join(
        f'<trkpt lat="{lat}" lon="112.6"><time>{(START + timedelta(seconds=s)).isoformat()}</time></trkpt>'
        for s, lat in points
    )
    found = read_gpx(f"<gpx><trk><trkseg>{inside}</trkseg></trk></gpx>".encode())
    track = file_track(found.tracks[0], "x", FILE_INK)
    assert [point.jump for point in track.track.points] == [False, False, True, False]
