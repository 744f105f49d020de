"""Why a report stands where it stands: the explained queue score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.queue_row import QueueRow
from console.domain.report import ENDED, Report, ReportKind, Status

DEADLINE_S: dict[int, int] = {1: 60, 2: 180, 3: 600, 4: 3600}
"""Seconds until a report of that priority should be claimed (site policy; mission.md: 110 on scene in 10 min)."""

_RANK: dict[Status, int] = {
    Status.NEW: 0,
    Status.CLAIMED: 1,
    Status.ORDERED: 2,
    Status.FORWARDED: 2,
    Status.EN_ROUTE: 3,
    Status.ON_SCENE: 4,
    Status.CLOSED: 8,
    Status.JUNKED: 9,
    Status.MERGED: 10,
}


_OFFICER_SOS = "officer_sos"
"""An officer's call for help stands above everything, whatever is being done about it (issue 4, part 10)."""


class Share(StrEnum):
    """One part of the score; the screens hold the words."""

    ENDED = "ended"
    OFFICER_SOS = "officer_sos"
    PRIORITY = "priority"
    PANIC = "panic"
    RISEN = "risen"
    UNREAD = "unread"
    DANGER = "danger"
    DOUBTED = "doubted"
    STAGE = "stage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What one part adds to the sort key; negative raises."""

    share: Share
    points: int


def doubted(strikes: int, confirmed: int) -> bool:
    """Whether a reporter misled the center more often than he helped it."""
    return strikes > confirmed


def breakdown(row: QueueRow) -> tuple[Weight, ...]:
    """The parts of a row's `urgency`, the weightiest kinds first; their sum is exactly that sort key.

    Age orders equals only, and how many told of the same is shown beside it: neither is part of the key.
    """
    if row.status in ENDED:
        return (Weight(share=Share.ENDED, points=900 + _RANK[row.status]),)
    stage = _RANK[row.status]
    if row.category == _OFFICER_SOS:
        return Weight(share=Share.OFFICER_SOS, points=0), Weight(share=Share.STAGE, points=stage)
    raised = (
        (Share.PANIC, -5 if row.kind is ReportKind.PANIC else 0),
        (Share.RISEN, (-95 if row.priority > 1 else -1) if row.risen else 0),
        (Share.UNREAD, -3 if row.unread else 0),
        (Share.DANGER, -1 if row.danger else 0),
        (Share.DOUBTED, 1 if doubted(row.strikes, row.confirmed) and not row.danger else 0),
    )
    return (
        Weight(share=Share.PRIORITY, points=row.priority * 100),
        *(Weight(share=share, points=points) for share, points in raised if points),
        Weight(share=Share.STAGE, points=stage * 10),
    )


def urgency(report: Report) -> int:
    """Sort key, smaller first: ended last, then priority (panic and unread raise), then how far the work is.

    Among those, words of danger to life come first and reporters who misled us more often than not last.

    One on the call-back list whose number repeats or had to do with violence stands behind the next higher priority.
    It does not depend on the time of asking, so a store can index it; age orders equals.
    """
    if report.status in ENDED:
        return 900 + _RANK[report.status]
    if report.category == _OFFICER_SOS:
        return _RANK[report.status]
    rank = report.priority * 100 + _RANK[report.status] * 10
    if report.kind is ReportKind.PANIC:
        rank -= 5
    if report.callback is not None and report.callback.risen:
        rank -= 95 if report.priority > 1 else 1
    if report.triage is not None and report.triage.life:
        rank -= 1
    elif report.reporter.strikes and doubted(report.reporter.strikes, report.reporter.confirmed):
        rank += 1
    return rank - (3 if report.unread else 0)


def claim_due_s(report: Report, now: datetime) -> int:
    """Seconds left until the claim deadline, negative when past; counted from when the server received it."""
    return DEADLINE_S[report.priority] - int((now - report.received_at).total_seconds())
