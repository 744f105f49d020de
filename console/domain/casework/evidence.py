"""The rules of handling files: none touches a file, or what others build upon."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from console.domain import acts
from console.domain.acts import Act
from console.domain.box import MOST_BOXES, boxes_written
from console.domain.casework.facts import Facts
from console.domain.casework.step import Rule, Step, Stepped
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.evidence import ExportForm, has_looked, number_of, numbers_of
from console.domain.person import Actor
from console.domain.report import Report
from console.domain.silence import MOST_SILENCES, silences_written

_HEX = frozenset("0123456789abcdef")
_REDACTED = ("image/jpeg", "image/png", "video/webm", "audio/ogg")


def is_hash(text: str) -> bool:
    """Whether it is a SHA-256 in hex."""
    return len(text) == 64 and _HEX.issuperset(text)


def covered(report: Report, actor: Actor) -> Refusal | None:
    """Of a sensitive case nothing is opened or taken out before a look with its reason (security.md, rule 8)."""
    if report.sensitive and not has_looked(report, actor.id):
        return refuse(Reason.LOOK_FIRST, number=report.number)
    return None


def _judge_open(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    report, act = cast("Report", facts.report), cast("acts.OpenFile", decision.act)
    if not number_of(report, act.file_id):
        return refuse(Reason.NOT_FOUND, subject=act.file_id)
    return covered(report, actor)


def _judge_redact(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    report, act = cast("Report", facts.report), cast("acts.RedactFile", decision.act)
    origin = next((each for each in report.attachments if each.id == act.file_id), None)
    if origin is None:
        return refuse(Reason.NOT_FOUND, subject=act.file_id)
    if origin.sha256 != act.origin_sha256:
        return refuse(Reason.BAD_VALUE, field="origin_sha256", value=act.origin_sha256)
    if not is_hash(act.sha256) or act.sha256 == origin.sha256 or act.size_bytes <= 0:
        return refuse(Reason.BAD_VALUE, field="sha256", value=act.sha256)
    if act.media_type not in _REDACTED:
        return refuse(Reason.BAD_VALUE, field="media_type", value=act.media_type)
    if not all(each.sound for each in act.silences) or len(act.silences) > MOST_SILENCES:
        return refuse(Reason.BAD_VALUE, field="silences", value=str(len(act.silences)))
    least = 0 if act.silences else 1
    if not least <= len(act.boxes) <= MOST_BOXES or not all(box.sound for box in act.boxes):
        return refuse(Reason.BAD_VALUE, field="boxes", value=str(len(act.boxes)))
    return covered(report, actor)


def _judge_export(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    report, act = cast("Report", facts.report), cast("acts.ExportCase", decision.act)
    if act.form not in set(ExportForm):
        return refuse(Reason.BAD_VALUE, field="form", value=act.form)
    if not act.purpose.strip():
        return refuse(Reason.EMPTY_TEXT, field="purpose")
    if report.sensitive and not act.reason.strip():
        return refuse(Reason.EMPTY_TEXT, field="reason")
    if not is_hash(act.sha256):
        return refuse(Reason.BAD_VALUE, field="sha256", value=act.sha256)
    missing = next((each for each in act.file_ids if not number_of(report, each)), None)
    return covered(report, actor) if missing is None else refuse(Reason.NOT_FOUND, subject=missing)


def _open(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.OpenFile", decision.act)
    return facts, report, {"files": numbers_of(report, (act.file_id,))}, ""


def _redact(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.RedactFile", decision.act)
    params = {
        "files": numbers_of(report, (act.file_id,)), "origin": act.file_id, "origin_sha256": act.origin_sha256,
        "sha256": act.sha256, "boxes": boxes_written(act.boxes), "count": str(len(act.boxes)),
    }  # fmt: skip
    if act.silences:
        params |= {"silences": silences_written(act.silences), "silent": str(len(act.silences))}
    return facts, report, params, ""


def _export(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.ExportCase", decision.act)
    params = {
        "form": act.form, "files": numbers_of(report, act.file_ids), "sha256": act.sha256, "to": act.recipient.strip(),
    }  # fmt: skip
    return facts, report, params, "\n".join(part for part in (act.purpose.strip(), act.reason.strip()) if part)


RULES: dict[type[Act], Rule] = {
    acts.OpenFile: _judge_open, acts.RedactFile: _judge_redact, acts.ExportCase: _judge_export,
}  # fmt: skip
"""The rules of handling files."""

STEPS: dict[type[Act], Step] = {acts.OpenFile: _open, acts.RedactFile: _redact, acts.ExportCase: _export}
"""The steps of handling files: a line each, nothing else."""
