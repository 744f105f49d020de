"""What happens to a case without a decision; pure, written by the server."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from console.domain.attachment import Attachment
from console.domain.casework.assignment import NEXT_STATUSES, Moment, assignment_moved, open_assignment
from console.domain.casework.facts import Facts
from console.domain.casework.forward_files import left_with, told_along, whole_now
from console.domain.casework.status import restated
from console.domain.report import AssignmentStatus, Forward, ForwardStatus, Report
from console.domain.timeline import Entry

_UNSENT = (ForwardStatus.HELD, ForwardStatus.FAILED)


def _with_entry(report: Report, entry: Entry) -> Report:
    return restated(replace(report, timeline=(*report.timeline, entry)))


def received(report: Report, source_time: str = "") -> Report:
    """A report as it comes in: revision 1, its first line 'received' with the channel and a replay's own time."""
    params = {"source": report.source_name, "channel": report.source_kind.value}
    if source_time:
        params["source_time"] = source_time
    entry = Entry(kind="received", at=report.received_at, params=params)
    return replace(report, timeline=(entry,), revision=1)


def answered(report: Report, answer_id: str, text: str, at: datetime) -> Report:
    """The reporter answered or added to his report; marks it unread."""
    entry = Entry(kind="answer", at=at, text=text, params={"id": answer_id})
    return _with_entry(replace(report, unread=True), entry)


def appealed(report: Report, appeal_id: str, text: str, at: datetime) -> Report:
    """The reporter appeals against what was decided about him on this report."""
    return _with_entry(report, Entry(kind="appeal", at=at, text=text, params={"id": appeal_id}))


def has_answer(report: Report, answer_id: str) -> bool:
    """Whether that answer is on the case already (sending it again adds nothing)."""
    return any(entry.kind == "answer" and entry.params.get("id") == answer_id for entry in report.timeline)


def files_added(report: Report, attachments: tuple[Attachment, ...], at: datetime) -> Report:
    """Files that came after the report itself; marks it unread."""
    entry = Entry(kind="files", at=at, params={"count": str(len(attachments))})
    return _with_entry(replace(report, attachments=(*report.attachments, *attachments), unread=True), entry)


def file_arrived(report: Report, file_id: str, at: datetime) -> Report:
    """All bytes of a file a desk put on the case are at the server: from now on every desk can fetch it."""
    return file_stated(report, file_id, "", Entry(kind="file.arrived", at=at))


def file_stated(report: Report, file_id: str, state: str, line: Entry | None = None) -> Report:
    """A file of the case in another state, told by a line (its number is put in) or silently."""
    attachments = tuple(replace(each, state=state) if each.id == file_id else each for each in report.attachments)
    if line is None:
        return replace(report, attachments=attachments, revision=report.revision + 1)
    number = next((place for place, each in enumerate(attachments, 1) if each.id == file_id), 0)
    line = replace(line, params={**line.params, "file": str(number)})
    return _with_entry(replace(report, attachments=attachments), line)


def unit_read(facts: Facts, unit_id: str, at: datetime) -> Facts:
    """The officer opened his order; nothing changes when it had been read, or does not bind him any more."""
    report = facts.report
    assignment = open_assignment(report, unit_id) if report else None
    if assignment is None or assignment.read_at is not None:
        return facts
    return unit_answered(facts, unit_id, AssignmentStatus.READ, at)


def unit_answered(facts: Facts, unit_id: str, status: AssignmentStatus, at: datetime, text: str = "") -> Facts:
    """The officer's own answer from his phone; an illegal or repeated step changes nothing.

    Anything but 'read' marks the report unread for the operator who holds it.
    """
    report, unit = facts.report, facts.unit(unit_id)
    if report is None or unit is None:
        return facts
    assignment = open_assignment(report, unit_id)
    if assignment is None or status not in NEXT_STATUSES[assignment.status]:
        return facts
    report, unit = assignment_moved(report, unit, status, Moment(at=at))
    entry = Entry(
        kind=f"unit.{status.value}",
        at=at,
        actor_id=unit.id,
        actor_name=unit.title,
        text=text,
        params={"unit": unit.call_sign},
    )
    unread = report.unread or status is not AssignmentStatus.READ
    return replace(facts.with_unit(unit), report=_with_entry(replace(report, unread=unread), entry))


def forward_sent(
    report: Report, forward_id: str, at: datetime, file_ids: frozenset[str] = frozenset()
) -> Report:  # fmt: skip
    """The mail server took the forward with these files: also one undone while it was leaving, because it did leave.

    One confirmed meanwhile stays confirmed; whoever holds the case reads it when a file stayed behind.
    """
    return _forward_moved(report, forward_id, ForwardStatus.SENT, at, "", file_ids)


def forward_file_whole(report: Report, file_id: str) -> Report:
    """All bytes of a file made for a forward are at the server; the same report when no forward waits for it."""
    moved = whole_now(report, file_id)
    return report if moved is report else restated(moved)


def forward_failed(report: Report, forward_id: str, at: datetime, error: str) -> Report:
    """A try to send failed; the server goes on trying."""
    return _forward_moved(report, forward_id, ForwardStatus.FAILED, at, error)


def _forward_moved(
    report: Report, forward_id: str, status: ForwardStatus, at: datetime, error: str,
    file_ids: frozenset[str] = frozenset(),
) -> Report:  # fmt: skip
    forward = next((f for f in report.forwards if f.id == forward_id), None)
    sent = status is ForwardStatus.SENT
    if forward is None or (forward.sent_at if sent else forward.status not in _UNSENT):
        return report
    stays = forward.status is ForwardStatus.CONFIRMED
    moved: Forward = replace(
        forward,
        status=forward.status if stays else status,
        sent_at=at if sent else None,
        tries=forward.tries + 1,
        last_error=error,
    )
    params = {"agency": forward.agency_name, "forward_id": forward_id, "tries": str(moved.tries), "error": error}
    behind = False
    if sent and forward.files:
        moved = left_with(moved, file_ids)
        along = told_along(moved)
        params, behind = params | along, "behind" in along
    unread = report.unread or behind or forward.status is ForwardStatus.CANCELLED
    forwards = tuple(moved if f.id == forward_id else f for f in report.forwards)
    report = replace(report, forwards=forwards, unread=unread)
    return _with_entry(report, Entry(kind=f"forward.{status.value}", at=at, params=params))


def lease_lapsed(report: Report) -> Report:
    """The holder's lease ran out: others may act, the holder may still come back."""
    if report.claim is None or report.claim.lapsed:
        return report
    return restated(replace(report, claim=replace(report.claim, lapsed=True)))


def lease_renewed(report: Report) -> Report:
    """The holder came back before anybody else took the case."""
    if report.claim is None or not report.claim.lapsed:
        return report
    return restated(replace(report, claim=replace(report.claim, lapsed=False)))


def lease_freed(report: Report, at: datetime) -> Report:
    """The holder signed out: the case is nobody's at once."""
    if report.claim is None:
        return report
    claim = report.claim
    entry = Entry(
        kind="lease.freed",
        at=at,
        actor_id=claim.holder_id,
        actor_name=claim.holder_name,
        params={"desk": claim.desk_id, "token": str(claim.token)},
    )
    return _with_entry(replace(report, claim=None), entry)
