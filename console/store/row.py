"""Turns a report into its queue row and words, and times into microseconds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import TypedDict
from zlib import adler32, crc32

from console.domain.casework.callback import waits_for_callback, why_listed
from console.domain.casework.file_claim import told_claims
from console.domain.casework.sos import OFFICER_SOS
from console.domain.deadlines import counted_from
from console.domain.file_claim import FileDoubt, HeldClaim, numbered_doubts
from console.domain.merging import Merging
from console.domain.queue_row import QueueRow
from console.domain.report import ENDED, ForwardStatus, Report, ReportKind, Status
from console.domain.score import urgency
from console.domain.watched import watched

_LINE_CHARACTERS = 240
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_WORDLESS_KINDS = frozenset({ReportKind.PANIC, ReportKind.CALL})
_WAITING_FORWARDS = frozenset({ForwardStatus.HELD, ForwardStatus.SENT, ForwardStatus.FAILED})
Place = tuple[int, int, str, int]
"""Derived columns: urgency, facets, holder_id, folded."""

STATUS_BITS = MappingProxyType({status: place for place, status in enumerate(Status)})
KIND_BITS = MappingProxyType({kind: place << 4 for place, kind in enumerate(ReportKind)})
AGENCY_BIT = 1 << 8
LOCATED_BIT = 1 << 9
CALLBACK_BIT = 1 << 10
WATCHED_BIT = 1 << 11
STATUS_MASK = 0xF
KIND_MASK = 0xF0
"""Status, kind and what the saved filters ask, in one number: the index that counts by them is half as long.

