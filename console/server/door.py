"""The one door of every route: who may ask, how much he may send, and how refusals go out."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, ParamSpec, TypeVar
from urllib.parse import parse_qsl

from litestar import Request
from litestar.datastructures import State
from litestar.handlers import HTTPRouteHandler
from litestar.response import Response

from console.contract.codec import decode, encode
from console.contract.session import PROTOCOL_HEADER
from console.domain.errors import Bug, Fault
from console.server.credentials import SELF_CHECKED, Caller, Who, admit
from console.server.parts import Parts
from console.server.refusals import RequestRefused, problem_of, wrong

T = TypeVar("T")
P = ParamSpec("P")
Asked = Request[object, object, State]
Method = Literal["GET", "POST", "PUT", "DELETE"]
JSON = "application/json"
_BODY_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer that is not simply 200 and JSON."""

    body: bytes
    status: int = 200
    media_type: str = JSON
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One line of the permission matrix and of the published description.

    A plain function runs in the pool; a coroutine runs on the event loop, must send every database call through
    `call.work`, and reads its own body from `call.request`. `files`: it takes a form with parts `file` and `form_part`.
    """

    method: Method
    path: str
    who: Who
    answer: Callable[[Call], object] | Callable[[Call], Awaitable[object]]
    takes: type | None = None
    gives: type | None = None
    query: tuple[str, ...] = ()
    status: int = 200
    max_bytes: int = _BODY_BYTES
    files: bool = False
    form_part: str = "report"

    @property
    def summary(self) -> str:
        """The first line of what the route's function says of itself."""
        return (self.answer.__doc__ or "").strip().splitlines()[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request on its way through a route."""

    route: Route
    parts: Parts
    caller: Caller
    path: Mapping[str, str]
    query: Mapping[str, str]
    headers: Mapping[str, str]
    address: str
    body: bytes
    request: Asked

    def decoded(self, kind: type[T]) -> T:
        """The body as the shape the route takes.

        Raises:
            InputFault: naming the field.
        """
        if kind is not self.route.takes:
            raise Bug(f"{self.route.path} does not say that it takes {kind.__name__}")
        return decode(self.body, kind)

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number of the query.

        Raises:
            RequestRefused: 422 naming it.
        """
        text = self.query.get(name, "")
        if not text:
            return default
        if not (text.isascii() and text.isdigit() and len(text) <= 18 and least <= int(text) <= most):
            raise wrong(name, f"a whole number from {least} to {most}")
        return int(text)

    async def work(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run something that blocks in the pool."""
        return await in_pool(self.parts, function, *args, **kwargs)


async def in_pool(parts: Parts, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run something that blocks in the pool, off the event loop."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(parts.pool, lambda: function(*args, **kwargs))


def opened(route: Route, parts: Parts) -> HTTPRouteHandler:
    """The route as Litestar serves it."""
    flows = inspect.iscoroutinefunction(route.answer)

    async def answer(request: Request[Any, Any, State]) -> Response[bytes]:
        try:
            check_protocol(request.headers, parts.protocols)
            if flows:
                return await _flowing(route, parts, request)
            body = await request.body() if route.method != "GET" else b""
            reply = await in_pool(parts, _answered, route, parts, request, body)
        except Fault as fault:
            return refused(fault)
        return _response(reply, parts)

    handler = HTTPRouteHandler(
        route.path,
        http_method=route.method,
        status_code=route.status,
        opt={"route": route},
        include_in_schema=False,
        request_max_body_size=route.max_bytes,
        name=f"{route.method} {route.path}",
    )
    return handler(answer)


def check_protocol(headers: Mapping[str, str], known: tuple[int, ...]) -> None:
    """Turn away a console whose protocol is not `known` (oldest first) here; others need not say one.

    Raises:
        RequestRefused: 426, with our newest in its header.
    """
    newest = str(known[-1])
    spoken = headers.get(PROTOCOL_HEADER, newest)
    if spoken not in {str(number) for number in known}:
        ours = " and ".join(str(number) for number in known)
        message = f"This server speaks protocol {ours}, not {spoken[:20]!r}. Update the older of the two."
        refusal = RequestRefused(426, "wrong_protocol", message, field=PROTOCOL_HEADER)
        refusal.headers[PROTOCOL_HEADER] = newest
        raise refusal


def _answered(route: Route, parts: Parts, request: Asked, body: bytes) -> Reply:
    caller = admit(parts, route.who, _credentials(route, request))
    return _reply(route, route.answer(_call(route, parts, request, caller, body)))


def _credentials(route: Route, request: Asked) -> Mapping[str, str]:
    """The headers; a Traccar client that opens a session may write its token into the query instead."""
    if route.who is Who.TRACKER and "token" in route.query and "token" in request.query_params:
        return {"Authorization": f"Bearer {request.query_params['token']}"}
    return request.headers


async def _flowing(route: Route, parts: Parts, request: Asked) -> Response[bytes]:
    caller = Caller() if route.who in SELF_CHECKED else await in_pool(parts, admit, parts, route.who, request.headers)
    answer = route.answer(_call(route, parts, request, caller, b""))
    if not inspect.isawaitable(answer):
        raise Bug(f"{route.path} is not a coroutine")
    found = await answer
    return found if isinstance(found, Response) else _response(_reply(route, found), parts)


def _call(route: Route, parts: Parts, request: Asked, caller: Caller, body: bytes) -> Call:
    try:
        pairs = parse_qsl(request.scope["query_string"].decode("latin-1"), keep_blank_values=True, max_num_fields=100)
    except ValueError as error:
        raise wrong("query", "more than 100 fields") from error
    return Call(
        route=route,
        parts=parts,
        caller=caller,
        path={name: str(value) for name, value in request.path_params.items()},
        query=dict(pairs),
        headers=request.headers,
        address=request.client.host if request.client else "",
        body=body,
        request=request,
    )


def _reply(route: Route, answer: object) -> Reply:
    return answer if isinstance(answer, Reply) else Reply(body=encode(answer), status=route.status)


def _response(reply: Reply, parts: Parts) -> Response[bytes]:
    headers = {**reply.headers, PROTOCOL_HEADER: str(parts.protocols[-1])}
    return Response(reply.body, status_code=reply.status, media_type=reply.media_type, headers=headers)


def refused(fault: Fault) -> Response[bytes]:
    """The Problem for a fault."""
    status, body, headers = problem_of(fault)
    return Response(body, status_code=status, media_type=JSON, headers=headers)
