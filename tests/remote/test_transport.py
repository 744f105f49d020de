"""Failures of the network become faults with codes, and nothing unsafe is sent."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.domain.errors import AccessFault, InputFault, NetworkFault, SetupFault
from console.remote.server import Server
from console.remote.transport import Credentials, Transport

NOW = datetime(2026, 3, 3, 0, 0, tzinfo=UTC)


@contextmanager
def answering(raw: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """A socket that answers each connection with these bytes and keeps what it was sent."""
    listening = socket.create_server(("127.0.0.1", 0))
    heard: list[bytes] = []
    stopped = threading.Event()

    def serve() -> None:
        while not stopped.is_set():
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                heard.append(connection.recv(65536))
                connection.sendall(raw)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", heard
    finally:
        stopped.set()
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


def _http(status: str, body: bytes, *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def _ask(raw: bytes) -> None:
    with answering(raw) as (address, _):
        transport = Transport(address, Credentials(desk_id="d", desk_secret="s"))
        try:
            Server(transport).changes(0, 10)
        finally:
            transport.close()


PROBLEM = b'{"code":"%s","message":"m","field":"%s"}'


@pytest.mark.parametrize(
    ("raw", "kind", "code"),
    [
        (_http("502 Bad Gateway", b"<html>nginx</html>", "Content-Type: text/html"), NetworkFault, "server_error"),
        (_http("503 Busy", b"{}", "Retry-After: 7"), NetworkFault, "server_error"),
        (_http("429 Many", b"", "Retry-After: 7"), NetworkFault, "busy"),
        (_http("404 Not Found", b"<html>"), NetworkFault, "bad_answer"),
        (_http("302 Found", b"", "Location: http://127.0.0.1:1/"), NetworkFault, "bad_answer"),
        (_http("401 No", PROBLEM % (b"desk_revoked", b"Sigap-Desk")), AccessFault, "desk_refused"),
        (_http("401 No", PROBLEM % (b"access_expired", b"Authorization")), AccessFault, "session_ended"),
        (_http("403 No", PROBLEM % (b"role_forbidden", b"")), AccessFault, "forbidden"),
        (_http("426 Old", PROBLEM % (b"wrong_protocol", b"")), NetworkFault, "wrong_protocol"),
        (_http("422 Bad", PROBLEM % (b"id_reused", b"[0].id")), InputFault, "id_reused"),
        (_http("200 OK", b"<html>captive portal</html>"), NetworkFault, "bad_answer"),
        (_http("200 OK", b'{"epoch": 5}'), NetworkFault, "bad_answer"),
        (b"not http at all", NetworkFault, "unreachable"),
        (b"", NetworkFault, "unreachable"),
    ],
)
def test_every_answer_that_is_not_one_is_a_fault(raw: bytes, kind: type[Exception], code: str) -> None:
    with pytest.raises(kind) as raised:
        _ask(raw)
    assert raised.value.code == code  # type: ignore[attr-defined]


def test_the_wait_the_server_asks_for_is_kept() -> None:
    with pytest.raises(NetworkFault) as raised:
        _ask(_http("503 Busy", b"", "Retry-After: 7"))
    assert raised.value.retry_after_s == 7.0


def test_nobody_there_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    transport = Transport(address, Credentials())
    with pytest.raises(NetworkFault) as raised:
        Server(transport).health()
    transport.close()
    assert raised.value.code == "unreachable"


@pytest.mark.parametrize("address", ["http://example.org", "http://10.0.0.1:80", "ftp://127.0.0.1", "127.0.0.1", ""])
def test_a_plain_address_elsewhere_is_refused_before_anything_is_sent(address: str) -> None:
    with pytest.raises(SetupFault) as raised:
        Transport(address, Credentials())
    assert raised.value.code == "insecure_address"


def test_a_ca_file_that_is_none_is_named(tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    file.write_text("no certificate")
    with pytest.raises(SetupFault, match=r"ca\.pem"):
        Transport("https://127.0.0.1", Credentials(), file)


def test_proxies_and_credentials_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    with answering(_http("200 OK", b"{}")) as (address, heard):
        transport = Transport(address, Credentials(desk_id="d", desk_secret="s", access_token="t"))
        assert transport.get("/x") == b"{}"
        assert transport.get("/y", person=False) == b"{}"
        transport.close()
    assert b"Authorization: Bearer t" in heard[0]
    assert b"Sigap-Desk: d:s" in heard[0]
    assert b"Authorization" not in heard[1]
