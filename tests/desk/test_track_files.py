"""Tracks leave as files others' programs accept, and come back as they were."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import gpxpy
import pytest

from console.desk.track_files import TrackFormat, export_tracks, import_tracks
from console.desk.track_sheet import TrackLine, TrackSheet
from console.domain.errors import InputFault, StoreFault
from console.domain.track import Track, TrackPoint, track_of

START = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
NASTY = 'MLG-1 <i>&amp; ]]> ${x} "\x07\x00\ud800 \u202eelor'


def fix(second: float, step: int, **more) -> TrackPoint:
    return TrackPoint(at=START + timedelta(seconds=second), lat=-7.98 + step * 1e-5, lon=112.63 + step * 2e-5, **more)


def sheet(*lines: TrackLine) -> TrackSheet:
    return TrackSheet(title=f"KJ-2611-0042 {NASTY}", watermark="Ekspor: Sari (uji)", at=START, lines=lines, gap_s=300)


@pytest.fixture
def full() -> TrackSheet:
    """Two pieces with a gap between them, a mocked fix, an impossible jump, a lone fix, and a unit never seen."""
    points = [fix(10 * i, i, speed_m_s=3.25, course_deg=61.0, accuracy_m=4e-6, mock=i == 4) for i in range(30)]
    points += [fix(2000 + 10.5 * i, 40 + i) for i in range(10)]
    points += [fix(9000, 90), TrackPoint(at=START + timedelta(seconds=55), lat=-6.2, lon=180.0, jump=True)]
    unseen = TrackLine(name="kosong", track=Track(unit_id="u2"))
    return sheet(TrackLine(name=NASTY, track=track_of("u1", points)), unseen)


def test_gpxinfo_and_gpxpy_read_an_export_without_a_complaint(full: TrackSheet, tmp_path: Path) -> None:
    file = tmp_path / "jejak.gpx"
    assert export_tracks(full, file, TrackFormat.GPX) == 42
    found = gpxpy.parse(file.read_text(encoding="utf-8"))
    assert found.version == "1.1"
    assert [len(piece.points) for piece in found.tracks[0].segments] == [30, 10, 1]
    (mark,) = found.waypoints
    assert (mark.type, mark.latitude, mark.longitude) == ("impossible jump", -6.2, -180.0)
    assert found.tracks[0].segments[0].points[0].time == START
    # Debian's program where it is installed (resources/apt.txt), else the same one of the tests' wheel.
    program = shutil.which("gpxinfo", path="/usr/bin") or str(Path(sys.executable).with_name("gpxinfo"))
    command = [program, str(file)] if program.startswith("/usr") else [sys.executable, program, str(file)]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Track #0, Segment #0" in said.stdout


def test_elements_stand_in_the_order_the_schema_wants(full: TrackSheet, tmp_path: Path) -> None:
    file = tmp_path / "jejak.gpx"
    export_tracks(full, file, TrackFormat.GPX)
    text = file.read_text(encoding="utf-8")
    for parent, order in (
        ("metadata", ["name", "desc", "time", "bounds"]),
        ("wpt", ["time", "name", "type", "extensions"]),
        ("trk", ["name", "trkseg"]),
    ):
        inside = text.split(f"<{parent}", 1)[1].split(f"</{parent}>", 1)[0]
        places = [inside.index(f"<{name}") for name in order]
        assert places == sorted(places)
    assert text.index("<metadata") < text.index("<wpt") < text.index("<trk>")
    assert "e-" not in text.split("<trkseg>", 1)[1].split("extensions", 2)[1]


def test_the_geojson_is_what_rfc_7946_wants(full: TrackSheet, tmp_path: Path) -> None:
    import geojson_validator

    file = tmp_path / "jejak.geojson"
    export_tracks(full, file, TrackFormat.GEOJSON)
    body = json.loads(file.read_text(encoding="utf-8"))
    assert geojson_validator.validate_structure(body, check_crs=True) == {}
    shapes = geojson_validator.validate_geometries(body)
    assert (shapes["invalid"], shapes["problematic"]) == ({}, {})
    assert shapes["count_geometry_types"] == {"LineString": 2, "Point": 2}
    first = body["features"][0]
    assert first["geometry"]["coordinates"][0] == [112.63, -7.98]
    assert first["properties"]["coordTimes"][1] == "2026-11-22T03:00:10Z"
    assert first["properties"]["mock"] == [4]
    assert body["exported"] == "Ekspor: Sari (uji)"


def test_an_export_comes_back_as_it_was(full: TrackSheet, tmp_path: Path) -> None:
    file = tmp_path / "jejak.gpx"
    export_tracks(full, file, TrackFormat.GPX)
    found = import_tracks(file)
    assert (found.flawed, found.untimed, found.points) == (0, 0, 41)
    came = [point for piece in found.tracks[0].pieces for point in piece]
    sent = [point for point in full.lines[0].track.points if not point.jump]
    assert len(came) == len(sent)
    for here, there in zip(came, sent, strict=True):
        assert (here.lat, here.lon) == pytest.approx((there.lat, there.lon), abs=1e-7)
        assert here.at == there.at
        assert (here.speed_m_s, here.course_deg, here.mock) == (there.speed_m_s, there.course_deg, there.mock)


def test_a_disk_that_refuses_is_told_and_leaves_nothing_behind(full: TrackSheet, tmp_path: Path) -> None:
    (tmp_path / "folder.gpx").mkdir()
    with pytest.raises(StoreFault) as refused:
        export_tracks(full, tmp_path / "folder.gpx", TrackFormat.GPX)
    assert refused.value.code == "export_failed"
    assert [each.name for each in tmp_path.iterdir()] == ["folder.gpx"]
    with pytest.raises(InputFault) as unread:
        import_tracks(tmp_path / "none.gpx")
    assert unread.value.code == "gpx_unreadable"
