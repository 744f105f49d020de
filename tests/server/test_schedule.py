"""Timed jobs come due by the clocks they are given, whatever the machine's own clock says."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.domain.errors import NetworkFault
from console.server.parts import assemble
from console.server.schedule import Schedule
from tests.frozen import FrozenClock


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def schedule(tmp_path: Path, clock: FrozenClock) -> Iterator[Schedule]:
    parts = assemble(f"sqlite:///{tmp_path / 'server.db'}", clock.now, tmp_path / "media")
    yield Schedule(parts, monotonic_s=clock.monotonic_s)
    parts.close()


def test_each_job_runs_when_its_time_has_passed_and_not_before(schedule: Schedule, clock: FrozenClock) -> None:
    assert schedule.run_due() == ()
    clock.advance(1)
    each_second = ("leases", "alarms", "duty messages", "mail", "orders", "virus scanner", "newest state")
    assert schedule.run_due() == each_second
    assert schedule.run_due() == ()
    clock.advance(1)
    assert "database log" in schedule.run_due()
    clock.advance(6 * 3600)
    ran = schedule.run_due()
    assert {"old rows", "unused files", "audit checkpoint", "presence"} <= set(ran)
    assert len(ran) == len(set(ran)), "what was missed is done once, not as often as it was missed"


def test_a_clock_set_back_stops_nothing(schedule: Schedule, clock: FrozenClock) -> None:
    clock.jump(-3600)
    clock.advance(1)
    assert "leases" in schedule.run_due()


def test_a_machine_that_slept_does_at_once_what_came_due(schedule: Schedule, clock: FrozenClock) -> None:
    # Asleep its monotonic clock stood still; only the hour tells.
    clock.jump(7 * 3600)
    assert "old rows" in schedule.run_due()


def test_a_job_that_failed_is_told_and_runs_again_at_its_next_time(
    schedule: Schedule, clock: FrozenClock, caplog: pytest.LogCaptureFixture
) -> None:
    tries = []

    def fail() -> None:
        tries.append(clock.now())
        raise NetworkFault("mail_away", "nobody there")

    schedule.every(5.0, "letters", fail)
    for _ in range(2):
        clock.advance(5)
        assert "letters" in schedule.run_due()
    assert len(tries) == 2
    assert [record.message for record in caplog.records] == ["job failed: letters (mail_away)"] * 2
    caplog.clear()


def test_running_it_does_what_is_due(tmp_path: Path, clock: FrozenClock) -> None:
    parts = assemble(f"sqlite:///{tmp_path / 'server.db'}", clock.now, tmp_path / "media")
    schedule = Schedule(parts, monotonic_s=clock.monotonic_s)
    ran = threading.Event()
    schedule.every(60.0, "once a minute", ran.set)
    schedule.start()
    try:
        assert not ran.is_set()
        clock.advance(61)
        assert ran.wait(10)
    finally:
        schedule.stop()
        parts.close()
