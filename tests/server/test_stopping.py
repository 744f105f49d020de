"""A server that stops while desks call leaves no socket behind."""

from __future__ import annotations

import asyncio
import gc
import socket
from datetime import UTC, datetime
from pathlib import Path

from console.server.main import CentralServer, bind, build
from console.server.parts import assemble


def test_who_is_being_let_in_while_the_server_stops_is_closed_with_it(tmp_path: Path) -> None:
    parts = assemble(f"sqlite:///{tmp_path / 'server.db'}", lambda: datetime.now(UTC), tmp_path / "media")
    try:
        asyncio.run(_stop_at_the_door(build(parts, lambda port: None)))
    finally:
        parts.close()
    gc.collect()  # what was left unclosed is told here, and fails this test


async def _stop_at_the_door(server: CentralServer) -> None:
    bound = bind("127.0.0.1", 0)
    server.lifespan = server.config.lifespan_class(server.config)
    await server.startup([bound])
    callers = [socket.create_connection(bound.getsockname()) for _ in range(12)]
    # One turn until the loop sees them, and the next begins with us: they are accepted and not yet known.
    loop = asyncio.get_running_loop()
    turned = loop.create_future()
    loop.call_soon(turned.set_result, None)
    await turned
    await server.shutdown([bound])
    for caller in callers:
        caller.close()
