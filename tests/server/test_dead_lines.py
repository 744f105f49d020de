"""A desk whose line died in the middle of a request does not keep its connection for ever."""

from __future__ import annotations

import socket
import sys

import pytest

from console.server.main import bind


@pytest.mark.skipif(sys.platform != "linux", reason="the options of tcp(7) are inherited on Linux")
def test_an_accepted_connection_is_probed_and_given_up_within_a_minute() -> None:
    with bind("127.0.0.1", 0) as listening:
        listening.listen()
        with socket.create_connection(listening.getsockname()), listening.accept()[0] as accepted:
            assert accepted.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
            idle_s = accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE)
            every_s = accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL)
            probes = accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT)
            assert idle_s + every_s * probes <= 60
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 60_000
