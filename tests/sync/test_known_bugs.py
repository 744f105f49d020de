"""Bugs others had between decision and server (sync.md), each as the sentence that holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from console.contract.codec import encode
from console.contract.decisions import DecisionAnswers, DecisionResult, encode_decision
from console.desk.decide import Decided
from console.domain import acts
from console.domain.decision import Decision, Outcome
from console.domain.errors import Fault, NetworkFault
from console.domain.shown_case import LedgerState
from console.domain.timeline import Entry
from console.remote.server import Server
from console.remote.transport import Credentials, Transport
from console.store.store import Store
from console.sync.outbox import Outbox
from console.sync.patience import LONGEST_ASKED_S, LONGEST_S, Patience
from tests.frozen import FrozenClock
from tests.store.world import KEY, NOW, SARI, note, now, of, page, report, row
from tests.sync.world import Console, console_at, until
from tests.worlds.central import Central
from tests.worlds.stranger import Stranger, http, stranger

pytestmark = pytest.mark.keeps_threads("AnyIO")

PROBLEM = b'{"code":"%s","message":"m","field":""}'
HTML = b"<!doctype html><h1>502</h1>"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "console.db", KEY, now)
    opened.apply_page(of([report(n) for n in range(1, 6)]))
    yield opened
    opened.close()


class Post:
    """An outbox with its patience, as the loop runs it, without waiting: the clock is moved on instead."""

    def __init__(self, store: Store, there: Stranger, clock: FrozenClock) -> None:
        self.transport = Transport(there.address, Credentials(desk_id="d1", desk_secret="s"))
        server = Server(self.transport)
        self._outbox = Outbox(store, server, monotonic_s=clock.monotonic_s, server_now=clock.now)
        self._patience = Patience(clock.monotonic_s)
        self._clock = clock
        self.waited_s: list[float] = []

    def round(self) -> None:
        """One round of the lane, and the wait it asks for."""
        try:
            sent = self._outbox.send_once()
            wait_s = 0.0 if sent.more else self._outbox.next_try_s()
            if sent.epoch:
                self._patience.succeeded()
        except Fault as fault:
            wait_s = self._patience.failed(fault)
        if wait_s:
            self.waited_s.append(wait_s)
            self._clock.advance(wait_s)


@pytest.fixture
def post(store: Store, frozen_clock: FrozenClock) -> Iterator[Callable[[Stranger], Post]]:
    made: list[Post] = []

    def make(there: Stranger) -> Post:
        made.append(Post(store, there, frozen_clock))
        return made[-1]

    yield make
    for each in made:
        each.transport.close()


def _applied(path: str, body: bytes) -> bytes:
    ids = [str(each["id"]) for each in json.loads(body)]
    results = tuple(DecisionResult(id=each, outcome=Outcome.APPLIED, server_time=NOW) for each in ids)
    return http("200 OK", encode(DecisionAnswers(epoch="e1", results=results)))


def _recorded(store: Store, *numbers: int) -> list[Decision]:
    made = [note(report(number)) for number in numbers]
    for each in made:
        store.record(each, SARI, encode_decision(each))
    return made


def _noted(console: Console, report_id: str, text: str) -> str:
    answer = console.desk.decide(acts.AddNote(text=text), report_id)
    assert isinstance(answer, Decided)
    return answer.decision_id


def _with_entry_of(number: int, made: Decision) -> object:
    entry = Entry(kind=made.op, at=made.decided_at, decision_id=made.id, text="catatan")
    return report(number, timeline=(entry,), revision=3)


# --- retry answered 'already reported', then dropped though never applied ----------------------------------------


@pytest.mark.logs_errors("bug while answering POST /v1/decisions")
def test_a_decision_whose_first_try_broke_inside_the_server_is_applied_by_the_second(
    central: Central, tmp_path: Path
) -> None:
    broken: list[str] = []

    def break_once(tx: object, decision: Decision, *rest: object) -> None:
        if not broken:
            broken.append(decision.id)
            raise RuntimeError("a bug of one moment")

    central.parts.receipts.effects.append(break_once)
    console = console_at(central, tmp_path / "profile")
    try:
        report_id = central.report_in(central.make_source())
        until(lambda: console.store.report(report_id), "the report's arrival")
        noted = _noted(console, report_id, "hanya sekali")
        until(lambda: console.store.waiting_count() == 0, "the answer")
        assert broken == [noted]
        assert [e.decision_id for e in central.report(report_id).timeline if e.decision_id] == [noted]
    finally:
        console.stop()


def test_a_decision_called_already_reported_is_kept_and_shown_never_dropped(
    store: Store, post: Callable[[Stranger], Post]
) -> None:
    [made] = _recorded(store, 1)
    with stranger(lambda path, body: http("409 Conflict", PROBLEM % b"already_reported")) as there:
        post(there).round()
    [refused] = store.attention()
    assert refused.decision.id == made.id
    assert refused.refusal is not None
    assert refused.refusal.params["code"] == "already_reported"


# --- inbound sync racing an outbound act -------------------------------------------------------------------------


def test_a_sent_note_stays_on_the_screen_between_its_answer_and_the_page_that_holds_it(store: Store) -> None:
    [made] = _recorded(store, 1)
    store.settle([DecisionResult(id=made.id, outcome=Outcome.APPLIED, server_time=NOW)])
    # What another desk did just before: the page was on its way when the answer came.
    store.apply_page(page(row(report(1, priority=1, revision=2), 7), next_seq=7))
    assert _shown_notes(store) == [made.id]
    store.apply_page(page(row(_with_entry_of(1, made), 8), next_seq=8))  # type: ignore[arg-type]
    assert _shown_notes(store) == [made.id]


def test_a_page_that_overtakes_the_answer_shows_the_note_once(store: Store) -> None:
    [made] = _recorded(store, 1)
    store.apply_page(page(row(_with_entry_of(1, made), 8), next_seq=8))  # type: ignore[arg-type]
    assert _shown_notes(store) == [made.id]
    store.settle([DecisionResult(id=made.id, outcome=Outcome.APPLIED, server_time=NOW)])
    assert _shown_notes(store) == [made.id]


def _shown_notes(store: Store) -> list[str]:
    shown = store.shown(report(1).id)
    assert shown is not None
    return [entry.decision_id for entry in shown.report.timeline if entry.decision_id]


# --- 'failed' at logout, yet delivered later ---------------------------------------------------------------------


def test_what_waits_at_sign_out_is_never_called_failed_and_arrives_once(central: Central, tmp_path: Path) -> None:
    console = console_at(central, tmp_path / "profile")
    try:
        report_id = central.report_in(central.make_source())
        until(lambda: console.store.report(report_id), "the report's arrival")
        central.go_away()
        noted = _noted(console, report_id, "sebelum pulang")
        console.session.sign_out()
        waiting = console.store.ledger_row(noted)
        assert waiting is not None
        assert waiting.state is LedgerState.WAITING
        assert console.store.attention() == ()
        central.come_back()
        until(lambda: console.store.waiting_count() == 0, "the answer")
        assert console.store.attention() == ()
        assert [e.decision_id for e in central.report(report_id).timeline if e.decision_id] == [noted]
    finally:
        console.stop()


# --- one poison act blocking thousands ---------------------------------------------------------------------------


def test_one_poison_decision_costs_the_hundreds_behind_it_a_few_requests(
    store: Store, post: Callable[[Stranger], Post]
) -> None:
    made = _recorded(store, *range(1, 301))
    poison = made[40].id.encode()
    with stranger(lambda path, body: http("500 Oh") if poison in body else _applied(path, body)) as there:
        lane = post(there)
        while store.waiting_count() > 1:
            lane.round()
            assert len(there.asked) < 60
    assert [row.decision.id for row in store.waiting()] == [poison.decode()]


def test_a_poison_decision_is_still_tried_without_a_fuss_after_weeks(
    store: Store, post: Callable[[Stranger], Post], frozen_clock: FrozenClock
) -> None:
    _recorded(store, 1)
    with stranger(lambda path, body: http("500 Oh")) as there:
        lane = post(there)
        for _ in range(1_100):
            lane.round()
        there.answer = _applied
        lane.round()
    assert max(lane.waited_s) <= 20.0
    assert store.waiting_count() == 0


# --- HTML 502, or 429 without a hint, wedging the head -----------------------------------------------------------


def _torn(said: bytes) -> bytes:
    return said.replace(b"Content-Length: ", b"Content-Length: 9")


@pytest.mark.parametrize(
    "said",
    [
        http("502 Bad Gateway", HTML, "Content-Type: text/html"),
        _torn(http("502 Bad Gateway", HTML, "Content-Type: text/html")),
        http("503 Service Unavailable", HTML),
        http("429 Too Many Requests", HTML),
        http("429 Too Many Requests", HTML, "Retry-After: soon"),
        http("408 Request Timeout"),
        http("404 Not Found", HTML),
        http("302 Found", b"", "Location: http://masuk.hotspot.example/"),
        http("302 Found", b"", "Location: http://["),
        http("200 OK", b"<html>Silakan masuk ke jaringan ini</html>"),
        http("200 OK", b'{"epoch":"e1"}'),
        b"SSH-2.0-dropbear\r\n",
    ],
    ids=["502", "torn", "503", "429", "429-odd", "408", "404-html", "302", "302-broken", "portal", "json", "ssh"],
)
def test_whatever_answered_in_the_servers_place_the_head_goes_on_within_seconds(
    store: Store, post: Callable[[Stranger], Post], said: bytes
) -> None:
    _recorded(store, 1, 1, 2, 3)
    with stranger(lambda path, body: _closing(said)) as there:
        lane = post(there)
        for _ in range(12):
            lane.round()
        assert store.waiting_count() == 4
        assert store.attention() == ()
        there.answer = _applied
        lane.waited_s.clear()
        while store.waiting_count():
            lane.round()
            assert sum(lane.waited_s) <= 20.0 + LONGEST_S


def _closing(said: bytes) -> bytes:
    return said.replace(b"\r\n", b"\r\nConnection: close\r\n", 1)


@pytest.mark.parametrize("wrong_by", [timedelta(0), timedelta(hours=3)], ids=["right-clock", "clock-off"])
def test_both_forms_of_retry_after_are_kept_also_with_a_wrong_clock(
    store: Store, post: Callable[[Stranger], Post], wrong_by: timedelta
) -> None:
    at = NOW + wrong_by
    dated = (f"Date: {format_datetime(at, usegmt=True)}",
             f"Retry-After: {format_datetime(at + timedelta(seconds=9), usegmt=True)}")  # fmt: skip
    _recorded(store, 1)
    for headers, wait_s in ((("Retry-After: 7",), 7.0), (dated, 9.0), (("Retry-After: 86400",), LONGEST_ASKED_S)):
        with stranger(lambda path, body, headers=headers: http("429 Many", HTML, *headers)) as there:  # type: ignore[misc]
            lane = post(there)
            lane.round()
            assert lane.waited_s == [wait_s]


def test_a_lane_that_was_asked_to_wait_waits_whoever_wakes_it(frozen_clock: FrozenClock) -> None:
    patience = Patience(frozen_clock.monotonic_s)
    assert patience.failed(NetworkFault("busy", "429", retry_after_s=9.0)) == 9.0
    frozen_clock.advance(4)
    assert patience.asked_s() == 5.0
    patience.forget()
    assert patience.asked_s() == 0.0


# --- expired session burning retries -----------------------------------------------------------------------------


def test_a_session_that_ended_burns_no_retries_of_what_was_decided_before(central: Central, tmp_path: Path) -> None:
    console = console_at(central, tmp_path / "profile")
    try:
        report_id = central.report_in(central.make_source())
        until(lambda: console.store.report(report_id), "the report's arrival")
        actor_id = console.session.actor.id  # type: ignore[union-attr]
        central.go_away()
        noted = _noted(console, report_id, "sebelum sesi berakhir")
        central.come_back()
        central.parts.sessions.end_all_of(actor_id)
        until(lambda: console.store.waiting_count() == 0, "the answer")
        until(lambda: console.sync.link.link().trouble == "session_ended", "the lamp")  # type: ignore[union-attr]
        settled = console.store.ledger_row(noted)
        assert settled is not None
        assert (settled.state, settled.tries) == (LedgerState.APPLIED, 1)
    finally:
        console.stop()
