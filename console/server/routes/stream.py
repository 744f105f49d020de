"""The stream of hints to every open console: bare ASGI, one write for all that waits."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from litestar import Request, asgi
from litestar.datastructures import State
from litestar.enums import ScopeType
from litestar.handlers import ASGIRouteHandler
from litestar.types import Receive, Scope, Send

from console.contract.codec import encode
from console.contract.feed import Hint
from console.domain.errors import Fault
from console.domain.person import DESK_ROLES
from console.server.bus import Subscriber, frame
from console.server.credentials import Caller, Who, admit
from console.server.door import Call, Route, check_protocol, in_pool
from console.server.feed import last_seq
from console.server.parts import Parts
from console.server.refusals import RequestRefused, problem_of
from console.server.sessions import ACCESS_FOR

SILENCE_S = 10.0
"""A comment at least this often, so that a dead line is noticed."""
_HEADERS = [(b"content-type", b"text/event-stream"), (b"cache-control", b"no-store"), (b"x-accel-buffering", b"no")]


def _described(call: Call) -> None:
    """Hints as server-sent events: changes, positions, presence, calls, and a comment every ten seconds."""


ROUTE = Route(method="GET", path="/v1/stream", who=Who.PERSON, answer=_described)
"""The stream's line in the permission matrix; it is served below, not through the door."""


def opened_stream(parts: Parts) -> ASGIRouteHandler:
    """The stream as Litestar serves it."""

    @asgi(ROUTE.path, opt={"route": ROUTE}, copy_scope=False)
    async def stream(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            return
        try:
            caller, seq = await in_pool(parts, _admitted, parts, Request(scope))
        except Fault as fault:
            status, body, headers = problem_of(fault)
            lines = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
            lines += [(name.lower().encode(), value.encode()) for name, value in headers.items()]
            await send({"type": "http.response.start", "status": status, "headers": lines})
            await send({"type": "http.response.body", "body": body, "more_body": False})
            return
        await _pour(parts, caller, seq, receive, send)

    return stream


def _admitted(parts: Parts, request: Request[Any, Any, State]) -> tuple[Caller, int]:
    if request.method != "GET":
        raise RequestRefused(405, "method_not_allowed", "The stream is read with GET.")
    check_protocol(request.headers, parts.protocols)
    caller = admit(parts, ROUTE.who, request.headers)
    with parts.database.read() as connection:
        return caller, last_seq(connection)


async def _pour(parts: Parts, caller: Caller, seq: int, receive: Receive, send: Send) -> None:
    """Send what comes until either side ends it, or the access token would have expired."""
    actor = caller.actor
    takes_calls = actor is not None and actor.role in DESK_ROLES
    subscriber = parts.bus.subscribe(actor.session_id if actor else "", caller.desk_id if takes_calls else "")
    gone = asyncio.ensure_future(_until_gone(receive, subscriber))
    deadline_s = asyncio.get_running_loop().time() + ACCESS_FOR.total_seconds()
    # What was committed between subscribing and this first hint is told twice rather than never.
    subscriber.offer("changes", frame("changes", encode(Hint(seq=seq, epoch=parts.identity.epoch))))
    subscriber.offer("presence", frame("presence", encode(parts.presence.news())))
    try:
        await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        while not subscriber.closed and asyncio.get_running_loop().time() < deadline_s:
            with suppress(TimeoutError):
                async with asyncio.timeout(SILENCE_S):
                    await subscriber.woken.wait()
            piece = subscriber.take() or b": \n\n"
            if not subscriber.closed:
                await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
    finally:
        parts.bus.unsubscribe(subscriber)
        gone.cancel()
        with suppress(asyncio.CancelledError):
            await gone


async def _until_gone(receive: Receive, subscriber: Subscriber) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    subscriber.close()
