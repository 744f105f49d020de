"""The permission matrix: every route of the application, asked by everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from litestar.handlers import ASGIRouteHandler, HTTPRouteHandler

from console.contract.admin import NewKey
from console.domain.person import Role
from console.domain.report import SourceKind
from console.server.app import make_app
from console.server.credentials import Who
from console.server.door import Route
from console.server.parts import assemble
from tests.worlds.central import Central, running

ALLOWED: dict[Who, frozenset[str]] = {
    Who.ANYONE: frozenset(
        {"nobody", "desk", "operator", "supervisor", "oversight", "administrator", "source", "exchange", "fleet key",
         "admin key", "oversight key", "partner key"}
    ),
    Who.DESK: frozenset({"desk", "operator", "supervisor", "oversight", "administrator"}),
    Who.PERSON: frozenset({"operator", "supervisor", "oversight", "administrator"}),
    Who.SOURCE: frozenset({"source", "exchange"}),
    Who.FLEET: frozenset({"fleet key", "admin key", "administrator"}),
    Who.ADMINISTRATOR: frozenset({"admin key", "administrator"}),
    Who.OVERSIGHT: frozenset({"admin key", "oversight key", "administrator", "oversight"}),
    # Their secret is in the path: whoever has no such path is told 401 or 404 (their own tests look closer).
    Who.DEVICE: frozenset(),
    Who.OFFICER: frozenset(),
    # Theirs is in the body.
    Who.HOLDER: frozenset(),
    Who.TRACKER: frozenset({"partner key"}),
}
"""Who gets past the door of a route; a kind of route without a line here fails."""

EXPECTED: dict[str, Who] = {
    "GET /v1/health": Who.ANYONE,
    "GET /v1/openapi.json": Who.ANYONE,
    "POST /v1/enrol": Who.ANYONE,
    "POST /v1/sign-in": Who.DESK,
    "POST /v1/refresh": Who.DESK,
    "POST /v1/sign-out": Who.PERSON,
    "GET /v1/changes": Who.PERSON,
    "GET /v1/snapshot": Who.PERSON,
    "GET /v1/stream": Who.PERSON,
    "POST /v1/decisions": Who.DESK,
    "POST /v1/recall": Who.DESK,
    "POST /v1/numbers": Who.DESK,
    "POST /v1/calls": Who.SOURCE,
    "POST /v1/heartbeat": Who.PERSON,
    "GET /v1/positions": Who.PERSON,
    "POST /v1/positions": Who.FLEET,
    "GET /v1/tracks": Who.PERSON,
    "GET /v1/tracks/near": Who.PERSON,
    "GET /v1/tracks/looks": Who.OVERSIGHT,
    "GET /v1/media/{media_id:str}": Who.PERSON,
    "GET /v1/media/{media_id:str}/upload": Who.DESK,
    "PUT /v1/media/{media_id:str}/upload": Who.DESK,
    "POST /v1/reports": Who.SOURCE,
    "GET /v1/reports/{report_id:str}": Who.SOURCE,
    "POST /v1/reports/{report_id:str}/answers": Who.SOURCE,
    "POST /v1/reports/{report_id:str}/files": Who.SOURCE,
    "POST /v1/reports/{report_id:str}/appeals": Who.SOURCE,
    "POST /v1/appeals": Who.SOURCE,
    "PUT /v1/asks/reach": Who.SOURCE,
    "GET /v1/asks": Who.SOURCE,
    "POST /v1/asks/{ask_id:str}/reached": Who.SOURCE,
    "POST /v1/asks/{ask_id:str}/answers": Who.SOURCE,
    "GET /v1/admin/ask-questions": Who.ADMINISTRATOR,
    "PUT /v1/admin/ask-questions": Who.ADMINISTRATOR,
    "GET /p/osmand/{token:str}": Who.DEVICE,
    "POST /p/osmand/{token:str}": Who.DEVICE,
    "GET /p/osmand": Who.DEVICE,
    "POST /p/osmand": Who.DEVICE,
    "POST /p/owntracks/{token:str}": Who.DEVICE,
    "POST /p/owntracks": Who.DEVICE,
    "POST /api/session": Who.HOLDER,
    "GET /api/session": Who.TRACKER,
    "DELETE /api/session": Who.ANYONE,
    "GET /api/server": Who.TRACKER,
    "GET /api/devices": Who.TRACKER,
    "GET /api/positions": Who.TRACKER,
    "GET /api/socket": Who.TRACKER,
    "GET /o/{link:str}": Who.OFFICER,
    "POST /o/{link:str}/{step:str}": Who.OFFICER,
    "GET /d/{link:str}": Who.OFFICER,
    "POST /d/{link:str}/{alarm:str}": Who.OFFICER,
    "POST /v1/admin/enrolments": Who.ADMINISTRATOR,
    "POST /v1/admin/users": Who.ADMINISTRATOR,
    "POST /v1/admin/users/{user_id:str}/revoke": Who.ADMINISTRATOR,
    "POST /v1/admin/users/{user_id:str}/passphrase": Who.ADMINISTRATOR,
    "POST /v1/admin/desks/{desk_id:str}/revoke": Who.ADMINISTRATOR,
    "GET /v1/admin/edits": Who.ADMINISTRATOR,
    "GET /v1/admin/crews": Who.ADMINISTRATOR,
    "PUT /v1/admin/crews": Who.ADMINISTRATOR,
    "GET /v1/admin/doubts": Who.ADMINISTRATOR,
    "PUT /v1/admin/doubts": Who.ADMINISTRATOR,
    "GET /v1/admin/hazards": Who.ADMINISTRATOR,
    "POST /v1/admin/hazards": Who.ADMINISTRATOR,
    "PUT /v1/admin/hazards/{hazard_id:str}": Who.ADMINISTRATOR,
    "POST /v1/admin/hazards/{hazard_id:str}/end": Who.ADMINISTRATOR,
    "POST /v1/admin/sources": Who.ADMINISTRATOR,
    "POST /v1/admin/sources/{source_id:str}/limit": Who.ADMINISTRATOR,
    "POST /v1/admin/sources/{source_id:str}/key": Who.ADMINISTRATOR,
    "POST /v1/admin/sources/{source_id:str}/revoke": Who.ADMINISTRATOR,
    "POST /v1/admin/keys": Who.ADMINISTRATOR,
    "POST /v1/admin/keys/{key_id:str}/revoke": Who.ADMINISTRATOR,
    "POST /v1/admin/units": Who.FLEET,
    "POST /v1/admin/devices": Who.FLEET,
    "POST /v1/admin/devices/{device_id:str}/revoke": Who.ADMINISTRATOR,
    "GET /v1/admin/units": Who.ADMINISTRATOR,
    "GET /v1/admin/orders": Who.ADMINISTRATOR,
    "POST /v1/admin/units/{unit_id:str}/link": Who.ADMINISTRATOR,
    "GET /v1/admin/users": Who.ADMINISTRATOR,
    "GET /v1/admin/desks": Who.ADMINISTRATOR,
    "GET /v1/admin/enrolments": Who.ADMINISTRATOR,
    "GET /v1/admin/keys": Who.ADMINISTRATOR,
    "GET /v1/admin/sources": Who.ADMINISTRATOR,
    "GET /v1/admin/phone-pages": Who.ADMINISTRATOR,
    "POST /v1/admin/enrolments/{code_id:str}/revoke": Who.ADMINISTRATOR,
    "POST /v1/admin/units/{unit_id:str}/link/revoke": Who.ADMINISTRATOR,
    "POST /v1/admin/units/{unit_id:str}/retire": Who.ADMINISTRATOR,
    "POST /v1/admin/agencies": Who.ADMINISTRATOR,
    "GET /v1/admin/site": Who.ADMINISTRATOR,
    "POST /v1/admin/site": Who.ADMINISTRATOR,
    "GET /v1/admin/landmarks": Who.ADMINISTRATOR,
    "PUT /v1/admin/landmarks": Who.ADMINISTRATOR,
    "GET /v1/admin/words": Who.ADMINISTRATOR,
    "PUT /v1/admin/words": Who.ADMINISTRATOR,
    "GET /v1/admin/roster": Who.ADMINISTRATOR,
    "PUT /v1/admin/roster": Who.ADMINISTRATOR,
    "POST /v1/admin/police-areas": Who.ADMINISTRATOR,
    "GET /v1/admin/lines": Who.ADMINISTRATOR,
    "PUT /v1/admin/lines": Who.ADMINISTRATOR,
    "POST /v1/admin/duty-officers/{officer_id:str}/link/revoke": Who.ADMINISTRATOR,
    "GET /v1/admin/duty-pages": Who.ADMINISTRATOR,
    "POST /v1/admin/duty-officers/{officer_id:str}/link": Who.ADMINISTRATOR,
    "GET /v1/admin/sms-gateway": Who.ADMINISTRATOR,
    "PUT /v1/admin/sms-gateway": Who.ADMINISTRATOR,
    "POST /v1/admin/sms-gateway/try": Who.ADMINISTRATOR,
    "GET /v1/admin/traccar-server": Who.ADMINISTRATOR,
    "PUT /v1/admin/traccar-server": Who.ADMINISTRATOR,
    "GET /v1/admin/checklists": Who.ADMINISTRATOR,
    "PUT /v1/admin/checklists": Who.ADMINISTRATOR,
    "GET /v1/admin/answers": Who.ADMINISTRATOR,
    "PUT /v1/admin/answers": Who.ADMINISTRATOR,
    "GET /v1/admin/outcomes": Who.ADMINISTRATOR,
    "PUT /v1/admin/outcomes": Who.ADMINISTRATOR,
    "GET /v1/audit/checkpoint": Who.DESK,
    "GET /v1/audit/proof": Who.DESK,
    "GET /v1/audit/records": Who.OVERSIGHT,
    "GET /v1/audit/cases/{report_id:str}": Who.PERSON,
    "POST /v1/audit/checkpoints": Who.OVERSIGHT,
}
"""The rows: every route the server may have. A route without a row fails, and so does one for somebody else."""


SELF_HELD = (Who.DEVICE, Who.OFFICER, Who.HOLDER)
ONLY_EXCHANGES = frozenset({"/v1/calls"})
"""What a source may do only as a telephone exchange."""


@dataclass(frozen=True)
class World:
    """One server with everybody who may come to its door."""

    central: Central
    callers: dict[str, dict[str, str]]


@pytest.fixture
def world(tmp_path: Path, database_url: str) -> Iterator[World]:
    with running(tmp_path / "central", database_url=database_url) as central:
        operator = central.sign_in("operator")
        fleet = central.parts.accounts.make_key(NewKey(name="gateway", role=Role.DEVICE)).key
        overseer = central.parts.accounts.make_key(NewKey(name="commission", role=Role.OVERSIGHT)).key
        partner = central.parts.accounts.make_key(NewKey(name="dinas", role=Role.PARTNER)).key
        callers = {
            "nobody": {},
            "desk": operator.desk_headers,
            "operator": operator.headers,
            "source": central.make_source(),
            "exchange": central.make_source("sentral", SourceKind.CALL_112),
            "fleet key": {"Authorization": f"Bearer {fleet}"},
            "oversight key": {"Authorization": f"Bearer {overseer}"},
            "partner key": {"Authorization": f"Bearer {partner}"},
            "admin key": central.admin,
        }
        for role in (Role.SUPERVISOR, Role.OVERSIGHT, Role.ADMINISTRATOR):
            callers[role.value] = central.sign_in(role.value, role).headers
        yield World(central, callers)


def routes_of_the_app(folder: Path) -> list[Route]:
    """The routes the application really serves, from its own table."""
    from datetime import UTC, datetime

    parts = assemble(f"sqlite:///{folder / 'routes.db'}", lambda: datetime.now(UTC))
    try:
        app = make_app(parts)
        handlers = [
            handler
            for route in app.routes
            for handler in getattr(route, "route_handlers", None) or [getattr(route, "route_handler", None)]
            if isinstance(handler, ASGIRouteHandler)
            # Litestar answers OPTIONS by itself, with the methods there are and nothing else.
            or (isinstance(handler, HTTPRouteHandler) and handler.http_methods != {"OPTIONS"})
        ]
        return list(dict.fromkeys(handler.opt["route"] for handler in handlers))
    finally:
        parts.close()


def test_every_route_has_its_row_and_is_for_whom_the_row_says(tmp_path: Path):
    found = {f"{route.method} {route.path}": route.who for route in routes_of_the_app(tmp_path)}
    assert {name: who for name, who in found.items() if EXPECTED.get(name) is not who} == {}


def test_every_route_opens_only_to_whom_it_may(world: World, tmp_path: Path):
    wrong: list[str] = []
    for route in routes_of_the_app(tmp_path):
        path = re.sub(r"{\w+:\w+}", "tidak-ada", route.path)
        for name, headers in world.callers.items():
            # Signing out for real would end the callers of the rows below.
            if route.path == "/v1/sign-out" and name in ALLOWED[Who.PERSON]:
                continue
            if route.path == "/v1/stream" and name in ALLOWED[Who.PERSON]:
                continue
            answer = world.central._ask(route.method, path, headers, data=b"[1" if route.method != "GET" else None)
            turned_away = answer.status_code in (401, 403)
            allowed = ALLOWED[route.who] - ({"source"} if route.path in ONLY_EXCHANGES else set())
            if turned_away == (name in allowed) and route.who not in SELF_HELD:
                wrong.append(f"{route.method} {route.path} asked by {name}: {answer.status_code}")
            if route.who in SELF_HELD and answer.status_code not in (400, 401, 404, 422):
                wrong.append(f"{route.method} {route.path} without its secret, by {name}: {answer.status_code}")
            if turned_away:
                assert answer.json()["code"], path
    assert wrong == []


def test_no_route_allows_another_origin(central: Central):
    answer = central.get("/v1/health", headers={"Origin": "https://elsewhere.example"})
    assert not [name for name in answer.headers if name.lower().startswith("access-control-")]
    options = central._ask("OPTIONS", "/v1/health", {"Origin": "https://elsewhere.example"})
    assert not [name for name in options.headers if name.lower().startswith("access-control-")]
