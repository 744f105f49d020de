"""The server's timed jobs: leases run out, silent desks are forgotten, old rows go."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from console.domain.errors import Fault
from console.server.attempts import forget_attempts
from console.server.audit import note
from console.server.escalation import Escalation
from console.server.feed import forget_tombstones
from console.server.intake.reports import forget_unused_files
from console.server.orders_due import OrdersDue
from console.server.parts import Parts

HORIZON = timedelta(days=90)
"""Tombstones and attempts are kept this long (sync.md: a desk may be 90 days behind)."""
_log = logging.getLogger(__name__)


class Schedule:
    """Runs jobs on three threads of its own; one that fails is logged and tried again at its next time."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._scheduler = BackgroundScheduler(
            timezone="UTC", executors={"default": ThreadPoolExecutor(3)}, daemon=True
        )
        self.every(1.0, "leases", lambda: parts.leases.lapse_due())
        self.every(1.0, "alarms", Escalation(parts).climb_due)
        self.every(1.0, "mail", lambda: parts.outbox.send_due())
        self.every(1.0, "orders", OrdersDue(parts).start_due)
        self.every(5.0, "presence", parts.presence.forget_silent)
        self.every(10.0, "audit checkpoint", parts.checkpoints.make_due)
        self.every(1.0, "newest state", parts.high_water.note)
        self.every(2.0, "database log", parts.database.fold_log)
        self.every(6 * 3600.0, "old rows", self._forget_old)
        self.every(6 * 3600.0, "unused files", lambda: forget_unused_files(parts))

    def every(self, seconds: float, name: str, job: Callable[[], object]) -> None:
        """Run a job every so many seconds, never twice at once."""

        def run() -> None:
            try:
                job()
            except Fault as fault:
                _log.warning("job failed: %s (%s)", name, fault.code)

        self._scheduler.add_job(
            run, "interval", seconds=seconds, id=name, max_instances=1, coalesce=True, misfire_grace_time=60
        )

    def start(self) -> None:
        """Begin."""
        self._scheduler.start()

    def stop(self) -> None:
        """End, after the jobs now running."""
        self._scheduler.shutdown(wait=True)

    def _forget_old(self) -> None:
        before = self._parts.now() - HORIZON
        with self._parts.database.write() as tx:
            if forget_tombstones(tx, before) + forget_attempts(tx, before) + self._parts.calls.forget_old(tx):
                note(tx, self._parts.now(), "server", what="old_rows.forgotten")
