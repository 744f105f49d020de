"""Children of 'bench crash': forked whole from the warm driver, killed, listened to."""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

Work = Callable[[int, int], None]
"""What a child does with (pipe it tells on, pipe it listens on); it is over when this returns."""

BEGUN, ACKNOWLEDGED, ASKED, ANSWERED, UP, DONE = "b", "a", "r", "R", "u", "d"
"""Marks, one a line: a commit begins (id), a decision is acknowledged (id), a request leaves (ns), is over (ns),
the child is ready, the child has nothing left to do."""

_STOP_WITHIN_S = 30.0


@dataclass(kw_only=True)
class Child:
    """A forked process with a session of its own; `read()` takes in what it said so far."""

    pid: int
    told: int
    ear: int
    begun: set[str] = field(default_factory=set)
    acknowledged: list[str] = field(default_factory=list)
    up: str = ""
    done: bool = False
    asked_ns: int = 0
    answered_ns: int = 0
    _rest: bytes = b""
    over: bool = False

    def read(self) -> bool:
        """Take in what is there; False once it has ended and all is read."""
        while not self.over:
            try:
                piece = os.read(self.told, 65_536)
            except BlockingIOError:
                return True
            if not piece:
                self.over = True
            *lines, self._rest = (self._rest + piece).split(b"\n")
            for line in lines:
                self._take(line.decode())
        return False

    def _take(self, line: str) -> None:
        if line.startswith("{"):
            self.up = line
            return
        mark, _, what = line.partition(" ")
        if mark == BEGUN:
            self.begun.add(what)
        elif mark == ACKNOWLEDGED:
            self.begun.discard(what)
            self.acknowledged.append(what)
        elif mark == ASKED:
            self.asked_ns = int(what)
        elif mark == ANSWERED:
            self.answered_ns = int(what)
        elif mark == UP:
            self.up = what or UP
        elif mark == DONE:
            self.done = True

    def in_flight(self, at_ns: int) -> bool:
        """Whether a request was under way at that time (CLOCK_MONOTONIC)."""
        return 0 < self.asked_ns <= at_ns and not self.asked_ns <= self.answered_ns <= at_ns

    def tell(self, line: str) -> None:
        """Say something to it."""
        with suppress(BrokenPipeError):
            os.write(self.ear, line.encode() + b"\n")

    def kill(self) -> None:
        """SIGKILL, and read its last words."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self._close()

    def end(self) -> int:
        """Close its ear and wait; its exit status, -9 when it had to be killed."""
        os.close(self.ear)
        self.ear = -1
        deadline_s = time.monotonic() + _STOP_WITHIN_S
        while time.monotonic() < deadline_s:
            self.read()
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._close()
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.005)
        self.kill()
        return -signal.SIGKILL

    def _close(self) -> None:
        self.read()
        os.close(self.told)
        if self.ear >= 0:
            os.close(self.ear)


def fork(work: Work, log: Path) -> Child:
    """Start `work` in a child of its own; its standard error goes to `log`.

    A fork of the warm driver is up in milliseconds where a new interpreter imports for a second: 2,000 kills would
    take an hour. The driver has one thread and no open database, so nothing of it is shared but its code.
    """
    told, tell = os.pipe()
    hear, ear = os.pipe()
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        _become(work, tell, hear, log)
    os.close(tell)
    os.close(hear)
    os.set_blocking(told, False)
    return Child(pid=pid, told=told, ear=ear)


def _become(work: Work, tell: int, hear: int, log: Path) -> None:
    status = 70
    try:
        os.setsid()
        words = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(words, 2)
        # Pipes to sisters must not stay open here: a child would outlive its driver.
        for other in _open_files():
            if other > 2 and other not in (tell, hear):
                with suppress(OSError):
                    os.close(other)
        work(tell, hear)
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def _open_files() -> Iterable[int]:
    return [int(name) for name in os.listdir("/dev/fd")]


def say(tell: int, mark: str, what: object = "") -> None:
    """A child's mark; shorter than PIPE_BUF, so that it is written whole or not at all."""
    os.write(tell, f"{mark} {what}\n".encode())
