"""Units on duty for other people's Traccar clients: session, devices, positions.

The token is a partner's key: as password (any user name), as bearer, or in the query of GET /api/session, as Traccar
takes them. The socket is served by routes/traccar_socket.py; asked plainly it says so.
"""

from __future__ import annotations

from urllib.parse import parse_qsl

from console import __version__
from console.contract.codec import encode
from console.domain.errors import InputFault
from console.domain.person import Actor, Role
from console.server import traccar_view
from console.server.channels.traccar import TraccarDevice, TraccarPosition
from console.server.credentials import COOKIE, Who, key_of
from console.server.door import Call, Reply, Route
from console.server.refusals import RequestRefused, unknown_caller, wrong
from console.server.traccar_session import session_for

SOCKET = "/api/socket"
Devices = list[TraccarDevice]
Places = list[TraccarPosition]


def _open_session(call: Call) -> Reply:
    """A session for a Traccar client: the read token as password of a form."""
    try:
        fields = dict(parse_qsl(call.body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=100))
    except ValueError as error:
        raise InputFault("bad_form", "body: more than 100 fields", field="body") from error
    with call.parts.database.read() as connection:
        return _session(call, key_of(connection, fields.get("password", "")))


def _session_by_token(call: Call) -> Reply:
    """The session there is, or a new one for the token in the query."""
    return _session(call, call.caller.actor)


def _session(call: Call, actor: Actor | None) -> Reply:
    if actor is None or actor.role is not Role.PARTNER:
        raise unknown_caller("key_unknown", "This read token is unknown or revoked.", "password")
    cookie = session_for(call.parts.identity.hmac_key, actor.id, call.parts.now())
    safe = "; Secure" if call.request.scope["scheme"] == "https" else ""
    kept = f"{COOKIE}={cookie}; Path=/api; HttpOnly; SameSite=Strict{safe}"
    return Reply(body=_user(actor), headers={"Set-Cookie": kept})


def _end_session(call: Call) -> Reply:
    """The client forgets its session; the token itself is revoked by an administrator."""
    forgotten = f"{COOKIE}=; Path=/api; Max-Age=0; HttpOnly"
    return Reply(body=b"", media_type="text/plain", headers={"Set-Cookie": forgotten})


def _user(actor: Actor) -> bytes:
    return encode({
        "id": 1, "name": actor.name, "email": "", "readonly": True, "administrator": False, "disabled": False,
        "deviceReadonly": True, "userLimit": 0, "deviceLimit": 0, "attributes": {},
    })  # fmt: skip


def _server(call: Call) -> Reply:
    """What this server is, as Traccar clients ask before anything else."""
    return Reply(body=encode({
        "id": 1, "registration": False, "readonly": True, "deviceReadonly": True, "forceSettings": False,
        "version": f"sigap {__version__}", "attributes": {},
    }))  # fmt: skip


def _devices(call: Call) -> Devices:
    """Units on duty as devices: call signs, no names of people."""
    wanted = {name: call.query[name] for name in ("id", "uniqueId") if name in call.query}
    return [
        device for device in traccar_view.devices(call.parts)
        if wanted.get("id", str(device.id)) == str(device.id)
        and wanted.get("uniqueId", device.unique_id) == device.unique_id
    ]  # fmt: skip


def _positions(call: Call) -> Places:
    """The latest position of every unit on duty; past ones are not given here."""
    for name in ("from", "to"):
        if name in call.query:
            raise wrong(name, "past positions are not read here")
    wanted = call.query.get("deviceId", "")
    return [each for each in traccar_view.positions(call.parts) if wanted in ("", str(each.device_id))]


def _socket_only(call: Call) -> None:
    """Devices and positions as they change, as a web socket."""
    raise RequestRefused(426, "websocket_only", "This is a web socket: ask with Upgrade.", field="Upgrade")


ROUTES = (
    Route(method="POST", path="/api/session", who=Who.HOLDER, answer=_open_session),
    Route(method="GET", path="/api/session", who=Who.TRACKER, answer=_session_by_token, query=("token",)),
    Route(method="DELETE", path="/api/session", who=Who.ANYONE, answer=_end_session),
    Route(method="GET", path="/api/server", who=Who.TRACKER, answer=_server),
    Route(method="GET", path="/api/devices", who=Who.TRACKER, answer=_devices, gives=Devices,
          query=("id", "uniqueId")),
    Route(method="GET", path="/api/positions", who=Who.TRACKER, answer=_positions, gives=Places,
          query=("deviceId",)),
    Route(method="GET", path=SOCKET, who=Who.TRACKER, answer=_socket_only),
)  # fmt: skip
