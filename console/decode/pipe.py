"""Bytes from and to a worker piece by piece: none may stall, and it may be stopped."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable

from console.decode.jail import Jailed

_LOOK_MS = 200
"""So often it is asked whether to go on."""


class Stopped(Exception):
    """Whoever asked does not want it any more, or its time is over."""


class Pipe:
    """Both ends of one worker. Every call raises

    TimeoutError: nothing moved for `stall_s`; Stopped: `go_on` said no; EOFError, BrokenPipeError: the worker died.
    """

    def __init__(self, worker: Jailed, stall_s: float, go_on: Callable[[], bool]) -> None:
        self._worker, self._stall_s, self._go_on = worker, stall_s, go_on
        os.set_blocking(worker.requests, False)

    def receive(self, size_bytes: int) -> bytearray:
        """So many bytes, no fewer."""
        whole = bytearray(size_bytes)
        view, at = memoryview(whole), 0
        while at < size_bytes:
            self._wait(self._worker.answers, select.POLLIN)
            got = os.readv(self._worker.answers, [view[at:]])
            if not got:
                raise EOFError
            at += got
        return whole

    def send(self, *contents: bytes | bytearray) -> None:
        """All of it."""
        for content in contents:
            view = memoryview(content)
            while view:
                self._wait(self._worker.requests, select.POLLOUT)
                view = view[os.write(self._worker.requests, view) :]

    def _wait(self, descriptor: int, event: int) -> None:
        waiting = select.poll()
        waiting.register(descriptor, event)
        deadline_s = time.monotonic() + self._stall_s
        while not waiting.poll(_LOOK_MS):
            if not self._go_on():
                raise Stopped
            if time.monotonic() > deadline_s:
                raise TimeoutError
