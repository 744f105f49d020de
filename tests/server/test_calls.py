"""An exchange tells of its calls: each once, in any order, no number in clear."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from console.contract.ids import new_id
from console.domain.call import CallState
from console.domain.report import ReportKind, SourceKind
from tests.worlds.central import Central, Json, running

RANG = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
NUMBER = "0800 000 4321"
pytestmark = pytest.mark.keeps_threads("AnyIO", "central")


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    """One server for all of them: each call has an id of its own."""
    with running(tmp_path_factory.mktemp("calls")) as server:
        yield server


@pytest.fixture(scope="module")
def exchange(central: Central) -> dict[str, str]:
    """Headers of a telephone exchange."""
    return central.make_source("pabx", kind=SourceKind.CALL_110)


def tell(
    central: Central, exchange: dict[str, str], call_id: str, state: str, after_s: float = 0.0, **more: object
) -> Json:
    event = {"id": call_id, "state": state, "at": (RANG + timedelta(seconds=after_s)).isoformat(), **more}
    answer = central.post("/v1/calls", json=event, headers=exchange)
    assert answer.status_code == 200, answer.text
    told: Json = answer.json()
    return told


def test_a_call_rings_is_answered_and_ends_and_is_told_while_it_lasts(
    central: Central, exchange: dict[str, str]
) -> None:
    call_id = new_id()
    tell(central, exchange, call_id, "ringing", number=NUMBER, line="2", lat=-7.98, lon=112.63, radius_m=300.0)
    tell(central, exchange, call_id, "ringing", number=NUMBER, line="2")
    ring = central.parts.calls._open[call_id]
    assert (ring.state, ring.rang_at, ring.line, ring.radius_m) == (CallState.RINGING, RANG, "2", 300.0)
    assert central.parts.calls.number_of(ring) == "+628000004321"
    assert "4321" not in repr(ring)
    tell(central, exchange, call_id, "answered", 8)
    assert central.parts.calls._open[call_id].answered_at == RANG + timedelta(seconds=8)
    told = tell(central, exchange, call_id, "ended", 90, recording_id="rek-1")
    assert (told["state"], told["number"]) == ("ended", "")
    assert call_id not in central.parts.calls._open


def test_one_nobody_answered_stands_on_the_call_back_list_once(central: Central, exchange: dict[str, str]) -> None:
    call_id = new_id()
    tell(central, exchange, call_id, "ringing", number=NUMBER)
    first = tell(central, exchange, call_id, "ended", 40)
    assert tell(central, exchange, call_id, "ended", 40)["number"] == first["number"] != ""
    report = central.report(call_id)
    assert (report.number, report.kind, report.source_kind) == (first["number"], ReportKind.CALL, SourceKind.CALL_110)
    assert report.callback is not None
    assert report.callback.why == "unanswered"
    assert report.reporter.reachable


def test_events_out_of_order_come_to_the_same(central: Central, exchange: dict[str, str]) -> None:
    call_id = new_id()
    tell(central, exchange, call_id, "answered", 8)
    tell(central, exchange, call_id, "ringing", 0, number=NUMBER)
    told = tell(central, exchange, call_id, "ended", 30)
    assert told == {"id": call_id, "state": "ended", "number": ""}
    assert tell(central, exchange, call_id, "ringing")["state"] == "ended"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"id": "5"}, "id"),
        ({"at": "2026-11-21T07:00:00"}, "at"),
        ({"lat": 1.0}, "lat"),
        ({"lat": 99.0, "lon": 1.0}, "lat"),
        ({"line": "a" * 201}, "line"),
        ({"radius_m": -1.0}, "radius_m"),
        ({"state": "humming"}, "$.state"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_its_field(
    central: Central, exchange: dict[str, str], wrong: dict[str, object], field: str
) -> None:
    event = {"id": new_id(), "state": "ringing", "at": RANG.isoformat(), **wrong}
    answer = central.post("/v1/calls", json=event, headers=exchange)
    assert (answer.status_code, answer.json()["field"]) == (422, field)


def test_only_an_exchange_tells_of_calls_and_each_of_its_own(central: Central, exchange: dict[str, str]) -> None:
    event = {"id": new_id(), "state": "ringing", "at": RANG.isoformat()}
    assert central.post("/v1/calls", json=event, headers=central.make_source("apl")).status_code == 403
    central.post("/v1/calls", json=event, headers=exchange)
    other = central.make_source("pabx-2", kind=SourceKind.CALL_112)
    assert central.post("/v1/calls", json=event, headers=other).status_code == 409


def test_no_number_in_clear_reaches_stream_or_feed_and_old_calls_are_forgotten(
    central: Central, exchange: dict[str, str]
) -> None:
    call_id = new_id()
    tell(central, exchange, call_id, "ringing", number=NUMBER)
    central.parts.calls.load()
    news = repr(central.parts.calls.news())
    desk = central.sign_in("sari")
    feed = central.get("/v1/changes?after=0&limit=1000", headers=desk.headers).text
    assert "4321" not in news + feed
    central.let_pass(32 * 86_400)
    with central.parts.database.write() as tx:
        assert central.parts.calls.forget_old(tx) > 0
    assert central.parts.calls.news().calls == ()


def test_a_line_bound_to_a_desk_rings_there_alone_and_elsewhere_when_nobody_sits_there(
    central: Central, exchange: dict[str, str]
) -> None:
    desk_id, _ = central.enrol("meja garis 7")
    lines = {"lines": [{"line": "7", "desks": [desk_id], "name": "tamu"}]}
    kept = central.put("/v1/admin/lines", json=lines, headers=central.admin)
    assert kept.status_code == 200, kept.text
    call_id = new_id()
    tell(central, exchange, call_id, "ringing", (central.now() - RANG).total_seconds(), line="7")
    calls = central.parts.calls

    def rings_at(desk: str, *at_work: str) -> bool:
        return call_id in [ring.id for ring in calls.news_for(desk, frozenset(at_work)).calls]

    assert rings_at(desk_id, desk_id, "other")
    assert not rings_at("other", desk_id, "other")
    assert rings_at("other", "other")
    calls.load()
    assert not rings_at("other", desk_id, "other"), "the binding outlives a restart"
    wrong = {"lines": [{"line": "7", "desks": ["nobody"]}]}
    answer = central.put("/v1/admin/lines", json=wrong, headers=central.admin)
    assert (answer.status_code, answer.json()["field"]) == (422, "lines[0].desks[0]")
    assert central.get("/v1/admin/lines", central.admin).json()["revision"] == 1
