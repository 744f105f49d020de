"""What a reporter adds to his report and may see of it: answers, files, number and state."""

from __future__ import annotations

import hashlib
from typing import cast

import msgspec
from sqlalchemy import bindparam, select

from console.contract.audit import named
from console.contract.codec import encode
from console.contract.ids import is_id
from console.contract.intake import MAX_TEXT, Answer, Message, ReporterView
from console.domain.casework import events
from console.domain.report import Report, Status
from console.server import tables
from console.server.audit import note
from console.server.casefile import load, standing_of
from console.server.database import Tx
from console.server.intake.form import File
from console.server.intake.reports import attach
from console.server.merged import parents_of, stir_parent, told_in
from console.server.parts import Parts
from console.server.refusals import RequestRefused, not_found, wrong
from console.server.sources import Source
from console.server.standing import told

MAX_ATTACHMENTS = 50
"""Files of one report over its whole life."""
MAX_ANSWERS = 200

_owner = select(tables.reports.c.source_id).where(tables.reports.c.id == bindparam("id"))

STEPS: dict[Status, str] = {
    Status.NEW: "received",
    Status.CLAIMED: "in_hand",
    Status.ORDERED: "officer_sent",
    Status.EN_ROUTE: "officer_on_the_way",
    Status.ON_SCENE: "officer_there",
    Status.FORWARDED: "passed_on",
    Status.CLOSED: "closed",
    Status.JUNKED: "closed",
    Status.MERGED: "in_hand",
}
"""A report's state in the reporter's words; that his report was disposed as junk is not told by a machine."""


def view(parts: Parts, source: Source, report_id: str) -> ReporterView:
    """What the reporter may see of his own report.

    Raises:
        RequestRefused: 404 for a report of another source, or none.
    """
    with parts.database.read() as connection:
        owner = connection.execute(_owner, {"id": report_id.lower()}).scalar()
        report = load(connection, Report, report_id.lower()) if owner == source.id else None
        standing = standing_of(connection, report.reporter.recognised_by) if report is not None else ()
        parents = parents_of(connection, report) if report is not None else ()
    if report is None:
        raise not_found("report of this source")
    seen, about_him = view_of(report, parents), told(report, standing, parts.now(), parts.casefile.site.zone)
    together = sorted((*seen.messages, *about_him), key=lambda message: message.at)
    return msgspec.structs.replace(seen, messages=tuple(together))


def view_of(report: Report, parents: tuple[Report, ...] = ()) -> ReporterView:
    """Number, state and what was asked, answered and told to all, oldest first.

    Of a report merged away the state is that of the case it ended up in, last of `parents`.
    """
    messages = list(told_in(report, parents))
    for entry in report.timeline:
        if entry.kind == "report.ask":
            messages.append(Message(id=entry.decision_id, at=entry.at, direction="question", text=entry.text))
        elif entry.kind == "answer":
            messages.append(Message(id=entry.params["id"], at=entry.at, direction="answer", text=entry.text))
    return ReporterView(
        id=report.id, number=report.number, received_at=report.received_at,
        state=STEPS[parents[-1].status if parents else report.status],
        messages=tuple(sorted(messages, key=lambda message: message.at)),
    )  # fmt: skip


def answer(parts: Parts, source: Source, report_id: str, said: Answer) -> ReporterView:
    """Put the reporter's answer on his report; sent again it adds nothing.

    Raises:
        RequestRefused: 422 naming the field, 404 not his, 409 for a used id with other words.
    """
    if not is_id(said.id):
        raise wrong("id", "a UUID in canonical text, made by the sender")
    if not said.text.strip() or len(said.text) > MAX_TEXT:
        raise wrong("text", f"1 to {MAX_TEXT} characters")
    answer_id, now = said.id.lower(), parts.now()
    with parts.database.write() as tx:
        report = _own(tx, source, report_id)
        answers = {e.params.get("id", ""): e.text for e in report.timeline if e.kind == "answer"}
        if answer_id in answers:
            if answers[answer_id] != said.text:
                raise RequestRefused(409, "id_reused", "id: this id came with other words before.", field="id")
            return view_of(report, parents_of(tx, report))
        if len(answers) >= MAX_ANSWERS:
            raise wrong("id", f"this report has {MAX_ANSWERS} answers already", "too_many_answers")
        report = events.answered(report, answer_id, said.text, now)
        parts.casefile.save_report(tx, report, now)
        stir_parent(tx, parts.casefile, report, report.timeline[-1], now)
        seen = view_of(report, parents_of(tx, report))
        note(tx, now, "report", "answered", actor=named("source", source.id), subject=named("report", report.id),
             content=hashlib.sha256(encode(said)).digest())  # fmt: skip
    return seen


def add_files(parts: Parts, source: Source, report_id: str, files: tuple[File, ...]) -> int:
    """Put files on a report; one whose content is on it already is not added again. How many were.

    Raises:
        RequestRefused: 404 not his, 422 when it would have too many.
    """
    now = parts.now()
    with parts.database.write() as tx:
        report = _own(tx, source, report_id)
        there = {attachment.sha256 for attachment in report.attachments}
        fresh = {file.kept.sha256: file for file in files if file.kept.sha256 not in there}
        if not fresh:
            return 0
        if len(there) + len(fresh) > MAX_ATTACHMENTS:
            raise wrong("file", f"a report holds at most {MAX_ATTACHMENTS} files", "too_many_files")
        attachments = attach(tx, report.id, tuple(fresh.values()), now, named("source", source.id))
        report = events.files_added(report, attachments, now)
        parts.casefile.save_report(tx, report, now)
        stir_parent(tx, parts.casefile, report, report.timeline[-1], now)
        note(tx, now, "report", "files_added", actor=named("source", source.id), subject=named("report", report.id),
             content=hashlib.sha256("".join(sorted(fresh)).encode()).digest())  # fmt: skip
    return len(fresh)


def _own(tx: Tx, source: Source, report_id: str) -> Report:
    owner = cast("str | None", tx.execute(_owner, {"id": report_id.lower()}).scalar())
    report = load(tx, Report, report_id.lower()) if owner == source.id else None
    if report is None:
        raise not_found("report of this source")
    return report
