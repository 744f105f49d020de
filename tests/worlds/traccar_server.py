"""A small Traccar server: session, devices, positions and socket on one port."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

import uvicorn

USER, PASSWORD = "sigap@contoh.example", "rahasia-rekaan"
_COOKIE = "JSESSIONID=node0rekaan"


class TraccarBox:
    """Move trackers with `move`; `sockets` False is a proxy before it that lets no web socket through."""

    def __init__(self) -> None:
        self.devices: dict[int, dict[str, Any]] = {}
        self.positions: dict[int, dict[str, Any]] = {}
        self.sockets = True
        self.asked: list[str] = []
        self._lines: set[asyncio.Queue[str | None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._numbers = 0

    def add(self, number: int, unique_id: str) -> None:
        """A device it knows."""
        self.devices[number] = {"id": number, "uniqueId": unique_id, "name": f"Pelacak {number}", "status": "online",
                                "disabled": False, "lastUpdate": None, "positionId": 0, "attributes": {}}  # fmt: skip

    def move(self, number: int, lat: float, at: datetime | None = None, **more: Any) -> None:
        """A position of a device, told on every open socket."""
        self._numbers += 1
        time = (at or datetime.now(UTC)).isoformat(timespec="milliseconds")
        self.positions[number] = {
            "id": self._numbers, "deviceId": number, "protocol": "gt06", "serverTime": time, "deviceTime": time,
            "fixTime": time, "outdated": False, "valid": True, "latitude": lat, "longitude": 112.63, "altitude": 441.0,
            "speed": 10.0, "course": 180.0, "address": None, "accuracy": 0.0, "network": None, "geofenceIds": None,
            "attributes": {"batteryLevel": 77, "ignition": True}, **more,
        }  # fmt: skip
        self._tell(json.dumps({"positions": [self.positions[number]]}))

    def cut(self) -> None:
        """Every open socket breaks."""
        self._tell(None)

    @property
    def open_sockets(self) -> int:
        return len(self._lines)

    def _tell(self, text: str | None) -> None:
        if self._loop is not None:
            for line in tuple(self._lines):
                self._loop.call_soon_threadsafe(line.put_nowait, text)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self._loop = asyncio.get_running_loop()
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        inside = headers.get("cookie", "") == _COOKIE
        self.asked.append(scope["path"])
        if scope["type"] == "websocket":
            await self._socket(inside, receive, send)
            return
        status, body, more = 401, b"", []
        if scope["path"] == "/api/session" and scope["method"] == "POST":
            form = parse_qs((await receive())["body"].decode())
            if (form.get("email"), form.get("password")) == ([USER], [PASSWORD]):
                status, body, more = 200, b'{"id":1}', [(b"set-cookie", f"{_COOKIE}; Path=/".encode())]
        elif inside:
            found = {"/api/devices": self.devices, "/api/positions": self.positions}.get(scope["path"])
            status, body = (404, b"") if found is None else (200, json.dumps(list(found.values())).encode())
        lines = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode()), *more]
        await send({"type": "http.response.start", "status": status, "headers": lines})
        await send({"type": "http.response.body", "body": body})

    async def _socket(self, inside: bool, receive: Any, send: Any) -> None:
        if not (inside and self.sockets):
            await send({"type": "websocket.close", "code": 1008})
            return
        await receive()
        await send({"type": "websocket.accept"})
        line: asyncio.Queue[str | None] = asyncio.Queue()
        gone = asyncio.ensure_future(receive())
        gone.add_done_callback(lambda _: line.put_nowait(None))
        self._lines.add(line)
        await send({"type": "websocket.send", "text": json.dumps({"devices": list(self.devices.values())})})
        while (text := await line.get()) is not None:
            await send({"type": "websocket.send", "text": text})
        self._lines.discard(line)
        if not gone.done():
            await send({"type": "websocket.close", "code": 1011})
        gone.cancel()


@contextmanager
def open_traccar(box: TraccarBox) -> Iterator[str]:
    """Its address for as long as the block lasts."""
    config = uvicorn.Config(box, port=0, log_config=None, lifespan="off", ws="websockets-sansio")
    server = uvicorn.Server(config)
    bound = config.bind_socket()
    thread = threading.Thread(target=lambda: asyncio.run(server.serve([bound])), name="traccar-box")
    thread.start()
    try:
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        bound.close()
