"""Replayed reports arrive through the public API: whole, once, at the pace allowed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console.contract.intake import RateLimit
from console.domain.errors import AccessFault, InputFault, NetworkFault
from console.domain.report import Report, SourceKind
from console.simulate import reports
from console.simulate.sender import Refused, Sender
from tests.worlds.central import Central

FAST = 1e9


def feature(text: str, at: str = "2020-01-01T07:00:00+07:00", **more: object) -> dict[str, object]:
    geometry = {"type": "Point", "coordinates": [112.63, -7.97]}
    return {"type": "Feature", "geometry": geometry, "properties": {"created_at": at, "text": text}, **more}


def written(folder: Path, *features: object, name: str = "laporan.geojson") -> Path:
    file = folder / name
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return file


def key_of(central: Central, per_second: float = 1000.0) -> str:
    return central.make_source("replay", SourceKind.PARTNER, per_second)["Authorization"].removeprefix("Bearer ")


def arrived(central: Central) -> list[Report]:
    """Every report, in the order of arrival."""
    desk = central.sign_in("sari")
    rows = central.get("/v1/changes?after=0&limit=500", headers=desk.headers).json()["rows"]
    return [central.report(row["id"]) for row in rows if row["kind"] == "report"]


def test_every_usable_record_arrives_once_with_its_own_time(
    central: Central, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, feature("kedua", "2020-01-01T08:00:00Z"), feature("pertama", "2020-01-01 07:00:00"))
    key = key_of(central)
    assert reports.replay(file, server=central.address, key=key, speed=FAST) == 0
    assert reports.replay(file, server=central.address, key=key, speed=FAST) == 0
    first, second = arrived(central)
    assert [first.text, second.text] == ["pertama", "kedua"]
    assert [report.timeline[0].params["source_time"] for report in (first, second)] == [
        "2020-01-01 07:00:00", "2020-01-01T08:00:00Z",
    ]  # fmt: skip
    assert second.happened_at is not None
    assert first.happened_at is not None
    assert second.happened_at > first.happened_at
    assert "sent=2 refused=0" in capsys.readouterr().out


def test_a_broken_record_is_named_by_its_place_and_the_rest_goes_on(
    central: Central, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(
        tmp_path,
        feature("satu"),
        feature("tanpa waktu", at=""),
        feature("waktu rusak", at="kemarin sore"),
        feature("di luar bumi", geometry={"type": "Point", "coordinates": [112.6, 97.9]}),
        feature("bukan titik", geometry={"type": "LineString", "coordinates": [[1, 2], [3, 4]]}),
        {"type": "Feature"},
        "bukan apa-apa",
        feature("dua"),
    )
    assert reports.replay(file, server=central.address, key=key_of(central), speed=FAST) == 0
    told = capsys.readouterr().err
    for position in (2, 3, 4, 5, 6, 7):
        assert f"feature {position} left out" in told
    assert [report.text for report in arrived(central)] == ["satu", "dua"]


def test_a_time_without_an_offset_is_taken_in_the_zone_named(tmp_path: Path) -> None:
    file = written(tmp_path, feature("a", "2020-01-01T07:00:00"))
    (jakarta,), _ = reports.read(file, "Asia/Jakarta")
    (jayapura,), _ = reports.read(file, "Asia/Jayapura")
    assert (jakarta.t - jayapura.t).total_seconds() == 2 * 3600
    with pytest.raises(InputFault, match="--tz"):
        reports.read(file, "Asia/Malang")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"features": 3}', "[" * 100_000])
def test_a_file_that_is_no_collection_is_refused_by_name(tmp_path: Path, content: str) -> None:
    file = tmp_path / "rusak.geojson"
    file.write_text(content)
    with pytest.raises(InputFault, match=r"rusak\.geojson"):
        reports.read(file, "Asia/Jakarta")


def test_the_replay_waits_as_long_as_the_server_says(central: Central) -> None:
    key = key_of(central, per_second=1.0)
    waits: list[float] = []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        # The server grants more instead of the test waiting.
        central.parts.sources.limit("replay", RateLimit(per_second=1000.0))

    sender = Sender(central.address, key, sleep=sleep)
    with_pace = [feature(f"laporan {n}") for n in range(30)]
    try:
        for n, _ in enumerate(with_pace):
            sender.post("/v1/reports", json.dumps({
                "id": f"01900000-0000-7000-8000-{n:012x}", "text": f"laporan {n}", "lat": -7.97, "lon": 112.63,
            }).encode())  # fmt: skip
    finally:
        sender.close()
    assert waits
    assert all(0 <= wait_s <= 60 for wait_s in waits)
    assert len(arrived(central)) == 30


def test_a_wrong_key_ends_the_replay_and_a_wrong_record_does_not(central: Central) -> None:
    stranger = Sender(central.address, "bukan-kunci")
    with pytest.raises(AccessFault, match="key"):
        stranger.post("/v1/reports", b"{}")
    stranger.close()
    sender = Sender(central.address, key_of(central))
    with pytest.raises(Refused, match="id"):
        sender.post("/v1/reports", b"{}")
    sender.close()


def test_a_server_that_stays_away_is_said_in_a_sentence(central: Central) -> None:
    address, key = central.address, key_of(central)
    central.go_away()
    sender = Sender(address, key, sleep=lambda _seconds: None)
    with pytest.raises(NetworkFault, match="did not answer"):
        sender.get("/v1/health")
    sender.close()
    central.come_back()


def test_nothing_is_sent_in_the_clear_beyond_this_machine() -> None:
    with pytest.raises(InputFault, match="https"):
        Sender("http://sigap.example:8112", "k")
    with pytest.raises(InputFault, match="not an address"):
        Sender("sigap", "k")
