"""The published description (OpenAPI 3.1), made from the table that guards the routes."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from console import __version__
from console.contract.codec import encode
from console.contract.session import DESK_HEADER, Problem
from console.server.credentials import Who
from console.server.door import JSON, Call, Reply, Route

PATH = "/v1/openapi.json"
_PARAMETER = re.compile(r"{(\w+):\w+}")
_DESK = {"type": "apiKey", "in": "header", "name": DESK_HEADER, "description": "desk_id:desk_secret"}
_BEARER = {"type": "http", "scheme": "bearer"}
_BASIC = {"type": "http", "scheme": "basic"}
_SECURITY: dict[Who, list[dict[str, list[str]]]] = {
    Who.DESK: [{"desk": []}],
    Who.PERSON: [{"desk": [], "bearer": []}],
    Who.SOURCE: [{"bearer": []}],
    Who.FLEET: [{"bearer": []}, {"desk": [], "bearer": []}],
    Who.ADMINISTRATOR: [{"bearer": []}, {"desk": [], "bearer": []}],
    Who.OVERSIGHT: [{"bearer": []}, {"desk": [], "bearer": []}],
    Who.TRACKER: [{"bearer": []}, {"basic": []}],
}


def description_route(routes: tuple[Route, ...]) -> Route:
    """The route that publishes the description of all the others."""

    @cache
    def body() -> bytes:
        # At the first question: few ask, and every start of a server, a desk's own too, would wait for it.
        return encode(describe(routes))

    def published(call: Call) -> Reply:
        """This description."""
        return Reply(body=body())

    return Route(method="GET", path=PATH, who=Who.ANYONE, answer=published)


def describe(routes: tuple[Route, ...]) -> dict[str, object]:
    """The OpenAPI document."""
    kinds = [kind for route in routes for kind in (route.takes, route.gives) if kind is not None]
    schemas, components = msgspec.json.schema_components([*kinds, Problem], ref_template="#/components/schemas/{name}")
    schema_of = dict(zip([*kinds, Problem], schemas, strict=True))
    paths: dict[str, dict[str, object]] = {}
    for route in routes:
        paths.setdefault(_bare(route.path), {})[route.method.lower()] = _operation(route, schema_of)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Sigap central server", "version": __version__},
        "paths": paths,
        "components": {"schemas": components, "securitySchemes": {"desk": _DESK, "bearer": _BEARER, "basic": _BASIC}},
    }


def _bare(path: str) -> str:
    return _PARAMETER.sub(r"{\1}", path)


def _operation(route: Route, schema_of: dict[type, dict[str, object]]) -> dict[str, object]:
    answer: dict[str, object] = {"description": route.summary}
    if route.gives is not None:
        answer["content"] = {JSON: {"schema": schema_of[route.gives]}}
    problem = {"description": "Why not.", "content": {JSON: {"schema": schema_of[Problem]}}}
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in _PARAMETER.findall(route.path)
    ] + [{"name": name, "in": "query", "required": False, "schema": {"type": "string"}} for name in route.query]
    path = _bare(route.path)
    operation: dict[str, object] = {
        "summary": route.summary,
        "operationId": f"{route.method.lower()} {path}",
        "parameters": parameters,
        "responses": {str(route.status): answer, "4XX": problem, "503": problem},
        "security": _SECURITY.get(route.who, []),
        "x-who": route.who.value,
    }
    if route.status == 201 and route.gives is not None:
        operation["responses"] = {"200": answer, "201": answer, "4XX": problem, "503": problem}
    content: dict[str, object] = {JSON: {"schema": schema_of[route.takes]}} if route.takes is not None else {}
    if route.files:
        parts: dict[str, object] = {"file": {"type": "array", "items": {"type": "string", "format": "binary"}}}
        if route.takes is not None:
            parts[route.form_part] = schema_of[route.takes]
        content["multipart/form-data"] = {"schema": {"type": "object", "properties": parts}}
    if content:
        operation["requestBody"] = {"required": True, "content": content}
    return operation
