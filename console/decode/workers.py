"""Warm jailed workers of one sort: started ahead, used once each, buried."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from console.decode import exchange, jail, limits
from console.decode.jail import Command, Jailed, JailReport, JailUnavailable
from console.decode.probe import probe
from console.decode.refusal import Refusal, RefusalCode
from console.decode.sort import Sort

_FAILED_STARTS_MAX = 3
_RETRY_AFTER_S = 30.0
_AT_ONCE = 2
"""More starting at once would only make each of them wait for the others."""
_REST_S = 0.15
"""While files are decoded, and so long after, no worker is started as long as one is ready: it would cost them time."""
_UNSTEADY = JailReport(
    False, "jail_worker_failed", "Decode workers do not start at the moment.", "Close other programs, then try again."
)


class Workers:
    """Hands out workers to any number of threads: `at_once` at a time, `warm` kept ready.

    Workers are started by one thread that lives until `close`: the kernel kills a jailed process when
    the *thread* that started it ends, and threads of a pool come and go. Unless `eager`, none is started
    before the first file comes.
    """

    def __init__(
        self, sort: Sort, command: Callable[[Sort], Command], *, warm: int, at_once: int, eager: bool = False
    ) -> None:
        self._sort, self._command, self._warm, self._at_once = sort, command, warm, at_once
        self._changed = threading.Condition()
        self._ready: list[Jailed] = []
        self._in_use: list[Jailed] = []
        self._spent: list[Jailed] = []
        self._starting: list[Jailed] = []
        self._waiting = 0
        self._wanted_ever = eager
        self._off: JailReport | None = None
        self._off_since_s = 0.0
        self._failed_starts = 0
        self._used_at_s = -_REST_S
        self._closed = False
        self._starter = threading.Thread(target=self._keep_warm, name=f"decode-{sort}", daemon=True)
        self._starter.start()

    @contextmanager
    def one(self) -> Iterator[Jailed | Refusal]:
        """A live warm worker, waited for, for one file; or why there is none. It is killed afterwards."""
        worker = self._take()
        try:
            yield worker
        finally:
            if isinstance(worker, Jailed):
                self._give_back(worker)

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self._closed

    def report(self) -> JailReport | None:
        """Why none can be had, None as long as they can."""
        with self._changed:
            return self._off

    def busy(self) -> int:
        """Workers in use at this moment."""
        with self._changed:
            return len(self._in_use)

    def close(self) -> None:
        """Kill every worker, busy ones too, and wait until all are gone; idempotent."""
        with self._changed:
            self._closed = True
            for worker in (*self._ready, *self._in_use, *self._starting):
                worker.kill()
            self._changed.notify_all()
        self._starter.join()

    def _take(self) -> Jailed | Refusal:
        with self._changed:
            self._forget_old_failure()
            self._waiting += 1
            self._wanted_ever = True
            self._changed.notify_all()
            try:
                return self._wait_for_one()
            finally:
                self._waiting -= 1

    def _wait_for_one(self) -> Jailed | Refusal:
        while True:
            if self._closed:
                return Refusal(RefusalCode.CLOSED)
            if self._off:
                return Refusal(RefusalCode.PREVIEW_OFF, self._off.code)
            if self._ready and len(self._in_use) < self._at_once:
                worker = self._ready.pop(0)
                self._changed.notify_all()
                if worker.alive:
                    self._in_use.append(worker)
                    return worker
                self._spent.append(worker)
            else:
                self._changed.wait()

    def _give_back(self, worker: Jailed) -> None:
        worker.kill()
        with self._changed:
            self._in_use.remove(worker)
            self._used_at_s = time.monotonic()
            self._spent.append(worker)
            self._changed.notify_all()

    def _forget_old_failure(self) -> None:
        """A machine that could not start workers a while ago may be able to now (memory, an installed bwrap)."""
        if self._off and time.monotonic() - self._off_since_s > _RETRY_AFTER_S:
            self._off, self._failed_starts = None, 0
            self._changed.notify_all()

    def _wanted(self) -> int:
        """How many to start: none is kept warm by those who want none, but whoever asks gets one."""
        if self._closed or self._off or not self._wanted_ever:
            return 0
        return min(_AT_ONCE, max(self._warm, min(self._waiting, 1)) - len(self._ready))

    def _rest_s(self) -> float:
        """How long to leave the processors to the files being decoded, at least until somebody says something."""
        if not self._ready:
            return 0.0
        return _REST_S if self._in_use else self._used_at_s + _REST_S - time.monotonic()

    def _keep_warm(self) -> None:
        while self._wait_for_work():
            with self._changed:
                spent, self._spent = self._spent, []
                wanted = self._wanted() if self._rest_s() <= 0 else 0
                if self._closed:
                    spent += self._ready
                    self._ready = []
            for worker in spent:
                worker.kill()
                worker.reap()
            self._start(wanted)

    def _wait_for_work(self) -> bool:
        """Sleep until there is a worker to start or to bury; False when closed and all are buried."""
        with self._changed:
            while True:
                if self._spent or (self._closed and self._ready):
                    return True
                if self._closed and not self._in_use:
                    return False
                rest_s = self._rest_s() if self._wanted() > 0 else None
                if rest_s is not None and rest_s <= 0:
                    return True
                self._changed.wait(rest_s)

    def _start(self, count: int) -> None:
        """Start so many at once: while one warms up on one core, the next does on another."""
        for _ in range(count):
            try:
                worker = jail.start(self._command(self._sort))
            except JailUnavailable as refused:
                self._switch_off(JailReport(False, refused.code, refused.message, refused.remedy))
                break
            except OSError:  # no memory or descriptors for a new process just now
                self._count_failure()
                break
            with self._changed:
                self._starting.append(worker)
                if self._closed:
                    worker.kill()
        for worker in tuple(self._starting):
            self._greet(worker)

    def _greet(self, worker: Jailed) -> None:
        findings = exchange.greet(worker, time.monotonic() + limits.START_WALL_S)
        with self._changed:
            self._starting.remove(worker)
            good = findings == 0
            (self._ready if good else self._spent).append(worker)
            self._failed_starts = 0 if good else self._failed_starts
            self._changed.notify_all()
        if not good and not self._closed:
            self._count_failure()

    def _count_failure(self) -> None:
        self._failed_starts += 1
        if self._failed_starts >= _FAILED_STARTS_MAX:
            found = probe(self._sort)
            self._switch_off(found if not found.holds else _UNSTEADY)

    def _switch_off(self, why: JailReport) -> None:
        with self._changed:
            self._off, self._off_since_s = why, time.monotonic()
            self._changed.notify_all()
