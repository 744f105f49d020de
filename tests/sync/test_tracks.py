"""A desk looks at past tracks in pages, and says in words when it cannot."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from console.desk.tracks import Tracks, Why
from console.domain.errors import AccessFault, InputFault, NetworkFault
from console.domain.track import Track
from console.sync.tracks import TrackAsking
from tests.sync.world import console_at, until
from tests.worlds.central import Central

pytestmark = pytest.mark.keeps_threads("AnyIO")
LAT, LON = -7.97, 112.63
WHY = Why(reason="laporan hilang")


def drive(central: Central, begun: datetime) -> None:
    fixes = [
        {"unit_id": "patroli-1", "at": (begun + timedelta(seconds=10 * step)).isoformat(), "lat": LAT + step / 1e4,
         "lon": LON} for step in range(7)
    ]  # fmt: skip
    assert central.post("/v1/positions", json={"fixes": fixes}, headers=central.admin).json()["stored"] == 7


def test_a_desk_sees_a_whole_track_and_who_was_near_and_says_when_it_cannot(
    central: Central, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("console.server.routes.tracks.PAGE_POINTS", 3)
    central.make_unit("patroli-1")
    central.make_unit("patroli-2", "Patroli 2")
    begun = central.now() - timedelta(minutes=5)
    drive(central, begun)
    console = console_at(central, tmp_path / "meja")
    assert console.sync is not None
    tracks = Tracks(TrackAsking(console.server, console.session), console.sync.link)
    ended = begun + timedelta(minutes=5)

    first, second = tracks.of(("patroli-1", "patroli-2"), begun, ended, WHY)
    assert [point.at for point in first.points] == [begun + timedelta(seconds=10 * step) for step in range(7)]
    assert second == Track(unit_id="patroli-2")
    (near,) = tracks.near(LAT + 0.00025, LON, 20, begun, ended, WHY)
    assert (near.unit_id, near.between, near.closest_at) == ("patroli-1", True, begun + timedelta(seconds=25))

    for code, wrong in (
        ("track_span", lambda: tracks.of(["patroli-1"], ended, begun, WHY)),
        ("track_span", lambda: tracks.near(LAT, LON, 20, begun, begun + timedelta(hours=25), WHY)),
        ("track_reason", lambda: tracks.of(["patroli-1"], begun, ended, Why(reason=" x "))),
        ("track_units", lambda: tracks.of([], begun, ended, WHY)),
        ("track_radius", lambda: tracks.near(LAT, LON, 0, begun, ended, WHY)),
        ("not_found", lambda: tracks.of(["tak-ada"], begun, ended, WHY)),
    ):
        with pytest.raises(InputFault) as refused:
            wrong()
        assert refused.value.code == code
    monkeypatch.setattr("console.desk.tracks.MOST_POINTS", 6)
    with pytest.raises(InputFault, match="more than 6 fixes"):
        tracks.of(["patroli-1"], begun, ended, WHY)

    central.go_away()
    until(tracks.offline, "the desk noticing that the server is away")
    with pytest.raises(NetworkFault) as away:
        tracks.of(["patroli-1"], begun, ended, WHY)
    assert away.value.code == "tracks_away"
    central.come_back()
    until(lambda: not tracks.offline(), "the server being heard again")
    console.stop()


def test_a_token_that_ran_out_is_renewed_once_and_somebody_struck_off_is_told(central: Central, tmp_path: Path):
    central.make_unit("patroli-1")
    console = console_at(central, tmp_path / "meja")
    assert console.sync is not None
    tracks = Tracks(TrackAsking(console.server, console.session), console.sync.link)
    central.let_pass(3_600)
    now = central.now()
    assert tracks.of(["patroli-1"], now - timedelta(minutes=1), now, WHY) == (Track(unit_id="patroli-1"),)
    person = console.session.actor
    assert person is not None
    central.post(f"/v1/admin/users/{person.id}/revoke", headers=central.admin)
    with pytest.raises(AccessFault):
        tracks.of(["patroli-1"], now - timedelta(minutes=1), now, WHY)
    console.stop()
