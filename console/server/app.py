"""The server's Litestar application, built from the one table of routes."""

from __future__ import annotations

import logging
from typing import Any

from litestar import Litestar, Request
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.response import Response
from litestar.types import ASGIApp, ControllerRouterHandler

from console.contract.codec import encode
from console.contract.session import Problem
from console.server.door import JSON, Route, opened
from console.server.openapi import description_route
from console.server.parts import Parts
from console.server.routes import (
    admin,
    asks,
    audit,
    calls,
    changes,
    crews,
    decisions,
    doubts,
    duty,
    edits,
    enrolled,
    fleet,
    handbook,
    hazards,
    health,
    heartbeat,
    landmarks,
    media,
    numbers,
    officer,
    outcomes,
    phones,
    positions,
    posts,
    recall,
    reports,
    session,
    stream,
    traccar,
    trackers,
    tracks,
    words,
)
from console.server.routes.phones_first import phones_first
from console.server.routes.traccar_socket import with_socket

_log = logging.getLogger(__name__)

ROUTES: tuple[Route, ...] = (
    *health.ROUTES,
    *session.ROUTES,
    *changes.ROUTES,
    *decisions.ROUTES,
    *recall.ROUTES,
    *numbers.ROUTES,
    *calls.ROUTES,
    *heartbeat.ROUTES,
    *reports.ROUTES,
    *asks.ROUTES,
    *media.ROUTES,
    *positions.ROUTES,
    *tracks.ROUTES,
    *phones.ROUTES,
    *traccar.ROUTES,
    *trackers.ROUTES,
    *officer.ROUTES,
    *duty.ROUTES,
    *fleet.ROUTES,
    *admin.ROUTES,
    *enrolled.ROUTES,
    *edits.ROUTES,
    *crews.ROUTES,
    *doubts.ROUTES,
    *hazards.ROUTES,
    *outcomes.ROUTES,
    *landmarks.ROUTES,
    *handbook.ROUTES,
    *words.ROUTES,
    *posts.ROUTES,
    *audit.ROUTES,
)
"""Every route but the stream and the description of them all."""

_CODES = {400: "bad_request", 404: "not_found", 405: "method_not_allowed", 413: "too_large", 429: "too_many_requests"}


def make_app(parts: Parts) -> Litestar:
    """The application on these parts; opening and closing them is the caller's."""
    description = description_route((*ROUTES, stream.ROUTE))
    handlers: list[ControllerRouterHandler] = [opened(route, parts) for route in (*ROUTES, description)]
    handlers.append(stream.opened_stream(parts))
    return Litestar(
        route_handlers=handlers,
        openapi_config=None,
        logging_config=None,
        exception_handlers={HTTPException: _refused, Exception: _broken},
        pdb_on_exception=False,
        debug=False,
    )


def whole_app(parts: Parts) -> ASGIApp:
    """The same with what is answered before it: phones by the short way, Traccar's web socket."""
    return with_socket(phones_first(make_app(parts), parts), parts)


def _refused(request: Request[Any, Any, State], error: HTTPException) -> Response[bytes]:
    """What Litestar itself turns away: no such path, method, or a body too large."""
    code = _CODES.get(error.status_code, "bad_request")
    problem = Problem(code=code, message=error.detail or code.replace("_", " "), field="")
    headers = {name: value for name, value in (error.headers or {}).items() if name.lower() == "allow"}
    return Response(encode(problem), status_code=error.status_code, media_type=JSON, headers=headers)


def _broken(request: Request[Any, Any, State], error: Exception) -> Response[bytes]:
    """Our own mistake: logged whole, told briefly."""
    _log.error("bug while answering %s %s", request.method, request.scope.get("path_template", "?"), exc_info=error)
    problem = Problem(code="internal", message="The server made a mistake; it was written to its log.")
    return Response(encode(problem), status_code=500, media_type=JSON)
