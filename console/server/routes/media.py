"""Files of reports go out to consoles in ranges; those of desks come in piece by piece."""

from __future__ import annotations

import re
from typing import cast

from sqlalchemy import bindparam, select

from console.contract.files import MOST_PIECE_BYTES, FileReceived
from console.domain.casework.attaching import MOST_OWN_BYTES
from console.domain.report import Report
from console.server import tables
from console.server.casefile import load
from console.server.credentials import Who
from console.server.door import Call, Reply, Route
from console.server.refusals import RequestRefused, forbidden, not_found
from console.server.uploads import is_awaited

_RANGE = re.compile(r"^bytes=(\d{0,18})-(\d{0,18})$")
_media = select(
    tables.media.c.report_id, tables.media.c.sha256, tables.media.c.size_bytes, tables.media.c.media_type
).where(tables.media.c.id == bindparam("id"))


def _download(call: Call) -> Reply:
    """The file's bytes, or the asked range of them; of a sensitive case only after a look with its reason."""
    with call.parts.database.read() as connection:
        row = connection.execute(_media, {"id": call.path["media_id"]}).first()
        report = load(connection, Report, cast("str", row[0])) if row else None
        if row is None or report is None:
            raise not_found("file")
        if is_awaited(connection, call.path["media_id"]):
            raise RequestRefused(409, "not_arrived", "The desk that put this file on the case is still sending it.")
        call.parts.scans.check(connection, cast("str", row[1]))
    if report.sensitive and not _has_looked(report, call.caller.actor.id if call.caller.actor else ""):
        raise forbidden("Files of a sensitive case open on a reason; look at the case first.", "look_first")
    _, sha256, size_bytes, media_type = cast("tuple[str, str, int, str]", tuple(row))
    headers = {
        "ETag": f'"{sha256}"', "Accept-Ranges": "bytes", "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff", "Content-Disposition": "attachment",
    }  # fmt: skip
    if call.headers.get("if-none-match", "") == f'"{sha256}"':
        return Reply(body=b"", status=304, media_type=media_type, headers=headers)
    asked = call.headers.get("range", "")
    if call.headers.get("if-range", f'"{sha256}"') != f'"{sha256}"':
        asked = ""
    span = span_of(asked, size_bytes)
    start, end = span or (0, size_bytes)
    if span is not None:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{size_bytes}"
    body = call.parts.media.read(sha256, start, end - start)
    return Reply(body=body, status=206 if span else 200, media_type=media_type, headers=headers)


def _received(call: Call) -> FileReceived:
    """How much the server has of a file this desk put on a case."""
    return call.parts.uploads.received(call.caller.desk_id, call.path["media_id"])


def _take_piece(call: Call) -> FileReceived:
    """The next piece of a file this desk put on a case, from byte `at` on; how much the server has then."""
    at_byte = call.number("at", 0, 0, MOST_OWN_BYTES)
    return call.parts.uploads.add(call.caller.desk_id, call.path["media_id"], at_byte, call.body)


def span_of(asked: str, size_bytes: int) -> tuple[int, int] | None:
    """First byte and the one after the last of a Range header (RFC 9110, 14.1.2).

    None, the whole file, for no range, several or one that says nothing.

    Raises:
        RequestRefused: 416 when the range lies beyond the file.
    """
    found = _RANGE.match(asked.strip())
    first, last = found.groups() if found else ("", "")
    if not first and not last:
        return None
    if first:
        start, end = int(first), min(size_bytes, int(last) + 1 if last else size_bytes)
        if last and int(last) < start:
            return None
    else:
        start, end = max(0, size_bytes - int(last)), size_bytes
    if start >= size_bytes:
        refusal = RequestRefused(416, "range_beyond", f"Range: the file has {size_bytes} bytes", field="Range")
        refusal.headers = {"Content-Range": f"bytes */{size_bytes}"}
        raise refusal
    return start, end


def _has_looked(report: Report, actor_id: str) -> bool:
    return any(
        e.kind == "report.look" and e.actor_id == actor_id and e.params.get("what") == "sensitive"
        for e in report.timeline
    )


ROUTES = (
    Route(method="GET", path="/v1/media/{media_id:str}", who=Who.PERSON, answer=_download),
    Route(
        method="GET", path="/v1/media/{media_id:str}/upload", who=Who.DESK, answer=_received, gives=FileReceived,
    ),
    Route(
        method="PUT", path="/v1/media/{media_id:str}/upload", who=Who.DESK, answer=_take_piece, gives=FileReceived,
        query=("at",), max_bytes=MOST_PIECE_BYTES,
    ),
)  # fmt: skip
