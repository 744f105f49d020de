"""A real HTTP server asked for tiles: what it may answer, what it is never told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from console.domain.basemap import TileId
from console.domain.errors import NetworkFault, SetupFault
from console.domain.tile_picture import MOST_BYTES
from console.remote.tile_server import TileServer
from tests.areas.tile_sets import RED

TILE = TileId(13, 6660, 4278)


@dataclass
class Answers:
    """What the server answers next, and which requests it saw."""

    status: int = 200
    body: bytes = RED
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "image/png"})
    hangs: threading.Event | None = None
    paths: list[str] = field(default_factory=list)
    sent: list[dict[str, str]] = field(default_factory=list)
    address: str = ""


@pytest.fixture
def answers() -> Iterator[Answers]:
    told = Answers()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.paths.append(self.path)
            told.sent.append(dict(self.headers))
            if told.hangs is not None:
                told.hangs.wait(10)
            self.send_response(told.status)
            for name, value in told.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(told.body)))
            self.end_headers()
            try:
                self.wfile.write(told.body)
            except OSError:
                self.close_connection = True

        def log_message(self, *_args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    told.address = f"http://127.0.0.1:{server.server_address[1]}"
    yield told
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def tiles(answers: Answers) -> Iterator[TileServer]:
    made = TileServer(answers.address + "/peta/{z}/{x}/{y}{r}.png?key=abc")
    yield made
    made.close()


def test_a_tile_is_asked_for_at_its_address_and_nothing_else_is_told(
    tiles: TileServer, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    answers.headers["Set-Cookie"] = "who=desk-7"
    assert tiles.fetch(TILE) == RED
    assert tiles.fetch(TileId(13, 6660, 4278, dense=True)) == RED
    assert answers.paths == ["/peta/13/6660/4278.png?key=abc", "/peta/13/6660/4278@2x.png?key=abc"]
    told = {name for sent in answers.sent for name in sent}
    assert told <= {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


@pytest.mark.parametrize("status", [204, 404, 410])
def test_a_tile_that_is_not_there_is_empty(tiles: TileServer, answers: Answers, status: int) -> None:
    answers.status, answers.body = status, b"" if status == 204 else b"no"
    assert tiles.fetch(TILE) == b""


@pytest.mark.parametrize(
    ("status", "headers", "body", "why"),
    [
        (500, {"Content-Type": "image/png"}, RED, "status 500"),
        (401, {"Content-Type": "image/png"}, RED, "status 401"),
        (302, {"Location": "https://elsewhere.example/"}, b"", "status 302"),
        (200, {"Content-Type": "text/html; charset=utf-8"}, b"<html>", "text/html"),
        (200, {"Content-Type": "image/svg+xml"}, b"<svg>", "svg"),
        (200, {}, RED, "no content type"),
        (200, {"Content-Type": "image/png"}, bytes(MOST_BYTES + 1), "more than"),
    ],
)
def test_anything_but_a_bounded_picture_is_refused(
    tiles: TileServer, answers: Answers, status: int, headers: dict[str, str], body: bytes, why: str
) -> None:
    answers.status, answers.headers, answers.body = status, headers, body
    with pytest.raises(NetworkFault, match=why) as refused:
        tiles.fetch(TILE)
    assert refused.value.code == "tile_refused"


def test_whoever_waits_for_a_silent_server_can_be_cut_loose(tiles: TileServer, answers: Answers) -> None:
    answers.hangs = threading.Event()
    failed: list[str] = []

    def wait() -> None:
        try:
            tiles.fetch(TILE)
        except NetworkFault as fault:
            failed.append(fault.code)

    waiting = threading.Thread(target=wait)
    waiting.start()
    while not answers.paths:
        waiting.join(0.01)
    tiles.cut()
    waiting.join(5)
    answers.hangs.set()
    assert failed == ["unreachable"]


def test_an_address_that_leaves_this_machine_in_the_clear_is_never_asked() -> None:
    with pytest.raises(SetupFault, match="https://"):
        TileServer("http://peta.example/{z}/{x}/{y}.png")


def test_a_server_that_is_not_there_is_a_fault(answers: Answers) -> None:
    tiles = TileServer("http://127.0.0.1:1/{z}/{x}/{y}.png")
    with pytest.raises(NetworkFault) as fault:
        tiles.fetch(TILE)
    assert fault.value.code == "unreachable"
    tiles.close()
