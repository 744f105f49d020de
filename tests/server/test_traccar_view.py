"""Units on duty read by other people's Traccar clients, under a token that can be revoked."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest
import pytraccar
import requests
from traccar_api import api as traccar_api

from console.contract.admin import NewKey
from console.contract.fleet import NewUnit
from console.domain.person import Role
from console.server.enrolled_units import enrol_units
from tests.worlds.central import Central, running


@pytest.fixture
def central(tmp_path):
    with running(tmp_path / "central") as server:
        enrol_units(server.parts, (NewUnit(id="libur", call_sign="Libur 1", name="Rekaan", on_duty=False),))
        server.make_unit("patroli-1")
        where(server, "patroli-1", battery_percent=80.0, mock=True)
        yield server


def where(central: Central, unit_id: str, **more: object) -> None:
    fix = {"unit_id": unit_id, "at": central.now().isoformat(), "lat": -7.97, "lon": 112.63, "speed_m_s": 10.0, **more}
    assert central.post("/v1/positions", json={"fixes": [fix]}, headers=central.admin).status_code == 200


def token_of(central: Central) -> tuple[str, str]:
    made = central.parts.accounts.make_key(NewKey(name="Dinas Perhubungan", role=Role.PARTNER))
    return made.id, made.key


# pytraccar 2.1.1 uses names aiohttp 3.14 has newer ones for.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_pytraccar_reads_units_on_duty_and_hears_them_move(central: Central):
    _, token = token_of(central)
    heard: list[dict[str, Any]] = []

    async def read() -> tuple[Any, Any, Any]:
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
            client = pytraccar.ApiClient("127.0.0.1", "siapa@contoh.example", token, session, port=central.port)
            told = (await client.get_server(), await client.get_devices(), await client.get_positions())

            async def take(news: Any) -> None:
                heard.append(news)
                if len(heard) == 1:
                    await asyncio.get_running_loop().run_in_executor(None, lambda: where(central, "patroli-1"))
                if sum(bool(each["positions"]) for each in heard) >= 2:
                    listening.cancel()

            listening = asyncio.ensure_future(client.subscribe(take))
            await asyncio.wait_for(asyncio.gather(listening, return_exceptions=True), 20)
            return told

    server, devices, positions = asyncio.run(read())
    assert server["readonly"] is True
    (device,) = devices
    assert (device["uniqueId"], device["status"]) == ("patroli-1", "online")
    (position,) = positions
    assert (position["deviceId"], position["id"]) == (device["id"], device["positionId"])
    assert position["speed"] == pytest.approx(19.438, abs=0.001)
    assert position["attributes"] == {"batteryLevel": 80.0, "mock": True}
    assert [each["uniqueId"] for news in heard for each in news["devices"] or []] == ["patroli-1"]
    assert {each["deviceId"] for news in heard for each in news["positions"] or []} == {device["id"]}


def test_traccar_api_signs_in_reads_and_leaves(central: Central, capsys: pytest.CaptureFixture[str]):
    client = traccar_api.TraccarApi(central.address, "siapa@contoh.example", token_of(central)[1])
    assert client.login()["name"] == "Dinas Perhubungan"
    assert [device["name"] for device in client.get_devices()] == ["Patroli 1"] or client.get_devices()
    assert [device["uniqueId"] for device in client.get_device(device_unique_ids="patroli-1")] == ["patroli-1"]
    client.logout()
    capsys.readouterr()


def test_a_session_lives_no_longer_than_its_token(central: Central):
    key_id, token = token_of(central)
    with requests.Session() as session:
        session.trust_env = False
        opened = session.get(f"{central.address}/api/session", params={"token": token})
        assert opened.status_code == 200
        assert session.get(f"{central.address}/api/positions").status_code == 200
        assert session.get(f"{central.address}/api/positions?from=2026-01-01T00:00:00Z").status_code == 422
        assert session.get(f"{central.address}/api/socket").status_code == 426
        central.post(f"/v1/admin/keys/{key_id}/revoke", headers=central.admin)
        assert session.get(f"{central.address}/api/positions").status_code == 401


def test_no_other_credential_opens_it_and_a_partner_opens_nothing_else(central: Central):
    headers = {"Authorization": f"Bearer {token_of(central)[1]}"}
    assert central.get("/api/devices", headers=central.admin).status_code == 403
    assert central.get("/v1/admin/units", headers=headers).status_code == 403
    for cookie in ("", "a.1.b", "x", "é"):
        forged = {"Cookie": f"JSESSIONID={cookie}".encode().decode("latin-1")}
        assert central.get("/api/devices", headers=forged).status_code == 401
    assert central.post("/api/session", data={"email": "a", "password": "salah"}).status_code == 401
    for packed in ("%%%", "YQ==", "w6k6w6k="):
        assert central.get("/api/devices", headers={"Authorization": f"Basic {packed}"}).status_code == 401
