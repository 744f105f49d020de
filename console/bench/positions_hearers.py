"""Fifty open streams, read by one process: how old a fix is when each of them has it.

Told on standard input where to listen (`Listening`), it prints `ready` when every stream is open and, when standard
input closes, what it heard (`HeardOf`). Frames of the same bytes are decoded once; every stream's time counts.
"""

from __future__ import annotations

import select
import socket
import sys
import time

import msgspec
import numpy as np

from console.contract.codec import decode, encode
from console.contract.feed import PositionsNews

_EVENT = b"event: positions\ndata: "
_BINS_MS = 60_000


class Listening(msgspec.Struct, frozen=True, kw_only=True):
    """A port, the head of the request that opens a stream, and how many of them."""

    port: int
    request: bytes
    streams: int


class HeardOf(msgspec.Struct, frozen=True, kw_only=True):
    """Events of positions heard, the fixes in them, and their age on arrival in ms; streams lost on the way."""

    events: int
    fixes: int
    p50_ms: float
    p99_ms: float
    most_ms: float
    lost_streams: int


class _Ear:
    def __init__(self, told: Listening) -> None:
        self.socket = socket.create_connection(("127.0.0.1", told.port))
        self.socket.sendall(told.request)
        self.heard = b""

    def take(self) -> list[bytes]:
        """Every whole event that lies here; the chunks' own lines (RFC 9112, 7.1) stand between events."""
        *whole, self.heard = self.heard.split(b"\n\n")
        return [event.partition(_EVENT)[2] for event in whole if _EVENT in event]


class _Hall:
    def __init__(self, told: Listening) -> None:
        self._ears = {ear.socket.fileno(): ear for ear in (_Ear(told) for _ in range(told.streams))}
        self._ages = np.zeros(_BINS_MS, dtype=np.int64)
        self._poll = select.epoll()
        for number in (*self._ears, sys.stdin.fileno()):
            self._poll.register(number, select.EPOLLIN)
        self._events = self._fixes = self._lost = 0
        self._known: dict[bytes, np.ndarray] = {}

    def listen(self) -> HeardOf:
        """Until standard input closes."""
        opened: set[int] = set()
        told = False
        while True:
            for number, _ in self._poll.poll(1.0):
                if number == sys.stdin.fileno():
                    return self._result()
                self._hear(number)
                opened.add(number)
            if not told and len(opened) == len(self._ears):
                told = True
                print("ready", flush=True)

    def _hear(self, number: int) -> None:
        ear = self._ears[number]
        try:
            piece = ear.socket.recv(1 << 20)
        except OSError:
            piece = b""
        if not piece:
            self._lost += 1
            self._poll.unregister(number)
            return
        ear.heard += piece
        for data in ear.take():
            self._count(data, time.time() * 1000)

    def _count(self, data: bytes, now_ms: float) -> None:
        sent_ms = self._known.get(data)
        if sent_ms is None:
            news = decode(data, PositionsNews)
            sent_ms = np.array([position.at.timestamp() * 1000 for position in news.positions])
            if len(self._known) > 8:
                self._known.pop(next(iter(self._known)))
            self._known[data] = sent_ms
        ages = np.clip(now_ms - sent_ms, 0, _BINS_MS - 1).astype(np.int64)
        self._ages += np.bincount(ages, minlength=_BINS_MS)
        self._events += 1
        self._fixes += len(sent_ms)

    def _result(self) -> HeardOf:
        total = np.cumsum(self._ages)
        of = max(1, int(total[-1]))
        p50, p99, most = (float(np.searchsorted(total, of * share)) for share in (0.5, 0.99, 1.0))
        return HeardOf(
            events=self._events, fixes=self._fixes, p50_ms=p50, p99_ms=p99, most_ms=most, lost_streams=self._lost
        )


def main() -> int:
    """Listen as standard input says; its first line is the order, its end the end."""
    told = decode(sys.stdin.buffer.readline(), Listening)
    sys.stdout.buffer.write(encode(_Hall(told).listen()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
