"""Past ways: of units on duty only, on a stated reason, each look recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from console.contract.fleet import NewDevice, NewUnit
from console.domain.acts import SetDuty
from console.domain.decision import Decision, Subject
from console.server import tables
from console.server.enrolled_units import enrol_units
from console.server.tracks import forget_tracks
from tests.worlds.central import Central, Json, SignedDesk

LAT, LON = -7.97, 112.63


@pytest.fixture
def desk(central: Central) -> SignedDesk:
    central.make_unit("patroli-1")
    central.make_unit("patroli-2", "Patroli 2")
    return central.sign_in("sari")


def stored(central: Central) -> int:
    with central.parts.database.read() as connection:
        return int(connection.execute(select(func.count()).select_from(tables.position_history)).scalar() or 0)


def send(central: Central, seconds: float = 0, unit: str = "patroli-1", lat: float = LAT, **more: object) -> Json:
    at = (central.now() + timedelta(seconds=seconds)).isoformat()
    fix = {"unit_id": unit, "at": at, "lat": lat, "lon": LON, **more}
    answer = central.post("/v1/positions", json={"fixes": [fix]}, headers=central.admin)
    assert answer.status_code == 200, answer.text
    told: Json = answer.json()
    return told


def ask(desk: SignedDesk, way: str = "", **query: object) -> Json:
    now = desk.central.now()
    span = {"since": (now - timedelta(hours=1)).isoformat(), "until": now.isoformat(), "reason": "laporan hilang"}
    answer = desk.central.get("/v1/tracks" + way, headers=desk.headers, params={**span, **query})
    return {"status": answer.status_code, **answer.json()}


def looks(central: Central) -> list[Json]:
    found: list[Json] = central.get("/v1/tracks/looks", headers=central.admin).json()["looks"]
    return found


def audited(central: Central) -> list[tuple[str, str]]:
    records = central.get("/v1/audit/records", headers=central.admin).json()["records"]
    return [(record["actor"], record["subject"]) for record in records if record["kind"] == "look"]


def set_duty(desk: SignedDesk, duty: str, unit: str = "patroli-1") -> None:
    now = desk.central.now()
    made = desk.decision(SetDuty(duty=duty), "")
    decision: Decision = replace(made, subject=Subject(kind="unit", id=unit), decided_at=now)
    assert desk.send(decision).json()["results"][0]["outcome"] == "applied"


def test_a_track_comes_in_pages_by_unit_and_time(central: Central, desk: SignedDesk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("console.server.routes.tracks.PAGE_POINTS", 3)
    for seconds in (-30, -50, -40, -20, -10):
        send(central, seconds)
    send(central, -35, unit="patroli-2", mock=True)
    points: dict[str, list[Json]] = {}
    after, pages = "", 0
    while after or not pages:
        page = ask(desk, units="patroli-1,patroli-2", after=after)
        for track in page["tracks"]:
            points.setdefault(track["unit_id"], []).extend(track["points"])
        after, pages = page["next"], pages + 1
    times = [point["at"] for point in points["patroli-1"]]
    assert (pages, len(times), times == sorted(times)) == (2, 5, True)
    assert [point["mock"] for point in points["patroli-2"]] == [True]


def test_a_jump_is_marked_and_a_clock_ahead_counts_as_the_servers(central: Central, desk: SignedDesk):
    send(central, -60)
    send(central, -50, lat=LAT + 1)
    send(central, 7_200)
    (track,) = ask(desk, units="patroli-1")["tracks"]
    assert [point["jump"] for point in track["points"]] == [False, True, False]
    with central.parts.database.read() as connection:
        row = connection.execute(select(tables.position_history).order_by(tables.position_history.c.id.desc())).first()
    assert row is not None
    assert row.at == row.received_at
    assert row.source_time > row.at.isoformat(), "what its own clock said is kept"


def test_a_jump_moves_no_mark_and_is_known_after_a_restart(central: Central, desk: SignedDesk):
    def latest() -> Json:
        (found,) = central.get("/v1/positions", headers=desk.headers).json()["positions"]
        age_s = (central.now() - datetime.fromisoformat(found["at"])).total_seconds()
        return {"lat": found["lat"], "age_s": round(age_s), "jumped": found["jumped_at"] is not None}

    send(central, -60)
    send(central, -50, lat=LAT + 1)
    assert (latest()["lat"], latest()["jumped"]) == (LAT, True)
    assert latest()["age_s"] >= 60, "as old as the fix that is believed"
    central.go_away()
    central.come_back()
    assert (latest()["lat"], latest()["jumped"]) == (LAT, True)
    send(central, -40, lat=LAT + 1)
    assert latest()["lat"] == LAT, "a server that starts anew doubts it once more"
    send(central, -30, lat=LAT + 1)
    assert (latest()["lat"], latest()["jumped"]) == (LAT + 1, False), "the second of two that agree is believed"


def test_each_look_is_recorded_with_who_whose_when_and_why(central: Central, desk: SignedDesk):
    send(central, -60)
    report = central.report_in(central.make_source())
    assert ask(desk, units="patroli-1,patroli-2", reason="", report=report)["status"] == 200
    (found,) = ask(desk, "/near", lat=LAT, lon=LON, radius_m=100)["passings"]
    assert (found["unit_id"], found["closest_m"], found["doubtful"]) == ("patroli-1", 0, False)
    assert ask(desk, "/near", lat=LAT + 1, lon=LON, radius_m=100)["passings"] == []
    assert [(look["way"], look["unit_ids"], look["report_id"], look["reason"]) for look in looks(central)] == [
        ("near", [], "", "laporan hilang"),
        ("near", ["patroli-1"], "", "laporan hilang"),
        ("track", ["patroli-1", "patroli-2"], report, ""),
    ]
    who = f"user/{desk.actor_id}"
    assert audited(central) == [
        (who, "unit/patroli-1"), (who, "unit/patroli-2"), (who, "unit/patroli-1"), (who, "place/-6.97000:112.63000")
    ]  # fmt: skip


def test_who_passed_between_two_fixes_is_found(central: Central, desk: SignedDesk):
    send(central, -100, lat=LAT - 0.004)
    send(central, -60, lat=LAT + 0.004)
    send(central, -60, unit="patroli-2", lat=LAT + 0.1)
    (found,) = ask(desk, "/near", lat=LAT, lon=LON, radius_m=50)["passings"]
    assert (found["unit_id"], found["between"]) == ("patroli-1", True)
    assert found["closest_m"] < 1


def test_a_question_that_cannot_be_answered_names_the_field_and_is_no_look(central: Central, desk: SignedDesk):
    named: dict[str, object] = {"units": "patroli-1"}
    around: dict[str, object] = {"lat": LAT, "lon": LON, "radius_m": 50}
    bad = [
        ("", "units", ""), ("", "units", "tak-ada"), ("", "since", "kemarin"), ("", "since", "2026-11-21T10:00:00"),
        ("", "until", "0001-01-01T00:00:00+14:00"), ("", "since", "1800-01-01T00:00:00Z"), ("", "reason", "x"),
        ("", "reason", "x" * 201), ("", "report", "tak-ada"), ("", "after", "9.9.9"), ("", "after", "x"),
        ("/near", "lat", "nan"), ("/near", "lon", "181"), ("/near", "radius_m", "0"),
    ]  # fmt: skip
    for way, field, value in bad:
        answer = ask(desk, way, **{**(around if way else named), field: value})
        assert 400 <= answer["status"] < 500, (field, value)
        assert answer["field"] == field, (field, value)
    assert looks(central) == []


def test_off_duty_nothing_is_kept_or_shown_and_the_phone_is_answered_as_always(central: Central, desk: SignedDesk):
    secret = central.parts.devices.enrol(NewDevice(unit_id="patroli-1", device_id="350")).token
    send(central, -5)
    set_duty(desk, "break")
    place = f"/p/osmand/{secret}?id=350&lat={LAT}&lon={LON}"
    assert central.get(place).status_code == 200
    assert send(central) == {"stored": 0, "refused": {}, "off_duty": 1}
    shown = central.get("/v1/positions", headers=desk.headers).json()["positions"]
    assert (stored(central), shown) == (1, [])
    # What its phone gathered on duty comes late and is kept; what it gathers now is not, whenever it comes.
    assert send(central, -3)["stored"] == 1
    central.go_away()
    central.come_back()
    assert send(central)["off_duty"] == 1
    central.let_pass(20)
    set_duty(desk, "available")
    assert send(central, -10)["off_duty"] == 1
    assert send(central, 1)["stored"] == 1
    assert stored(central) == 3


def test_an_officer_off_duty_who_calls_for_help_is_followed_until_his_case_is_closed(
    central: Central, desk: SignedDesk
):
    off = NewUnit(id="patroli-3", call_sign="Patroli 3", name="Contoh", on_duty=False)
    enrol_units(central.parts, (off,))
    secret = central.parts.devices.enrol(NewDevice(unit_id="patroli-3", device_id="353")).token
    place = f"/p/osmand/{secret}?id=353&lat={LAT}&lon={LON}"
    central.get(place)
    assert stored(central) == 0
    assert central.get(place + "&alarm=sos").status_code == 200
    central.get(place)
    assert stored(central) == 1
    assert len(central.get("/v1/positions", headers=desk.headers).json()["positions"]) == 1
    central.go_away()
    central.come_back()
    central.get(place)
    assert stored(central) == 2


def test_fixes_are_deleted_when_the_site_keeps_them_no_longer(central: Central, desk: SignedDesk):
    site = {"name": "Contoh", "track_days": 7}
    assert central.post("/v1/admin/site", json={**site, "track_days": 0}, headers=central.admin).json()["field"]
    assert central.post("/v1/admin/site", json=site, headers=central.admin).status_code == 200
    send(central)
    central.let_pass(6 * 86_400)
    send(central)
    assert forget_tracks(central.parts) == 0
    central.let_pass(86_401)
    assert forget_tracks(central.parts) == 1
    assert stored(central) == 1
