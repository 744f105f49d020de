"""Files that go along with a forward: which may, under what, what becomes of them."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from console.domain.acts import ForwardCase
from console.domain.attachment import COMING, INFECTED, Attachment
from console.domain.casework.evidence import covered, is_hash
from console.domain.casework.facts import Facts
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.evidence import numbers_of
from console.domain.file_kind import JPEG, PDF
from console.domain.forward_file import COPY, LEFT_OUT, MOST_FILES, READY, SENT, WHOLE, ForwardFile, copied
from console.domain.leaving_rules import MB, LeavingRules
from console.domain.person import Actor
from console.domain.report import Forward, Report


def judge_files(act: ForwardCase, facts: Facts, report: Report, actor: Actor) -> Refusal | None:
    """Why these files may not leave; None without any."""
    if not act.files:
        return None
    if len(act.files) > MOST_FILES or len({each.origin_id for each in act.files}) < len(act.files):
        return refuse(Reason.BAD_VALUE, field="files", value=str(len(act.files)))
    for file in act.files:
        refusal = _judge_file(file, report)
        if refusal is not None:
            return refusal
    rules = facts.leaving or LeavingRules()
    total = sum(each.size_bytes for each in act.files)
    if total > rules.most_bytes:
        # Rounded up: what is too large never reads as what may leave.
        return refuse(Reason.FILES_TOO_LARGE, size=f"{-(-total * 10 // MB) / 10:.1f}", most=str(rules.most_mb))
    if report.sensitive and not act.files_reason.strip():
        return refuse(Reason.EMPTY_TEXT, field="files_reason")
    return covered(report, actor)


def _judge_file(file: ForwardFile, report: Report) -> Refusal | None:
    place = next((place for place, each in enumerate(report.attachments) if each.id == file.origin_id), None)
    if place is None:
        return refuse(Reason.NOT_FOUND, subject=file.origin_id)
    origin = report.attachments[place]
    if origin.state == INFECTED:
        return refuse(Reason.FILE_STAYS, file=str(place + 1))
    bad = next((field for field, stands in _stands(file, origin, place + 1) if not stands), None)
    return None if bad is None else refuse(Reason.BAD_VALUE, field=f"files.{bad}", value=str(getattr(file, bad))[:80])


def _stands(file: ForwardFile, origin: Attachment, number: int) -> tuple[tuple[str, bool], ...]:
    whole = file.how == WHOLE
    as_it_lies = (file.file_id, file.media_type, file.size_bytes, file.sha256) == (
        origin.id, origin.media_type, origin.size_bytes, origin.sha256,
    )  # fmt: skip
    return (
        # A picture or a document carries more than is seen (place, author, what lies below): a copy leaves.
        ("how", file.how == (COPY if copied(origin.media_type) else WHOLE)),
        ("number", file.number == number),
        ("file_id", as_it_lies if whole else file.file_id != origin.id and _is_uuid(file.file_id)),
        ("media_type", whole or file.media_type in (JPEG.mime, PDF.mime)),
        ("size_bytes", file.size_bytes > 0),
        ("sha256", whole or is_hash(file.sha256)),
    )


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def files_of(act: ForwardCase, report: Report) -> tuple[ForwardFile, ...]:
    """The files as the forward keeps them: what still has to reach the server is coming."""
    states = {each.id: each.state for each in report.attachments}
    return tuple(
        replace(each, state=COMING if each.how == COPY or states.get(each.origin_id) == COMING else READY)
        for each in act.files
    )


def told_of(act: ForwardCase, report: Report) -> dict[str, str]:
    """What the line on the timeline keeps of them; nothing of a forward without files."""
    if not act.files:
        return {}
    told = {"files": numbers_of(report, (each.origin_id for each in act.files))}
    return told | ({"files_reason": act.files_reason.strip()} if act.files_reason.strip() else {})


def whole_now(report: Report, file_id: str) -> Report:
    """A file of a forward is whole at the server; the same report when none waits for it."""
    forwards = tuple(_moved(each, file_id) for each in report.forwards)
    return report if forwards == report.forwards else replace(report, forwards=forwards)


def _moved(forward: Forward, file_id: str) -> Forward:
    files = tuple(
        replace(each, state=READY) if each.file_id == file_id and each.state == COMING else each
        for each in forward.files
    )
    return forward if files == forward.files else replace(forward, files=files)


def left_with(forward: Forward, file_ids: frozenset[str]) -> Forward:
    """The forward has left, with these files; the others stayed behind."""
    return replace(
        forward,
        files=tuple(replace(each, state=SENT if each.file_id in file_ids else LEFT_OUT) for each in forward.files),
    )


def told_along(forward: Forward) -> dict[str, str]:
    """Numbers of the files that left with it, and of those that stayed behind, as a line keeps them."""
    by_state = {"files": SENT, "behind": LEFT_OUT}
    told = {
        name: ",".join(str(each.number) for each in forward.files if each.state == state)
        for name, state in by_state.items()
    }
    return {name: numbers for name, numbers in told.items() if numbers}


def copies_of(decision: Decision) -> tuple[ForwardFile, ...]:
    """Copies made for a forward, whose bytes follow the decision; () for every other act."""
    act = decision.act
    return tuple(each for each in act.files if each.how == COPY) if isinstance(act, ForwardCase) else ()
