"""What was done with a case's files: opened, painted over, taken out; by its timeline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.attachment import Attachment
from console.domain.box import Box, boxes_read
from console.domain.report import Report
from console.domain.silence import Silence, silences_read
from console.domain.timeline import Entry

OPENED, REDACTED, EXPORTED, LOOKED = "report.open_file", "report.redact", "report.export", "report.look"
"""Kinds of lines this reads; the first three are the acts' wire names."""
FORWARDED = "report.forward"
"""Read too where files went along."""


class ExportForm(StrEnum):
    """How something of a case leaves: an original as it came, a picture with marks, the case file."""

    ORIGINAL = "original"
    MARKED = "marked"
    PDF = "pdf"
    ZIP = "zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """One line of who handled the files: `what` a kind of above (or an ExportForm), `numbers` of the files from 1.

    `to`: the agency they were forwarded to.
    """

    what: str
    numbers: tuple[int, ...]
    at: datetime
    by_id: str
    by_name: str
    decision_id: str
    text: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """A file of the case made of another by painting boxes over it and silencing parts: who, when, where."""

    origin_id: str
    origin_sha256: str
    sha256: str
    boxes: tuple[Box, ...]
    at: datetime
    by_id: str
    by_name: str
    decision_id: str
    silences: tuple[Silence, ...] = ()


def number_of(report: Report, file_id: str) -> int:
    """The file's number as people see it, from 1; 0 for one that is not on the case. Files are only ever added."""
    return next((place for place, each in enumerate(report.attachments, 1) if each.id == file_id), 0)


def accesses(report: Report) -> tuple[Access, ...]:
    """Who opened, painted over and took out what, oldest first; looks at a sensitive case are among them."""
    return tuple(_access(entry) for entry in report.timeline if _handled(entry))


def _handled(entry: Entry) -> bool:
    if entry.kind == FORWARDED:
        return bool(entry.params.get("files")) and not entry.undone
    return entry.kind in (OPENED, REDACTED, EXPORTED, LOOKED)


def _access(entry: Entry) -> Access:
    numbers = (each for each in entry.params.get("files", "").split(",") if each.isdigit())
    what = entry.params.get("form", "") if entry.kind == EXPORTED else entry.kind
    forwarded = entry.kind == FORWARDED
    # The letter itself is the forward's; here it counts to whom the files went, and why.
    text = entry.params.get("files_reason", "") if forwarded else entry.text
    return Access(
        what=what, numbers=tuple(int(each) for each in numbers), at=entry.at, by_id=entry.actor_id,
        by_name=entry.actor_name, decision_id=entry.decision_id, text=text,
        to=entry.params.get("agency", "") if forwarded else "",
    )  # fmt: skip


def redactions(report: Report) -> tuple[Redaction, ...]:
    """Every redaction that was decided, oldest first; its file may still be on its way."""
    return tuple(
        Redaction(
            origin_id=entry.params.get("origin", ""), origin_sha256=entry.params.get("origin_sha256", ""),
            sha256=entry.params.get("sha256", ""), boxes=boxes_read(entry.params.get("boxes", "")), at=entry.at,
            by_id=entry.actor_id, by_name=entry.actor_name, decision_id=entry.decision_id,
            silences=silences_read(entry.params.get("silences", "")),
        )
        for entry in report.timeline
        if entry.kind == REDACTED and not entry.undone
    )  # fmt: skip


def redaction_of(report: Report, attachment: Attachment) -> Redaction | None:
    """How this file was made of another one, None for one that came from outside."""
    return next((each for each in redactions(report) if each.sha256 == attachment.sha256), None)


def redacted_of(report: Report, attachment: Attachment) -> Attachment | None:
    """The latest file made of this one by painting over it, None while there is none on the case."""
    made = {each.sha256 for each in redactions(report) if each.origin_id == attachment.id}
    return next((each for each in reversed(report.attachments) if each.sha256 in made), None)


def leaving_first(report: Report) -> tuple[Attachment, ...]:
    """The files that leave unless somebody says otherwise: of each that was painted over the redacted one instead."""
    return tuple(
        each for each in report.attachments if redacted_of(report, each) is None
    )


def has_looked(report: Report, actor_id: str) -> bool:
    """Whether this person gave a reason to see the content of this sensitive case."""
    return any(
        entry.kind == LOOKED and entry.actor_id == actor_id and entry.params.get("what") == "sensitive"
        for entry in report.timeline
    )


def numbers_of(report: Report, file_ids: Iterable[str]) -> str:
    """Numbers of files with commas between, as a line keeps them."""
    return ",".join(str(number_of(report, file_id)) for file_id in file_ids)
