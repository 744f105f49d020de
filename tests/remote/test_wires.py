"""Lines that went silent: nobody waits on them for long, nor on those that died with them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import count

import pytest

from console.domain.errors import NetworkFault
from console.remote.transport import SLOW_AFTER_S, Credentials, Transport
from tests.worlds.stranger import Stranger, http, stranger


@pytest.fixture
def silent() -> Iterator[Stranger]:
    """Takes every request and says nothing."""
    with stranger(lambda path, body: None) as there:
        yield there


def test_cutting_frees_whoever_waits_for_an_answer_that_does_not_come(silent: Stranger) -> None:
    transport, faults = Transport(silent.address, Credentials()), list[str]()
    asked = threading.Event()

    def say_nothing(path: str, body: bytes) -> None:
        asked.set()

    def wait() -> None:
        try:
            transport.get("/v1/health")
        except NetworkFault as fault:
            faults.append(fault.code)

    silent.answer = say_nothing
    waiting = threading.Thread(target=wait)
    waiting.start()
    assert asked.wait(10)
    transport.rebuild()
    waiting.join()
    assert faults == ["unreachable"]
    silent.answer = lambda path, body: http("200 OK", b"{}")
    assert transport.get("/v1/health") == b"{}"
    transport.close()


def test_idle_connections_are_let_go_with_one_that_died(silent: Stranger) -> None:
    """Each would cost another time limit: a desk with five of them stood still for more than a minute."""
    both = threading.Barrier(2)

    def answer_both(path: str, body: bytes) -> bytes:
        both.wait(10)
        return http("200 OK", b"{}")

    transport = Transport(silent.address, Credentials())
    silent.answer = answer_both
    asking = [threading.Thread(target=transport.get, args=("/v1/health",)) for _ in range(2)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert silent.connections == 2
    silent.answer = lambda path, body: None
    with pytest.raises(NetworkFault) as raised:
        transport.open("GET", "/v1/health", read_s=0.05)
    assert raised.value.code == "timeout"
    silent.answer = lambda path, body: http("200 OK", b"{}")
    assert transport.get("/v1/health") == b"{}"
    assert silent.connections == 3
    transport.close()


def test_an_answer_that_only_trickles_is_no_answer(silent: Stranger) -> None:
    hours = count(step=2 * SLOW_AFTER_S)
    transport = Transport(silent.address, Credentials(), monotonic_s=lambda: float(next(hours)))
    silent.answer = lambda path, body: http("200 OK", b"{}")
    with pytest.raises(NetworkFault) as raised:
        transport.get("/v1/changes")
    assert raised.value.code == "timeout"
    silent.answer = lambda path, body: http("200 OK", b" " * 1_000_000 + b"{}")
    assert transport.get("/v1/changes").endswith(b"{}")
    transport.close()


def test_an_answer_cut_in_the_middle_says_that_it_had_begun(silent: Stranger) -> None:
    transport = Transport(silent.address, Credentials())
    whole = http("200 OK", b"x" * 5_000, "Connection: close")
    silent.answer = lambda path, body: whole[:-1_000]
    with pytest.raises(NetworkFault) as raised:
        transport.get("/v1/changes")
    assert (raised.value.code, raised.value.params["begun"]) == ("unreachable", True)
    transport.close()
