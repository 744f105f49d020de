"""Rows told by the stream: the cursor never passes what was not seen."""

from __future__ import annotations

import tempfile
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import given, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from console.contract.feed import ChangeRow, ChangesPage, Hint, SnapshotPage
from console.store.store import Store
from console.sync.follower import Follower
from tests.store.world import KEY, NOW, gone, now, report, row

EPOCH = "e1"


class Feed:
    """A server's feed: one live row per report, newest last, as the real one keeps it."""

    def __init__(self) -> None:
        self.rows: dict[str, ChangeRow] = {}
        self.last = self.asked = 0

    def put(self, numbers: list[int], *, bury: bool = False) -> Hint:
        first = self.last
        told = []
        for number in dict.fromkeys(numbers):
            self.last += 1
            changed = gone(f"r{number:04}", self.last) if bury else row(report(number, revision=self.last), self.last)
            self.rows.pop(changed.id, None)
            self.rows[changed.id] = changed
            told.append(changed)
        return Hint(seq=self.last, epoch=EPOCH, after=first, rows=tuple(told))

    def changes(self, after: int, limit: int, _epoch: str) -> ChangesPage:
        self.asked += 1
        found = [each for each in self.rows.values() if each.seq > after]
        return ChangesPage(
            epoch=EPOCH, oldest_seq=0, next_seq=self.last, more=False, server_time=NOW, rows=tuple(found[:limit])
        )

    def snapshot(self, _after: str, _limit: int) -> SnapshotPage:
        rows = tuple(each for each in self.rows.values() if not each.gone)
        return SnapshotPage(epoch=EPOCH, as_of_seq=self.last, after="", more=False, rows=rows)


class Hearing(RuleBasedStateMachine):
    """Changes come, are told in any order, twice, without their rows or never; the desk catches up now and then."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store.open(Path(self.folder.name) / "console.db", KEY, now)
        self.feed, self.at_s = Feed(), 0.0
        self.follower = Follower(self.store, self.feed, server_now=now, monotonic_s=lambda: self.at_s)
        self.hints: list[Hint] = []

    @rule(numbers=st.lists(st.integers(1, 6), min_size=1, max_size=3))
    def bury(self, numbers: list[int]) -> None:
        self.hints.append(self.feed.put(numbers, bury=True))

    @rule(
        numbers=st.lists(st.lists(st.integers(1, 6), min_size=1, max_size=2), min_size=1, max_size=4),
        fate=st.lists(st.sampled_from(["told", "told", "bare", "lost", "late"]), min_size=4, max_size=4),
        turned=st.booleans(),
    )
    def change_and_tell(self, numbers: list[list[int]], fate: list[str], turned: bool) -> None:
        """Changes at once, each told, told without rows, lost or told later; then the desk catches up."""
        told = [(self.feed.put(each), how) for each, how in zip(numbers, fate, strict=False)]
        for hint, how in reversed(told) if turned else told:
            if how == "late":
                self.hints.append(hint)
            elif how != "lost":
                self.follower.hear(Hint(seq=hint.seq, epoch=EPOCH) if how == "bare" else hint)
        self.follower.catch_up()

    @rule(pick=st.integers(0, 9))
    def tell_late(self, pick: int) -> None:
        if self.hints:
            self.follower.hear(self.hints[pick % len(self.hints)])
            self.follower.catch_up()

    @rule()
    def pass_time(self) -> None:
        self.at_s += 20.0

    @invariant()
    def what_the_cursor_passed_is_there(self) -> None:
        if not hasattr(self, "store"):
            return
        _, cursor = self.store.cursor()
        for each in self.feed.rows.values():
            if each.seq <= cursor:
                held = self.store.report(each.id)
                assert (held is None) if each.gone else (held is not None and held.revision >= each.revision)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.at_s += 20.0
            self.follower.catch_up()
            assert self.store.cursor() == (EPOCH, self.feed.last)
            self.what_the_cursor_passed_is_there()
            self.store.close()
            self.folder.cleanup()


TestHearing = Hearing.TestCase
TestHearing.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


@given(st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=3), min_size=1, max_size=8))
@settings(max_examples=20, deadline=None)
def test_a_desk_told_everything_in_order_asks_nothing(changes: list[list[int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "console.db", KEY, now)
        feed = Feed()
        follower = Follower(store, feed, server_now=now)
        follower.catch_up()
        feed.asked = 0
        for numbers in changes:
            assert follower.hear(feed.put(numbers))
            follower.catch_up()
        assert feed.asked == 0
        assert store.cursor() == (EPOCH, feed.last)
        store.close()


def test_a_desk_that_hears_a_lot_still_asks_now_and_then(tmp_path: Path) -> None:
    at_s = [0.0]
    store, feed = Store.open(tmp_path / "console.db", KEY, now), Feed()
    follower = Follower(store, feed, server_now=now, monotonic_s=lambda: at_s[0])
    follower.catch_up()
    before = feed.asked
    for _ in range(50):
        at_s[0] += 1.0
        follower.hear(feed.put([1]))
        follower.catch_up()
    assert feed.asked - before == 2
    store.close()


def test_what_was_told_of_another_past_is_not_taken(tmp_path: Path) -> None:
    store, feed = Store.open(tmp_path / "console.db", KEY, now), Feed()
    follower = Follower(store, feed, server_now=now)
    feed.put([1])
    follower.catch_up()
    before = feed.asked
    assert follower.hear(Hint(seq=2, epoch="e2", after=1, rows=(row(report(7), 2),)))
    follower.catch_up()
    assert feed.asked > before
    assert store.report("r0007") is None
    store.close()
