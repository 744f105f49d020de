"""The officer's personal page: his order and his answers, a call for help, what he finds."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from urllib.parse import parse_qsl

from console.contract.codec import encode
from console.contract.fleet import OfficerPage
from console.server.credentials import Who
from console.server.door import JSON, Call, Reply, Route
from console.server.intake.form import MAX_FORM_BYTES, File, Form
from console.server.intake.reports import let_go
from console.server.officer_findings import Finding, take_finding
from console.server.officer_links import Said, answer_order, open_page, unit_behind
from console.server.officer_page import HEADERS, page_html, problem_html, taken_html
from console.server.officer_places import say_place
from console.server.officer_words import LINK_ENDED, TRY_AGAIN
from console.server.refusals import RequestRefused, wrong
from console.server.sos import call_off, raise_alarm

_HTML = "text/html; charset=utf-8"
_FORM_BYTES = 16 * 1024
_PIECE_BYTES = 256 * 1024
FIELDS = frozenset({"order", "text", "waited_s", "id", "category", "place", "lat", "lon"})
"""Fields the page's forms may send."""


def _show(call: Call) -> Reply:
    """The unit's order as a page, or as JSON when asked for; opening it marks the order read."""
    try:
        page = open_page(call.parts, call.path["link"])
    except RequestRefused as refusal:
        return _refused(call, refusal)
    return _reply(call, page)


async def _answer(call: Call) -> Reply:
    """The officer's answer (accepted, en_route, on_scene, done), his call for help, or what he found."""
    try:
        if not call.headers.get("content-type", "").lower().startswith("multipart/"):
            return await call.work(_take, call, await _fields(call), ())
        return await _take_form(call)
    except RequestRefused as refusal:
        return _refused(call, refusal)


def _take(call: Call, fields: Mapping[str, str], files: tuple[File, ...]) -> Reply:
    parts, link, step = call.parts, call.path["link"], call.path["step"]
    if step == "report":
        number = take_finding(parts, link, Finding(
            id=fields.get("id", ""), text=fields.get("text", ""), category=fields.get("category", ""),
            place_words=fields.get("place", ""), lat=_number(fields, "lat"), lon=_number(fields, "lon"), files=files,
        ))  # fmt: skip
        return _taken(call, number)
    if step == "help":
        raise_alarm(parts, unit_behind(parts, link).id, None)
    elif step == "place":
        say_place(parts, unit_behind(parts, link), fields.get("place", ""))
    elif step == "safe":
        call_off(parts, unit_behind(parts, link).id)
    else:
        said = Said(
            order=fields.get("order", ""), text=fields.get("text", ""), waited_s=_number(fields, "waited_s") or 0.0,
            files=files,
        )  # fmt: skip
        page = answer_order(parts, link, step, said)
        if _wants_json(call):
            return _reply(call, page)
    if _wants_json(call):
        return _reply(call, open_page(parts, link))
    # The phone asks for the page again, so that reloading it does not answer a second time.
    return Reply(body=b"", status=303, media_type=_HTML, headers={**HEADERS, "Location": f"/o/{link}"})


async def _take_form(call: Call) -> Reply:
    """A form with files, each straight to disk; what came on no report is gone afterwards."""
    await call.work(unit_behind, call.parts, call.path["link"])
    form = Form(call.parts.media, call.headers.get("content-type", ""), FIELDS)
    try:
        waiting = bytearray()
        async for piece in call.request.stream():
            waiting += piece
            if len(waiting) >= _PIECE_BYTES:
                await call.work(form.feed, bytes(waiting))
                waiting.clear()
        await call.work(form.feed, bytes(waiting))
        form.close()
        fields = {name: value.decode("utf-8", "replace") for name, value in form.texts.items()}
        return await call.work(_take, call, fields, tuple(form.files))
    finally:
        form.abandon()
        if form.files:
            await call.work(let_go, call.parts, tuple(form.files))


async def _fields(call: Call) -> dict[str, str]:
    """The fields of a form without files; no body is an empty form."""
    body = bytearray()
    async for piece in call.request.stream():
        body += piece
        if len(body) > _FORM_BYTES:
            raise RequestRefused(413, "too_large", "body: a form without files is at most 16 KiB", field="body")
    text = bytes(body).decode("utf-8", "replace")
    return {name: value for name, value in parse_qsl(text) if name in FIELDS}


def _number(fields: Mapping[str, str], name: str) -> float | None:
    text = fields.get(name, "").strip()
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        raise wrong(name, "a number") from None
    if not isfinite(value):
        raise wrong(name, "a number")
    return value


def _wants_json(call: Call) -> bool:
    return "text/html" not in call.headers.get("accept", "") and JSON in call.headers.get("accept", "")


def _reply(call: Call, page: OfficerPage) -> Reply:
    if _wants_json(call):
        return Reply(body=encode(page), headers=HEADERS)
    return Reply(body=page_html(page, call.path["link"]), media_type=_HTML, headers=HEADERS)


def _taken(call: Call, number: str) -> Reply:
    if _wants_json(call):
        return Reply(body=encode({"number": number}), headers=HEADERS)
    return Reply(body=taken_html(number, call.path["link"]), media_type=_HTML, headers=HEADERS)


def _refused(call: Call, refusal: RequestRefused) -> Reply:
    if "text/html" not in call.headers.get("accept", ""):
        raise refusal
    words = LINK_ENDED if refusal.status == 404 else TRY_AGAIN
    return Reply(body=problem_html(words), status=refusal.status, media_type=_HTML, headers=HEADERS)


ROUTES = (
    Route(method="GET", path="/o/{link:str}", who=Who.OFFICER, answer=_show, gives=OfficerPage),
    Route(
        method="POST", path="/o/{link:str}/{step:str}", who=Who.OFFICER, answer=_answer, gives=OfficerPage,
        max_bytes=MAX_FORM_BYTES,
    ),
)  # fmt: skip
