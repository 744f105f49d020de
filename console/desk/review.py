"""The supervisor's thin review: what this shift ended, how long each stage took."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from console.domain.deadlines import Stage, stage_clocks
from console.domain.person import Actor, Role
from console.domain.queue_row import QueueFilter, QueueOrder, QueueQuery
from console.domain.report import Report, Status

SHIFT_HOURS = (6, 14, 22)
"""Local hours at which a shift begins (three shifts over 24 h, as the drawing's 14.00-22.00)."""


class ReviewFilter(StrEnum):
    """Which ended cases: all, only junk, only those nobody judged yet."""

    ALL = "all"
    JUNK = "junk"
    UNJUDGED = "unjudged"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """An ended case with its times: seconds from receipt to each stage, None when never reached."""

    report_id: str
    number: str
    category: str
    priority: int
    sensitive: bool
    line: str
    status: Status
    outcome: str
    outcome_words: str
    closed_at: datetime
    closed_by: str
    closed_by_id: str
    verdict: str
    claim_s: int | None
    dispatch_s: int | None
    arrive_s: int | None
    close_s: int


def may_review(actor: Actor | None) -> bool:
    """Only a supervisor sees the review; the judge holds the same rule for its decisions."""
    return actor is not None and actor.role is Role.SUPERVISOR


def shift_start(now: datetime, zone: str) -> datetime:
    """When the present shift began, aware in the site's zone."""
    local = now.astimezone(ZoneInfo(zone))
    hours = [hour for hour in SHIFT_HOURS if hour <= local.hour]
    day = local if hours else local - timedelta(days=1)
    return day.replace(hour=hours[-1] if hours else SHIFT_HOURS[-1], minute=0, second=0, microsecond=0)


def review_query(which: ReviewFilter, since: datetime) -> QueueQuery:
    """The question to the queue for one filter."""
    chosen = QueueFilter.JUNK if which is ReviewFilter.JUNK else QueueFilter.HANDLED
    return QueueQuery(filter=chosen, order=QueueOrder.CLOSED, closed_since=since)


def review_rows(reports: Iterable[Report], which: ReviewFilter) -> tuple[ReviewRow, ...]:
    """Rows of ended reports, latest end first; a sensitive one without a word of its text."""
    rows = [row for report in reports if (row := _row(report)) is not None]
    if which is ReviewFilter.UNJUDGED:
        rows = [row for row in rows if not row.verdict]
    rows.sort(key=lambda row: row.closed_at, reverse=True)
    return tuple(rows)


def _row(report: Report) -> ReviewRow | None:
    if report.closed_at is None:
        return None
    reached = {clock.stage: clock.reached_at for clock in stage_clocks(report)}
    return ReviewRow(
        report_id=report.id,
        number=report.number,
        category=report.category,
        priority=report.priority,
        sensitive=report.sensitive,
        line="" if report.sensitive else " ".join(report.text.split())[:240],
        status=report.status,
        outcome=report.outcome,
        outcome_words=report.ending.words if report.ending else "",
        closed_at=report.closed_at,
        closed_by=report.closed_by,
        closed_by_id=report.closed_by_id,
        verdict=report.review.verdict if report.review else "",
        claim_s=_after(report, _first_claim(report) or reached[Stage.ACKNOWLEDGE]),
        dispatch_s=_after(report, reached[Stage.DISPATCH]),
        arrive_s=_after(report, reached[Stage.ARRIVE]),
        close_s=_after(report, report.closed_at) or 0,
    )


def _first_claim(report: Report) -> datetime | None:
    """Ending a case drops its claim, so only the timeline still knows when it was first taken."""
    return next((entry.at for entry in report.timeline if entry.kind == "report.claim" and not entry.undone), None)


def _after(report: Report, at: datetime | None) -> int | None:
    return None if at is None else max(0, int((at - report.received_at).total_seconds()))
