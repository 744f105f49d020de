"""Traccar's /api/socket: tells devices at first, then positions as they change."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send

from console.contract.codec import encode
from console.domain.errors import Fault
from console.server import traccar_view
from console.server.channels.traccar import TraccarNews
from console.server.credentials import Who, admit
from console.server.door import in_pool
from console.server.parts import Parts
from console.server.routes.traccar import SOCKET

EVERY_S, LOOK_S, SILENCE_S = 1.0, 10.0, 55.0
"""Positions at most so often, devices and the token looked at again, and Traccar's own sign of life."""
_POLICY = 1008


def with_socket(application: ASGIApp, parts: Parts) -> ASGIApp:
    """The application with the socket before it; no other path speaks as a web socket."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.WEBSOCKET:
            await application(scope, receive, send)
            return
        headers = {name.decode("latin-1").title(): value.decode("latin-1") for name, value in scope["headers"]}
        try:
            if scope["path"] != SOCKET:
                raise Fault("not_found", "There is no such web socket.")
            await in_pool(parts, admit, parts, Who.TRACKER, headers)
        except Fault:
            # Before it is accepted: the client is answered 403 and no socket is ever open.
            await send({"type": "websocket.close", "code": _POLICY, "reason": ""})
            return
        await receive()
        await send({"type": "websocket.accept", "subprotocol": None, "headers": []})
        await _pour(parts, headers, receive, send)

    return answer


async def _pour(parts: Parts, headers: dict[str, str], receive: Receive, send: Send) -> None:
    """Tell until the client goes, the server stops or the token is revoked."""
    gone = asyncio.ensure_future(_until_gone(receive))
    changes, loop = traccar_view.Changes(), asyncio.get_running_loop()
    looked_s, spoke_s = -LOOK_S, loop.time()
    known: dict[int, tuple[str, str]] = {}
    try:
        while not gone.done():
            news = TraccarNews(positions=changes.of(parts.positions.latest()))
            if loop.time() - looked_s >= LOOK_S:
                looked_s = loop.time()
                await in_pool(parts, admit, parts, Who.TRACKER, headers)
                found = await in_pool(parts, traccar_view.devices, parts)
                fresh = [each for each in found if known.get(each.id) != (each.name, each.status)]
                known.update({each.id: (each.name, each.status) for each in fresh})
                if fresh:
                    await _say(send, TraccarNews(devices=fresh))
            if news.positions or loop.time() - spoke_s >= SILENCE_S:
                spoke_s = loop.time()
                await _say(send, news)
            await asyncio.wait((gone,), timeout=EVERY_S)
    except Fault:
        with suppress(RuntimeError):
            await send({"type": "websocket.close", "code": _POLICY, "reason": "revoked"})
    finally:
        gone.cancel()
        with suppress(asyncio.CancelledError):
            await gone


async def _say(send: Send, news: TraccarNews) -> None:
    await send({"type": "websocket.send", "bytes": None, "text": encode(news).decode()})


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "websocket.disconnect":
        pass
