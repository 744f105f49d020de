"""The stream of hints: told after the commit, to everybody, and only a hint."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import requests

from console.contract.fleet import NewUnit
from console.domain.acts import AddNote
from console.server.bus import Subscriber
from console.server.enrolled_units import enrol_units
from tests.worlds.central import Central, SignedDesk


class Listener:
    """Reads one stream, event by event."""

    def __init__(self, answer: requests.Response) -> None:
        self.answer = answer
        self._pieces = answer.iter_content(chunk_size=None)
        self._buffer = b""

    def next(self, event: str) -> dict:
        """The data of the next event of that name; ends with StopIteration when the stream does."""
        while True:
            while b"\n\n" in self._buffer:
                block, _, self._buffer = self._buffer.partition(b"\n\n")
                lines = dict(line.split(b": ", 1) for line in block.split(b"\n") if not line.startswith(b":"))
                if lines.get(b"event") == event.encode():
                    return json.loads(lines[b"data"])
            self._buffer += next(self._pieces)


@contextmanager
def listening(desk: SignedDesk) -> Iterator[Listener]:
    with requests.Session() as session:
        session.trust_env = False
        answer = session.get(desk.central.address + "/v1/stream", headers=desk.headers, stream=True, timeout=15)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/event-stream"
        with answer:
            yield Listener(answer)


def test_the_first_event_says_how_far_the_feed_is(central: Central):
    desk = central.sign_in()
    central.report_in(central.make_source())
    with listening(desk) as stream:
        hint = stream.next("changes")
    page = central.get("/v1/changes?after=0", headers=desk.headers).json()
    assert hint == {"seq": page["next_seq"], "epoch": page["epoch"]}


def test_a_commit_is_told_to_every_open_stream(central: Central):
    app = central.make_source()
    first, second = central.sign_in("sari"), central.sign_in("bayu")
    with listening(first) as one, listening(second) as two:
        start = one.next("changes")["seq"]
        two.next("changes")
        report_id = central.report_in(app)
        assert one.next("changes")["seq"] == two.next("changes")["seq"] == start + 1
        first.decide(AddNote(text="dicek"), report_id)
        assert two.next("changes")["seq"] == start + 2


def test_a_commit_is_told_with_the_very_rows_the_feed_would_answer(central: Central):
    app, desk = central.make_source(), central.sign_in()
    with listening(desk) as stream:
        start = stream.next("changes")["seq"]
        central.report_in(app)
        told = stream.next("changes")
    page = central.get(f"/v1/changes?after={start}", headers=desk.headers).json()
    assert (told["after"], told["seq"], told["epoch"]) == (start, page["next_seq"], page["epoch"])
    assert told["rows"] == page["rows"] != []


def test_many_changes_at_once_are_told_without_their_rows(central: Central):
    desk = central.sign_in()
    with listening(desk) as stream:
        stream.next("changes")
        enrol_units(central.parts, tuple(NewUnit(id=f"u{n}", call_sign=f"U{n}") for n in range(40)))
        assert set(stream.next("changes")) == {"seq", "epoch"}


def test_a_stream_that_reads_slowly_is_told_only_how_far_the_feed_is():
    slow = Subscriber("s1")
    for number in range(40):
        slow.offer_rows(b"x" * 4_000, b"<up to %d>" % number)
    waiting = slow.take()
    assert len(waiting) < 64 * 1024 + 4_000
    assert waiting.endswith(b"<up to 33>")
    assert slow.take() == b""


def test_who_has_a_report_open_is_told_and_forgotten_when_the_desk_falls_silent(central: Central):
    desk, other = central.sign_in("sari"), central.sign_in("bayu")
    with listening(other) as stream:
        assert stream.next("presence") == {"looking": {}, "present": []}
        central.post("/v1/heartbeat", json={"looking_at": "r-1"}, headers=desk.headers)
        told = stream.next("presence")
        assert told["looking"] == {desk.desk_id: ["r-1", "Sari"]}
        assert [who["name"] for who in told["present"]] == ["Sari"]
        central.advance(46)
        assert stream.next("presence") == {"looking": {}, "present": []}


def test_signing_out_ends_the_stream(central: Central):
    desk = central.sign_in()
    with listening(desk) as stream:
        stream.next("presence")
        central.post("/v1/sign-out", headers=desk.headers)
        assert list(stream._pieces) == []


def test_the_server_stops_at_once_though_streams_are_open(central: Central):
    desk = central.sign_in()
    with listening(desk) as stream:
        stream.next("presence")
        central.go_away()
        assert b"".join(stream._pieces) == b""
    central.come_back()


def test_a_stream_needs_the_persons_token(central: Central):
    desk = central.sign_in()
    refused = central.get("/v1/stream", headers=desk.desk_headers)
    assert (refused.status_code, refused.json()["code"]) == (401, "credential_missing")
    assert central.post("/v1/stream", headers=desk.headers).status_code == 405
