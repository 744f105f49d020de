"""Stalling is seen and told; presence, positions and clock keep their word."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from console.contract.feed import PositionsNews
from console.domain.unit import Position
from console.sync.positions import Positions
from console.sync.server_clock import ServerClock
from console.sync.watchdog import STALL_S, TELL_AFTER_S, Watchdog
from tests.frozen import FrozenClock


class Yard:
    """What the watchdog looks at."""

    def __init__(self, clock: FrozenClock) -> None:
        self.waiting, self.connected, self.rebuilt, self.stalled = 3, True, 0, False
        self.dog = Watchdog(
            monotonic_s=clock.monotonic_s,
            waiting=lambda: self.waiting,
            connected=lambda: self.connected,
            rebuild=self._rebuild,
            stalled=self._stalled,
        )

    def _rebuild(self) -> None:
        self.rebuilt += 1

    def _stalled(self, is_so: bool) -> None:
        self.stalled = is_so


def test_a_minute_without_an_answer_rebuilds_and_then_tells(frozen_clock: FrozenClock) -> None:
    yard = Yard(frozen_clock)
    frozen_clock.advance(STALL_S - 1)
    yard.dog.look()
    assert (yard.rebuilt, yard.stalled) == (0, False)
    frozen_clock.advance(2)
    yard.dog.look()
    assert (yard.rebuilt, yard.stalled) == (1, False)
    frozen_clock.advance(TELL_AFTER_S)
    yard.dog.look()
    assert (yard.rebuilt, yard.stalled) == (1, True)
    frozen_clock.advance(STALL_S)
    yard.dog.look()
    assert (yard.rebuilt, yard.stalled) == (2, True)
    yard.dog.acknowledged()
    assert not yard.stalled


def test_new_connections_that_help_spare_the_operator_the_banner(frozen_clock: FrozenClock) -> None:
    yard = Yard(frozen_clock)
    frozen_clock.advance(STALL_S)
    yard.dog.look()
    frozen_clock.advance(TELL_AFTER_S - 1)
    yard.dog.look()
    yard.dog.acknowledged()
    frozen_clock.advance(TELL_AFTER_S)
    yard.dog.look()
    assert (yard.rebuilt, yard.stalled) == (1, False)


def test_being_offline_or_having_nothing_to_send_is_no_stall(frozen_clock: FrozenClock) -> None:
    yard = Yard(frozen_clock)
    for yard.waiting, yard.connected in ((3, False), (0, True)):
        frozen_clock.advance(10 * STALL_S)
        yard.dog.look()
    assert (yard.rebuilt, yard.stalled) == (0, False)


def test_a_late_old_fix_never_moves_a_unit_back(frozen_clock: FrozenClock) -> None:
    at = frozen_clock.now()
    newer = Position(unit_id="u1", lat=-7.9, lon=112.6, at=at, received_at=at)
    older = Position(unit_id="u1", lat=-7.8, lon=112.5, at=at - timedelta(seconds=30), received_at=at)
    lane, heard = Positions(), list[dict[str, Position]]()
    stop = lane.subscribe(heard.append)
    lane.take(PositionsNews(positions=(newer,)))
    lane.take(PositionsNews(positions=(older,)))
    assert lane.latest() == {"u1": newer}
    assert heard == [{"u1": newer}]
    stop()
    lane.take(PositionsNews(positions=(newer,)))
    assert len(heard) == 1


def test_an_impossible_jump_never_moves_a_unit_whoever_tells_of_it(frozen_clock: FrozenClock) -> None:
    at = frozen_clock.now()
    here = Position(unit_id="u1", lat=-7.9, lon=112.6, at=at, received_at=at)
    lane = Positions()
    lane.take(PositionsNews(positions=(here,)))
    lane.take(PositionsNews(positions=(replace(here, lat=-6.2, at=at + timedelta(seconds=5), jump=True),)))
    assert lane.latest() == {"u1": replace(here, jumped_at=at + timedelta(seconds=5))}


def test_the_estimate_of_server_time_ignores_jumps_of_the_wall_clock(frozen_clock: FrozenClock) -> None:
    clock = ServerClock(frozen_clock.now, frozen_clock.monotonic_s)
    server_at = frozen_clock.now() + timedelta(minutes=3)
    clock.observe(server_at, frozen_clock.monotonic_s())
    frozen_clock.jump(3600)
    frozen_clock.advance(5)
    assert clock.server_now() == server_at + timedelta(seconds=5)
    assert clock.off_s() == 3600 - 180


def test_the_quickest_answer_decides_the_estimate(frozen_clock: FrozenClock) -> None:
    clock = ServerClock(frozen_clock.now, frozen_clock.monotonic_s)
    sent_s = frozen_clock.monotonic_s()
    frozen_clock.advance(0.01)
    clock.observe(frozen_clock.now(), sent_s)
    good = clock.off_s()
    sent_s = frozen_clock.monotonic_s()
    frozen_clock.advance(4)
    clock.observe(frozen_clock.now() - timedelta(seconds=4), sent_s)
    assert clock.off_s() == good


def test_a_machine_that_slept_believes_the_next_answer(frozen_clock: FrozenClock) -> None:
    clock = ServerClock(frozen_clock.now, frozen_clock.monotonic_s)
    clock.observe(frozen_clock.now(), frozen_clock.monotonic_s())
    # Asleep for a night: the wall clock went on, the monotonic one stood still.
    frozen_clock.jump(8 * 3600)
    sent_s = frozen_clock.monotonic_s()
    frozen_clock.advance(0.2)
    clock.observe(frozen_clock.now() - timedelta(seconds=0.1), sent_s)
    assert clock.off_s() == 0
