"""Putting a file of a desk on a case and giving it up: what either must be."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast
from uuid import UUID

from console.domain import acts
from console.domain.acts import Act
from console.domain.attachment import COMING, WITHDRAWN, Attachment
from console.domain.casework.facts import Facts
from console.domain.casework.step import Rule, Step, Stepped
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.file_kind import ALLOWED
from console.domain.person import Actor
from console.domain.report import Report, held_by

MOST_OWN_BYTES = 64 * 1024 * 1024
"""An hour of a telephone's 8 kHz sound without compression fits."""
MOST_FILES = 50
"""Files of one report over its whole life, whoever brings them."""
LONGEST_NAME = 200
_TYPES = frozenset(kind.mime for kind in ALLOWED)
_HEX = frozenset("0123456789abcdef")


def _judge_attach(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    report, act = cast("Report", facts.report), cast("acts.AttachFile", decision.act)
    bad = next((field for field, stands in _stands(act) if not stands), None)
    if bad is not None:
        return refuse(Reason.BAD_VALUE, field=bad, value=str(getattr(act, bad))[:80])
    there = (file for file in report.attachments if file.state != WITHDRAWN or file.id == act.file_id)
    if any(file.sha256 == act.sha256 or file.id == act.file_id for file in there):
        return refuse(Reason.FILE_THERE, number=report.number)
    if len(report.attachments) >= MOST_FILES:
        return refuse(Reason.TOO_MANY_FILES, most=str(MOST_FILES))
    return None


def _judge_withdraw(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    report, act = cast("Report", facts.report), cast("acts.WithdrawFile", decision.act)
    file = next((file for file in report.attachments if file.id == act.file_id), None)
    if file is None:
        return refuse(Reason.NOT_FOUND, subject=act.file_id)
    return None if file.state == COMING else refuse(Reason.FILE_THERE, number=report.number)


def _stands(act: acts.AttachFile) -> tuple[tuple[str, bool], ...]:
    return (
        ("file_id", _is_uuid(act.file_id)),
        ("name", 0 < len(act.name) <= LONGEST_NAME and act.name.isprintable()),
        ("media_type", act.media_type in _TYPES),
        ("size_bytes", 0 < act.size_bytes <= MOST_OWN_BYTES),
        ("sha256", len(act.sha256) == 64 and _HEX.issuperset(act.sha256)),
    )


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _attach(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.AttachFile", decision.act)
    file = Attachment(
        id=act.file_id, name=act.name, media_type=act.media_type, size_bytes=act.size_bytes, sha256=act.sha256,
        received_at=decision.decided_at, state=COMING,
    )  # fmt: skip
    params = {"file": str(len(report.attachments) + 1), "sha256": act.sha256}
    # As with a note: whoever works on the case finds a colleague's file unread.
    told = report.claim is not None and not report.ended and not held_by(report, actor)
    report = replace(report, attachments=(*report.attachments, file), unread=report.unread or told)
    return facts, report, params, ""


def _withdraw(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.WithdrawFile", decision.act)
    number = next(place for place, file in enumerate(report.attachments, 1) if file.id == act.file_id)
    attachments = tuple(
        replace(file, state=WITHDRAWN) if file.id == act.file_id else file for file in report.attachments
    )
    return facts, replace(report, attachments=attachments), {"file": str(number)}, ""


RULES: dict[type[Act], Rule] = {acts.AttachFile: _judge_attach, acts.WithdrawFile: _judge_withdraw}
"""The rules of attaching."""

STEPS: dict[type[Act], Step] = {acts.AttachFile: _attach, acts.WithdrawFile: _withdraw}
"""The steps of attaching."""
