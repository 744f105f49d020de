"""What 'bench positions' compares with: a bare route that parses a fix and batches.

`asgi` is an ASGI callable of twenty lines, no framework, no checks, no database; `litestar` the same as a route of
Litestar. Both answer 200 when the batch a fix is in is full of age, as ours do after its COMMIT.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

import uvicorn
from litestar import Litestar, Request, Response, get, post
from litestar.datastructures import State
from litestar.types import Receive, Scope, Send

GATHER_S = 0.1
_HEAD: dict[str, object] = {
    "type": "http.response.start", "status": 200,
    "headers": [(b"content-type", b"text/plain"), (b"content-length", b"0")],
}  # fmt: skip
_BODY: dict[str, object] = {"type": "http.response.body", "body": b"", "more_body": False}


class Batches:
    """Fixes gathered for a tenth of a second, then forgotten and answered."""

    def __init__(self) -> None:
        self._fixes: list[tuple[str, float, float, datetime]] = []
        self._waiting: list[asyncio.Future[None]] = []

    async def put(self, query: bytes) -> None:
        """Parse a fix; return when its batch is."""
        fields = dict(parse_qsl(query.decode("latin-1"), keep_blank_values=True))
        at = datetime.fromtimestamp(float(fields["timestamp"]) / 1000, UTC)
        self._fixes.append((fields["id"], float(fields["lat"]), float(fields["lon"]), at))
        loop = asyncio.get_running_loop()
        waiting = loop.create_future()
        if not self._waiting:
            loop.call_later(GATHER_S, self._flush)
        self._waiting.append(waiting)
        await waiting

    def _flush(self) -> None:
        waiting, self._waiting, self._fixes = self._waiting, [], []
        for each in waiting:
            each.set_result(None)


_batches = Batches()


async def asgi(scope: Scope, receive: Receive, send: Send) -> None:
    """The bare route."""
    await _batches.put(scope["query_string"])
    await send(_HEAD)  # type: ignore[arg-type]
    await send(_BODY)  # type: ignore[arg-type]


async def _route(token: str, request: Request[Any, Any, State]) -> Response[bytes]:
    await _batches.put(request.scope["query_string"])
    return Response(b"", media_type="text/plain", status_code=200)


_PATH = "/p/osmand/{token:str}"
litestar = Litestar([get(_PATH)(_route), post(_PATH)(_route)], openapi_config=None, logging_config=None)


def main() -> int:
    """Serve it on a port of its own, told on standard output, until standard input closes."""
    sys.setswitchinterval(0.001)
    config = uvicorn.Config(
        asgi if sys.argv[1] == "asgi" else litestar, port=0, log_config=None, access_log=False, server_header=False,
        ws="none", lifespan="off", timeout_keep_alive=75,
    )  # fmt: skip
    config.load()
    server = uvicorn.Server(config)

    async def serve() -> None:
        bound = config.bind_socket()
        print(bound.getsockname()[1], flush=True)
        loop = asyncio.get_running_loop()
        loop.add_reader(sys.stdin.fileno(), lambda: setattr(server, "should_exit", True))
        await server.serve([bound])
        bound.close()

    asyncio.run(serve())
    return 0


if __name__ == "__main__":
    sys.exit(main())
