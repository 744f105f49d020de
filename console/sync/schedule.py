"""What happens by the clock: heartbeat, watchdog, figures of the link (APScheduler)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler

from console.domain.errors import Fault

_log = logging.getLogger(__name__)

HEARTBEAT_S = 15
WATCHDOG_S = 10
FIGURES_S = 5
EPOCH_S = 60
WITNESS_S = 300
NUMBERS_S = 30
AHEAD_S = 10
_SET_BACK_S = 1.0


class _Steady(BackgroundScheduler):  # type: ignore[misc]
    """Goes on when this machine's clock is set back: APScheduler plans by it, and would wait until it is caught up."""

    def __init__(self, now: Callable[[], datetime], monotonic_s: Callable[[], float], **options: object) -> None:
        super().__init__(**options)
        self._wall, self._clock_s = now, monotonic_s
        self._seen = now(), monotonic_s()

    def _process_jobs(self) -> float | None:
        wall, clock_s = self._wall(), self._clock_s()
        ahead_s = (wall - self._seen[0]).total_seconds() - (clock_s - self._seen[1])
        self._seen = wall, clock_s
        if ahead_s < -_SET_BACK_S:
            for job in self.get_jobs():
                if job.next_run_time is not None:
                    job.modify(next_run_time=job.next_run_time + timedelta(seconds=ahead_s))
        wait_s = super()._process_jobs()
        return None if wait_s is None else float(wait_s)


class Schedule:
    """Jobs run off every other thread, at most two of one kind at once (one asked for meanwhile); a late one once."""

    def __init__(
        self, jobs: dict[str, tuple[float, Callable[[], None]]], *, monotonic_s: Callable[[], float], alone: str = ""
    ) -> None:
        """Jobs by name: seconds between, and what is done; a Fault in one is logged and it runs again next time.

        The job `alone` has a thread of its own: no other that waits for the server holds it up.
        """
        self._scheduler = _Steady(
            lambda: datetime.now(UTC),
            monotonic_s,
            timezone=UTC,
            executors={"default": ThreadPoolExecutor(2), "alone": ThreadPoolExecutor(1)},
            job_defaults={"coalesce": True, "max_instances": 2, "misfire_grace_time": 3600},
        )
        for name, (every_s, work) in jobs.items():
            executor = "alone" if name == alone else "default"
            self._scheduler.add_job(_guarded(name, work), "interval", seconds=every_s, id=name, executor=executor)

    def start(self) -> None:
        """Begin."""
        self._scheduler.start()

    def soon(self, name: str) -> None:
        """Run this job now, off the caller's thread."""
        with suppress(JobLookupError, RuntimeError):
            self._scheduler.modify_job(name, next_run_time=datetime.now(UTC))

    def stop(self) -> None:
        """End after the jobs that run now."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=True)


def _guarded(name: str, work: Callable[[], None]) -> Callable[[], None]:
    def run() -> None:
        try:
            work()
        except Fault as fault:
            _log.info("a timed job failed", extra={"job": name, "code": fault.code})

    return run
