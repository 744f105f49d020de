"""A small TCP proxy before each desk: slow, thin, cut, deaf, dumb, or a stranger's page."""

from __future__ import annotations

import asyncio
import random
import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

CLEAR = "clear"
LINE_FAULTS = (
    "slow",
    "thin",
    "down",
    "reset",
    "slice",
    "hole",
    "deaf",
    "dumb",
    "page",
    "portal",
    "busy",
)
"""slow: latency and jitter · thin: 6 kB/s · down: refused · reset: cut in mid-transfer · slice: tiny pieces · hole: all
swallowed, both ways · deaf, dumb: half-open, only answers or only requests vanish · page: a 502 in HTML · portal: 200
in HTML · busy: 429, Retry-After missing or in either form. What swallowed bytes stays dead when healed, silently."""

SPOILT = "spoilt"
"""Now and then a byte of a large answer is another one; not among LINE_FAULTS, for JSON has no check of its own."""

_SPOILT_SHARE, _LARGE_BYTES = 0.25, 4_096
_THIN_BYTES_S = 6_000
_CHUNK = 16_384
_ACCEPT_TURNS = 5
"""Turns of the event loop from a socket's accept to its connection_made."""


class Line:
    """One desk's way to the server; every method may be called from any thread."""

    def __init__(self, loop: asyncio.AbstractEventLoop, server_port: Callable[[], int], seed: str) -> None:
        self._loop = loop
        self._server_port = server_port
        self._chance = random.Random(seed)
        self._fault = CLEAR
        self._links: dict[_Link, asyncio.Task[None]] = {}
        self._listening: asyncio.Server | None = None
        # Bound and never listening: the port stays ours while connections to it are refused.
        self._reserve = _bound(0)
        self.port = int(self._reserve.getsockname()[1])

    @property
    def address(self) -> str:
        """What the desk is told is the server."""
        return f"http://127.0.0.1:{self.port}"

    def become(self, fault: str) -> None:
        """CLEAR, SPOILT or one of LINE_FAULTS, from now on; returns when it is so."""
        asyncio.run_coroutine_threadsafe(self._become(fault), self._loop).result(20)

    def close(self) -> None:
        """Refuse and cut everything, give the port back."""
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(20)
        self._reserve.close()

    async def _close(self) -> None:
        await self._become("down")
        while self._links:  # one may wait for a server that stands still
            for carrying in tuple(self._links.values()):
                carrying.cancel()
            await asyncio.sleep(0.01)

    async def _become(self, fault: str) -> None:
        self._fault = fault
        if fault in ("down", "reset"):
            for link in tuple(self._links):
                link.cut()
        if fault == "down" and self._listening is not None:
            listening, self._listening = self._listening, None
            # Python 3.11 lets go of a socket that is accepted while its Server closes: nobody closes it (_attach).
            for each in listening.sockets:
                self._loop.remove_reader(each.fileno())
            for _ in range(_ACCEPT_TURNS):
                await asyncio.sleep(0)
            listening.close()
        elif fault != "down" and self._listening is None:
            self._listening = await asyncio.start_server(self._accept, sock=_bound(self.port))

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Not a coroutine: a link is known, and cut, from the moment its socket is there."""
        link = _Link(writer, self._chance.randint(200, 60_000))
        if self._listening is None:  # came in while the door closed
            link.cut()
            return
        carrying = self._links[link] = self._loop.create_task(self._carry(link, reader, writer))
        carrying.add_done_callback(lambda _: self._over(link))

    def _over(self, link: _Link) -> None:
        link.cut()
        self._links.pop(link)

    async def _carry(self, link: _Link, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            upstream, away = await asyncio.open_connection("127.0.0.1", self._server_port())
            link.away = away
            pumps = (self._pump(link, reader, away, up=True), self._pump(link, upstream, writer, up=False))
            await asyncio.gather(*pumps)

    async def _pump(self, link: _Link, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, up: bool) -> None:
        try:
            while data := await reader.read(_CHUNK):
                if not await self._pass(link, data, writer, up=up):
                    return
        except OSError:
            link.cut()
        else:
            link.end()

    async def _pass(self, link: _Link, data: bytes, writer: asyncio.StreamWriter, *, up: bool) -> bool:
        """Treat one piece as the line is now; False when the connection is over."""
        fault = self._fault
        if fault == "hole" or fault == ("dumb" if up else "deaf"):
            link.swallows.add(up)
        if up in link.swallows:
            return True
        if fault in ("page", "portal", "busy") and up:
            link.client.write(_stranger(fault, self._chance))
            with suppress(OSError):
                await link.client.drain()
            link.end()
            return False
        if fault == "reset":
            link.left -= len(data)
            if link.left < 0:
                writer.write(data[: max(0, len(data) + link.left)])
                await asyncio.sleep(0.005)
                link.cut()
                return False
        if fault == SPOILT and not up and len(data) > _LARGE_BYTES and self._chance.random() < _SPOILT_SHARE:
            place = self._chance.randrange(len(data))
            data = data[:place] + bytes([data[place] ^ 0x20]) + data[place + 1 :]
        if fault == "slow":
            await asyncio.sleep(self._chance.uniform(0.05, 0.6))
        if fault == "thin":
            await asyncio.sleep(len(data) / _THIN_BYTES_S)
        for piece in self._pieces(data) if fault == "slice" else (data,):
            writer.write(piece)
            await writer.drain()
            if fault == "slice":
                await asyncio.sleep(0.0005)
        return True

    def _pieces(self, data: bytes) -> list[bytes]:
        size = max(self._chance.randint(1, 40), len(data) // 200)
        return [data[start : start + size] for start in range(0, len(data), size)]


@dataclass(eq=False)
class _Link:
    """One connection through a line; `left` bytes until a reset, `swallows` directions that are dead for good."""

    client: asyncio.StreamWriter
    left: int
    away: asyncio.StreamWriter | None = None
    swallows: set[bool] = field(default_factory=set)

    def cut(self) -> None:
        """RST to both ends."""
        for writer in (self.client, self.away):
            if writer is not None and not writer.transport.is_closing():
                held = writer.get_extra_info("socket")
                if held is not None:
                    held.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                writer.transport.abort()

    def end(self) -> None:
        """FIN to both ends, after what was written; a swallowing line keeps even that to itself."""
        if self.swallows:
            return
        for writer in (self.client, self.away):
            if writer is not None:
                writer.close()


class Proxies:
    """The lines of all desks, on one event loop in one thread."""

    def __init__(self, desks: int, server_port: Callable[[], int], seed: int) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxies", daemon=True)
        self._thread.start()
        self.lines = [Line(self._loop, server_port, f"{seed}/{number}") for number in range(desks)]
        for line in self.lines:
            line.become(CLEAR)

    def close(self) -> None:
        """End all of them."""
        for line in self.lines:
            line.close()
        asyncio.run_coroutine_threadsafe(_let_go(), self._loop).result(20)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


async def _let_go() -> None:
    """Let what is just being accepted, and cut, come to its end: the collector would tell of the sockets later."""
    mine = asyncio.current_task()
    if others := [task for task in asyncio.all_tasks() if task is not mine]:
        await asyncio.wait(others, timeout=5)
    await asyncio.sleep(0.01)


def _bound(port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind(("127.0.0.1", port))
    return bound


def _stranger(fault: str, chance: random.Random) -> bytes:
    """What something between desk and server says in its place."""
    body = b"<!doctype html><title>Halaman lain</title><h1>Silakan masuk</h1>"
    now = datetime.now(UTC)
    head = {"page": "502 Bad Gateway", "portal": "200 OK", "busy": "429 Too Many Requests"}[fault]
    lines = [f"HTTP/1.1 {head}", "Content-Type: text/html", f"Content-Length: {len(body)}", "Connection: close"]
    if fault == "busy":
        wait_s = chance.randint(1, 4)
        until = format_datetime(now + timedelta(seconds=wait_s), usegmt=True)
        lines += chance.choice(
            ([], [f"Retry-After: {wait_s}"], [f"Date: {format_datetime(now, usegmt=True)}", f"Retry-After: {until}"])
        )
    return "\r\n".join([*lines, "", ""]).encode() + body
