"""The short way in for phones: a plain position goes before the door, a thousand a second.

Only what is certain to be taken goes this way: an enrolled device's own address, a query that reads well, no body, no
alarm, nothing unusual. Everything else, and with it every refusal and its words, is the door's (routes/phones.py); the
checks are the same functions in the same order. Nothing was read of a request that is passed on.
"""

from __future__ import annotations

from typing import cast
from urllib.parse import parse_qsl

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Receive, Scope, Send

from console.contract.session import PROTOCOL_HEADER
from console.domain.errors import Fault
from console.domain.unit import Position
from console.server.channels import osmand
from console.server.parts import Parts
from console.server.refusals import problem_of
from console.server.routes.phones import MOST_FIELDS, OSMAND, position_of

_BEFORE_TOKEN = OSMAND + "/"
_HAS_BODY = frozenset({b"content-length", b"transfer-encoding", b"expect"})
_UNUSUAL = frozenset({PROTOCOL_HEADER.lower().encode(), b"upgrade"})


def phones_first(application: ASGIApp, parts: Parts) -> ASGIApp:
    """The application with the short way before it."""
    taken: dict[str, object] = {
        "type": "http.response.start", "status": 200,
        "headers": [
            (b"content-type", b"text/plain; charset=utf-8"), (b"content-length", b"0"),
            (PROTOCOL_HEADER.lower().encode(), str(parts.protocols[-1]).encode()),
        ],
    }  # fmt: skip
    end: dict[str, object] = {"type": "http.response.body", "body": b"", "more_body": False}

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        # The cast: which kind of scope it is stands in the field that is looked at first.
        phone = scope["type"] == ScopeType.HTTP and scope["path"].startswith(_BEFORE_TOKEN)
        position = _read(cast("HTTPScope", scope), parts) if phone else None
        if position is None:
            await application(scope, receive, send)
            return
        try:
            await parts.positions.keep([(position, "")])
        except Fault as fault:
            await _refuse(fault, send)
            return
        await send(taken)  # type: ignore[arg-type]
        await send(end)  # type: ignore[arg-type]

    return answer


def _read(scope: HTTPScope, parts: Parts) -> Position | None:
    """The position, None when the door has to look at this request."""
    if scope["method"] not in ("GET", "POST"):
        return None
    for name, value in scope["headers"]:
        if (name in _HAS_BODY and value != b"0") or name in _UNUSUAL:
            return None
    query = scope["query_string"].decode("latin-1")
    try:
        device = parts.devices.by_token(scope["path"][len(_BEFORE_TOKEN) :])
        now = parts.now()
        fields = dict(parse_qsl(query, keep_blank_values=True, max_num_fields=MOST_FIELDS))
        heard = osmand.read_query(fields, now)
        parts.devices.check_named(device, heard.device_id)
        return None if heard.alarm else position_of(device, heard, now)
    except (Fault, ValueError):
        return None


async def _refuse(fault: Fault, send: Send) -> None:
    """The server cannot store: the one refusal that is known only after everything was read."""
    status, body, headers = problem_of(fault)
    lines = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    lines += [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": lines})
    await send({"type": "http.response.body", "body": body, "more_body": False})
