"""Reports come in from apps, partners and gateways; their reporters see, answer and add."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from console.contract.admin import Done
from console.contract.codec import decode, encode
from console.contract.intake import Answer, Appealed, NewAppeal, NewReport, Received, ReporterView
from console.server.credentials import Who
from console.server.door import Call, Reply, Route
from console.server.intake import additions
from console.server.intake.form import MAX_FORM_BYTES, REPORT, Form
from console.server.intake.reports import let_go, receive
from console.server.refusals import RequestRefused, unknown_caller, wrong
from console.server.sources import Source
from console.server.standing_door import appeal_of, appeal_on

MAX_JSON_BYTES = 256 * 1024
_PIECE_BYTES = 256 * 1024


async def _receive(call: Call) -> Reply:
    """Take a report in, as JSON or as a form with files: 201 with its number, 200 when it was there before."""
    source = paced(call)
    if not call.headers.get("content-type", "").lower().startswith("multipart/"):
        answer = await call.work(receive, call.parts, source, decode(await short_body(call), NewReport))
    else:
        async with whole_form(call) as form:
            if "report" not in form.texts:
                raise wrong("report", "the form needs a part 'report' with the report as JSON", "part_missing")
            new = decode(form.texts["report"], NewReport)
            answer = await call.work(receive, call.parts, source, new, tuple(form.files))
    return Reply(body=encode(answer), status=200 if answer.again else 201)


def _view(call: Call) -> ReporterView:
    """The reporter's own report: number, state, questions and answers."""
    return additions.view(call.parts, paced(call), call.path["report_id"])


def _answer(call: Call) -> ReporterView:
    """The reporter's answer to a question, or anything he adds in words."""
    return additions.answer(call.parts, paced(call), call.path["report_id"], call.decoded(Answer))


def _appeal_on(call: Call) -> Reply:
    """The reporter's appeal against what was decided about him on this report: 201, 200 when it was there before."""
    answer = appeal_on(call.parts, paced(call), call.path["report_id"], call.decoded(NewAppeal))
    return Reply(body=encode(answer), status=200 if answer.again else 201)


def _appeal(call: Call) -> Reply:
    """An appeal of a blocked reporter, recognised by account, device or number: 201, 200 when it was there before."""
    answer = appeal_of(call.parts, paced(call), call.decoded(NewAppeal))
    return Reply(body=encode(answer), status=200 if answer.again else 201)


async def _add_files(call: Call) -> Done:
    """Files that come after the report, as parts 'file' of a form; the same content again adds nothing."""
    source = paced(call)
    await call.work(additions.view, call.parts, source, call.path["report_id"])
    async with whole_form(call) as form:
        if not form.files:
            raise wrong("file", "the form needs at least one part 'file'", "part_missing")
        files = tuple(form.files)
        count = await call.work(additions.add_files, call.parts, source, call.path["report_id"], files)
    return Done(count=count)


def paced(call: Call) -> Source:
    """The source that asks, within its pace.

    Raises:
        RequestRefused: 429 with the seconds until the next may come.
    """
    source = call.caller.source
    if source is None:
        raise unknown_caller("key_unknown", "A source's key is needed.")
    call.parts.pace.take(source)
    return source


@asynccontextmanager
async def whole_form(call: Call, fields: frozenset[str] = REPORT) -> AsyncIterator[Form]:
    """The whole form; afterwards files that came on no report are gone."""
    form = Form(call.parts.media, call.headers.get("content-type", ""), fields)
    try:
        waiting = bytearray()
        async for piece in call.request.stream():
            waiting += piece
            # One hop to the pool per quarter mebibyte, not per packet.
            if len(waiting) >= _PIECE_BYTES:
                await call.work(form.feed, bytes(waiting))
                waiting.clear()
        await call.work(form.feed, bytes(waiting))
        form.close()
        yield form
    finally:
        form.abandon()
        if form.files:
            await call.work(let_go, call.parts, tuple(form.files))


async def short_body(call: Call) -> bytes:
    """A body without files, as it was sent.

    Raises:
        RequestRefused: 413 for a long one.
    """
    body = bytearray()
    async for piece in call.request.stream():
        body += piece
        if len(body) > MAX_JSON_BYTES:
            raise RequestRefused(413, "too_large", "body: a report without files is at most 256 KiB", field="body")
    return bytes(body)


ROUTES = (
    Route(
        method="POST", path="/v1/reports", who=Who.SOURCE, answer=_receive, takes=NewReport, gives=Received,
        status=201, max_bytes=MAX_FORM_BYTES, files=True,
    ),
    Route(method="GET", path="/v1/reports/{report_id:str}", who=Who.SOURCE, answer=_view, gives=ReporterView),
    Route(
        method="POST", path="/v1/reports/{report_id:str}/answers", who=Who.SOURCE, answer=_answer, takes=Answer,
        gives=ReporterView,
    ),
    Route(
        method="POST", path="/v1/reports/{report_id:str}/appeals", who=Who.SOURCE, answer=_appeal_on, takes=NewAppeal,
        gives=Appealed, status=201,
    ),
    Route(
        method="POST", path="/v1/appeals", who=Who.SOURCE, answer=_appeal, takes=NewAppeal, gives=Appealed, status=201,
    ),
    Route(
        method="POST", path="/v1/reports/{report_id:str}/files", who=Who.SOURCE, answer=_add_files, gives=Done,
        max_bytes=MAX_FORM_BYTES, files=True,
    ),
)  # fmt: skip
