"""Garbage from those who do have a credential: a 4xx with the field, and neighbours stand."""

from __future__ import annotations

import json

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.contract.fleet import NewDevice
from console.contract.ids import new_id
from console.server.phone_pages import make_link
from tests.server.test_garbage import BROKEN_BODIES, NAUGHTY, VALUES
from tests.server.test_intake import PHOTO
from tests.worlds.central import Central

PHONE_FIELDS = ["location", "coords", "timestamp", "battery", "device_id", "extras", "mock", "event"]


def _sane(answer: requests.Response, about: str, least: int = 200) -> None:
    assert least <= answer.status_code < 500, f"{about}: {answer.status_code} {answer.text[:300]}"
    if answer.status_code >= 400:
        assert answer.json()["code"], about
    if answer.status_code in (400, 415, 422):
        assert answer.json()["field"], f"{about}: {answer.text[:200]}"


@pytest.fixture
def paths(central: Central) -> dict[str, str]:
    """Addresses with a secret that works."""
    central.make_unit("patroli-1")
    device = central.parts.devices.enrol(NewDevice(unit_id="patroli-1", device_id="350"))
    return {
        "osmand": device.osmand_path, "owntracks": device.owntracks_path,
        "officer": make_link(central.parts, "patroli-1").path,
    }  # fmt: skip


def test_broken_bodies_from_enrolled_phones(central: Central, paths: dict[str, str]):
    for path in (paths["osmand"], paths["owntracks"], paths["officer"] + "/accepted"):
        for body in BROKEN_BODIES:
            for kind in ("application/json", "application/x-www-form-urlencoded", ""):
                answer = central.post(path, data=body, headers={"Content-Type": kind} if kind else {})
                _sane(answer, f"{path[:12]} {body[:40]!r} as {kind!r}", least=400)
    assert central.get(paths["osmand"] + "?lat=-7.97&lon=112.6").status_code == 200


def test_naughty_strings_from_enrolled_phones(central: Central, paths: dict[str, str]):
    for text in NAUGHTY:
        fields = {"id": "350", "lat": text, "lon": text, "timestamp": text, "speed": text, "alarm": text, text: text}
        _sane(central.get(paths["osmand"], params=fields), f"osmand {text[:20]!r}", least=400)
        good = {**fields, "lat": "-7.97", "lon": "112.6", "timestamp": "", "speed": ""}
        _sane(central.get(paths["osmand"], params=good), f"osmand {text[:20]!r}")
        # What HTTP itself forbids in a header never reaches a route.
        accept = {"Accept": "".join(f"x/{text}".split("\x00")).replace("\r\n", "").encode()}
        _sane(central.get(paths["officer"], headers=accept), f"page {text[:20]!r}")


def test_made_up_json_never_breaks_channels_nor_spoils_neighbours(central: Central, paths: dict[str, str]):
    source = central.make_source()
    report_id = central.report_in(source)
    good = {"unit_id": "patroli-1", "at": central.now().isoformat(), "lat": -7.97, "lon": 112.6}
    names = [*good, "speed_m_s", "course_deg", "accuracy_m", "battery_percent", "mock", "source_time", "other"]
    with requests.Session() as session:
        session.trust_env = False

        @settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        @given(name=st.sampled_from(names), value=VALUES)
        def fixes(name: str, value: object) -> None:
            raw = json.dumps({"fixes": [good, {**good, name: value}, good]}).encode("utf-8", "replace")
            answer = session.post(central.address + "/v1/positions", data=raw, headers=central.admin)
            assert answer.status_code in (200, 422), answer.text
            if answer.status_code == 200:
                assert answer.json()["stored"] + len(answer.json()["refused"]) == 3
                assert set(answer.json()["refused"]) <= {"1"}

        @settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        @given(value=VALUES, where=st.sampled_from(PHONE_FIELDS))
        def phones(value: object, where: str) -> None:
            location: dict[str, object] = {"coords": {"latitude": -7.97, "longitude": 112.6}}
            body: dict[str, object] = {"device_id": "350", "location": location}
            (body if where in ("location", "device_id") else location)[where] = value
            raw = json.dumps(body).encode("utf-8", "replace")
            for path in (paths["osmand"], paths["owntracks"]):
                _sane(session.post(central.address + path, data=raw), f"{path[:12]} {where}={value!r}")

        @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        @given(name=st.sampled_from(["id", "text", "other"]), value=VALUES)
        def answers(name: str, value: object) -> None:
            raw = json.dumps({"id": new_id(), "text": "x", name: value}).encode("utf-8", "replace")
            path = f"{central.address}/v1/reports/{report_id}/answers"
            _sane(session.post(path, data=raw, headers=source), f"answer {name}={value!r}")

        fixes()
        phones()
        answers()


@pytest.mark.parametrize("cut", [1, 40, 200, 2_000, -3])
def test_a_form_cut_anywhere_is_refused_and_leaves_nothing(central: Central, cut: int):
    source = central.make_source()
    ready = requests.Request(
        "POST", central.address, files=[("report", (None, json.dumps({"id": new_id()}))), ("file", ("a.jpg", PHOTO))]
    ).prepare()
    assert isinstance(ready.body, bytes)
    kind = {"Content-Type": str(ready.headers["Content-Type"]), **source}
    answer = central.post("/v1/reports", data=ready.body[:cut], headers=kind)
    _sane(answer, f"cut at {cut}", least=400)
    assert not list((central.folder / "media" / "incoming").glob("*"))
    noise = central.post("/v1/reports", data=ready.body.replace(b"report", b"rep\x00rt"), headers=kind)
    _sane(noise, "noise", least=400)


def test_a_sender_who_hangs_up_in_the_middle_leaves_nothing_behind(central: Central):
    import socket

    key = central.make_source()["Authorization"]
    head = (
        f"POST /v1/reports HTTP/1.1\r\nHost: x\r\nAuthorization: {key}\r\nContent-Length: 900000\r\n"
        "Content-Type: multipart/form-data; boundary=xx\r\n\r\n--xx\r\n"
        'Content-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
    )
    with socket.create_connection(("127.0.0.1", central.port)) as line:
        line.sendall(head.encode() + PHOTO[:60_000])
    incoming = central.folder / "media" / "incoming"
    central.report_in({"Authorization": key}, "tetap masuk")
    central.go_away()
    assert not list(incoming.glob("*"))
    central.come_back()
