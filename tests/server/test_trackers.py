"""A center's own Traccar server is followed, whatever breaks in between."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from console.contract.fleet import NewDevice
from console.server import trackers
from tests.worlds.central import Central, running
from tests.worlds.traccar_server import PASSWORD, USER, TraccarBox, open_traccar

PATH = "/v1/admin/traccar-server"


@pytest.fixture
def central(tmp_path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Central]:
    monkeypatch.setattr(trackers, "PATIENCE_S", (0.05,))
    monkeypatch.setattr(trackers, "POLL_S", 0.05)
    with running(tmp_path / "central") as server:
        server.make_unit("patroli-1")
        server.parts.devices.enrol(NewDevice(unit_id="patroli-1", device_id="860000000000001"))
        server.make_unit("patroli-2", "Patroli 2")
        yield server


def follow(central: Central, address: str, password: str = PASSWORD) -> None:
    body = {"url": address, "user": USER, "password": password}
    answer = central._ask("PUT", PATH, central.admin, json=body)
    assert answer.status_code == 200, answer.text


def until(true: Callable[[], bool]) -> None:
    """Wait for it, ten seconds at most."""
    deadline_s = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline_s, "it never came"
        threading.Event().wait(0.02)


def lat_of(central: Central, unit_id: str) -> float | None:
    found = central.parts.positions.latest_of(unit_id)
    return found.lat if found else None


def test_trackers_move_their_units_and_strangers_are_listed(central: Central):
    box = TraccarBox()
    for number, unique_id in ((1, "860000000000001"), (2, "patroli-2"), (3, "truk-sampah")):
        box.add(number, unique_id)
    box.move(1, -7.91)
    box.move(3, -7.99)
    with open_traccar(box) as address:
        follow(central, address)
        until(lambda: central.parts.trackers.state().state == "socket" and box.open_sockets == 1)
        assert lat_of(central, "patroli-1") == -7.91
        box.move(2, -7.92, attributes={"mock": "true"})
        until(lambda: lat_of(central, "patroli-2") == -7.92)
        found = central.parts.positions.latest_of("patroli-2")
        assert found is not None
        assert found.mock
        assert found.speed_m_s == pytest.approx(5.144, abs=0.001)
        # No place, no fix, and a clock of its own: none of them breaks what follows.
        box.move(2, 0.0, longitude=0.0)
        box.move(2, -7.5, valid=False)
        box.move(2, -7.93, at=datetime.now(UTC) + timedelta(hours=10))
        until(lambda: lat_of(central, "patroli-2") == -7.93)
        box.cut()
        box.move(1, -7.9104)
        until(lambda: lat_of(central, "patroli-1") == -7.9104)
        told = central.get(PATH, headers=central.admin).json()
        assert [each["unique_id"] for each in told["strangers"]] == ["truk-sampah"]
        assert (told["known"], told["refused"], "password" in told) == (2, 1, False)
        central.parts.trackers.stop()


def test_without_a_socket_it_is_asked_again_and_again(central: Central):
    box = TraccarBox()
    box.sockets = False
    box.add(1, "860000000000001")
    with open_traccar(box) as address:
        follow(central, address)
        until(lambda: central.parts.trackers.state().state == "polling")
        box.move(1, -7.95)
        until(lambda: lat_of(central, "patroli-1") == -7.95)
        follow(central, address, "salah")
        until(lambda: "401" in central.parts.trackers.state().why)
        central._ask("PUT", PATH, central.admin, json={"url": ""})
        assert central.get(PATH, headers=central.admin).json()["state"] == "off"


@pytest.mark.parametrize("url", ["http://10.0.0.1:8082", "ftp://x", "https://a:b@x", "https://x/?q=1", "https://"])
def test_only_an_address_that_may_be_asked_is_taken(central: Central, url: str):
    answer = central._ask("PUT", PATH, central.admin, json={"url": url, "user": "a", "password": "b"})
    assert (answer.status_code, answer.json()["field"]) == (422, "url")