A new member goes to the end of its enum, or a migration fills the column anew.
"""

Words = tuple[str, str, str]
"""What the full-text index holds of a report: number, words, area."""

ADD_WORDS = "INSERT INTO report_fts (rowid, number, words, area) VALUES (?, ?, ?, ?)"
DROP_WORDS = "INSERT INTO report_fts (report_fts, rowid, number, words, area) VALUES ('delete', ?, ?, ?, ?)"
"""The index keeps no text itself: words are taken out by the very words that were put in."""


def microseconds(at: datetime) -> int:
    """Whole microseconds since 1970 UTC."""
    return (at - _EPOCH) // _MICROSECOND


def moment(us: int | None) -> datetime | None:
    """The aware UTC time of that many microseconds since 1970."""
    return None if us is None else _EPOCH + timedelta(microseconds=us)


def words_of(report: Report) -> Words:
    """What can be searched; of a sensitive case its number and kelurahan, for that a word stands in it is content too.

    A change here must still know what was indexed before: `indexed_words`.
    """
    return (report.number, "", report.place.area_name) if report.sensitive else _all_words(report)


def indexed_words(report: Report, mark: bytes) -> Words:
    """The words whose fingerprint is `mark`: as today, or all words of a sensitive case, as was done before."""
    words = words_of(report)
    return words if fingerprint(words) == mark else _all_words(report)


def _all_words(report: Report) -> Words:
    return report.number, f"{report.text} {report.place.words}", report.place.area_name


def fingerprint(words: Words) -> bytes:
    """Eight bytes that change when the words do, so that untouched words are not indexed again."""
    text = "\x1f".join(words).encode()
    return (crc32(text) << 32 | adler32(text)).to_bytes(8)


def queue_row(
    report: Report, committed_ns: int = 0, waiting: int = 0, doubtful: int = 0, *, tentative: bool = False
) -> QueueRow:
    """The report as one line of the queue shows it."""
    claim, place, reporter = report.claim, report.place, report.reporter
    listing = report.callback
    passed = next((f for f in reversed(report.forwards) if f.status is not ForwardStatus.CANCELLED), None)
    return QueueRow(
        id=report.id,
        number=report.number,
        kind=report.kind,
        status=report.status,
        priority=report.priority,
        urgency=urgency(report),
        category=report.category,
        sensitive=report.sensitive,
        line="" if report.sensitive else " ".join(report.text[: 2 * _LINE_CHARACTERS].split())[:_LINE_CHARACTERS],
        area_name=place.area_name,
        source_kind=report.source_kind,
        received_at=report.received_at,
        attachments=len(report.attachments),
        holder_id=claim.holder_id if claim else "",
        holder_name=claim.holder_name if claim else "",
        claim_lapsed=claim.lapsed if claim else False,
        unread=report.unread,
        strikes=reporter.strikes,
        confirmed=reporter.confirmed,
        waiting=waiting,
        doubtful=doubtful,
        outcome=report.outcome,
        closed_at=report.closed_at,
        closed_by=report.closed_by,
        closed_by_id=report.closed_by_id,
        review=report.review.verdict if report.review else "",
        lat=place.lat,
        lon=place.lon,
        revision=report.revision,
        committed_ns=committed_ns,
        source_name=report.source_name,
        reports=reporter.reports,
        agency_name=passed.agency_name if passed else "",
        agency_confirmed=passed is not None and passed.status is ForwardStatus.CONFIRMED,
        tentative=tentative,
        due_from=_due_from(report),
        danger=report.triage is not None and bool(report.triage.life),
        life=report.triage.life if report.triage is not None and not report.sensitive else (),
        callback=(why_listed(report) or "") if waits_for_callback(report) else "",
        rang=listing.rang if listing else 0,
        risen=listing.risen if listing else False,
        tries=len(listing.tries) if listing else 0,
        **_hanging(report.merging),
        **_claiming(report),
    )


class _Hanging(TypedDict, total=False):
    """What merging adds to a row; most reports never hang together with others."""

    gathers: int
    incident: bool
    into_id: str
    into_number: str


def _hanging(merging: Merging | None) -> _Hanging:
    if merging is None:
        return {}
    into = merging.into
    return {
        "gathers": len(merging.children),
        "incident": merging.incident is not None,
        "into_id": into.report_id if into else "",
        "into_number": into.number if into else "",
    }


class _Claiming(TypedDict, total=False):
    """What files that say another place or time add to a row; most reports have none."""

    doubts: tuple[FileDoubt, ...]
    claims: tuple[tuple[int, HeldClaim], ...]


def _claiming(report: Report) -> _Claiming:
    if not report.file_claims or report.sensitive:
        return {}
    claims = told_claims(report)
    return {"claims": claims, "doubts": numbered_doubts(claims)}


def _due_from(report: Report) -> datetime | None:
    if len(report.timeline) < 2 or report.status is not Status.NEW:
        return None
    at = counted_from(report)
    return None if at == report.received_at else at


def facets(report: Report) -> int:
    """What the saved filters ask of a report, in one number."""
    found = STATUS_BITS[report.status] | KIND_BITS[report.kind]
    if report.place.lat is not None:
        found |= LOCATED_BIT
    if report.forwards and any(forward.status in _WAITING_FORWARDS for forward in report.forwards):
        found |= AGENCY_BIT
    if report.status in ENDED:
        return found
    # Asked of every row of every page: what most reports are not is seen before anything is called.
    if (report.ticks or report.handing or report.category == OFFICER_SOS) and watched(report):
        found |= WATCHED_BIT
    if (report.callback or report.kind in _WORDLESS_KINDS or not report.text.strip()) and waits_for_callback(report):
        found |= CALLBACK_BIT
    return found


def queue_place(report: Report, *, folded: bool = False) -> Place:
    """What the queue is ordered and filtered by; `folded` when own open decisions are part of the report."""
    # Whose an ended case was is in its body; the index of all cases need not carry it.
    claim = report.claim
    holder_id = claim.holder_id if claim is not None and report.status not in ENDED else ""
    return urgency(report), facets(report), holder_id, int(folded)


def closed_at_us(report: Report) -> int | None:
    """When an ended case was closed, microseconds since 1970; None for an open one."""
    return microseconds(report.closed_at) if report.closed_at is not None and report.ended else None
