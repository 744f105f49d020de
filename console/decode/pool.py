"""The one door to decoding: warm jailed workers, a picture or a named refusal back."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from console.decode import exchange, jail, limits
from console.decode.jail import Command, Jailed, JailReport, JailUnavailable
from console.decode.picture import Picture
from console.decode.probe import probe
from console.decode.refusal import Refusal, RefusalCode
from console.domain.file_kind import Family, FileKind, NotAllowed, recognise

_FAILED_STARTS_MAX = 3
_RETRY_AFTER_S = 30.0


class Decoder:
    """Decodes photos for any number of threads; `at_once` files at a time, `warm` workers kept ready.

    Workers are started by one thread that lives until `close`: the kernel kills a jailed process when
    the *thread* that started it ends, and threads of a pool come and go.
    """

    def __init__(
        self,
        *,
        warm: int = 2,
        at_once: int = 2,
        wall_s: float = limits.DECODE_WALL_S,
        command: Callable[[], Command] = jail.worker_command,
    ) -> None:
        self._warm, self._at_once, self._wall_s, self._command = warm, at_once, wall_s, command
        self._changed = threading.Condition()
        self._ready: list[Jailed] = []
        self._in_use: list[Jailed] = []
        self._spent: list[Jailed] = []
        self._starting: Jailed | None = None
        self._off: JailReport | None = None
        self._off_since_s = 0.0
        self._failed_starts = 0
        self._closed = False
        self._starter = threading.Thread(target=self._keep_warm, name="decode-starter", daemon=True)
        self._starter.start()

    def photo(self, data: bytes, max_edge_px: int) -> Picture | Refusal:
        """Upright picture whose longer edge is at most `max_edge_px` (1..limits.EDGE_MAX_PX; never enlarged).

        Blocks the caller up to some 10 s: never call it on the GUI thread. Safe from any thread.

        Raises:
            ValueError: max_edge_px out of range.
        """
        if not 1 <= max_edge_px <= limits.EDGE_MAX_PX:
            raise ValueError(f"max_edge_px must lie in 1..{limits.EDGE_MAX_PX}")
        kind = photo_kind(data)
        if isinstance(kind, Refusal):
            return kind
        worker = self._take()
        if isinstance(worker, Refusal):
            return worker
        try:
            deadline_s = time.monotonic() + self._wall_s
            answer = exchange.decode_photo(worker, data, kind, max_edge_px, deadline_s)
        finally:
            self._give_back(worker)
        return Refusal(RefusalCode.CLOSED) if self._closed and isinstance(answer, Refusal) else answer

    def report(self) -> JailReport | None:
        """Why previews are off, None as long as they are not."""
        with self._changed:
            return self._off

    def busy(self) -> int:
        """Files being decoded at this moment."""
        with self._changed:
            return len(self._in_use)

    def close(self) -> None:
        """Kill every worker, busy ones too, and wait until all are gone; idempotent."""
        with self._changed:
            self._closed = True
            for worker in (*self._ready, *self._in_use, *([self._starting] if self._starting else [])):
                worker.kill()
            self._changed.notify_all()
        self._starter.join()

    def _take(self) -> Jailed | Refusal:
        """A live warm worker, waited for; or why there is none."""
        with self._changed:
            self._forget_old_failure()
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
            self._spent.append(worker)
            self._changed.notify_all()

    def _forget_old_failure(self) -> None:
        """A machine that could not start workers a while ago may be able to now (memory, an installed bwrap)."""
        if self._off and time.monotonic() - self._off_since_s > _RETRY_AFTER_S:
            self._off, self._failed_starts = None, 0
            self._changed.notify_all()

    def _keep_warm(self) -> None:
        while self._wait_for_work():
            with self._changed:
                spent, self._spent = self._spent, []
                wanted = not self._closed and not self._off and len(self._ready) < self._warm
                if self._closed:
                    spent += self._ready
                    self._ready = []
            for worker in spent:
                worker.kill()
                worker.reap()
            if wanted:
                self._start_one()

    def _wait_for_work(self) -> bool:
        """Sleep until there is a worker to start or to bury; False when closed and all are buried."""
        with self._changed:
            while True:
                if self._spent or (self._closed and self._ready):
                    return True
                if self._closed and not self._in_use:
                    return False
                if not self._closed and not self._off and len(self._ready) < self._warm:
                    return True
                self._changed.wait()

    def _start_one(self) -> None:
        try:
            worker = jail.start(self._command())
        except JailUnavailable as refused:
            self._switch_off(JailReport(False, refused.code, refused.message, refused.remedy))
            return
        except OSError:  # no memory or descriptors for a new process just now
            self._count_failure()
            return
        with self._changed:
            self._starting = worker
            if self._closed:
                worker.kill()
        findings = exchange.greet(worker, time.monotonic() + limits.START_WALL_S)
        with self._changed:
            self._starting = None
            good = findings == 0
            (self._ready if good else self._spent).append(worker)
            self._failed_starts = 0 if good else self._failed_starts
            self._changed.notify_all()
        if not good and not self._closed:
            self._count_failure()

    def _count_failure(self) -> None:
        self._failed_starts += 1
        if self._failed_starts >= _FAILED_STARTS_MAX:
            found = probe()
            self._switch_off(found if not found.holds else _UNSTEADY)

    def _switch_off(self, why: JailReport) -> None:
        with self._changed:
            self._off, self._off_since_s = why, time.monotonic()
            self._changed.notify_all()


_UNSTEADY = JailReport(
    False, "jail_worker_failed", "Decode workers do not start at the moment.", "Close other programs, then try again."
)


def photo_kind(data: bytes) -> FileKind | Refusal:
    """Kind of a file that may go to a worker as a photo, else the refusal (kind first, then its size)."""
    kind = recognise(data)
    if isinstance(kind, NotAllowed):
        return Refusal(RefusalCode(kind.why.value), kind.name)
    if kind.family is not Family.PHOTO:
        return Refusal(RefusalCode.NOT_PREVIEWABLE, kind.kind)
    if len(data) > limits.PHOTO_MAX_BYTES:
        return Refusal(RefusalCode.TOO_LARGE)
    return kind
