"""Why a report stands where it stands: the explained queue score."""

from __future__ import annotations

from datetime import datetime

from console.domain.callback import risen
from console.domain.report import Report, ReportKind, Status

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


def urgency(report: Report) -> int:
    """Sort key, smaller first: ended last, then priority (panic and unread raise), then how far the work is.

    One on the call-back list whose number repeats or had to do with violence stands behind the next higher priority.
    It does not depend on the time of asking, so a store can index it; age orders equals.
    """
    if report.ended:
        return 900 + _RANK[report.status]
    if report.category == _OFFICER_SOS:
        return _RANK[report.status]
    rank = report.priority * 100 + _RANK[report.status] * 10
    if report.kind is ReportKind.PANIC:
        rank -= 5
    if risen(report.callback):
        rank -= 95 if report.priority > 1 else 1
    return rank - (3 if report.unread else 0)


def claim_due_s(report: Report, now: datetime) -> int:
    """Seconds left until the claim deadline, negative when past; counted from when the server received it."""
    return DEADLINE_S[report.priority] - int((now - report.received_at).total_seconds())
