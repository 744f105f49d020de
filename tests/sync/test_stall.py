"""A server that is there and takes nothing: made anew, then told, until it is over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.contract.codec import encode
from console.contract.decisions import DecisionAnswers, DecisionResult, encode_decision
from console.contract.feed import ChangesPage, PositionsNews
from console.domain.decision import Outcome
from console.domain.link import Link, LinkState
from console.domain.person import Actor
from console.remote.server import Server
from console.remote.transport import Credentials, Transport
from console.store.store import Store
from console.sync.loop import SyncLoop
from console.sync.server_clock import ServerClock
from console.sync.watchdog import STALL_S, TELL_AFTER_S
from tests.frozen import FrozenClock
from tests.store.world import KEY, NOW, SARI, note, now, of, report
from tests.sync.world import until
from tests.worlds.stranger import Stranger, http, stranger

STREAM = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


class SignedIn:
    """What the loop needs of a session."""

    actor: Actor | None = SARI
    can_read = True

    def renew(self) -> None:
        """Never needed here."""


def _deaf(path: str, body: bytes) -> bytes | None:
    """A server that tells everything and answers no decision."""
    if path == "/v1/decisions":
        return None
    if path == "/v1/stream":
        return STREAM
    if path == "/v1/positions":
        return http("200 OK", encode(PositionsNews(positions=())))
    if path.startswith("/v1/changes"):
        at = datetime.now(UTC)
        page = ChangesPage(epoch="e1", oldest_seq=0, next_seq=1, more=False, server_time=at, rows=())
        return http("200 OK", encode(page))
    return http("404 Not Found", b'{"code":"not_found","message":"","field":""}')


def _hearing(path: str, body: bytes) -> bytes | None:
    if path != "/v1/decisions":
        return _deaf(path, body)
    results = tuple(
        DecisionResult(id=each["id"], outcome=Outcome.APPLIED, server_time=NOW) for each in json.loads(body)
    )
    return http("200 OK", encode(DecisionAnswers(epoch="e1", results=results)))


@pytest.fixture
def there() -> Iterator[Stranger]:
    with stranger(_deaf) as made:
        yield made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "console.db", KEY, now)
    opened.apply_page(of([report(1)]))
    yield opened
    opened.close()


@pytest.fixture
def sync(store: Store, there: Stranger, frozen_clock: FrozenClock) -> Iterator[SyncLoop]:
    transport = Transport(there.address, Credentials(desk_id="d1", desk_secret="s"))
    monotonic_s = frozen_clock.monotonic_s
    clock = ServerClock(now, monotonic_s)
    loop = SyncLoop(store, Server(transport), SignedIn(), clock, now=now, monotonic_s=monotonic_s)
    loop.start()
    yield loop
    loop.stop()
    transport.close()


def test_a_stall_makes_connections_anew_then_tells_depth_and_age_and_ends_with_the_first_answer(
    sync: SyncLoop, store: Store, there: Stranger, frozen_clock: FrozenClock
) -> None:
    told: list[Link] = []
    sync.link.subscribe(told.append)
    until(lambda: sync.link.link().state is LinkState.LIVE, "the link")
    made = note(report(1))
    store.record(made, SARI, encode_decision(made))
    sync.wake()
    until(lambda: _tries(there) == 1, "the first try")
    frozen_clock.advance(STALL_S)
    sync._watchdog.look()
    until(lambda: _tries(there) == 2, "a try on a new connection, long before the old one's time limit")
    assert not sync.link.link().stalled
    frozen_clock.advance(TELL_AFTER_S)
    sync._watchdog.look()
    link = sync.link.link()
    assert (link.stalled, link.waiting, link.oldest_waiting_at) == (True, 1, made.decided_at)
    there.answer = _hearing
    frozen_clock.advance(STALL_S)
    sync._watchdog.look()
    until(lambda: not sync.link.link().stalled, "the end of the stall")
    assert store.waiting_count() == 0
    assert any(link.stalled for link in told)
    assert not told[-1].stalled


def _tries(there: Stranger) -> int:
    return sum(path == "/v1/decisions" for path, _ in there.asked)
