"""The outbox against a server that answers badly: nothing stuck, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from console.contract.decisions import DecisionAnswers, DecisionResult, decode_decision, encode_decision
from console.domain.decision import Outcome
from console.domain.errors import AccessFault, Fault, InputFault, NetworkFault
from console.store.store import Store
from console.sync.outbox import Outbox
from tests.frozen import FrozenClock
from tests.store.world import KEY, NOW, SARI, note, now, of, report

Answer = Callable[[str], Outcome]


class Peer:
    """The other end of the wire as the outbox sees it: applies, or fails in the way it is told."""

    def __init__(self) -> None:
        self.applied: list[str] = []
        self.asked: list[list[str]] = []
        self.poison: dict[str, Fault] = {}
        self.down: Fault | None = None
        self.outcome: Answer = lambda decision_id: Outcome.APPLIED

    def decide(self, raws: Sequence[bytes]) -> DecisionAnswers:
        ids = [decode_decision(raw).id for raw in raws]
        self.asked.append(ids)
        for fault in (self.down, *(self.poison.get(each) for each in ids)):
            if fault is not None:
                raise fault
        results = []
        for each in ids:
            outcome = self.outcome(each)
            if outcome is Outcome.APPLIED and each not in self.applied:
                self.applied.append(each)
            results.append(DecisionResult(id=each, outcome=outcome, server_time=NOW))
        return DecisionAnswers(epoch="e1", results=tuple(results))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "console.db", KEY, now)
    opened.apply_page(of([report(n) for n in range(1, 6)]))
    yield opened
    opened.close()


@pytest.fixture
def outbox(store: Store, peer: Peer, frozen_clock: FrozenClock) -> Outbox:
    return Outbox(store, peer, monotonic_s=frozen_clock.monotonic_s, server_now=frozen_clock.now)


@pytest.fixture
def peer() -> Peer:
    return Peer()


def _noted(store: Store, *numbers: int) -> list[str]:
    made = [note(report(number)) for number in numbers]
    for each in made:
        store.record(each, SARI, encode_decision(each))
    return [each.id for each in made]


def _drained(outbox: Outbox, rounds: int = 20) -> None:
    for _ in range(rounds):
        try:
            if not outbox.send_once().more:
                return
        except NetworkFault:
            continue


def test_one_round_sends_one_decision_per_subject_and_the_next_follow(store: Store, outbox: Outbox, peer: Peer) -> None:
    first, second, other = _noted(store, 1, 1, 2)
    _drained(outbox)
    assert peer.asked == [[first, other], [second]]
    assert store.waiting() == ()


def test_a_poison_decision_never_holds_up_the_others(store: Store, outbox: Outbox, peer: Peer) -> None:
    ids = _noted(store, 1, 2, 3, 4)
    peer.poison[ids[1]] = NetworkFault("server_error", "500", status=500)
    _drained(outbox)
    assert peer.applied == [ids[0], ids[2], ids[3]]
    assert [row.decision.id for row in store.waiting()] == [ids[1]]
    assert outbox.next_try_s() is not None


def test_a_poison_head_is_never_overtaken_on_its_own_subject(
    store: Store, outbox: Outbox, peer: Peer, frozen_clock: FrozenClock
) -> None:
    head, follower, other = _noted(store, 1, 1, 2)
    peer.poison[head] = NetworkFault("server_error", "500", status=500)
    _drained(outbox)
    assert peer.applied == [other]
    peer.poison.clear()
    frozen_clock.advance(120)
    _drained(outbox)
    assert peer.applied == [other, head, follower]


def test_what_the_server_will_never_take_is_kept_as_refused_with_its_words(
    store: Store, outbox: Outbox, peer: Peer
) -> None:
    ids = _noted(store, 1, 2)
    peer.poison[ids[0]] = InputFault("id_reused", "came with other content before", field="[0].id", status=422)
    _drained(outbox)
    assert peer.applied == [ids[1]]
    [refused] = store.attention()
    assert refused.decision.id == ids[0]
    assert refused.refusal is not None
    assert refused.refusal.params["code"] == "id_reused"


def test_a_404_of_some_proxy_refuses_nothing(store: Store, outbox: Outbox, peer: Peer) -> None:
    [only] = _noted(store, 1)
    peer.poison[only] = InputFault("not_found", "no such route", status=404)
    _drained(outbox)
    assert store.attention() == ()
    assert [row.decision.id for row in store.waiting()] == [only]


@pytest.mark.parametrize(
    "fault",
    [
        NetworkFault("unreachable", "gone"),
        NetworkFault("busy", "429", retry_after_s=9.0, status=429),
        AccessFault("desk_refused", "struck off"),
    ],
)
def test_when_the_server_is_away_or_asks_to_wait_everything_waits(
    store: Store, outbox: Outbox, peer: Peer, fault: Fault
) -> None:
    ids = _noted(store, 1, 2)
    peer.down = fault
    with pytest.raises(type(fault)):
        outbox.send_once()
    assert [row.decision.id for row in store.waiting()] == ids
    assert [row.tries for row in store.waiting()] == [0, 0]
    peer.down = None
    _drained(outbox)
    assert peer.applied == ids


def test_retry_is_tried_again_later_and_not_in_a_loop(
    store: Store, outbox: Outbox, peer: Peer, frozen_clock: FrozenClock
) -> None:
    [only] = _noted(store, 1)
    peer.outcome = lambda decision_id: Outcome.RETRY
    _drained(outbox)
    assert peer.asked == [[only]]
    assert store.waiting()[0].tries == 1
    peer.outcome = lambda decision_id: Outcome.APPLIED
    _drained(outbox)
    assert peer.applied == []
    frozen_clock.advance(2)
    _drained(outbox)
    assert peer.applied == [only]


def test_a_reply_that_was_lost_is_asked_for_again_and_counts_once(
    store: Store, outbox: Outbox, peer: Peer, frozen_clock: FrozenClock
) -> None:
    [only] = _noted(store, 1)
    answer = peer.decide

    def lose(raws: Sequence[bytes]) -> DecisionAnswers:
        answer(raws)
        raise NetworkFault("timeout", "no reply")

    peer.decide = lose  # type: ignore[method-assign]
    with pytest.raises(NetworkFault):
        outbox.send_once()
    peer.decide = answer  # type: ignore[method-assign]
    _drained(outbox)
    assert peer.asked == [[only], [only]]
    assert peer.applied == [only]
    assert store.waiting() == ()


def test_the_lease_an_answer_gave_is_known_before_anybody_hears_that_the_claim_stands(
    store: Store, frozen_clock: FrozenClock
) -> None:
    """Else a person who decides in that moment on his own case is stopped for want of a lease."""
    known: list[str] = []
    heard: list[list[str]] = []
    outbox = Outbox(
        store, Giving(), monotonic_s=frozen_clock.monotonic_s, server_now=frozen_clock.now,
        leased=lambda decision_id, asked_s: known.append(decision_id),
    )  # fmt: skip
    (made,) = _noted(store, 1)
    stop = store.subscribe(lambda changes: heard.append(list(known)))
    outbox.send_once()
    stop()
    assert heard == [[made]]


class Giving(Peer):
    """A server whose answers give the lease."""

    def decide(self, raws: Sequence[bytes]) -> DecisionAnswers:
        told = super().decide(raws)
        return DecisionAnswers(
            epoch=told.epoch,
            results=tuple(DecisionResult(id=each.id, outcome=each.outcome, token=7, server_time=NOW)
                          for each in told.results),
        )  # fmt: skip
