"""Fixes are gathered, kept every one; phones are heard by their own secret only."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
import requests
from sqlalchemy import func, select

from console.contract.fleet import MAX_FIXES, NewDevice
from console.domain.report import ReportKind, SourceKind
from console.server import tables
from tests.worlds.central import Central, SignedDesk


@pytest.fixture
def desk(central: Central) -> SignedDesk:
    central.make_unit("patroli-1")
    return central.sign_in("sari")


def stored(central: Central) -> int:
    with central.parts.database.read() as connection:
        return int(connection.execute(select(func.count()).select_from(tables.position_history)).scalar() or 0)


def fix(central: Central, seconds: float = 0, **more: object) -> dict[str, object]:
    at = (central.now() + timedelta(seconds=seconds)).isoformat()
    return {"unit_id": "patroli-1", "at": at, "lat": -7.97, "lon": 112.63, **more}


def latest(desk: SignedDesk) -> list[dict[str, object]]:
    found: list[dict[str, object]] = desk.central.get("/v1/positions", headers=desk.headers).json()["positions"]
    return found


def token(central: Central) -> str:
    return central.parts.devices.enrol(NewDevice(unit_id="patroli-1", device_id="350")).token


def test_a_list_is_stored_and_each_bad_fix_named_by_its_place(central: Central, desk: SignedDesk):
    fixes = [
        fix(central, source_time="12.5"), fix(central, unit_id="tak-dikenal"), fix(central, lat=0, lon=0),
        fix(central, lat=91), fix(central, seconds=90_000), fix(central, lat="utara"), fix(central, at="2026-11-21"),
        fix(central, at="2026-11-21T10:00:00"), fix(central, speed_m_s=-1), "bukan fix", fix(central, lat=-7.98),
    ]  # fmt: skip
    answer = central.post("/v1/positions", json={"fixes": fixes}, headers=central.admin)
    assert answer.status_code == 200, answer.text
    assert answer.json()["stored"] == 2
    assert sorted(int(place) for place in answer.json()["refused"]) == list(range(1, 10))
    assert stored(central) == 2
    assert [found["lat"] for found in latest(desk)] == [-7.98]


def test_too_many_at_once_is_refused_whole(central: Central, desk: SignedDesk):
    answer = central.post("/v1/positions", json={"fixes": [fix(central)] * (MAX_FIXES + 1)}, headers=central.admin)
    assert (answer.status_code, answer.json()["field"]) == (422, "fixes")


def test_the_latest_only_moves_forward_but_history_keeps_all(central: Central, desk: SignedDesk):
    for seconds, lat in ((-10, -7.9801), (-60, -7.9802), (-5, -7.9803), (36_000, -7.9804), (0, -7.9805)):
        body = {"fixes": [fix(central, seconds=seconds, lat=lat)]}
        assert central.post("/v1/positions", json=body, headers=central.admin).json()["stored"] == 1
    assert stored(central) == 5
    # The fix of a clock ten hours ahead counts as of when it came, so the next true one still moves the unit.
    assert [found["lat"] for found in latest(desk)] == [-7.9805]


def test_the_latest_survive_a_restart(central: Central, desk: SignedDesk):
    central.post("/v1/positions", json={"fixes": [fix(central, battery_percent=40)]}, headers=central.admin)
    before = latest(desk)
    central.go_away()
    central.come_back()
    assert latest(desk) == before != []


def test_consoles_hear_of_moves_on_the_stream(central: Central, desk: SignedDesk):
    with requests.get(central.address + "/v1/stream", headers=desk.headers, stream=True, timeout=20) as stream:
        central.post("/v1/positions", json={"fixes": [fix(central)]}, headers=central.admin)
        lines = (line for line in stream.iter_lines() if line.startswith(b"event:"))
        assert b"event: positions" in iter(lines)


def test_many_senders_at_once_lose_nothing(central: Central, desk: SignedDesk):
    def send() -> None:
        for _ in range(10):
            fixes = {"fixes": [fix(central)] * 20}
            assert central.post("/v1/positions", json=fixes, headers=central.admin).json()["stored"] == 20

    threads = [threading.Thread(target=send) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert stored(central) == 1000


def test_traccar_client_and_osmand_are_heard_in_all_their_forms(central: Central, desk: SignedDesk):
    path = f"/p/osmand/{token(central)}"
    query = "?id=350&lat=-7.971&lon=112.63&speed=10&batt=80"
    assert central.get(path + query).status_code == 200
    assert central.post(path + query).status_code == 200
    assert central.post(path, data={"id": "350", "lat": "-7.972", "lon": "112.63"}).status_code == 200
    body = {"device_id": "350", "location": {"timestamp": central.now().isoformat(), "mock": True,
            "coords": {"latitude": -7.973, "longitude": 112.63, "speed": 5}}}  # fmt: skip
    assert central.post(path, json=body).status_code == 200
    assert stored(central) == 4
    (found,) = latest(desk)
    assert (found["lat"], found["mock"], found["speed_m_s"]) == (-7.973, True, 5)


def test_owntracks_is_heard_by_address_and_by_password(central: Central, desk: SignedDesk):
    secret = token(central)
    message = {"_type": "location", "lat": -7.97, "lon": 112.63, "tst": int(central.now().timestamp()), "vel": 36}
    answer = central.post(f"/p/owntracks/{secret}", json=message)
    assert (answer.status_code, answer.json()) == (200, [])
    assert central.post("/p/owntracks", json=message, auth=("350", secret)).status_code == 200
    assert central.post("/p/owntracks", json=message, auth=("351", secret)).status_code == 401
    assert central.post("/p/owntracks", json=message).status_code == 401
    assert central.post(f"/p/owntracks/{secret}", json={"_type": "lwt"}).status_code == 200
    assert stored(central) == 2


def test_a_device_without_its_own_secret_is_not_heard(central: Central, desk: SignedDesk):
    secret = token(central)
    place = "lat=-7.97&lon=112.63"
    assert central.get(f"/p/osmand?id=350&{place}").status_code == 401
    assert central.post(f"/p/osmand?id=350&{place}").status_code == 401
    assert central.get(f"/p/osmand/salah?id=350&{place}").status_code == 404
    assert central.get(f"/p/osmand/{secret}?id=999&{place}").status_code == 400
    assert central.post("/v1/admin/devices/350/revoke", headers=central.admin).status_code == 200
    assert central.get(f"/p/osmand/{secret}?id=350&{place}").status_code == 404
    assert stored(central) == 0


def test_a_new_secret_ends_the_one_before(central: Central, desk: SignedDesk):
    first = token(central)
    made = central.post(
        "/v1/admin/devices", json={"unit_id": "patroli-1", "device_id": "350"}, headers=central.admin
    ).json()
    place = "?lat=-7.97&lon=112.63"
    assert central.get(f"/p/osmand/{first}{place}").status_code == 404
    assert central.get(made["osmand_path"] + place).status_code == 200
    assert len(made["token"]) * 6 >= 128


@pytest.mark.parametrize(
    "query", ["lat=0&lon=0", "lat=99&lon=1", "lon=1", "", "lat=a&lon=b", "lat=1&lon=1&timestamp=x"]
)
def test_a_phone_that_sends_nonsense_is_told_the_field(central: Central, desk: SignedDesk, query: str):
    answer = central.get(f"/p/osmand/{token(central)}?{query}")
    assert 400 <= answer.status_code < 500
    assert answer.json()["field"]


def test_an_officers_alarm_is_one_first_priority_report_however_often_he_calls(central: Central, desk: SignedDesk):
    path = f"/p/osmand/{token(central)}?id=350&lat=-7.97&lon=112.63&alarm=sos"
    for _ in range(3):
        assert central.get(path).status_code == 200
    rows = central.get("/v1/changes?after=0", headers=desk.headers).json()["rows"]
    (alarm,) = [row["body"] for row in rows if row["kind"] == "report"]
    report = central.report(alarm["id"])
    assert (report.priority, report.kind, report.category) == (1, ReportKind.PANIC, "officer_sos")
    assert (report.source_kind, report.place.lat) == (SourceKind.DEVICE, -7.97)
    central.advance(61)
    central.get(path)
    rows = central.get("/v1/changes?after=0", headers=desk.headers).json()["rows"]
    (same,) = [row["body"] for row in rows if row["kind"] == "report"]
    assert same["id"] == alarm["id"]
    assert [entry.kind for entry in central.report(alarm["id"]).timeline].count("sos.again") == 1
