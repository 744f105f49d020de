"""A desk's own leases: how long it may act, by its monotonic clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.contract.decisions import DecisionResult, encode_decision
from console.contract.session import Heartbeat, LeaseAnswer
from console.domain import acts
from console.domain.decision import Outcome
from console.domain.report import Claim
from console.store.store import Store
from console.sync.presence import Presence
from tests.store.world import KEY, NOW, SARI, decision, now, of, report

HELD = Claim(holder_id=SARI.id, holder_name=SARI.name, desk_id=SARI.desk_id, token=4, taken_at=NOW)


class Server:
    """Answers heartbeats as told; a round trip takes `trip_s`."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.trip_s = 0.0
        self.kept: tuple[str, ...] = ("r0001",)
        self.asked: list[Heartbeat] = []

    def heartbeat(self, beat: Heartbeat) -> LeaseAnswer:
        self.asked.append(beat)
        self.now_s += self.trip_s
        lost = tuple(lease.report_id for lease in beat.leases if lease.report_id not in self.kept)
        return LeaseAnswer(kept=self.kept, lost=lost, lease_s=60, server_time=NOW)


class Seat:
    """A store that holds one case as its own, and presence on it."""

    def __init__(self, folder: Path) -> None:
        self.server = Server()
        self.store = Store.open(folder / "console.db", KEY, now)
        self.store.apply_page(of([report(1, claim=HELD, last_token=4), report(2)]))
        self.presence = Presence(
            self.store, self.server, actor=lambda: SARI, monotonic_s=lambda: self.server.now_s, beat_soon=lambda: None
        )


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    made = Seat(tmp_path)
    yield made
    made.store.close()


def test_before_the_server_has_said_so_nothing_is_held(seat: Seat) -> None:
    assert seat.presence.lease_left_s("r0001") is None


def test_two_thirds_of_the_lease_count_from_when_it_was_asked_for(seat: Seat) -> None:
    seat.server.trip_s = 10.0
    seat.presence.beat()
    assert [(lease.report_id, lease.token) for lease in seat.server.asked[0].leases] == [("r0001", 4)]
    assert seat.presence.lease_left_s("r0001") == pytest.approx(30.0)
    seat.server.now_s += 31
    assert seat.presence.lease_left_s("r0001") == 0.0


def test_what_the_server_calls_lost_is_not_held_any_more(seat: Seat) -> None:
    seat.presence.beat()
    seat.server.kept = ()
    seat.presence.beat()
    assert seat.presence.lease_left_s("r0001") is None


def test_an_answered_claim_is_a_lease_at_once_and_no_older_heartbeat_shortens_it(seat: Seat) -> None:
    made = replace(decision(acts.ClaimCase(), report(2)), id="d-claim")
    seat.store.record(made, SARI, encode_decision(made))
    seat.store.settle([DecisionResult(id="d-claim", outcome=Outcome.APPLIED, token=1, server_time=NOW)])
    seat.presence.leased("d-claim", 105.0)
    assert seat.presence.lease_left_s("r0002") == pytest.approx(45.0)
    seat.presence.beat()
    assert seat.presence.lease_left_s("r0002") == pytest.approx(45.0)


def test_whoever_sits_down_next_inherits_no_lease(seat: Seat) -> None:
    seat.presence.beat()
    seat.presence.forget()
    assert seat.presence.lease_left_s("r0001") is None
