"""The officer's personal page: his order, and his answers to it."""

from __future__ import annotations

from console.contract.codec import encode
from console.contract.fleet import OfficerPage
from console.server.credentials import Who
from console.server.door import JSON, Call, Reply, Route
from console.server.officer_links import answer_order, open_page
from console.server.officer_page import HEADERS, page_html, problem_html
from console.server.officer_words import LINK_ENDED, TRY_AGAIN
from console.server.refusals import RequestRefused

_HTML = "text/html; charset=utf-8"
_FORM_BYTES = 16 * 1024


def _show(call: Call) -> Reply:
    """The unit's open order as a page, or as JSON when asked for; opening it marks the order read."""
    try:
        page = open_page(call.parts, call.path["link"])
    except RequestRefused as refusal:
        return _refused(call, refusal)
    return _reply(call, page)


def _answer(call: Call) -> Reply:
    """The officer's answer: accepted, en_route, on_scene or done."""
    try:
        page = answer_order(call.parts, call.path["link"], call.path["step"])
    except RequestRefused as refusal:
        return _refused(call, refusal)
    if _wants_json(call):
        return _reply(call, page)
    # The phone asks for the page again, so that reloading it does not answer a second time.
    return Reply(body=b"", status=303, media_type=_HTML, headers={**HEADERS, "Location": f"/o/{call.path['link']}"})


def _wants_json(call: Call) -> bool:
    return "text/html" not in call.headers.get("accept", "") and JSON in call.headers.get("accept", "")


def _reply(call: Call, page: OfficerPage) -> Reply:
    if _wants_json(call):
        return Reply(body=encode(page), headers=HEADERS)
    return Reply(body=page_html(page, call.path["link"]), media_type=_HTML, headers=HEADERS)


def _refused(call: Call, refusal: RequestRefused) -> Reply:
    if "text/html" not in call.headers.get("accept", ""):
        raise refusal
    words = LINK_ENDED if refusal.status == 404 else TRY_AGAIN
    return Reply(body=problem_html(words), status=refusal.status, media_type=_HTML, headers=HEADERS)


ROUTES = (
    Route(method="GET", path="/o/{link:str}", who=Who.OFFICER, answer=_show, gives=OfficerPage),
    Route(
        method="POST", path="/o/{link:str}/{step:str}", who=Who.OFFICER, answer=_answer, gives=OfficerPage,
        max_bytes=_FORM_BYTES,
    ),
)  # fmt: skip
