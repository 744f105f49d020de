"""What happens by the clock: heartbeat, watchdog, figures of the link (APScheduler)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler

from console.domain.errors import Fault

_log = logging.getLogger(__name__)

HEARTBEAT_S = 15
WATCHDOG_S = 10
FIGURES_S = 5


class Schedule:
    """Jobs run off every other thread, at most two of one kind at once (one asked for meanwhile); a late one once."""

    def __init__(self, jobs: dict[str, tuple[float, Callable[[], None]]]) -> None:
        """Jobs by name: seconds between, and what is done; a Fault in one is logged and it runs again next time."""
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            executors={"default": ThreadPoolExecutor(2)},
            job_defaults={"coalesce": True, "max_instances": 2, "misfire_grace_time": 3600},
        )
        for name, (every_s, work) in jobs.items():
            self._scheduler.add_job(_guarded(name, work), "interval", seconds=every_s, id=name)

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
