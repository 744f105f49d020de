"""The lamp tells what is so: away, behind, refused, or there and taking nothing."""

from __future__ import annotations

from datetime import datetime

import pytest

from console.domain.link import Link, LinkState
from console.sync.link import LinkKeeper
from tests.frozen import FrozenClock


@pytest.fixture
def keeper(frozen_clock: FrozenClock) -> LinkKeeper:
    oldest: datetime | None = None
    return LinkKeeper(
        now=frozen_clock.now, server_now=frozen_clock.now, waiting=lambda: (3, oldest), off_s=lambda: 420.4
    )


def _live(keeper: LinkKeeper) -> None:
    keeper.reached("stream")
    keeper.streaming(True)
    keeper.reached("feed")


def test_a_server_that_takes_no_decisions_is_there_and_not_away(keeper: LinkKeeper) -> None:
    _live(keeper)
    for trouble in ("server_error", "busy", "timeout", "bad_answer"):
        keeper.lost("outbox", trouble)
        assert keeper.link().state is LinkState.LIVE
        assert keeper.link().trouble == trouble
        assert keeper.connected


def test_a_feed_that_cannot_be_asked_is_being_offline(keeper: LinkKeeper, frozen_clock: FrozenClock) -> None:
    _live(keeper)
    since = frozen_clock.advance(60)
    keeper.lost("feed", "unreachable")
    assert (keeper.link().state, keeper.link().trouble, keeper.link().since) == (
        LinkState.OFFLINE,
        "unreachable",
        since,
    )
    assert not keeper.connected


def test_without_the_stream_or_with_more_to_fetch_it_catches_up(keeper: LinkKeeper) -> None:
    keeper.reached("feed")
    assert keeper.link().state is LinkState.CATCHING_UP
    keeper.streaming(True)
    assert keeper.link().state is LinkState.LIVE
    keeper.catching_up()
    assert keeper.link().state is LinkState.CATCHING_UP
    keeper.reached("outbox")
    assert keeper.link().state is LinkState.CATCHING_UP
    keeper.reached("feed")
    assert keeper.link().state is LinkState.LIVE


@pytest.mark.parametrize(("trouble", "connected"), [("session_ended", True), ("desk_refused", False)])
def test_a_refusal_is_told_whatever_the_other_lanes_have(keeper: LinkKeeper, trouble: str, connected: bool) -> None:
    _live(keeper)
    keeper.lost("feed", trouble)
    keeper.reached("outbox")
    assert (keeper.link().state, keeper.link().trouble) == (LinkState.REFUSED, trouble)
    assert keeper.connected is connected


def test_after_signing_out_the_outbox_alone_tells_whether_the_server_is_there(keeper: LinkKeeper) -> None:
    _live(keeper)
    keeper.lost("feed", "session_ended")
    keeper.resting()
    assert not keeper.connected
    keeper.reached("outbox")
    assert keeper.connected
    assert keeper.link().state is LinkState.CATCHING_UP


def test_a_stall_stands_beside_the_state_until_it_is_over(keeper: LinkKeeper) -> None:
    _live(keeper)
    keeper.stalled(True)
    keeper.lost("outbox", "server_error")
    keeper.lost("feed", "timeout")
    assert keeper.link().stalled
    keeper.stalled(False)
    assert not keeper.link().stalled


def test_listeners_hear_of_each_change_once_and_the_newest_last(keeper: LinkKeeper) -> None:
    told: list[Link] = []
    stop = keeper.subscribe(told.append)
    _live(keeper)
    keeper.reached("feed")
    keeper.count()
    assert [(link.state, link.waiting) for link in told] == [(LinkState.LIVE, 0), (LinkState.LIVE, 3)]
    assert told[-1] == keeper.link()
    assert (told[-1].waiting, told[-1].clock_off_s) == (3, 420.0)
    stop()
    keeper.lost("feed", "timeout")
    assert told[-1].state is LinkState.LIVE
