"""Sends positions at a steady rate from bytes made before, on sockets kept open.

Told on standard input what to send (`Plan`), it tells on standard output what came of it (`Played`), and appends to
`plan.noted` a line `request at_ms` for each request that was answered well: what a driver may rely on.
"""

from __future__ import annotations

import select
import socket
import sys
import time
from collections import deque
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from console.contract.codec import decode, encode

MARK = b"@AT@"
"""Stands in a request's bytes for the time it is sent at."""
_WELL = b"HTTP/1.1 200"
_ANSWERED_WITHIN_S = 10.0


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What to send: requests in turn, `rate` of them a second; times as milliseconds or, `iso`, as RFC 3339."""

    port: int
    requests: tuple[bytes, ...]
    rate: float
    seconds: float
    sockets: int
    noted: str
    iso: bool = False


class Played(msgspec.Struct, frozen=True, kw_only=True):
    """What was sent, how much of it was answered 200 or otherwise, and how long answers took, in ms."""

    sent: int
    answered: int
    refused: int
    took_s: float
    p50_ms: float
    p99_ms: float
    first_refusal: str = ""


class _Line:
    """One connection; at most one request is under way on it."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.heard = b""
        self.request = self.at_ms = 0
        self.sent_s = 0.0

    def answer(self) -> bytes | None:
        """The whole answer, None while some of it is missing."""
        head, found, body = self.heard.partition(b"\r\n\r\n")
        if not found:
            return None
        lines = head.lower().split(b"\r\n")
        length = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)
        return self.heard if len(body) >= length else None


class _Sender:
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._lines = [_Line(plan.port) for _ in range(plan.sockets)]
        self._idle = deque(self._lines)
        self._poll = select.epoll()
        self._by_number = {line.socket.fileno(): line for line in self._lines}
        for number in self._by_number:
            self._poll.register(number, select.EPOLLIN)
        self._waits_s: list[float] = []
        self._noted: list[str] = []
        self._sent = self._refused = 0
        self._first_refusal = ""
        self._dead = False

    def run(self) -> Played:
        """Send until the time is over or the server is gone, and wait for what is still to be answered."""
        plan = self._plan
        begun_s = time.perf_counter()
        total = int(plan.rate * plan.seconds)
        while self._sent < total and not self._dead:
            passed_s = time.perf_counter() - begun_s
            if passed_s > plan.seconds:
                break
            while self._sent < min(total, int(passed_s * plan.rate) + 1) and self._idle and not self._dead:
                self._send(self._idle.popleft())
            self._hear(max(0.0, (self._sent + 1) / plan.rate - (time.perf_counter() - begun_s)))
        took_s = time.perf_counter() - begun_s
        until_s = time.perf_counter() + _ANSWERED_WITHIN_S
        while len(self._idle) < len(self._lines) and not self._dead and time.perf_counter() < until_s:
            self._hear(0.1)
        Path(plan.noted).write_text("".join(self._noted), encoding="ascii")
        waits_ms = sorted(wait * 1000 for wait in self._waits_s) or [0.0]
        return Played(
            sent=self._sent, answered=len(self._waits_s), refused=self._refused, took_s=took_s,
            p50_ms=waits_ms[len(waits_ms) // 2], p99_ms=waits_ms[int(len(waits_ms) * 0.99)],
            first_refusal=self._first_refusal,
        )  # fmt: skip

    def _send(self, line: _Line) -> None:
        number = self._sent % len(self._plan.requests)
        line.request, line.at_ms, line.sent_s = number, int(time.time() * 1000), time.perf_counter()
        try:
            line.socket.sendall(self._plan.requests[number].replace(MARK, self._written(line.at_ms)))
        except OSError:
            self._dead = True
        self._sent += 1

    def _written(self, at_ms: int) -> bytes:
        if not self._plan.iso:
            return b"%d" % at_ms
        return datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="milliseconds").encode()

    def _hear(self, for_s: float) -> None:
        for number, _ in self._poll.poll(for_s):
            line = self._by_number[number]
            try:
                piece = line.socket.recv(65_536)
            except OSError:
                piece = b""
            if not piece:
                self._dead = True
                return
            line.heard += piece
            answer = line.answer()
            if answer is not None:
                self._take(line, answer)

    def _take(self, line: _Line, answer: bytes) -> None:
        line.heard = b""
        self._idle.append(line)
        if answer.startswith(_WELL):
            self._waits_s.append(time.perf_counter() - line.sent_s)
            self._noted.append(f"{line.request} {line.at_ms}\n")
        else:
            self._refused += 1
            self._first_refusal = self._first_refusal or answer[:300].decode("utf-8", "replace")


def main() -> int:
    """Play the plan of standard input."""
    plan = decode(sys.stdin.buffer.read(), Plan)
    sys.stdout.buffer.write(encode(_Sender(plan).run()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
