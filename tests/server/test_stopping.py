"""A server that stops while desks call leaves no socket behind."""

from __future__ import annotations

import gc
import socket
from pathlib import Path

from tests.worlds.central import Central


def test_who_calls_while_the_server_stops_is_let_go(tmp_path: Path) -> None:
    central = Central(tmp_path)
    for _ in range(4):
        callers = [socket.create_connection(("127.0.0.1", central.port)) for _ in range(12)]
        central.go_away()
        for caller in callers:
            caller.close()
        central.come_back()
    central.go_away()
    gc.collect()  # what was left unclosed is told here, and fails this test
