"""Over a line that is cut after so many bytes all comes through, in smaller pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from console.contract.decisions import DecisionAnswers, DecisionResult, decode_decision, encode_decision
from console.contract.feed import ChangesPage, SnapshotPage
from console.domain.decision import Outcome
from console.domain.errors import NetworkFault
from console.store.store import Store
from console.sync.follower import PAGE_ROWS, Follower
from console.sync.outbox import BATCH, Outbox
from tests.frozen import FrozenClock
from tests.store.world import KEY, NOW, SARI, note, now, of, page, report, row

ROWS, LETS_THROUGH = 2_000, 120


class ThinLine:
    """The far end of a line on which nothing with more than LETS_THROUGH rows, or 9 decisions, ever arrives."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def changes(self, after: int, limit: int, epoch: str) -> ChangesPage:
        self.asked.append(limit)
        if min(limit, ROWS - after) > LETS_THROUGH:
            raise NetworkFault("unreachable", "cut in the middle", begun=True)
        last = min(ROWS, after + limit)
        found = page(*(row(report(seq), seq) for seq in range(after + 1, last + 1)), next_seq=last)
        return ChangesPage(
            epoch=found.epoch, oldest_seq=0, next_seq=last, more=last < ROWS, server_time=NOW, rows=found.rows
        )

    def snapshot(self, after: str, limit: int) -> SnapshotPage:
        raise NetworkFault("unreachable", "not asked here")

    def decide(self, raws: Sequence[bytes]) -> DecisionAnswers:
        self.asked.append(len(raws))
        if len(raws) > 9:
            raise NetworkFault("timeout", "still on its way")
        ids = [decode_decision(raw).id for raw in raws]
        results = tuple(DecisionResult(id=each, outcome=Outcome.APPLIED, server_time=NOW) for each in ids)
        return DecisionAnswers(epoch="e1", results=results)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "console.db", KEY, now)
    opened.apply_page(of([report(n) for n in range(1, 2)], next_seq=0))
    yield opened
    opened.close()


def test_pages_shrink_until_they_come_and_grow_again(store: Store, frozen_clock: FrozenClock) -> None:
    line = ThinLine()
    follower = Follower(store, line, server_now=frozen_clock.now, monotonic_s=frozen_clock.monotonic_s)
    cuts = 0
    while store.cursor()[1] < ROWS:
        try:
            follower.catch_up()
        except NetworkFault:
            cuts += 1
    assert line.asked[0] == PAGE_ROWS
    assert cuts < 15
    assert store.report(report(ROWS).id) == report(ROWS)


def test_batches_shrink_until_they_arrive(store: Store, frozen_clock: FrozenClock) -> None:
    line = ThinLine()
    outbox = Outbox(store, line, monotonic_s=frozen_clock.monotonic_s, server_now=frozen_clock.now)
    for number in range(1, 151):
        made = note(report(number))
        store.record(made, SARI, encode_decision(made))
    cuts = 0
    while store.waiting_count():
        try:
            outbox.send_once()
        except NetworkFault:
            cuts += 1
    assert line.asked[0] == BATCH
    assert cuts < 30
