"""The server's timed jobs: leases run out, silent desks are forgotten, old rows go.

When a job is due is told by the clocks handed in: by the hour it is (a machine that slept does at once what came due),
or by the seconds that passed (one whose clock was set back does not stand still until it is caught up). APScheduler
runs what is due on its threads.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from console.domain.errors import Fault
from console.server.ask_queue import forget_asks
from console.server.attempts import forget_attempts
from console.server.audit import note
from console.server.escalation import Escalation
from console.server.feed import forget_tombstones
from console.server.intake.reports import forget_unused_files
from console.server.orders_due import OrdersDue
from console.server.parts import Parts
from console.server.tracks import forget_tracks

HORIZON = timedelta(days=90)
"""Tombstones and attempts are kept this long (sync.md: a desk may be 90 days behind)."""
UPLOAD_KEPT_S = 30 * 86_400.0
"""What a desk began to send and did not go on with; it begins anew when it comes back."""
TICK_S = 0.5
"""How often it is looked what is due."""
_NEVER_BY_ITSELF = {"weeks": 5_000}
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Job:
    """A job, its period, and both clocks as they stood when it was last begun."""

    name: str
    every_s: float
    work: Callable[[], object]
    begun_at: datetime
    begun_s: float
    runs: bool = False

    def is_due(self, now: datetime, clock_s: float) -> bool:
        passed_s = max((now - self.begun_at).total_seconds(), clock_s - self.begun_s)
        return not self.runs and passed_s >= self.every_s


class _Looking(BackgroundScheduler):  # type: ignore[misc]
    """Looks every TICK_S by a clock nobody can set, and begins what is due; its own plan is never due."""

    def __init__(self, take_due: Callable[[], list[str]], **options: object) -> None:
        super().__init__(**options)
        self._take_due = take_due

    def _process_jobs(self) -> float | None:
        for name in self._take_due():
            self.modify_job(name, next_run_time=datetime.now(UTC))
        super()._process_jobs()
        return TICK_S


class Schedule:
    """Runs jobs on three threads of its own; one that fails is logged and tried again at its next time."""

    def __init__(self, parts: Parts, *, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        """`monotonic_s` is a clock that is never set; the hour is the server's own clock, `parts.now`."""
        self._parts, self._now, self._monotonic_s = parts, parts.now, monotonic_s
        self._lock = threading.Lock()
        self._jobs: dict[str, _Job] = {}
        self._scheduler = _Looking(
            self._take_due, timezone="UTC", executors={"default": ThreadPoolExecutor(3)}, daemon=True,
            job_defaults={"coalesce": True, "max_instances": 2, "misfire_grace_time": None},
        )  # fmt: skip
        self.every(1.0, "leases", lambda: parts.leases.lapse_due())
        self.every(1.0, "alarms", Escalation(parts).climb_due)
        self.every(1.0, "duty messages", lambda: parts.messages.send_due())
        self.every(1.0, "mail", lambda: parts.outbox.send_due())
        self.every(1.0, "orders", OrdersDue(parts).start_due)
        self.every(1.0, "virus scanner", parts.scans.look)
        self.every(5.0, "presence", parts.presence.forget_silent)
        self.every(10.0, "audit checkpoint", parts.checkpoints.make_due)
        self.every(1.0, "newest state", parts.high_water.note)
        self.every(2.0, "database log", parts.database.fold_log)
        self.every(300.0, "old tracks", lambda: forget_tracks(parts))
        self.every(6 * 3600.0, "old rows", self._forget_old)
        self.every(6 * 3600.0, "unused files", lambda: forget_unused_files(parts))
        self.every(6 * 3600.0, "broken uploads", lambda: parts.media.forget_uploads(time.time() - UPLOAD_KEPT_S))

    def every(self, seconds: float, name: str, job: Callable[[], object]) -> None:
        """Run a job every so many seconds, the first time after as many; never twice at once."""
        made = _Job(name, seconds, job, self._now(), self._monotonic_s())
        self._jobs[name] = made
        self._scheduler.add_job(lambda: self._run(made), "interval", **_NEVER_BY_ITSELF, id=name)

    def run_due(self) -> tuple[str, ...]:
        """Run on this thread what is due by now, in the order it was planned; which jobs those were."""
        names = self._take_due()
        for name in names:
            self._run(self._jobs[name])
        return tuple(names)

    def start(self) -> None:
        """Begin."""
        self._scheduler.start()

    def stop(self) -> None:
        """End, after the jobs now running."""
        self._scheduler.shutdown(wait=True)

    def _take_due(self) -> list[str]:
        """The jobs due now; from here on they count as running."""
        now, clock_s = self._now(), self._monotonic_s()
        with self._lock:
            due = [job for job in self._jobs.values() if job.is_due(now, clock_s)]
            for job in due:
                job.begun_at, job.begun_s, job.runs = now, clock_s, True
        return [job.name for job in due]

    def _run(self, job: _Job) -> None:
        try:
            job.work()
        except Fault as fault:
            _log.warning("job failed: %s (%s)", job.name, fault.code)
        finally:
            with self._lock:
                job.runs = False

    def _forget_old(self) -> None:
        before, parts = self._parts.now() - HORIZON, self._parts
        with parts.database.write() as tx:
            old = forget_tombstones(tx, before) + forget_asks(tx, before) + forget_attempts(tx, before)
            if old + parts.calls.forget_old(tx) + parts.messages.forget_old(tx):
                note(tx, parts.now(), "server", what="old_rows.forgotten")
