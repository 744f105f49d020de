"""A snapshot that breaks off is gone on with; what is sent again waits at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.contract.decisions import DecisionResult, encode_decision
from console.contract.feed import ChangesPage, SnapshotPage
from console.domain.decision import Outcome
from console.domain.errors import NetworkFault
from console.store.store import Store
from console.sync.follower import Follower
from tests.store.world import KEY, NOW, SARI, note, now, page, report, row


class Feed:
    """A server of six reports, three snapshot pages; `broken` asks fail, each once."""

    def __init__(self, epoch: str = "e1") -> None:
        self.epoch = epoch
        self.asked: list[str] = []
        self.broken: set[str] = set()

    def changes(self, after: int, _limit: int, _epoch: str) -> ChangesPage:
        return page(next_seq=after, epoch=self.epoch)

    def snapshot(self, after: str, _limit: int) -> SnapshotPage:
        self.asked.append(after)
        if after in self.broken:
            self.broken.discard(after)
            raise NetworkFault("unreachable", "cut off")
        first = 1 if not after else int(after[1:]) + 1
        rows = tuple(row(report(n)) for n in (first, first + 1))
        return SnapshotPage(epoch=self.epoch, as_of_seq=7, after=f"r{first + 1:04}", more=first < 5, rows=rows)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "console.db", KEY, now)
    yield opened
    opened.close()


def _follower(store: Store, feed: Feed) -> Follower:
    return Follower(store, feed, server_now=now)


def test_a_snapshot_that_broke_off_is_gone_on_with(store: Store) -> None:
    feed = Feed()
    feed.broken = {"r0004"}
    follower = _follower(store, feed)
    with pytest.raises(NetworkFault):
        follower.catch_up()
    assert store.cursor() == ("", 0)
    assert store.report("r0001") is None
    follower.catch_up()
    assert feed.asked == ["", "r0002", "r0004", "r0004"]
    assert store.cursor() == ("e1", 7)
    assert [store.report(f"r{n:04}") is not None for n in range(1, 8)] == [True] * 6 + [False]
    assert store.staged() is None


def test_a_snapshot_of_another_epoch_is_begun_anew(store: Store) -> None:
    feed = Feed()
    feed.broken = {"r0004"}
    follower = _follower(store, feed)
    with pytest.raises(NetworkFault):
        follower.catch_up()
    feed.epoch = "e2"
    follower.catch_up()
    assert feed.asked == ["", "r0002", "r0004", "r0004", "", "r0002", "r0004"]
    assert store.cursor() == ("e2", 7)


def test_what_a_dead_console_had_fetched_of_a_snapshot_is_forgotten(store: Store, tmp_path: Path) -> None:
    feed = Feed()
    feed.broken = {"r0004"}
    with pytest.raises(NetworkFault):
        _follower(store, feed).catch_up()
    assert (tmp_path / "console.db.next").exists()
    store.close()
    again = Store.open(tmp_path / "console.db", KEY, now)
    try:
        assert not (tmp_path / "console.db.next").exists()
        assert again.staged() is None
        _follower(again, feed).catch_up()
        assert again.cursor() == ("e1", 7)
    finally:
        again.close()


def test_after_a_restore_no_moment_is_without_the_decisions_to_send_again(store: Store) -> None:
    feed = Feed()
    follower = _follower(store, feed)
    follower.catch_up()
    young = note(report(1))
    store.record(young, SARI, encode_decision(young))
    store.settle([DecisionResult(id=young.id, outcome=Outcome.APPLIED, server_time=NOW)])
    assert store.waiting() == ()
    seen: list[list[str]] = []
    # The very first thing anybody can see of the new file already has them waiting.
    store.subscribe(lambda changes: seen.append([each.decision.id for each in store.waiting()]))
    feed.epoch = "e2"
    follower.catch_up()
    assert seen[0] == [young.id]
    assert [each.decision.id for each in store.waiting()] == [young.id]
