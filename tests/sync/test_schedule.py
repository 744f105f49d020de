"""Heartbeat and watchdog go on whatever happens to the clock or to each other."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta

from console.sync.schedule import Schedule, _Steady
from tests.frozen import FrozenClock


def test_a_clock_set_back_an_hour_does_not_stop_the_heartbeat_for_an_hour(frozen_clock: FrozenClock) -> None:
    scheduler = _Steady(frozen_clock.now, frozen_clock.monotonic_s, timezone=UTC)
    scheduler.add_job(lambda: None, "interval", seconds=15, id="heartbeat")
    scheduler.start(paused=True)
    try:
        planned: datetime = scheduler.get_job("heartbeat").next_run_time
        frozen_clock.advance(5)
        scheduler._process_jobs()
        assert scheduler.get_job("heartbeat").next_run_time == planned
        frozen_clock.jump(-3600)
        scheduler._process_jobs()
        assert scheduler.get_job("heartbeat").next_run_time == planned - timedelta(hours=1)
    finally:
        scheduler.shutdown()


def test_the_watchdog_looks_while_both_heartbeats_hang_in_a_dead_line() -> None:
    hanging, looked = threading.Event(), threading.Event()
    schedule = Schedule(
        {"heartbeat": (0.01, lambda: _ignore(hanging.wait(20))), "watchdog": (0.02, looked.set)},
        monotonic_s=time.monotonic,
        alone="watchdog",
    )
    schedule.start()
    try:
        for _ in range(3):
            looked.clear()
            assert looked.wait(10)
    finally:
        hanging.set()
        schedule.stop()


def _ignore(answer: object) -> None:
    """A job says nothing."""
